package org.unstuck.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values at their very limits, and every unit: what a changed sign, a shifted limit or an empty text would break. */
class LimitsOfValuesTest {

    @Test
    void timesInEveryUnit() {
        assertThat(Time.units()).containsExactly("ms", "s", "min", "h", "d", "wk");
        assertThat(Time.days(2)).isEqualTo(new Time(48));
        assertThat(Time.minutes(90)).isEqualTo(new Time(1.5));
        assertThat(Time.seconds(1800)).isEqualTo(new Time(0.5));
        Time time = new Time(36);
        assertThat(time.inDays()).isEqualTo(1.5);
        assertThat(time.inMinutes()).isEqualTo(2160);
        assertThat(time.inSeconds()).isEqualTo(129_600);
        assertThat(time.inMs()).isEqualTo(129_600_000);
        assertThat(Time.parse("2 ms").inMs()).isEqualTo(2);
        assertThat(Time.parse("0.3 s").inSeconds()).isEqualTo(0.3);
        assertThat(Time.parse("1 h").compareTo(Time.parse("61 min"))).isNegative();
        assertThat(Time.parse("2 h").compareTo(Time.parse("61 min"))).isPositive();
        assertThatThrownBy(() -> new Time(Double.POSITIVE_INFINITY)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0 h, 0 h, 0 ms",
        "1 ms, 1 ms, 1 ms",
        "1500 ms, 1500 ms, 1500 ms",
        "60 s, 1 min, 1 min",
        "90 min, 90 min, 90 min",
        "24 h, 1 d, 1 d",
        "168 h, 1 wk, 1 wk",
        "-24 h, -1 d, -1 d",
        "0.5 h, 30 min, 30 min",
        "999999 wk, 999999 wk, 999999 wk",
        "1.25 h, 75 min, 75 min",
        "0.1 ms, 0.000000027777777777777777 h, 0.1 ms"
    })
    void timesAsText(String read, String exact, String shown) {
        Time time = Time.parse(read);
        assertThat(time.toString()).isEqualTo(shown);
        if (!exact.contains("27777")) {
            assertThat(time.exact()).isEqualTo(exact);
        }
        assertThat(Time.parse(time.exact())).isEqualTo(time);
    }

    @Test
    void dosesAtTheirLimits() {
        assertThat(Dose.units()).containsExactly("mg", "mg/kg");
        assertThat(new Dose(10_000, "mg")).hasToString("10000 mg");
        assertThat(new Dose(500, "mg/kg")).hasToString("500 mg/kg");
        assertThat(new Dose(0.25, "mg")).hasToString("0.25 mg");
        assertThat(new Dose(0.25, "mg").exact()).isEqualTo("0.25 mg");
        assertThatThrownBy(() -> new Dose(10_001, "mg"))
                .hasMessage("A dose is 10001 mg, more than 10000 mg is never given. Maybe there are zeros too many.");
        assertThatThrownBy(() -> new Dose(501, "mg/kg")).hasMessageContaining("more than 500 mg/kg");
        assertThatThrownBy(() -> new Dose(0, "mg")).hasMessageContaining("Maybe \"0.5 mg\".");
        assertThatThrownBy(() -> new Dose(-2, "mg")).hasMessageContaining("Maybe \"2 mg\".");
        assertThatThrownBy(() -> new Dose(Double.NaN, "mg")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Dose(Double.POSITIVE_INFINITY, "mg")).hasMessageContaining("Maybe \"0.5 mg\".");
        assertThatThrownBy(() -> new Dose(1, "mgg")).hasMessageContaining("Maybe \"mg\" was meant.");
    }

    @ParameterizedTest
    @CsvSource({"-10, gap", "10, gap", "0, effect", "1, effect", "0.5, gap"})
    void thresholdsAtTheirLimits(double value, String unit) {
        Threshold threshold = new Threshold(value, unit);
        assertThat(threshold).hasToString(threshold.exact()).isEqualTo(Threshold.parse(threshold.exact()));
        assertThat(threshold.exact()).isEqualTo(Decimal.exact(value) + " " + unit);
    }

    @ParameterizedTest
    @CsvSource({
        "-10.001, gap, half way from healthy",
        "10.001, gap, half way from healthy",
        "-0.001, effect, less than a third",
        "1.001, effect, less than a third",
        "1, gapp, \"gap\" was meant"
    })
    void thresholdsBeyond(double value, String unit, String maybe) {
        assertThatThrownBy(() -> new Threshold(value, unit))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(maybe);
    }

    @Test
    void thresholdsHaveNoNegativeZero() {
        assertThat(Threshold.units()).containsExactly("gap", "effect");
        assertThat(1 / Threshold.parse("-0 gap").value()).isPositive();
    }

    @Test
    void rulesAtTheirLimits() {
        double below = -Double.MIN_VALUE;
        double above = Double.MIN_VALUE;
        assertThat(List.of(Rule.POSITIVE.allows(0), Rule.POSITIVE.allows(above), Rule.POSITIVE.allows(below)))
                .containsExactly(false, true, false);
        assertThat(List.of(
                        Rule.NON_NEGATIVE.allows(0), Rule.NON_NEGATIVE.allows(above), Rule.NON_NEGATIVE.allows(below)))
                .containsExactly(true, true, false);
        assertThat(List.of(
                        Rule.FRACTION.allows(0),
                        Rule.FRACTION.allows(1),
                        Rule.FRACTION.allows(below),
                        Rule.FRACTION.allows(Math.nextUp(1.0))))
                .containsExactly(true, true, false, false);
        assertThat(Rule.POSITIVE.words()).isEqualTo("greater than 0");
    }

    private static Sourced sourced(double value, double low, double high) {
        return new Sourced(value, "mg", low, high, "test", Evidence.LOW, Status.ASSUMED);
    }

    @Test
    void sourcedNumbersLieInTheirRange() {
        assertThatCode(() -> sourced(1, 1, 2)).doesNotThrowAnyException();
        assertThatCode(() -> sourced(2, 1, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> sourced(0.999, 1, 2))
                .hasMessageContaining("must lie between low (1.0) and high (2.0)");
        assertThatThrownBy(() -> sourced(2.001, 1, 2)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sourced(Double.NaN, 1, 2)).hasMessageContaining("finite");
        assertThat(sourced(0, 0, 1).atLeastZero("x")).isZero();
        assertThat(sourced(0.5, 0, 1).positive("x")).isEqualTo(0.5);
        assertThatThrownBy(() -> sourced(0, 0, 1).positive("x")).hasMessage("x is 0.0 mg, it must be greater than 0.");
        assertThatThrownBy(() -> sourced(-1, -1, 1).atLeastZero("x"))
                .hasMessage("x is -1.0 mg, it must be 0 or greater.");
        assertThat(sourced(0.5, 0, 1).atLeastZero("x")).isEqualTo(0.5);
    }

    @Test
    void mistakesKnowTheirPlace() {
        Invalid inner = new Invalid("dose", "dose is 5.", "Maybe 4.");
        assertThat(inner.in("events/2").at()).isEqualTo("events/2/dose");
        assertThat(new Invalid("wrong.").in("arms").at()).isEqualTo("arms");
        assertThat(inner.in("x").problem()).isEqualTo("dose is 5.");
        assertThat(inner.in("x").maybe()).isEqualTo("Maybe 4.");
        assertThat(inner).hasMessage("dose is 5. Maybe 4.");
        assertThat(new Invalid("wrong.")).hasMessage("wrong.");
    }

    @ParameterizedTest
    @CsvSource({
        "ketamien, Maybe \"ketamine\" was meant.",
        "KETAMINE, Maybe \"ketamine\" was meant.",
        "ketam, 'Maybe one of: ketamine, sham.'",
        "shma, Maybe \"sham\" was meant.",
        "hsam, Maybe \"sham\" was meant.",
        "s, 'Maybe one of: ketamine, sham.'"
    })
    void suggestionsCountSwapsAsOne(String typed, String said) {
        assertThat(Suggestion.among(List.of("ketamine", "sham"), typed)).isEqualTo(said);
    }

    @Test
    void suggestionsAreCheapAndFair() {
        assertThat(Suggestion.among(List.of(), "x")).isEmpty();
        assertThat(Suggestion.among(List.of("ab", "aa"), "ac")).isEqualTo("Maybe \"aa\" was meant.");
        assertThat(Suggestion.among(List.of("a"), "a".repeat(100_000))).isEqualTo("Maybe one of: a.");
        // Three swaps in nine letters are three edits, just near enough; without swaps they would be six.
        assertThat(Suggestion.among(List.of("abcdefghi"), "bacdfeghi")).isEqualTo("Maybe \"abcdefghi\" was meant.");
        assertThat(Suggestion.among(List.of("abcdefghi"), "badcfeghi")).isEqualTo("Maybe \"abcdefghi\" was meant.");
    }

    @ParameterizedTest
    @CsvSource({
        "1e15, 1000000000000000",
        "9.99e15, 9990000000000000",
        "1e16, 1E16",
        "0.00001, 0.00001",
        "0.0000099, 0.0000099",
        "0.000009, 0.000009",
        "1e-6, 0.000001",
        "9e-7, 9E-7",
        "-2.5e-300, -2.5E-300",
        "123456789012345680, 1.2345678901234568E17",
        "0.30000000000000004, 0.30000000000000004",
        "4.9e-324, 4.94065645841247E-324"
    })
    void decimalsPlainOrWithExponent(double x, String text) {
        String written = Decimal.exact(x);
        assertThat(Double.parseDouble(written)).isEqualTo(x);
        assertThat(Double.parseDouble(written)).isEqualTo(Double.parseDouble(text));
        assertThat(written.contains("E")).isEqualTo(Math.abs(x) >= 1e16 || Math.abs(x) < 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "-0.001, 2, 0.00",
        "2, 0, 2",
        "1e20, 1, 100000000000000000000.0",
        "-1.5, 0, -2"
    })
    void decimalsWithFixedPlaces(double x, int places, String text) {
        assertThat(Decimal.fixed(x, places)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNeverWritten(double x) {
        for (Runnable write :
                List.<Runnable>of(() -> Decimal.exact(x), () -> Decimal.of(x, 3), () -> Decimal.fixed(x, 3))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A number to be written is " + x + ", it must be finite.");
        }
    }

    @Test
    void longTextsAreCutInMessages() {
        Invalid thrown = catchThrowableOfType(Invalid.class, () -> Time.parse("x".repeat(50)));
        assertThat(thrown.problem())
                .isEqualTo("\"" + "x".repeat(40) + "...\" is not a time: a number and a unit are needed.");
        assertThat(catchThrowableOfType(Invalid.class, () -> Time.parse("x".repeat(40)))
                        .problem())
                .doesNotContain("...");
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
