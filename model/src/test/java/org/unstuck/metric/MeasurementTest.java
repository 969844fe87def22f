package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void neverHoldsNaN() {
        assertThatThrownBy(() -> Measurement.of(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Measurement.of(1).map(x -> x / 0)).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Measurement.undefined(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void undefinedStaysUndefinedWithItsReason() {
        Measurement none = Measurement.undefined("one layer");
        assertThat(none.map(x -> 0)).isEqualTo(none);
        assertThat(Measurement.of(1).combine(none, Double::sum)).isEqualTo(none);
        assertThat(none.combine(Measurement.undefined("other"), Double::sum)).isEqualTo(none);
        assertThat(Measurement.of(1).combine(Measurement.of(2), Double::sum)).isEqualTo(Measurement.of(3));
        assertThatThrownBy(none::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one layer");
    }
}
