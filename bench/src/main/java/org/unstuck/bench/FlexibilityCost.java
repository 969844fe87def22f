package org.unstuck.bench;

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
import org.unstuck.metric.BassettFlexibility;
import org.unstuck.metric.Layers;
import org.unstuck.metric.MultilayerModularity;
import org.unstuck.metric.Partition;
import org.unstuck.metric.SlidingWindows;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * What does Bassett flexibility of one scan cost?
 *
 * <p>One operation searches the multilayer network of twelve regions for its communities, from as many starts as are averaged,
 * and reads the flexibility. 40 windows x 100 starts is a published analysis, 16 windows x 2 starts a hurried one, and 100 regions x
 * 100 windows x 10 starts is a whole-brain recording. Aims: 50 ms, and 10 s for the last, on one core.
 *
 * <p>Expectation: time grows with windows x starts, a little faster than in proportion, since more layers take more sweeps:
 * about 1 ms per start of 40 windows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FlexibilityCost {

    private static final int WINDOW = 50;
    /** Steps of the fast clock between samples: 40 ms, as in a scan. */
    private static final int EVERY = 20;

    private static final int REGIONS = 12;
    private static final int BLOCKS = 10;

    /** Regions x windows x starts; twelve regions are a simulated scan, more are noise with ten blocks. */
    @Param({"12x40x100", "12x16x2", "100x100x10"})
    String size;

    private MultilayerModularity problem;
    private int starts;

    /** Layers of a scan. */
    @Setup
    public void scan() {
        String[] parts = size.split("x");
        int regions = Integer.parseInt(parts[0]);
        int samples = Integer.parseInt(parts[1]) * WINDOW;
        starts = Integer.parseInt(parts[2]);
        double[][] values = regions == REGIONS ? simulated(samples) : Synthetic.blocks(samples, regions, BLOCKS);
        Layers layers = SlidingWindows.of(WINDOW, WINDOW).layers(values);
        problem = MultilayerModularity.of(layers);
    }

    private static double[][] simulated(int samples) {
        double[][] values = new double[samples][];
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        FastClock clock = Synthetic.clock(Synthetic.network("12-sparse"), "euler-maruyama", 1, 1, sigma);
        clock.run(values.length * EVERY, EVERY, (s, y) -> values[s] = y[0].clone());
        return values;
    }

    /** Search and flexibility. */
    @Benchmark
    public BassettFlexibility flexibility() {
        Partition[] runs = problem.runs(starts, Address.of(1));
        return BassettFlexibility.of(runs);
    }
}
