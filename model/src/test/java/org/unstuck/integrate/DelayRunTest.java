package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One run of a delay equation, step by step against what is solved by hand. */
class DelayRunTest {

    private static final double DT = 0.25;

    /** y' = -y(t - 1). */
    private static DelayDrift lag() {
        double[] then = new double[1];
        return (t, y, past, f) -> {
            past.read(t - 1, 0, then);
            f[0][0] = -then[0];
        };
    }

    /** y = 1 before 3: y = 1 - s up to s = 1 after the start, then 1 - s + (s - 1)^2 / 2, polynomials that RK4 and cubics meet. */
    @Test
    void theMethodOfStepsIsMetExactly() {
        DelayRun run = DelayedRungeKutta.classical().start((t, y) -> y[0][0] = 1, 3, DT, 1, 1, 1);
        DelayDrift lag = lag();
        assertThat(run.tMs()).isEqualTo(3);
        assertThat(run.state()[0][0]).isEqualTo(1);
        for (int n = 1; n <= 8; n++) {
            run.step(lag);
            double s = n * DT;
            assertThat(run.tMs()).isEqualTo(3 + s);
            double later = Math.max(0, s - 1);
            assertThat(run.state()[0][0]).as("at %s", s).isCloseTo(1 - s + later * later / 2, within(1e-14));
        }
        double[] out = new double[1];
        run.past().read(3 + 0.75, 0, out);
        assertThat(out[0]).isCloseTo(0.25, within(1e-14));
        run.past().read(5, 0, out);
        assertThat(out[0]).as("the newest state").isEqualTo(run.state()[0][0]);
    }

    /**
     * Noise is a constant force over the step: added once to the state, and seen by the second stage of Heun. y' = y with a noise of n
     * per step: y + n + h (y + (y + h y + n)) / 2; the other variable has none.
     */
    @Test
    void noiseIsAddedWhereThereIsNoise() {
        DelayRun run = DelayedRungeKutta.heun()
                .start(
                        (t, y) -> {
                            y[0][0] = 2;
                            y[1][0] = 2;
                        },
                        0,
                        DT,
                        1,
                        2,
                        1);
        DelayDrift growth = (t, y, past, f) -> {
            f[0][0] = y[0][0];
            f[1][0] = y[1][0];
        };
        run.step(growth, new double[][] {{0.1}, null});
        assertThat(run.state()[0][0]).isCloseTo(2 + 0.1 + DT * (2 + 2 + DT * 2 + 0.1) / 2, within(1e-14));
        assertThat(run.state()[1][0]).isCloseTo(2 * (1 + DT + DT * DT / 2), within(1e-14));
    }

    /** The oldest state that may be asked for is the longest delay old, at the start of a step as at its end. */
    @Test
    void theLongestDelayIsKept() {
        DelayRun run = DelayedRungeKutta.heun().start((t, y) -> y[0][0] = t, 0, DT, 1.1, 1, 1);
        double[] then = new double[1];
        for (int n = 0; n < 40; n++) {
            run.step((t, y, past, f) -> {
                past.read(t - 1.1, 0, then);
                assertThat(then[0]).isCloseTo(t - 1.1, within(1e-12));
                f[0][0] = 1;
            });
        }
        assertThat(run.state()[0][0]).isCloseTo(10, within(1e-12));
    }
}
