package org.unstuck.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {

    @ParameterizedTest
    @CsvSource({"1, 0.2", "3, 0.5", "7, 1", "8, 2", "0.05, 0.01", "0.012, 0.002", "36, 10", "84, 20"})
    void stepsAreRound(double span, double step) {
        assertThat(Theme.step(span)).isCloseTo(step, within(step * 1e-12));
        assertThat(span / Theme.step(span)).isBetween(2.5, 7.0 + 1e-9);
    }

    @Test
    void ticksOfOneAxisHaveTheSameDecimalsInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            var format = Theme.axis("x", 0.28, 0.41).getNumberFormatOverride();
            assertThat(format.format(0.4)).isEqualTo("0.40");
            assertThat(format.format(0.32)).isEqualTo("0.32");
            assertThat(Theme.axis("x", 0, 84).getNumberFormatOverride().format(60))
                    .isEqualTo("60");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wrapsAtSpacesOnly() {
        double width = Theme.width("benzodiazepine,", Theme.TEXT) + 1;
        assertThat(Theme.wrap("benzodiazepine, 4-week taper", Theme.TEXT, width))
                .containsExactly("benzodiazepine,", "4-week taper");
        assertThat(Theme.wrap("benzodiazepine", Theme.TEXT, 5)).containsExactly("benzodiazepine");
    }

    @Test
    void labelsHaveTheirUnit() {
        assertThat(Theme.label("concentration", "ng/mL")).isEqualTo("concentration (ng/mL)");
        assertThat(Theme.label("index", "")).isEqualTo("index");
    }

    @Test
    void everyLookDiffersFromEveryOtherWithoutItsColour() {
        for (int i = 0; i < Palette.size(); i++) {
            for (int j = 0; j < i; j++) {
                Look a = Look.of(i);
                Look b = Look.of(j);
                boolean sameMarker = a.marker().equals(b.marker()) && a.filled() == b.filled();
                assertThat(sameMarker).as("markers of looks %s and %s", i, j).isFalse();
            }
        }
    }
}
