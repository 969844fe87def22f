package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Short series by hand; long ones are in {@link ComplexityTest}. */
class AutocorrelationTest {

    private static final double EXACT = 1e-15;

    /** Around their mean 2: -2, -1, 0, 3; squares 14; products at lags 1 to 3: 2 + 0 + 0, 0 - 3, -6. */
    @Test
    void fourNumbers() {
        Autocorrelation acf = Autocorrelation.of(new double[] {0, 1, 2, 5}, 3);
        assertThat(acf.at(0)).isEqualTo(1);
        assertThat(acf.at(1)).isCloseTo(2 / 14.0, within(EXACT));
        assertThat(acf.at(2)).isCloseTo(-3 / 14.0, within(EXACT));
        assertThat(acf.at(3)).isCloseTo(-6 / 14.0, within(EXACT));
        // The first below 1/e = 0.37.
        assertThat(acf.decay()).isEqualTo(Measurement.of(1));
        // tau(1) = 1 + 4/14, five times that is more than 1; tau(2) = 1 + 2 (2 - 3)/14 = 12/14; tau(3) = 0.
        Autocorrelation.Integrated time = acf.integrated();
        assertThat(time.samples()).isCloseTo(0, within(EXACT));
        assertThat(time.window()).isEqualTo(3);
        assertThat(time.converged()).isTrue();
        // With two lags the window is not reached: 2 < 5 x 12/14.
        Autocorrelation.Integrated cut =
                Autocorrelation.of(new double[] {0, 1, 2, 5}, 2).integrated();
        assertThat(cut.samples()).isCloseTo(12 / 14.0, within(EXACT));
        assertThat(cut.window()).isEqualTo(2);
        assertThat(cut.converged()).isFalse();
    }

    /** 1, 0, 0, 0, 0, 0, 0, -1: no correlation at lags 1 to 6, tau = 1, and the window is 5 x 1 exactly. */
    @Test
    void theWindowEndsAtFiveTimes() {
        Autocorrelation acf = Autocorrelation.of(new double[] {1, 0, 0, 0, 0, 0, 0, -1}, 7);
        assertThat(acf.at(7)).isCloseTo(-0.5, within(EXACT));
        assertThat(acf.integrated()).isEqualTo(new Autocorrelation.Integrated(1, 5, true));
    }

    /** A step: rho_1 = 5/8 and rho_2 = 2/8 of 1, 1, 1, 1, -1, -1, -1, -1. */
    @Test
    void aStepDecaysAfterTwo() {
        double[] step = {1, 1, 1, 1, -1, -1, -1, -1};
        assertThat(Autocorrelation.of(step, 2).at(1)).isEqualTo(5 / 8.0);
        assertThat(Autocorrelation.of(step, 2).at(2)).isEqualTo(2 / 8.0);
        assertThat(Autocorrelation.of(step, 2).decay()).isEqualTo(Measurement.of(2));
        assertThat(Autocorrelation.of(step, 1).decay())
                .isEqualTo(Measurement.undefined("the autocorrelation stays above 1/e for all 1 lags"));
    }

    @Test
    void lagsMustFit() {
        double[] x = {0, 1, 0};
        assertThatThrownBy(() -> Autocorrelation.of(x, 0)).hasMessageStartingWith("largestLag is 0 for 3 samples");
        assertThatThrownBy(() -> Autocorrelation.of(x, 3)).hasMessageStartingWith("largestLag is 3 for 3 samples");
        assertThatThrownBy(() -> Autocorrelation.of(new double[] {2, 2, 2}, 1)).hasMessageContaining("not constant");
        assertThat(Autocorrelation.of(x, 2).at(2)).isCloseTo(1 / 6.0, within(EXACT));
    }
}
