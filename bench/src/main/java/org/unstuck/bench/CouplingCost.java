package org.unstuck.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.network.Coupling;
import org.unstuck.network.Network;

/**
 * What does it cost to sum the input of all regions over all links, once?
 *
 * <p>The results give the time per link and lane. Weights are one number per link and lane, because every patient learns: at 80
 * regions and 64 lanes they are 6.5 MB, at 400 regions 163 MB, and reading them is most of the work.
 *
 * <p>Expectation, per link and lane: 64 lanes below 0.2 ns from the first-level cache (12 regions), about 0.5 ns from the third
 * level (80 dense) and 1 ns from memory (400 dense); a single lane several nanoseconds, one call per link.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CouplingCost {

    /** The network, as in {@link Synthetic#network}. */
    @Param({"12-sparse", "12-dense", "80-dense", "400-dense"})
    String network;

    /** Lanes side by side. */
    @Param({"1", "64"})
    int lanes;

    private Coupling coupling;
    private double[] activity;
    private double[] excitation;
    private double[] suppression;

    /** Weights as described, activity as at the start of a run. */
    @Setup
    public void start() {
        Network links = Synthetic.network(network);
        coupling = new Coupling(links, lanes);
        activity = new double[links.size() * lanes];
        Arrays.fill(activity, 0.1);
        excitation = new double[activity.length];
        suppression = new double[activity.length];
    }

    /** One sum over all links. */
    @Benchmark
    public double[] apply() {
        coupling.apply(activity, excitation, suppression);
        return excitation;
    }
}
