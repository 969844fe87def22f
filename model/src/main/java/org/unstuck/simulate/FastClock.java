package org.unstuck.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.integrate.Rows;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.GaussianStreams;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * Integrates a network for many lanes. Lane {@code arm * patients + patient}: the arms of one patient get the same noise, which
 * is drawn once. Owned by one thread; a step allocates nothing.
 */
public final class FastClock {

    /** A fixed step must be at most this fraction of the fastest time constant. */
    private static final double LARGEST_STEP = 0.5;

    /** The step of the default mass is this part of its fastest time constant: 4 of 15 ms (decision 8). */
    private static final double USUAL_STEP = 4.0 / 15;

    private static final double LONGEST_STEP_MS = 4;
    /** What trajectories of the default mass are looked at with. */
    private static final double TRAJECTORY_STEP_MS = 2;

    private static final double ROUNDING = 1e-12;
    /** Noise that is run again is kept up to this size: about the share of a thread in the third-level cache. */
    private static final int KEPT_BYTES = 16 << 20;

    /** Called at regular samples. */
    @FunctionalInterface
    public interface Sampler {
        /**
         * Looks at the state.
         *
         * @param sample number of the sample, from 0
         * @param y the state {@code y[variable][region * lanes + lane]}; not to be modified
         */
        void sample(int sample, double[][] y);
    }

    private final Network network;
    private final NeuralMass mass;
    private final Dynamics dynamics;
    private final Scheme.Stepper stepper;
    private final double dtMs;
    private final double noiseSd;
    private final int arms;
    private final int patients;
    private final IntFunction<Address> patient;
    private final double[][] y;
    private final double[][] dN;
    private final double[] drawn;
    private final double[] recorded;
    private final double[] inhibited;
    private final GaussianStreams normal;
    /** Null if the scheme does without. */
    private final IntegralNoise integral;

    /** Increments of the noise that is run again and again, {@code kept[step][region * patients + patient]}; null: none is. */
    private double[][] kept;

    private String keptPurpose = "";
    /** Whether the present noise is that which is kept. */
    private boolean keeps;

    private double tMs;

    /**
     * A clock at the initial state of the mass.
     *
     * @param network regions and links
     * @param mass the equations of a region
     * @param noise the fluctuating input
     * @param scheme the integrator
     * @param dtMs its step, ms
     * @param arms number of arms that share each patient's noise
     * @param patients number of patients
     * @param patient the address of the noise of each of these patients
     * @throws Invalid if the step is too long for the fastest time constant, or the scheme is not meant for noise and there is
     *     some
     */
    public FastClock(
            Network network,
            NeuralMass mass,
            OrnsteinUhlenbeck noise,
            Scheme scheme,
            double dtMs,
            int arms,
            int patients,
            IntFunction<Address> patient) {
        checkStep(mass, noise, dtMs);
        checkTakesNoise(scheme, noise);
        this.network = network;
        this.mass = mass;
        this.dynamics = new Dynamics(network, mass, noise, arms * patients, dtMs);
        this.stepper = scheme.start(dynamics.variables(), network.size() * arms * patients);
        this.dtMs = dtMs;
        this.noiseSd = noise.incrementSd(dtMs);
        this.arms = arms;
        this.patients = patients;
        this.patient = patient;
        this.y = dynamics.initial();
        this.dN = new double[dynamics.variables()][];
        dN[dynamics.variables() - 1] = noise.sigma() > 0 ? Rows.of(network.size() * arms * patients) : null;
        this.drawn = new double[network.size() * patients];
        this.recorded = new double[y[0].length];
        this.inhibited = new double[y[0].length];
        this.normal = new GaussianStreams(drawn.length);
        this.integral = scheme.usesIntegral() && noise.sigma() > 0
                ? new IntegralNoise(dynamics.variables(), network.size(), arms, patients, dtMs, noiseSd)
                : null;
    }

    /**
     * Refuses a step that is too long.
     *
     * @throws Invalid if it is not positive or above half of the fastest time constant
     */
    public static void checkStep(NeuralMass mass, OrnsteinUhlenbeck noise, double dtMs) {
        double largest = LARGEST_STEP * Math.min(mass.fastestMs(), noise.tauU());
        if (!(dtMs > 0 && dtMs <= largest)) {
            throw new Invalid(
                    "step",
                    "step is " + dtMs + " ms, it must be greater than 0 and at most " + largest
                            + " ms (half the fastest time constant).",
                    "Maybe " + Decimal.exact(Math.min(usualStepMs(mass), TRAJECTORY_STEP_MS)) + " ms.");
        }
    }

    /** A step for {@code mass}: 4 ms, halved until it is no larger a part of the fastest time constant than for the default mass. */
    public static double usualStepMs(NeuralMass mass) {
        double step = LONGEST_STEP_MS;
        while (step > USUAL_STEP * mass.fastestMs() * (1 + ROUNDING)) {
            step /= 2;
        }
        return step;
    }

    /**
     * Refuses a scheme that is not meant for noise where there is some.
     *
     * @throws Invalid if so
     */
    public static void checkTakesNoise(Scheme scheme, OrnsteinUhlenbeck noise) {
        if (noise.sigma() > 0 && !scheme.takesNoise()) {
            throw new Invalid(
                    "scheme",
                    "scheme is " + scheme.name() + ", which is for equations without noise, but sigma is "
                            + noise.sigma() + ".",
                    "Maybe heun, or sigma 0.");
        }
    }

    /** Inputs and weights of the lanes; may be written between runs. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** The state, live: {@code y[variable][region * lanes + lane]}. */
    public double[][] state() {
        return y;
    }

    /** The activity that is recorded, 0 to 1, at the present state: {@code activity[region * lanes + lane]}, valid until the next call. */
    public double[] activity() {
        return mass.activity(y, recorded);
    }

    /** Activity of inhibitory cells, 0 to 1, at the present state; as {@link #activity}. */
    public double[] inhibition() {
        return mass.inhibition(y, inhibited);
    }

    /** A copy of the state, followed by what is under way on links that take time. */
    public double[][] copyState() {
        double[][] underWay = dynamics.underWay();
        double[][] copy = new double[y.length + underWay.length][];
        for (int v = 0; v < y.length; v++) {
            copy[v] = y[v].clone();
        }
        System.arraycopy(underWay, 0, copy, y.length, underWay.length);
        return copy;
    }

    /**
     * Puts the state back to {@code earlier} and the time to 0.
     *
     * @param earlier as {@link #copyState} gave it, or the state alone: then links that take time have carried it for ever
     */
    public void restore(double[][] earlier) {
        for (int v = 0; v < y.length; v++) {
            System.arraycopy(earlier[v], 0, y[v], 0, y[v].length);
        }
        boolean whole = earlier.length > y.length;
        dynamics.resume(whole ? Arrays.copyOfRange(earlier, y.length, earlier.length) : null, y);
        tMs = 0;
    }

    /**
     * Chooses noise that will be chosen again later: as {@link #purpose}, but its first numbers are kept (16 MiB at most) and need not
     * be drawn another time. Noise of one purpose only is kept, the last one asked for.
     */
    public void purposeAgain(String purpose) {
        purpose(purpose);
        if (!keptPurpose.equals(purpose) && dN[dN.length - 1] != null) {
            kept = new double[KEPT_BYTES / Double.BYTES / drawn.length][];
        }
        keptPurpose = purpose;
        keeps = true;
    }

    /** Chooses the noise: the streams of {@code purpose}, from their start at the current time. */
    public void purpose(String purpose) {
        keeps = false;
        List<String> names = network.regionNames();
        for (int p = 0; p < patients; p++) {
            Address of = patient.apply(p).with(purpose);
            for (int i = 0; i < names.size(); i++) {
                Address region = of.with("region").with(names.get(i));
                normal.address(i * patients + p, region);
                if (integral != null) {
                    integral.address(i, p, region);
                }
            }
        }
        tMs = 0;
    }

    /** Time since the start of the noise, ms. */
    public double timeMs() {
        return tMs;
    }

    /** Puts the time to {@code ms} after the start of the noise, so that a stretch can be run again from an earlier state. */
    public void seek(double ms) {
        tMs = ms;
    }

    /** Number of steps nearest to {@code ms}, at least 1. */
    public int steps(double ms) {
        return (int) Math.max(1, Math.rint(ms / dtMs));
    }

    /**
     * Advances by {@code steps} steps.
     *
     * @param steps how many
     * @param every a sample is taken after each {@code every} steps
     * @param sampler called at each sample; the state is finite then
     * @throws Diverged if a sampled state is not finite
     */
    public void run(int steps, int every, Sampler sampler) {
        long first = Math.round(tMs / dtMs);
        int sample = 0;
        for (int s = 1; s <= steps; s++) {
            drawNoise(first + s - 1);
            dynamics.keep(tMs, y);
            double[][] dZ = integral == null ? null : integral.at(first + s - 1, dN);
            stepper.step(dynamics, tMs, dtMs, y, dN, dZ);
            tMs = (first + s) * dtMs;
            if (s % every == 0) {
                checkFinite();
                sampler.sample(sample++, y);
            }
        }
    }

    private void drawNoise(long step) {
        double[] increments = dN[dN.length - 1];
        if (increments == null) {
            return;
        }
        if (arms == 1 && !keeps) {
            normal.fill(step, noiseSd, increments);
            return;
        }
        int lanes = arms * patients;
        double[] drawn = draw(step);
        for (int i = 0; i < network.size(); i++) {
            for (int arm = 0; arm < arms; arm++) {
                System.arraycopy(drawn, i * patients, increments, i * lanes + arm * patients, patients);
            }
        }
    }

    private double[] draw(long step) {
        if (!keeps || step >= kept.length) {
            normal.fill(step, noiseSd, drawn);
            return drawn;
        }
        int s = (int) step;
        if (kept[s] == null) {
            kept[s] = new double[drawn.length];
            normal.fill(step, noiseSd, kept[s]);
        }
        return kept[s];
    }

    /** The input u first: what is not finite there spreads to the others. */
    private void checkFinite() {
        for (int v = y.length - 1; v >= 0; v--) {
            if (!Double.isFinite(sum(y[v]))) {
                locate(v);
            }
        }
    }

    /** Four sums side by side: one alone would wait for every addition. */
    private static double sum(double[] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = x.length & ~3;
        for (int k = 0; k < whole; k += 4) {
            a += x[k];
            b += x[k + 1];
            c += x[k + 2];
            d += x[k + 3];
        }
        for (int k = whole; k < x.length; k++) {
            a += x[k];
        }
        return a + b + c + d;
    }

    private void locate(int v) {
        int lanes = arms * patients;
        for (int k = 0; k < y[v].length; k++) {
            if (!Double.isFinite(y[v][k])) {
                String variable =
                        v < mass.variables().size() ? mass.variables().get(v).name() : "u";
                int lane = k % lanes;
                throw new Diverged(
                        "The fast clock",
                        tMs,
                        network.regions().get(k / lanes).name(),
                        variable,
                        y[v][k],
                        "arm " + lane / patients + ", patient " + lane % patients + " of this batch");
            }
        }
    }
}
