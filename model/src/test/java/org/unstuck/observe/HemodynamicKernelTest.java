package org.unstuck.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Invalid;

/** Haemodynamic responses against the formulas written out. */
class HemodynamicKernelTest {

    /** tau_s = 1 s, tau_f = 0.5 s^2: w^2 = 2 - 1/4 = 7/4. */
    @Test
    void aDampedOscillationOfFlow() {
        double w = Math.sqrt(1.75);
        for (double t : new double[] {0.3, 1, 4}) {
            assertThat(HemodynamicKernel.volterra(t, 1, 0.5))
                    .isCloseTo(Math.exp(-t / 2) * Math.sin(w * t) / w, within(1e-14));
        }
        // Half a turn later the flow is back and swings to the other side.
        assertThat(HemodynamicKernel.volterra(Math.PI / w, 1, 0.5)).isCloseTo(0, within(1e-14));
        assertThat(HemodynamicKernel.volterra(0, 1, 0.5)).isZero();
        assertThat(HemodynamicKernel.volterra(-1, 1, 0.5)).isZero();
    }

    /** As a differential equation: s'' + s' / tau_s + s / tau_f = 0 with s(0) = 0, s'(0) = 1. */
    @Test
    void itSolvesTheEquationOfFlow() {
        double h = 1e-4;
        for (double t : new double[] {0.5, 2}) {
            double before = HemodynamicKernel.volterra(t - h, 0.8, 0.4);
            double now = HemodynamicKernel.volterra(t, 0.8, 0.4);
            double after = HemodynamicKernel.volterra(t + h, 0.8, 0.4);
            double slope = (after - before) / (2 * h);
            assertThat((after - 2 * now + before) / (h * h) + slope / 0.8 + now / 0.4)
                    .isCloseTo(0, within(1e-6));
        }
        assertThat(HemodynamicKernel.volterra(h, 0.8, 0.4) / h).isCloseTo(1, within(1e-4));
    }

    /** tau_f = 4 tau_s^2 is damped to the limit and no longer swings. */
    @Test
    void aResponseThatDoesNotSwingIsRefused() {
        assertThatThrownBy(() -> HemodynamicKernel.volterra(1, 0.5, 1))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "tau_f is 1.0 s^2, it must be below 4 tau_s^2 (1.0 s^2). Maybe tau_s 0.8 s and tau_f 0.4 s^2.");
        assertThat(HemodynamicKernel.volterra(1, 0.5, 0.99)).isPositive();
    }

    /** Shapes 6 and 16: densities t^5 exp(-t) / 5! and t^15 exp(-t) / 15!. */
    @ParameterizedTest
    @CsvSource({"1", "5", "6", "15", "25"})
    void twoGammaDensities(double t) {
        double rise = Math.pow(t, 5) * Math.exp(-t) / 120;
        double fall = Math.pow(t, 15) * Math.exp(-t) / 1_307_674_368_000.0;
        assertThat(HemodynamicKernel.doubleGamma(t, 6, 16, 1, 1, 6)).isCloseTo(rise - fall / 6, within(1e-13));
    }

    /** Dispersions 2 and 4: shapes 6/2 = 3 and 16/4 = 4; t^2 exp(-t/2) / (2! 2^3) and t^3 exp(-t/4) / (3! 4^4). */
    @Test
    void dispersionStretches() {
        double t = 7;
        double rise = t * t * Math.exp(-t / 2) / (2 * 8);
        double fall = t * t * t * Math.exp(-t / 4) / (6 * 256);
        assertThat(HemodynamicKernel.doubleGamma(t, 6, 16, 2, 4, 3)).isCloseTo(rise - fall / 3, within(1e-14));
    }

    /** At the event: 0 for shapes above 1, 1 / scale for the exponential density, without bound below. */
    @Test
    void theDensityAtTheEvent() {
        assertThat(HemodynamicKernel.doubleGamma(0, 6, 16, 1, 1, 6)).isZero();
        assertThat(HemodynamicKernel.doubleGamma(-1e-9, 1, 16, 1, 1, 6)).isZero();
        // Peak 4 with dispersion 4 is the exponential density of mean 4; the undershoot begins at 0.
        assertThat(HemodynamicKernel.doubleGamma(0, 4, 16, 4, 1, 6)).isEqualTo(0.25);
        assertThat(HemodynamicKernel.doubleGamma(0, 1, 16, 2, 1, 6)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aDensityNeedsAShapeAndAScale() {
        assertThatThrownBy(() -> HemodynamicKernel.doubleGamma(1, 0, 16, 1, 1, 6))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("shape is 0.0 and scale 1.0");
        assertThatThrownBy(() -> HemodynamicKernel.doubleGamma(1, -6, 16, -1, 1, 6))
                .hasMessageStartingWith("shape is 6.0 and scale -1.0");
        // A width of 0: the shape is infinite.
        assertThatThrownBy(() -> HemodynamicKernel.doubleGamma(1, 6, 16, 0, 1, 6))
                .hasMessageStartingWith("shape is Infinity and scale 0.0");
    }
}
