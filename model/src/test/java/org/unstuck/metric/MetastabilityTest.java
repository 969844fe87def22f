package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetastabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void equalsTheReference(String id) {
        double[][] values = Reference.table(id + "_series");
        double[][] order = Reference.table(id + "_order");
        Map<String, Double> global = Reference.quantities(id + "_global");
        Metastability all = Metastability.of(values);
        for (int t = 0; t < order.length; t++) {
            Reference.assertClose(all.order()[t], order[t][1], 1e-8, 1e-10, "R(" + t + ")");
        }
        Reference.assertClose(all.synchrony(), global.get("order_mean"), 1e-8, 1e-10, "mean");
        Reference.assertClose(all.metastability(), global.get("metastability_sd"), 1e-8, 1e-10, "sd");
        Metastability cut = Metastability.of(values, Metastability.USUAL_CUT);
        Reference.assertClose(cut.synchrony(), global.get("order_mean_trim10"), 1e-8, 1e-10, "mean, cut");
        Reference.assertClose(cut.metastability(), global.get("metastability_sd_trim10"), 1e-8, 1e-10, "sd, cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PH_two", "PH_five"})
    void equalsExactPhases(String id) {
        Metastability all = Metastability.of(Reference.table(id + "_series"));
        double[][] order = Reference.table(id);
        for (int t = 0; t < order.length; t++) {
            Reference.assertClose(all.order()[t], order[t][1], 1e-9, 1e-10, "R(" + t + ")");
        }
        Reference.assertClose(
                all.metastability(),
                Reference.manifest(id).get("metastability_sd").asDouble(),
                1e-9,
                1e-10,
                "metastability");
    }

    @Test
    void unchangedByScaleAndShiftOfARegion() {
        double[][] values = Reference.table("SER_osc_series");
        double expected = Metastability.of(values).metastability().orElseThrow();
        for (double[] row : values) {
            row[3] = 1000 + 5 * row[3];
        }
        Reference.assertClose(Metastability.of(values).metastability(), expected, 1e-10, 0, "metastability");
    }

    @Test
    void identicalRegionsAreFullySynchronous() {
        double[][] values = new double[50][2];
        for (int t = 0; t < 50; t++) {
            values[t][0] = values[t][1] = t * 7 % 11;
        }
        Metastability m = Metastability.of(values);
        Reference.assertClose(m.synchrony(), 1, 1e-14, 0, "synchrony");
        Reference.assertClose(m.metastability(), 0, 0, 1e-14, "metastability");
    }

    @Test
    void constantOrSingleRegionIsUndefined() {
        assertThat(Metastability.of(new double[][] {{1, 3}, {2, 3}, {0, 3}}).metastability())
                .isEqualTo(Measurement.undefined("region 1 is constant and has no phase"));
        assertThat(Metastability.of(new double[][] {{1}, {2}}).synchrony().isDefined())
                .isFalse();
        assertThatThrownBy(() -> Metastability.of(new double[][] {{1, 2}, {2, 1}}, 0.5))
                .hasMessageContaining("cut");
    }
}
