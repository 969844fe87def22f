package org.unstuck.viz.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the self-test passes here, compares more than a number or two, and would fail if a number were wrong. */
class CheckTest {

    private static final double FAULT = 1e-3;

    static Stream<Check> checks() {
        return Stream.of(
                        NumericChecks.all(),
                        NoiseChecks.all(),
                        BodyChecks.all(),
                        MeasureChecks.all(),
                        SensitivityChecks.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void passes(Check check) {
        Check.Outcome outcome = check.outcome();
        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.values()).isPositive();
        assertThat(outcome.worst()).isLessThanOrEqualTo(1);
    }

    @Test
    void aWrongNumberIsFound() {
        Check.Outcome outcome = new Check("a", "b", "c", s -> {
                    s.add(1, 1, 0, 0, "first");
                    s.add(1 + FAULT, 1, 1e-6, 1e-9, "second");
                })
                .outcome();
        assertThat(outcome.passes()).isFalse();
        assertThat(outcome.problem()).isEqualTo("second: 1.001 instead of 1.0");
        assertThat(outcome.values()).isEqualTo(2);
    }

    @Test
    void whatIsNotANumberIsFound() {
        assertThat(new Check("a", "b", "c", s -> s.add(Double.NaN, 1, 1, 1, "x"))
                        .outcome()
                        .passes())
                .isFalse();
        assertThat(new Check("a", "b", "c", s -> s.same("ab", "ac", "x"))
                        .outcome()
                        .problem())
                .isEqualTo("x: ab instead of ac");
    }

    @Test
    void aFailureAndNothingComparedAreNoSuccess() {
        Check broken = new Check("a", "b", "c", s -> {
            throw new IllegalStateException("broken");
        });
        assertThat(broken.outcome().problem()).isEqualTo("IllegalStateException: broken");
        assertThat(new Check("a", "b", "c", s -> {}).outcome().passes()).isFalse();
    }
}
