package org.unstuck.bench;

import java.util.Arrays;
import java.util.Locale;
import org.unstuck.network.Coupling;
import org.unstuck.network.Network;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * The same as {@code bench/c/wc.c} through the classes of the product: same network, equations, steps, and one line of JSON with
 * the same fields.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.Twin REGIONS LANES SCHEME STEPS REPEATS own|shared</pre>
 *
 * <p>Time is CPU time of this thread: what the compiler and the collector do beside it is not counted, and the first
 * {@link #WARM_NS} are not measured. Lanes are split into chunks, as patients are in a run. "own": every lane has other
 * weights, as patients do; "shared": all have those of the description.
 */
public final class Twin {

    /** Lanes of one clock, as in {@code org.unstuck.study.ComparisonRun}. */
    static final int MOST_LANES = 64;

    /** CPU time before measuring: C2 is done with these loops after less than a second. */
    private static final double WARM_NS = 1.5e9;

    private Twin() {}

    /** Measures. */
    public static void main(String[] arguments) {
        int regions = Integer.parseInt(arguments[0]);
        int lanes = Integer.parseInt(arguments[1]);
        String scheme = arguments[2];
        int steps = Integer.parseInt(arguments[3]);
        int repeats = Integer.parseInt(arguments[4]);
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        boolean own = arguments[5].equals("own");
        Network network = Synthetic.dense(regions);
        int chunk = Math.min(lanes, own ? Coupling.fittingLanes(network, MOST_LANES) : MOST_LANES);
        FastClock[] clocks = new FastClock[lanes / chunk];
        for (int c = 0; c < clocks.length; c++) {
            clocks[c] = Synthetic.clock(network, scheme, 1, chunk, sigma);
            if (own) {
                Synthetic.ownWeights(clocks[c].dynamics().coupling(), chunk);
            }
        }
        double start = Cpu.ns();
        while (Cpu.ns() - start < WARM_NS) {
            run(clocks, steps);
        }
        double[] ns = new double[repeats];
        for (int r = 0; r < repeats; r++) {
            double before = Cpu.ns();
            run(clocks, steps);
            ns[r] = (Cpu.ns() - before) / ((double) regions * lanes * steps);
        }
        Arrays.sort(ns);
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"Java %d\", \"regions\": %d, \"lanes\": %d, \"chunk\": %d, \"weights\": \"%s\", "
                        + "\"scheme\": \"%s\", \"ns\": %.4g, \"low\": %.4g, \"high\": %.4g, \"meanE\": %.6g}%n",
                Runtime.version().feature(),
                regions,
                lanes,
                chunk,
                arguments[5],
                scheme,
                ns[repeats / 2],
                ns[0],
                ns[repeats - 1],
                Arrays.stream(clocks[0].state()[0]).average().orElseThrow());
    }

    private static void run(FastClock[] clocks, int steps) {
        for (FastClock clock : clocks) {
            clock.run(steps, Integer.MAX_VALUE, (s, y) -> {});
        }
    }
}
