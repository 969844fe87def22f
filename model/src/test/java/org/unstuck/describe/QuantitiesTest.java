package org.unstuck.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "40 min, 0.6666666666666666",
        "12 wk, 2016",
        "2 ms, 5.555555555555556E-7",
        "1.5 s, 4.166666666666667E-4",
        "0.5h, 0.5",
        "-1 d, -24",
        "1e1 d, 240"
    })
    void timesAreReadWithTheirUnit(String text, double hours) {
        assertThat(Time.parse(text).hours()).isCloseTo(hours, within(1e-15 + 1e-12 * Math.abs(hours)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "min", "", "40 minutes", "NaN h", "1e999 h", "4 0 min", "1..2 h", "0x10 h"})
    void othersAreRefusedWithASuggestion(String text) {
        assertThatThrownBy(() -> Time.parse(text)).isInstanceOf(Invalid.class).hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40 min", "12 wk", "2 ms", "1500 ms", "90 s", "84 h", "3 d", "0 ms"})
    void timesAreWrittenAsTheyAreRead(String text) {
        assertThat(Time.parse(Time.parse(text).toString()).hours())
                .isCloseTo(Time.parse(text).hours(), within(1e-12));
    }

    @Test
    void dosesKnowBodyWeight() {
        assertThat(Dose.parse("0.5 mg/kg").mg(70)).isEqualTo(35);
        assertThat(Dose.parse("0.5 mg").mg(70)).isEqualTo(0.5);
        assertThatThrownBy(() -> Dose.parse("-1 mg")).hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> Dose.parse("5 g")).hasMessageContaining("not a unit");
        assertThatThrownBy(() -> Dose.parse("5")).hasMessageContaining("has no unit");
    }

    @Test
    void theNearestNameIsSuggested() {
        assertThat(Suggestion.among(List.of("AMY", "AI", "dACC"), "AMV")).isEqualTo("Maybe \"AMY\" was meant.");
        assertThat(Suggestion.among(List.of("alprazolam", "ketamine"), "alprazolm"))
                .isEqualTo("Maybe \"alprazolam\" was meant.");
        assertThat(Suggestion.among(List.of("alprazolam", "ketamine"), "x"))
                .isEqualTo("Maybe one of: alprazolam, ketamine.");
    }

    @Test
    void decimalsAreReadBackExactly() {
        Draws draws = Address.of(5).with("decimals").draws();
        for (int i = 0; i < 100_000; i++) {
            double x = Double.longBitsToDouble(draws.bits());
            if (Double.isFinite(x)) {
                assertThat(Double.parseDouble(Decimal.exact(x))).isEqualTo(x);
            }
        }
        assertThat(Decimal.exact(0.1)).isEqualTo("0.1");
        assertThat(Decimal.exact(2e-3)).isEqualTo("0.002");
        assertThat(Decimal.exact(100)).isEqualTo("100");
        assertThat(Decimal.exact(-0.0)).isEqualTo("0");
        assertThat(Decimal.exact(2.0E-3 / 3)).isEqualTo("0.0006666666666666666");
        assertThat(Decimal.exact(1e22)).isEqualTo("1E22");
        assertThat(Decimal.of(1 / 3.0, 4)).isEqualTo("0.3333");
        assertThatThrownBy(() -> Decimal.exact(Double.NaN)).hasMessageContaining("finite");
    }

    /** Found by fuzzing: records tell -0 from 0, nobody else does. */
    @Test
    void thereIsOneZero() {
        assertThat(Time.parse("-0 h")).isEqualTo(Time.parse("0 h"));
        assertThat(Time.parse("-1e-330 ms").hours()).isEqualTo(0.0);
        assertThat(Threshold.parse("-0 gap")).isEqualTo(Threshold.parse("0 gap"));
    }
}
