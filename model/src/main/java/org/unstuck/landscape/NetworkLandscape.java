package org.unstuck.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.Variable;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Still;

/**
 * A patient's network as this package looks at it: the equations, with some variables held if asked, the box that its noise
 * reaches, and its noise.
 */
public final class NetworkLandscape {

    /** Time to settle where slow variables are held, ms: hundreds of times what is left in the default mass. */
    private static final double SETTLE_HELD_MS = 10_000;

    /** A region is active in a state if more than this is recorded of it. */
    private static final double ACTIVE = 0.5;

    /** Hold a variable of every region at its mean over time. */
    public static final double AT_MEAN = Double.NaN;

    private final Still still;
    private final NetworkField whole;
    private final double[] held;
    private final Box visited;
    private final double[] mean;

    private NetworkLandscape(Still still, NetworkField whole, double[] held, NetworkField.Visited visited) {
        this.still = still;
        this.whole = whole;
        this.held = held;
        this.visited = visited.box();
        this.mean = visited.mean();
    }

    /**
     * The landscape of a patient.
     *
     * @param still the moment
     * @param hold variables of the mass to be held in every region: name and value, or {@link #AT_MEAN} for the mean over time of each region
     *     in the network with its noise
     * @param seed root of the noise of the runs that show where the network goes
     * @throws Invalid if the mass has no such variable, or it is the first one
     */
    public static NetworkLandscape of(Still still, Map<String, Double> hold, Address seed) {
        NetworkField whole = NetworkField.of(still);
        List<String> variables = whole.variables().stream().map(Variable::name).toList();
        double[] held = new double[whole.dimension()];
        Arrays.fill(held, Double.NaN);
        int n = whole.regions().size();
        hold.keySet().forEach(name -> checkHeld(name, variables));
        NetworkField.Visited visited = whole.visited(seed);
        for (Map.Entry<String, Double> one : hold.entrySet()) {
            int v = variables.indexOf(one.getKey());
            for (int i = v * n; i < (v + 1) * n; i++) {
                held[i] = Double.isNaN(one.getValue()) ? visited.mean()[i] : one.getValue();
            }
        }
        return new NetworkLandscape(still, whole, held, visited);
    }

    private static void checkHeld(String name, List<String> variables) {
        int v = variables.indexOf(name);
        if (v < 0) {
            throw new Invalid("the mass has no variable \"" + name + "\".", Suggestion.among(variables, name));
        }
        if (v == 0) {
            throw new Invalid(
                    "\"" + name + "\" is what regions send to each other: it cannot be held.",
                    "Maybe \"" + variables.get(variables.size() - 1) + "\".");
        }
    }

    /** The moment. */
    public Still still() {
        return still;
    }

    /** Whether some variables are held. */
    public boolean holds() {
        return Arrays.stream(held).anyMatch(h -> !Double.isNaN(h));
    }

    /** How long to let a run settle, ms: twenty times what is slowest in the mass. */
    public double settleMs() {
        return holds() ? SETTLE_HELD_MS : Math.max(SETTLE_HELD_MS, whole.settleMs());
    }

    /** The equations of what is free. */
    public VectorField field() {
        return field(whole);
    }

    private VectorField field(NetworkField network) {
        return holds() ? new Held(network, held) : network;
    }

    /** The same with noise. */
    public Noisy noisy() {
        return holds() ? new Held(whole, held).noisy(whole.noisy()) : whole.noisy();
    }

    /** The box that the network reaches with its noise. */
    public Box box() {
        return holds() ? new Held(whole, held).free(visited) : visited;
    }

    /** The mean over time of the network with its noise. */
    public double[] mean() {
        return free(mean);
    }

    /** The state in which runs of the fast clock begin. */
    public double[] initial() {
        return free(whole.initial());
    }

    private double[] free(double[] x) {
        return holds() ? new Held(whole, held).free(x) : x.clone();
    }

    /** The names of the regions. */
    public List<String> regions() {
        return whole.regions();
    }

    /** The numbers of the free coordinates of the first variable of the mass, one per region. */
    public int[] activities() {
        String first = whole.variables().get(0).name() + "_";
        List<String> names = field().names();
        return java.util.stream.IntStream.range(0, names.size())
                .filter(i -> names.get(i).startsWith(first))
                .toArray();
    }

    /** The same network along an axis; what is held stays at its values. */
    public Family family(Axis axis) {
        return new Family(axis.word(), axis.unit(), value -> {
            Still there = axis.at().of(still, value);
            // A parameter of the mass leaves weights, gains and drives as they are, unless the mass balances
            // inhibition.
            boolean same = there.mass() != still.mass() && !whole.isBalanced();
            return field(same ? whole.with(there.mass(), there) : NetworkField.of(there));
        });
    }

    /** This landscape at a value of an axis; box and what is held stay. */
    public NetworkLandscape at(Axis axis, double value) {
        Still there = axis.at().of(still, value);
        return new NetworkLandscape(there, NetworkField.of(there), held, new NetworkField.Visited(visited, mean));
    }

    /** What an attractor is called: the regions of whose activity more than half is recorded on average, as in {@code dACC+AI+AMY}. */
    public String name(Attractor attractor) {
        double[] activity = activity(attractor);
        StringBuilder name = new StringBuilder();
        for (int r = 0; r < activity.length; r++) {
            if (activity[r] > ACTIVE) {
                name.append(name.length() == 0 ? "" : "+").append(regions().get(r));
            }
        }
        String where = name.length() == 0 ? "none active" : name.toString();
        return attractor instanceof Attractor.Rest ? where : where + ", moving";
    }

    /** Recorded activity of every region, its mean over a cycle. */
    private double[] activity(Attractor attractor) {
        if (!(attractor instanceof Attractor.Cycle cycle)) {
            return whole.activity(all(attractor.mean()));
        }
        double[][] orbit = cycle.orbit();
        int phases = orbit[0].length;
        double[] mean = new double[regions().size()];
        for (int k = 0; k < phases; k++) {
            double[] now = whole.activity(all(Flow.point(orbit, k)));
            for (int r = 0; r < mean.length; r++) {
                mean[r] += now[r] / phases;
            }
        }
        return mean;
    }

    /** The point with what is held. */
    private double[] all(double[] free) {
        double[] x = held.clone();
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.isNaN(held[i]) ? free[k++] : held[i];
        }
        return x;
    }
}
