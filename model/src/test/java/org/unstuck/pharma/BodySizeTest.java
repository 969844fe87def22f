package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;

class BodySizeTest {

    /** Numbers of drugs are for 70 kg. */
    @Test
    void sizeIsRelativeToSeventyKilograms() {
        assertThat(BodySize.typical(70).size()).isEqualTo(1);
        assertThat(BodySize.typical(35).size()).isEqualTo(0.5);
        assertThat(BodySize.typical(35)).isEqualTo(new BodySize(35, 1, 1, 1));
    }

    @Test
    void everyNumberIsPositiveAndFinite() {
        refused("weightKg", 0, 1, 1, 1);
        refused("weightKg", -70, 1, 1, 1);
        refused("clearance", 70, 0, 1, 1);
        refused("volume", 70, 1, Double.POSITIVE_INFINITY, 1);
        refused("absorption", 70, 1, 1, Double.NaN);
    }

    private static void refused(String at, double weightKg, double clearance, double volume, double absorption) {
        assertThatThrownBy(() -> new BodySize(weightKg, clearance, volume, absorption))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo(at))
                .hasMessageContaining("it must be greater than 0. Maybe 1.");
    }
}
