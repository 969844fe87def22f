package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;

/** Factors of patients at the quantiles of a standard normal number: 1.959963984540054 is the 97.5 % point. */
class LawTest {

    private static final double UPPER = 1.959963984540054;

    @Test
    void aLogNormalFactorIsTheMedianTimesAPower() {
        Law law = new Law.LogNormal(1.1, 0.5);
        assertThat(law.factor(0)).isEqualTo(1.1);
        // Standard deviation ln 2 at z = 2 and -2: times and over four.
        assertThat(new Law.LogNormal(3, Math.log(2)).factor(2)).isCloseTo(12, within(1e-14));
        assertThat(new Law.LogNormal(3, Math.log(2)).factor(-2)).isCloseTo(0.75, within(1e-14));
    }

    @Test
    void aNormalFactorIsNotBelowTheLeast() {
        Law law = new Law.Normal(1, 0.5);
        assertThat(law.factor(0)).isEqualTo(1);
        assertThat(law.factor(1.5)).isEqualTo(1.75);
        assertThat(law.factor(-1)).isEqualTo(0.5);
        assertThat(law.factor(-3)).isEqualTo(0.01);
    }

    @Test
    void aUniformFactorIsTheQuantile() {
        Law law = new Law.Uniform(0.5, 2.5);
        assertThat(law.factor(0)).isCloseTo(1.5, within(1e-12));
        assertThat(law.factor(UPPER)).isCloseTo(0.5 + 2 * 0.975, within(1e-9));
        assertThat(law.factor(-40)).isCloseTo(0.5, within(1e-12));
        assertThat(new Law.Uniform(2, 2).factor(1)).isEqualTo(2);
        assertThat(new Law.Fixed(1.3).factor(-2)).isEqualTo(1.3);
    }

    /** From 0.01 to 100, standard deviations from 0 to 3, ends included. */
    @Test
    void numbersOutOfRangeAreRefused() {
        assertThat(new Law.LogNormal(0.01, 0).factor(3)).isEqualTo(0.01);
        assertThat(new Law.LogNormal(100, 3).factor(0)).isEqualTo(100);
        assertThat(new Law.Normal(0.01, 3).factor(0)).isEqualTo(0.01);
        assertThat(new Law.Normal(100, 0).factor(1)).isEqualTo(100);
        refused(() -> new Law.LogNormal(0.0099, 0.5), "median", "median is 0.0099, it must be from 0.01 to 100.0.");
        refused(() -> new Law.LogNormal(101, 0.5), "median", "median is 101.0, it must be from 0.01 to 100.0.");
        refused(() -> new Law.LogNormal(1, -0.1), "sdLog", "sdLog is -0.1, it must be from 0.0 to 3.0.");
        refused(() -> new Law.LogNormal(1, 3.1), "sdLog", "sdLog is 3.1, it must be from 0.0 to 3.0.");
        refused(() -> new Law.Normal(0, 0.1), "mean", "mean is 0.0, it must be from 0.01 to 100.0.");
        refused(() -> new Law.Normal(1, Double.NaN), "sd", "sd is NaN, it must be from 0.0 to 3.0.");
        refused(() -> new Law.Uniform(0, 1), "low", "low is 0.0, it must be from 0.01 to 100.0.");
        refused(() -> new Law.Uniform(1, 200), "high", "high is 200.0, it must be from 0.01 to 100.0.");
        refused(() -> new Law.Uniform(2, 1), "high", "high is 1.0, it must be at least low (2.0).");
        refused(() -> new Law.Fixed(0), "value", "value is 0.0, it must be from 0.01 to 100.0.");
    }

    private static void refused(ThrowingCallable making, String at, String message) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo(at))
                .hasMessageStartingWith(message);
    }
}
