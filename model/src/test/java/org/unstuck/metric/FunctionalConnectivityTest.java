package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionalConnectivityTest {

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void equalsTheReference(String id) {
        double[][] values = Reference.table(id + "_series");
        Reference.assertClose(FunctionalConnectivity.of(values).matrix(), Reference.matrix(id + "_fc"), 1e-8, 1e-10);
    }

    @Test
    void unchangedByPositiveScaleAndShiftAndTurnedByNegative() {
        double[][] values = Reference.table("SER_block_series");
        double[][] other = new double[values.length][];
        for (int t = 0; t < values.length; t++) {
            other[t] = values[t].clone();
            other[t][0] = 1e-9 * values[t][0] + 3e-9;
            other[t][1] = -2 * values[t][1] + 100;
        }
        FunctionalConnectivity fc = FunctionalConnectivity.of(values);
        FunctionalConnectivity changed = FunctionalConnectivity.of(other);
        double r02 = fc.between(0, 2).orElseThrow();
        double r12 = fc.between(1, 2).orElseThrow();
        Reference.assertClose(changed.between(0, 2), r02, 1e-9, 0, "scaled");
        Reference.assertClose(changed.between(1, 2), -r12, 1e-9, 0, "turned");
    }

    @Test
    void constantRegionIsUndefinedWithReason() {
        double[][] values = {{1, 0.1, 2}, {2, 0.1, 1}, {4, 0.1, 5}};
        FunctionalConnectivity fc = FunctionalConnectivity.of(values);
        assertThat(fc.constantRegions()).containsExactly(1);
        assertThat(fc.between(0, 1)).isEqualTo(Measurement.undefined("region 1 is constant"));
        assertThat(fc.between(1, 1).isDefined()).isFalse();
        assertThat(fc.between(0, 0)).isEqualTo(Measurement.of(1));
        assertThat(fc.matrix(-9)[2]).satisfies(row -> assertThat(row[1]).isEqualTo(-9));
        assertThatThrownBy(fc::matrix).isInstanceOf(IllegalStateException.class).hasMessageContaining("Region 1");
    }

    @Test
    void fisherZAndDifference() {
        // Hand-made: x = (1, 2, 3, 4), y = (1, 3, 2, 4): r = 4/5, artanh 0.8 = ln(9)/2
        FunctionalConnectivity after = FunctionalConnectivity.of(new double[][] {{1, 1}, {2, 3}, {3, 2}, {4, 4}});
        // y = (2, 1, 4, 3): r = 3/5, artanh 0.6 = ln(4)/2
        FunctionalConnectivity before = FunctionalConnectivity.of(new double[][] {{1, 2}, {2, 1}, {3, 4}, {4, 3}});
        Reference.assertClose(after.fisherZ(0, 1), StrictMath.log(9) / 2, 1e-14, 0, "z");
        Reference.assertClose(after.difference(before)[1][0], StrictMath.log(9.0 / 4) / 2, 1e-14, 0, "difference");
        Reference.assertClose(
                after.meanFisherZ(new int[] {0, 1}, new int[] {0, 1}), StrictMath.log(9) / 2, 1e-14, 0, "mean");
        assertThat(after.difference(before)[0][0].isDefined()).isFalse();
        assertThat(after.meanFisherZ(new int[] {0}, new int[] {0}).isDefined()).isFalse();
    }

    @Test
    void refusesWhatIsNotASeries() {
        assertThatThrownBy(() -> FunctionalConnectivity.of(new double[][] {{1, 2}}))
                .hasMessageContaining("1 samples");
        assertThatThrownBy(() -> FunctionalConnectivity.of(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("values[1]");
        assertThatThrownBy(() -> FunctionalConnectivity.of(new double[][] {{1, 2}, {1, Double.NaN}}))
                .hasMessageContaining("values[1][1] is NaN");
    }
}
