package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step allocates nothing: at least one array of a step would be 24 bytes and more, 100,000 steps of it 2.4 MB. */
class AllocationTest {

    private static final int STEPS = 100_000;
    /** Room for what the JIT compiler or the counter itself does. */
    private static final long ROOM_BYTES = 100_000;

    private static final Drift DECAY = (t, y, f) -> {
        for (int v = 0; v < y.length; v++) {
            for (int k = 0; k < y[v].length; k++) {
                f[v][k] = -y[v][k];
            }
        }
    };

    static Stream<Scheme> schemes() {
        return Stream.of(new EulerMaruyama(), new Heun(), new Sra1(), new ClassicalRungeKutta());
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void fixedSteps(Scheme scheme) {
        double[][] y = {{1, 2}, {3, 4}};
        double[][] dN = {{0.01, -0.01}, null};
        double[][] dZ = {{0.001, -0.001}, null};
        Scheme.Stepper stepper = scheme.start(2, 2);
        assertThat(allocated(t -> stepper.step(DECAY, t, 0.1, y, dN, dZ))).isLessThan(ROOM_BYTES);
        assertThat(y[1][0]).isBetween(0.0, 1e-9);
    }

    static Stream<MultiplicativeScheme> multiplicative() {
        return Stream.of(new ItoEuler(), new EulerHeun(), new StratonovichHeun(), new Milstein(Calculus.ITO));
    }

    @ParameterizedTest
    @MethodSource("multiplicative")
    void stepsWithMultiplicativeNoise(MultiplicativeScheme scheme) {
        double[][] y = {{1, 2}, {3, 4}};
        double[][] dW = {{0.01, -0.01}, null};
        Diffusion g = new Diffusion() {
            @Override
            public void at(double t, double[][] x, double[][] out) {
                out[0][0] = out[0][1] = 1;
            }

            @Override
            public void derivative(double t, double[][] x, double[][] out) {
                out[0][0] = out[0][1] = 0;
            }
        };
        MultiplicativeScheme.Stepper stepper = scheme.start(2, 2);
        assertThat(allocated(t -> stepper.step(DECAY, g, t, 0.1, y, dW))).isLessThan(ROOM_BYTES);
        assertThat(y[1][0]).isBetween(0.0, 1e-9);
    }

    @Test
    void stepsWithDelay() {
        DelayRun run = DelayedRungeKutta.classical().start((t, y) -> y[0][0] = 1, 0, 0.1, 1.25, 1, 2);
        double[] then = new double[2];
        DelayDrift f = (t, y, past, dydt) -> {
            past.read(t - 1.25, 0, then);
            for (int k = 0; k < 2; k++) {
                dydt[0][k] = -y[0][k] + 0.5 * then[k];
            }
        };
        assertThat(allocated(t -> run.step(f))).isLessThan(ROOM_BYTES);
        assertThat(run.state()[0][0]).isBetween(0.0, 1e-9);
    }

    @Test
    void adaptiveSteps() {
        // One call of many steps: the few objects of a call do not count. The least of three, since a collection of
        // garbage in
        // another thread can add the rest of a buffer.
        long bytes = Long.MAX_VALUE;
        for (int repeat = 0; repeat < 3; repeat++) {
            double[][] y = {{1, 2}, {3, 4}};
            AdaptiveRun run = DormandPrince54.of(1e-9, 1e-300).start(2, 2);
            bytes = Math.min(bytes, allocatedOnce(() -> run.advance(DECAY, 0, 600, y)));
            assertThat(run.accepted()).isGreaterThan(5_000);
        }
        assertThat(bytes).isLessThan(ROOM_BYTES);
    }

    private static long allocated(DoubleConsumer step) {
        return allocatedOnce(() -> {
            for (int s = 0; s < STEPS; s++) {
                step.accept(0.1 * s);
            }
        });
    }

    private static long allocatedOnce(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        run.run();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
