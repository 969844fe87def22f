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
 * <p>The results give the time per link and lane. "own": every lane has weights of its own, because every patient learns; a dense
 * network then has a matrix per lane, which at 80 regions and 64 lanes is 6.5 MB, at 400 regions 163 MB. "shared": all lanes have the
 * weights of the description.
 *
 * <p>Expectation, per link and lane: about 0.1 ns for one dense lane and for lanes that share a matrix, 0.15 ns for lanes that do not
 * while the matrices are in the second- or third-level cache, the speed of memory beyond; 0.2 ns for a sparse network over lanes,
 * half a nanosecond for one lane of it.
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

    /** Whether lanes have weights of their own. */
    @Param({"own", "shared"})
    String weights;

    private Coupling coupling;
    private double[] activity;
    private double[] excitation;
    private double[] suppression;

    /** Weights as described, activity as at the start of a run. */
    @Setup
    public void start() {
        Network links = Synthetic.network(network);
        coupling = new Coupling(links, lanes);
        if (weights.equals("own")) {
            Synthetic.ownWeights(coupling, lanes);
        }
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
