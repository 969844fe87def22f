package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Deterministic orders on the harmonic oscillator x'' = -x, whose solution is cos t, and on x' = -x + cos t. */
class SchemeOrderTest {

    @Test
    void eulerHasOrderOneAndHeunOrderTwo() {
        assertThat(order(new EulerMaruyama())).isCloseTo(1, within(0.05));
        assertThat(order(new Heun())).isCloseTo(2, within(0.05));
    }

    @Test
    void timeReachesTheDrift() {
        // x' = -x + cos t, x(0) = 1/2 has the solution (cos t + sin t)/2.
        double[][] x = {{0.5}};
        Scheme.Stepper stepper = new Heun().start(1, 1);
        int n = 1000;
        for (int s = 0; s < n; s++) {
            stepper.step((t, y, f) -> f[0][0] = -y[0][0] + Math.cos(t), s * 2.0 / n, 2.0 / n, x, new double[1][]);
        }
        assertThat(x[0][0]).isCloseTo((Math.cos(2) + Math.sin(2)) / 2, within(1e-6));
    }

    @Test
    void sra1WithoutIntegralTakesItsMean() {
        double h = 0.1;
        double[][] dN = {{0.3}};
        double[][] without = {{0.5}};
        double[][] with = {{0.5}};
        Drift cubic = (t, y, f) -> f[0][0] = y[0][0] - y[0][0] * y[0][0] * y[0][0];
        new Sra1().start(1, 1).step(cubic, 0, h, without, dN);
        new Sra1().start(1, 1).step(cubic, 0, h, with, dN, new double[][] {{h / 2 * dN[0][0]}});
        assertThat(without[0][0]).isCloseTo(with[0][0], within(1e-15));
        assertThat(new Sra1().usesIntegral()).isTrue();
        assertThat(new Heun().usesIntegral()).isFalse();
    }

    private static double order(Scheme scheme) {
        double coarse = error(scheme, 400);
        double fine = error(scheme, 800);
        return Math.log(coarse / fine) / Math.log(2);
    }

    private static double error(Scheme scheme, int n) {
        double[][] y = {{1}, {0}};
        Scheme.Stepper stepper = scheme.start(2, 1);
        double h = 2.0 / n;
        for (int s = 0; s < n; s++) {
            stepper.step(
                    (t, x, f) -> {
                        f[0][0] = x[1][0];
                        f[1][0] = -x[0][0];
                    },
                    s * h,
                    h,
                    y,
                    new double[2][]);
        }
        return Math.abs(y[0][0] - Math.cos(2));
    }
}
