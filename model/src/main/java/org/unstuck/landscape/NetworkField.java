package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.integrate.Drift;
import org.unstuck.integrate.Rows;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.network.Dynamics;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Still;

/**
 * The equations of a patient's network with everything slow held still and no noise: coordinates {@code variable * regions + region},
 * called as in {@code E_AMY}. Whatever mass it is made of, it is asked through its interface only.
 */
public final class NetworkField implements VectorField {

    /** Regions times variables for which Jacobians and eigenvalues are still a matter of seconds. */
    private static final int MOST_COORDINATES = 600;
    /** A step of a third of the fastest time constant is well inside the stable range of RK4 and resolves it. */
    private static final double STEP_SHARE = 1.0 / 3;

    private static final double SETTLE_TIMES = 20;

    private static final double VISIT_MS = 60_000;
    private static final int VISITORS = 16;

    private final Dynamics one;
    private final NeuralMass mass;
    private final double tauU;
    private final double sigma;
    private final List<String> regions;
    private final List<String> names;

    private NetworkField(Dynamics one, NeuralMass mass, Still still) {
        this.one = one;
        this.mass = mass;
        this.tauU = still.noise().tauU();
        this.sigma = still.noise().sigma();
        this.regions = still.network().regionNames();
        this.names = names(mass, regions, false);
    }

    /**
     * The equations of {@code still}.
     *
     * @throws Invalid if there are too many for the tools of this package
     */
    public static NetworkField of(Still still) {
        return of(still, still.mass());
    }

    private static NetworkField of(Still still, NeuralMass mass) {
        int coordinates = mass.variables().size() * still.network().size();
        if (coordinates > MOST_COORDINATES) {
            throw new Invalid(
                    "network",
                    "the network has " + still.network().size() + " regions of "
                            + mass.variables().size() + " variables, its landscape is computed for at most "
                            + MOST_COORDINATES + " variables in all.",
                    "Maybe a coarser network, as twelve-regions.");
        }
        return new NetworkField(still.dynamics(), mass, still);
    }

    /** Whether local inhibition is balanced for the parameters of the mass: with others it is another. */
    boolean isBalanced() {
        for (double factor : one.inputs().balance) {
            if (factor != 1) {
                return true;
            }
        }
        return false;
    }

    /** The same gains, weights and drives with other equations of a region. */
    NetworkField with(NeuralMass other, Still still) {
        return new NetworkField(one, other, still);
    }

    private static List<String> names(NeuralMass mass, List<String> regions, boolean withInput) {
        List<String> names = new ArrayList<>();
        for (Variable variable : mass.variables()) {
            regions.forEach(region -> names.add(variable.name() + "_" + region));
        }
        if (withInput) {
            regions.forEach(region -> names.add("u_" + region));
        }
        return List.copyOf(names);
    }

    /** The names of the regions. */
    public List<String> regions() {
        return regions;
    }

    /**
     * What is recorded of every region in a state, 0 to 1 ({@link NeuralMass#activity}).
     *
     * @param x a point with all coordinates
     */
    double[] activity(double[] x) {
        int n = regions.size();
        double[][] y = new double[mass.variables().size()][];
        for (int v = 0; v < y.length; v++) {
            y[v] = java.util.Arrays.copyOfRange(x, v * n, (v + 1) * n);
        }
        return mass.activity(y, new double[n]);
    }

    /** Time in which what is left of a start is small, ms. */
    double settleMs() {
        return SETTLE_TIMES * mass.slowestMs();
    }

    /** The variables of the mass. */
    public List<Variable> variables() {
        return mass.variables();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public double step() {
        return STEP_SHARE * Math.min(mass.fastestMs(), tauU);
    }

    @Override
    public Drift start(int points) {
        return drift(points, mass.variables().size());
    }

    /** The coordinates beyond the first {@code given} variables are the fluctuating input; without them it is 0. */
    private Drift drift(int points, int given) {
        Dynamics many = one.copies(0, points, mass);
        int n = regions.size();
        double[][] y = Rows.of(many.variables(), n * points);
        double[][] dydt = Rows.of(many.variables(), n * points);
        return (t, x, dxdt) -> {
            for (int v = 0; v < given; v++) {
                for (int i = 0; i < n; i++) {
                    System.arraycopy(x[v * n + i], 0, y[v], i * points, points);
                }
            }
            many.at(t, y, dydt);
            for (int v = 0; v < given; v++) {
                for (int i = 0; i < n; i++) {
                    System.arraycopy(dydt[v], i * points, dxdt[v * n + i], 0, points);
                }
            }
        };
    }

    /**
     * The same with the fluctuating input u as further coordinates, {@code u_AMY} and so on, on which the noise acts. A region whose
     * condition scales its noise meets the scaled input.
     */
    public Noisy noisy() {
        List<String> all = names(mass, regions, true);
        VectorField field = new VectorField() {
            @Override
            public List<String> names() {
                return all;
            }

            @Override
            public double step() {
                return NetworkField.this.step();
            }

            @Override
            public Drift start(int points) {
                return drift(points, mass.variables().size() + 1);
            }
        };
        double[] amplitude = new double[all.size()];
        for (int i = names.size(); i < amplitude.length; i++) {
            amplitude[i] = sigma * Math.sqrt(2 / tauU);
        }
        return new Noisy(field, amplitude, names.size());
    }

    /** Where runs of the fast clock begin. */
    public double[] initial() {
        double[] x = new double[names.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = mass.variables().get(i / regions.size()).initial();
        }
        return x;
    }

    /**
     * Where the network goes with its noise, in {@value #VISITORS} runs of a minute each: the part of the state space within its
     * reach.
     *
     * @param box the range of every variable over all regions
     * @param mean mean of every coordinate over the second half of the runs
     */
    public record Visited(Box box, double[] mean) {}

    /** Looks where the network goes. */
    public Visited visited(Address seed) {
        NoisyRun run = new NoisyRun(noisy(), NOISY_STEPS * step(), initial(), VISITORS, seed.with("visited"));
        int n = regions.size();
        int variables = mass.variables().size();
        double[] low = new double[variables];
        double[] high = new double[variables];
        double[] mean = new double[names.size()];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        int looks = (int) Math.round(VISIT_MS / run.step() / EVERY);
        for (int look = 0; look < looks; look++) {
            run.advance(EVERY);
            for (int i = 0; i < variables * n; i++) {
                for (double value : run.state()[i]) {
                    low[i / n] = Math.min(low[i / n], value);
                    high[i / n] = Math.max(high[i / n], value);
                    mean[i] += look < looks / 2 ? 0 : value / VISITORS / (looks - looks / 2);
                }
            }
        }
        double[] lowest = new double[names.size()];
        double[] highest = new double[names.size()];
        for (int i = 0; i < lowest.length; i++) {
            lowest[i] = low[i / n];
            highest[i] = high[i / n] > low[i / n] ? high[i / n] : low[i / n] + 1;
        }
        return new Visited(new Box(lowest, highest), mean);
    }

    private static final int EVERY = 4;
    /** A step of the runs with noise, in steps without: Heun's scheme at the step of the fast clock. */
    private static final double NOISY_STEPS = 0.8;
}
