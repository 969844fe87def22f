package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One step of Euler-Maruyama by hand: y + f(t, y) dt + g(t, y) dW, both at the start. */
class ItoEulerTest {

    @Test
    void oneStepByHand() {
        ItoEuler scheme = new ItoEuler();
        assertThat(scheme.name()).isEqualTo("ito-euler");
        assertThat(scheme.calculus()).isEqualTo(Calculus.ITO);
        Drift drift = (t, y, f) -> {
            f[0][0] = t + y[1][0];
            f[0][1] = -y[0][1];
            f[1][0] = 1;
            f[1][1] = y[0][0];
        };
        Diffusion amplitude = (t, y, g) -> {
            g[0][0] = y[0][0];
            g[0][1] = t;
            g[1][0] = 100;
            g[1][1] = 100;
        };
        double[][] y = {{2, 3}, {5, 7}};
        MultiplicativeScheme.Stepper stepper = scheme.start(2, 2);
        // The second variable has no noise.
        stepper.step(drift, amplitude, 4, 0.5, y, new double[][] {{0.1, -0.2}, null});
        assertThat(y[0][0]).isCloseTo(2 + (4 + 5) * 0.5 + 2 * 0.1, within(1e-15));
        assertThat(y[0][1]).isCloseTo(3 - 3 * 0.5 - 4 * 0.2, within(1e-15));
        assertThat(y[1][0]).isEqualTo(5.5);
        assertThat(y[1][1]).isEqualTo(8);
    }
}
