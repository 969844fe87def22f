package org.unstuck.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.noise.Address;
import org.unstuck.noise.Gaussian;
import org.unstuck.noise.GaussianStreams;

/**
 * What does one normal number cost when it can be had by address?
 *
 * <p>The fast clock draws one per region and step with {@link GaussianStreams#fill}: two multiplications to mix the word, a
 * table look-up, a comparison and a product; 15 draws in a thousand need a second look. {@link Gaussian#fill} does the same in one loop.
 *
 * <p>Expectation: 1.5 to 3 ns per number on a 2020s x86-64 core, the same per number at any length that fits the cache, no more
 * than a ziggurat that walks a stream (about 3.5 ns).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NoiseCost {

    /** Streams drawn from in one step: 12 regions times 64 lanes, so that 12 kB of keys and numbers stay in L1. */
    private static final int STREAMS = 768;

    private final long[] keys = new long[STREAMS];
    private final GaussianStreams streams = new GaussianStreams(STREAMS);
    private final double[] numbers = new double[STREAMS];
    private final SplittableRandom random = new SplittableRandom(1);
    private long step;

    /** Gives each lane a stream of its own, addressed as in a run. */
    @Setup
    public void address() {
        Address root = Address.of(1);
        for (int k = 0; k < STREAMS; k++) {
            keys[k] = root.with("lane", k).key();
            streams.address(k, root.with("lane", k));
        }
    }

    /** One step of all streams; the time is per number. The array is returned so that nothing is optimised away. */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public double[] streams() {
        streams.fill(step++, 1, numbers);
        return numbers;
    }

    /** The same in one loop. */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public double[] oneLoop() {
        Gaussian.fill(keys, step++, 1, numbers);
        return numbers;
    }

    /** For scale: the same number of draws from one stream of the JDK, whose ziggurat cannot be addressed. */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public double[] jdkStream() {
        for (int k = 0; k < STREAMS; k++) {
            numbers[k] = random.nextGaussian();
        }
        return numbers;
    }
}
