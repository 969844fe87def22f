package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

class DormandPrince54Test {

    /** Van der Pol with mu = 5 for lanes with different starts: {@code y[0]} position, {@code y[1]} speed. */
    private static final double MU = 5;

    private static final Drift VAN_DER_POL = (t, y, f) -> {
        for (int k = 0; k < y[0].length; k++) {
            f[0][k] = y[1][k];
            f[1][k] = MU * (1 - y[0][k] * y[0][k]) * y[1][k] - y[0][k];
        }
    };

    @Test
    void agreesWithDormandPrince853OfCommonsMath() {
        double[][] y = {{2, 0.1, -1}, {0, 0.3, 2}};
        double[][] start = {y[0].clone(), y[1].clone()};
        DormandPrince54.of(1e-11, 1e-13).start(2, 3).advance(VAN_DER_POL, 0, 20, y);
        for (int k = 0; k < 3; k++) {
            double[] oracle = oracle(new double[] {start[0][k], start[1][k]}, 20);
            assertThat(y[0][k]).isCloseTo(oracle[0], within(1e-8));
            assertThat(y[1][k]).isCloseTo(oracle[1], within(1e-8));
        }
    }

    private static double[] oracle(double[] start, double end) {
        double[] out = new double[2];
        new DormandPrince853Integrator(1e-10, 1, 1e-13, 1e-13)
                .integrate(
                        new FirstOrderDifferentialEquations() {
                            @Override
                            public int getDimension() {
                                return 2;
                            }

                            @Override
                            public void computeDerivatives(double t, double[] y, double[] f) {
                                f[0] = y[1];
                                f[1] = MU * (1 - y[0] * y[0]) * y[1] - y[0];
                            }
                        },
                        0,
                        start,
                        end,
                        out);
        return out;
    }

    /**
     * Hairer, Norsett, Wanner: the error follows the tolerance; a fifth-order scheme needs 10^(1/5) times the steps
     * per digit.
     */
    @Test
    void theErrorFollowsTheTolerance() {
        double[] steps = new double[2];
        for (int i = 0; i < 2; i++) {
            double tolerance = i == 0 ? 1e-6 : 1e-11;
            double[][] y = {{1}, {0}};
            AdaptiveRun run = DormandPrince54.of(tolerance, tolerance).start(2, 1);
            run.advance(
                    (t, x, f) -> {
                        f[0][0] = x[1][0];
                        f[1][0] = -x[0][0];
                    },
                    0,
                    50,
                    y);
            assertThat(Math.abs(y[0][0] - Math.cos(50))).isBetween(tolerance / 100, tolerance * 100);
            steps[i] = run.accepted();
        }
        // Five digits more: 10^(5/5) = 10 times the steps.
        assertThat(steps[1] / steps[0]).isBetween(8.0, 12.0);
    }

    @Test
    void aSingularityIsNamedWithTimeAndVariable() {
        // y' = y^2, y(0) = 1 becomes infinite at t = 1; the first variable and the other lane are harmless.
        Drift f = (t, y, dydt) -> {
            dydt[0][0] = -y[0][0];
            dydt[0][1] = -y[0][1];
            dydt[1][0] = -y[1][0];
            dydt[1][1] = y[1][1] * y[1][1];
        };
        double[][] y = {{1, 1}, {1, 1}};
        AdaptiveRun run = DormandPrince54.of(1e-9, 1e-12).start(2, 2);
        StepFailed failed = catchThrowableOfType(StepFailed.class, () -> run.advance(f, 0, 2, y));
        assertThat(failed.tMs()).isCloseTo(1, within(1e-9));
        assertThat(failed.variable()).isEqualTo(1);
        assertThat(failed.entry()).isEqualTo(1);
        assertThat(failed)
                .hasMessageContaining("At t = " + failed.tMs() + " ms")
                .hasMessageContaining("y[1][1]")
                .hasMessageContaining("Maybe the solution becomes infinite or jumps there");
        // The state is the one of that time: y = 1/(1 - t), exp(-t).
        assertThat(y[1][1]).isGreaterThan(1e9);
        assertThat(y[0][0]).isCloseTo(Math.exp(-failed.tMs()), within(1e-8));
    }

    @Test
    void aDriftThatIsNoNumberIsRefusedWithItsVariable() {
        Drift f = (t, y, dydt) -> {
            dydt[0][0] = 1;
            dydt[1][0] = t > 0.5 ? Double.NaN : 1;
        };
        double[][] y = {{0}, {0}};
        AdaptiveRun run = DormandPrince54.of(1e-9, 1e-12).start(2, 1);
        StepFailed failed = catchThrowableOfType(StepFailed.class, () -> run.advance(f, 0, 2, y));
        assertThat(failed.variable()).isEqualTo(1);
        assertThat(failed.tMs()).isCloseTo(0.5, within(1e-9));
        assertThat(y[1][0]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void tooStiffAProblemStopsWithAMessage() {
        // Van der Pol with mu = 10^6 up to t = 1 would take about 10^6 steps.
        Drift f = (t, y, dydt) -> {
            dydt[0][0] = y[1][0];
            dydt[1][0] = 1e6 * ((1 - y[0][0] * y[0][0]) * y[1][0] - y[0][0]);
        };
        AdaptiveRun run = new DormandPrince54(1e-6, 1e-9, 10_000).start(2, 1);
        assertThatThrownBy(() -> run.advance(f, 0, 1, new double[][] {{2}, {0}}))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("no end after 10000 steps")
                .hasMessageContaining("Maybe the equations are stiff");
    }

    @Test
    void timesMustBeInOrder() {
        AdaptiveRun run = DormandPrince54.of(1e-6, 1e-9).start(2, 1);
        assertThatThrownBy(() -> run.advance(VAN_DER_POL, 1, 0, new double[][] {{2}, {0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0 ms and 0.0 ms");
    }

    @Test
    void tolerancesAreChecked() {
        assertThatThrownBy(() -> DormandPrince54.of(0, 1e-9)).hasMessageContaining("relative is 0.0");
        assertThatThrownBy(() -> DormandPrince54.of(1e-9, 0)).hasMessageContaining("absolute is 0.0");
        assertThatThrownBy(() -> new DormandPrince54(1e-9, 1e-9, 0)).hasMessageContaining("maxSteps is 0");
    }

    @Test
    void aTableauWithAMisprintIsRefused() {
        assertThatThrownBy(() ->
                        new ButcherTableau(2, new double[] {0, 1}, new double[][] {{}, {0.9}}, new double[] {0.5, 0.5}))
                .hasMessageContaining("row 1 of a adds up to 0.9");
        assertThatThrownBy(() -> new ButcherTableau(1, new double[] {1}, new double[][] {{1}}, new double[] {1}))
                .hasMessageContaining("implicit");
    }
}
