package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Affiliations of four regions to two modules by hand, and the edges of what a recording is measured with. */
class TemplateFlexibilityTest {

    /** Weights between regions 0 to 3. */
    private static double[][] layer(double w01, double w02, double w03, double w12, double w13, double w23) {
        return new double[][] {
            {0, w01, w02, w03}, {w01, 0, w12, w13}, {w02, w12, 0, w23}, {w03, w13, w23, 0},
        };
    }

    /** Modules 5 (regions 0, 1, 2) and 9 (region 3). */
    private static final int[] MODULE = {5, 5, 5, 9};

    /**
     * Region 0: to its own module 0.25 + 0.25 over two others, mean 0.25; to region 3 0.375, which is more although the sum is less. Region 1:
     * (0.25 + 0.75) / 2 = 0.5 against 0.5, the first of equals. Region 2: 0.5 against 0.9. Region 3 has nobody else in its module: it
     * belongs to the other whatever the weights.
     */
    @Test
    void theHighestMeanDecides() {
        TemplateFlexibility one =
                TemplateFlexibility.of(new Layers(new double[][][] {layer(0.25, 0.25, 0.375, 0.75, 0.5, 0.9)}), MODULE);
        assertThat(one.affiliation()[0]).containsExactly(1, 0, 1, 0);
    }

    /** From layer to layer region 0 goes over and comes back, region 2 goes over once, the others stay: 2/2, 0, 1/2, 0. */
    @Test
    void changesAreCounted() {
        double[][] away = layer(0.3, 0.3, 0.4, 0.6, 0.4, 0.1);
        double[][] home = layer(0.3, 0.3, 0.2, 0.6, 0.4, 0.1);
        double[][] both = layer(0.3, 0.3, 0.4, 0.6, 0.4, 0.9);
        TemplateFlexibility three = TemplateFlexibility.of(new Layers(new double[][][] {away, home, both}), MODULE);
        assertThat(three.affiliation()).isDeepEqualTo(new int[][] {{1, 0, 0, 0}, {0, 0, 0, 0}, {1, 0, 1, 0}});
        assertThat(three.flexibility().node())
                .containsExactly(Measurement.of(1), Measurement.of(0), Measurement.of(0.5), Measurement.of(0));
        assertThat(three.flexibility().mean()).isEqualTo(Measurement.of(1.5 / 4));
    }

    @Test
    void aTemplateNeedsTwoModulesAndEveryRegion() {
        Layers layers = new Layers(new double[][][] {layer(0, 0, 0, 0, 0, 0)});
        assertThatThrownBy(() -> TemplateFlexibility.of(layers, new int[] {3, 3, 3, 3}))
                .hasMessageContaining("4 nodes in 1 modules");
        assertThatThrownBy(() -> TemplateFlexibility.of(layers, new int[] {1, 2, 3}))
                .hasMessageContaining("3 nodes in 3 modules");
    }

    @Test
    void aRecordingNeedsWindowsStatesAndSurrogates() {
        int[] module = {0, 1};
        RecordingSettings least = new RecordingSettings(0.5, 5, module, 2, 1, 7);
        module[0] = 9;
        assertThat(least.module()).containsExactly(0, 1);
        // A quarter of a window, and at least one sample.
        assertThat(least.fcdStep()).isEqualTo(1);
        assertThat(new RecordingSettings(0.5, 7, module, 2, 1, 7).fcdStep()).isEqualTo(1);
        assertThat(new RecordingSettings(0.5, 8, module, 2, 1, 7).fcdStep()).isEqualTo(2);
        assertThat(new RecordingSettings(0.5, 40, module, 2, 1, 7).fcdStep()).isEqualTo(10);
        assertThatThrownBy(() -> new RecordingSettings(0, 5, module, 2, 1, 7))
                .hasMessageContaining("samplingMs is 0.0");
        assertThatThrownBy(() -> new RecordingSettings(Double.NaN, 5, module, 2, 1, 7))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new RecordingSettings(1, 4, module, 2, 1, 7)).hasMessageContaining("window 4");
        assertThatThrownBy(() -> new RecordingSettings(1, 5, module, 1, 1, 7)).hasMessageContaining("states 1");
        assertThatThrownBy(() -> new RecordingSettings(1, 5, module, 2, 0, 7)).hasMessageContaining("surrogates 0");
    }
}
