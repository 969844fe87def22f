package org.unstuck.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * How much slower is a thread when another one does the same beside it?
 *
 * <p>Twelve regions, 64 lanes a thread, as the groups of a comparison run. Threads share nothing but caches and power.
 *
 * <p>Expectation: a ratio below 1.2 on two real cores; up to 2 where the two are one core with two threads, or where others use
 * the machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScalingCost {

    private FastClock clock;

    /** A clock per thread. */
    @Setup
    public void start() {
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        clock = Synthetic.clock(Synthetic.network("12-sparse"), "euler-maruyama", 1, Twin.MOST_LANES, sigma);
        clock.run(StepCost.STEPS, StepCost.STEPS, (s, y) -> {});
    }

    /** {@value StepCost#STEPS} steps on one thread. */
    @Benchmark
    @Threads(1)
    public double[][] oneThread() {
        return steps();
    }

    /** The same on each of two threads; the time is per thread. */
    @Benchmark
    @Threads(2)
    public double[][] twoThreads() {
        return steps();
    }

    private double[][] steps() {
        clock.run(StepCost.STEPS, StepCost.STEPS, (s, y) -> {});
        return clock.state();
    }
}
