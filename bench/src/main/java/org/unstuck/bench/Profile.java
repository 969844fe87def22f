package org.unstuck.bench;

import java.util.Arrays;
import java.util.Locale;
import org.unstuck.integrate.Rows;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.Logistic;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Coupling;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.GaussianStreams;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * Where does the time of a step go? Each part by itself, on arrays as large as in the workload, as nanoseconds of CPU per
 * region-step: sums over links, equations of the mass (and the logistic function in them), normal numbers, what the scheme adds, and a whole
 * step.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.Profile REGIONS LANES SCHEME own|shared</pre>
 *
 * <p>Parts are a little cheaper alone than in turns, because each then has the first-level cache for itself.
 */
public final class Profile {

    /** What the state is filled with. */
    private static final double SOMEWHERE = 0.1;
    /** Too short to move anything. */
    private static final double NO_STEP_MS = 1e-9;

    private Profile() {}

    /** Measures and prints one line of JSON. */
    public static void main(String[] arguments) {
        int regions = Integer.parseInt(arguments[0]);
        int lanes = Integer.parseInt(arguments[1]);
        Scheme scheme = Synthetic.scheme(arguments[2]);
        Network network = Synthetic.dense(regions);
        int size = regions * lanes;
        Coupling coupling = new Coupling(network, lanes);
        if (arguments[3].equals("own")) {
            Synthetic.ownWeights(coupling, lanes);
        }
        WilsonCowan mass = WilsonCowan.standard();
        OrnsteinUhlenbeck noise = OrnsteinUhlenbeck.standard();
        Inputs inputs = new Inputs(size);
        double[][] y = Rows.of(mass.variables().size() + 1, size);
        double[][] dydt = Rows.of(y.length, size);
        double[][] dN = new double[y.length][];
        dN[y.length - 1] = Rows.of(size);
        for (double[] of : y) {
            Arrays.fill(of, SOMEWHERE);
        }
        FastClock clock = Synthetic.clock(network, arguments[2], 1, lanes, noise.sigma());
        if (arguments[3].equals("own")) {
            Synthetic.ownWeights(clock.dynamics().coupling(), lanes);
        }
        Scheme.Stepper stepper = scheme.start(y.length, size);
        GaussianStreams normal = new GaussianStreams(size);
        for (int k = 0; k < size; k++) {
            normal.address(k, Address.of(k));
        }
        double[] x = new double[size];
        long[] step = new long[1];
        double scale = 1.0 / size;
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"Java %d\", \"regions\": %d, \"lanes\": %d, \"weights\": \"%s\", \"scheme\": \"%s\", "
                        + "\"coupling\": %.4g, \"mass\": %.4g, \"logistic\": %.4g, \"noise\": %.4g, \"update\": %.4g, "
                        + "\"step\": %.4g}%n",
                Runtime.version().feature(),
                regions,
                lanes,
                arguments[3],
                scheme.name(),
                scale * Cpu.ns(() -> coupling.apply(y[0], inputs.excitation, inputs.suppression)),
                scale
                        * Cpu.ns(() -> {
                            inputs.fluctuation = y[y.length - 1];
                            mass.derivatives(inputs, y, dydt);
                            noise.drift(y[y.length - 1], dydt[y.length - 1]);
                        }),
                2 * scale * Cpu.ns(() -> Logistic.apply(x, x.length)),
                scale * Cpu.ns(() -> normal.fill(step[0]++, 1, dN[y.length - 1])),
                scale * Cpu.ns(() -> stepper.step((t, of, slope) -> {}, 0, NO_STEP_MS, y, dN)),
                scale * Cpu.ns(() -> clock.run(1, Integer.MAX_VALUE, (t, of) -> {})));
    }
}
