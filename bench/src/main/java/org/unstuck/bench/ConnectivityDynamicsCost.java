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
import org.unstuck.metric.ConnectivityDynamics;

/**
 * What does the FCD of a whole-brain recording cost: 100 regions x 1200 samples (40 min at 2 s) in windows of 30 samples?
 *
 * <p>Aim: 200 ms on one core. Expectation: windows^2 x pairs / 2 products, about 0.2 ns each: 4 samples apart (293 windows) 0.2 G
 * products in 50 to 100 ms, every sample (1171 windows) 3.4 G products in a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ConnectivityDynamicsCost {

    private static final int SAMPLES = 1200;
    private static final int REGIONS = 100;
    private static final int BLOCKS = 10;
    private static final int WINDOW = 30;

    /** Samples from window to window. */
    @Param({"4", "1"})
    int step;

    private double[][] values;

    /** Noise with ten blocks. */
    @Setup
    public void recording() {
        values = Synthetic.blocks(SAMPLES, REGIONS, BLOCKS);
    }

    /** FCD with its mean and variance. */
    @Benchmark
    public ConnectivityDynamics dynamics() {
        return ConnectivityDynamics.of(values, WINDOW, step);
    }
}
