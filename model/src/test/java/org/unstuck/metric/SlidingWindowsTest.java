package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class SlidingWindowsTest {

    @ParameterizedTest
    @CsvSource({"PIPE_a, 100, 10", "PIPE_b, 50, 12"})
    void equalsTheReference(String id, int window, int count) {
        Layers layers = SlidingWindows.of(window, window).layers(Reference.table(id + "_series"));
        Layers expected = Reference.layers(id + "_layers", 30, count);
        assertThat(layers.count()).isEqualTo(count);
        for (int s = 0; s < count; s++) {
            Reference.assertClose(layers.weights()[s], expected.weights()[s], 1e-9, 1e-10);
        }
    }

    /** Node flexibility of the whole pipeline against the planted one, where the peers find it exactly (PIPE_a). */
    @Test
    void wholePipelineFindsThePlantedFlexibility() {
        Layers layers = SlidingWindows.of(100, 100).layers(Reference.table("PIPE_a_series"));
        Partition best = new MultilayerModularity(layers, 1, 0.5)
                .search(20, Address.of(1))
                .best();
        BassettFlexibility found = BassettFlexibility.of(best);
        for (int i = 0; i < 30; i++) {
            double expected =
                    Reference.manifest("PIPE_a").get("true_flexibility").get(i).asDouble();
            Reference.assertClose(found.node()[i], expected, 1e-12, 1e-12, "node " + i);
        }
    }

    @Test
    void windowsStartAtMultiplesOfTheStepAsLongAsTheyFit() {
        assertThat(SlidingWindows.of(60, 20).count(600)).isEqualTo(28);
        assertThat(SlidingWindows.of(60, 20).count(60)).isEqualTo(1);
        assertThat(SlidingWindows.of(60, 20).count(59)).isZero();
        double[][] values = Reference.table("SER_block_series");
        double[][] part = java.util.Arrays.copyOfRange(values, 40, 100);
        double[][] expected = FunctionalConnectivity.of(part).matrix();
        double[][] third = new SlidingWindows(60, 20, SlidingWindows.Negative.SIGNED)
                .layers(values)
                .weights()[2];
        assertThat(third[0][3]).isCloseTo(expected[0][3], within(1e-14));
        assertThat(third[0][0]).isZero();
    }

    @Test
    void negativeCorrelationsAreClippedOrKept() {
        double[][] values = {{1, -1}, {2, -2}, {3, -3.5}};
        assertThat(SlidingWindows.of(3, 1).layers(values).weights()[0][0][1]).isZero();
        assertThat(new SlidingWindows(3, 1, SlidingWindows.Negative.SIGNED)
                        .layers(values)
                        .weights()[0][0][1])
                .isNegative();
    }

    @Test
    void constantOrShortSeriesAreAnObstacle() {
        double[][] values = {{1, 5}, {2, 5}, {3, 5}, {1, 6}};
        assertThat(SlidingWindows.of(3, 1).obstacle(values)).contains("region 1 is constant in window 0");
        assertThatThrownBy(() -> SlidingWindows.of(3, 1).layers(values)).hasMessageContaining("window 0");
        assertThat(WindowedFlexibility.of(SlidingWindows.of(3, 1)).of(values, Address.of(1)))
                .isEqualTo(Measurement.undefined("region 1 is constant in window 0"));
        assertThat(WindowedFlexibility.of(SlidingWindows.of(5, 1)).of(values, Address.of(1)))
                .isEqualTo(Measurement.undefined("4 samples are shorter than one window of 5"));
        assertThat(WindowedFlexibility.of(SlidingWindows.of(4, 1)).of(values, Address.of(1)))
                .isEqualTo(Measurement.undefined("one layer, no pair of layers"));
        assertThatThrownBy(() -> SlidingWindows.of(1, 1)).hasMessageContaining("window is 1");
    }

    /** The usual omega is 0.10 for 12 regions of a correlation network with mean strength 2.5, and follows the weights. */
    @Test
    void usualOmegaFollowsTheNodeStrength() {
        double[][][] w = new double[2][12][12];
        for (double[][] layer : w) {
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    layer[i][j] = i == j ? 0 : 2.5 / 11;
                }
            }
        }
        assertThat(MultilayerModularity.of(new Layers(w)).omega()).isCloseTo(0.1, within(1e-15));
    }

    /** Independent noise looks more flexible than a static modular network at the usual omega: the trap the null is for. */
    @Test
    void noiseIsMoreFlexibleThanAStaticModularNetwork() {
        WindowedFlexibility measure = WindowedFlexibility.of(SlidingWindows.of(30, 30));
        double modular = measure.of(series(0.8), Address.of(1)).orElseThrow();
        double noise = measure.of(series(0), Address.of(1)).orElseThrow();
        assertThat(noise).isGreaterThan(modular + 0.1);
    }

    /** x -> 4 x is exact in binary, so correlations and the search are the same to the bit. */
    @Test
    void unchangedByTheUnitOfTheSeries() {
        WindowedFlexibility measure = WindowedFlexibility.of(SlidingWindows.of(30, 15));
        double[][] values = series(0.4);
        Measurement before = measure.of(values, Address.of(1));
        for (double[] row : values) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= 4;
            }
        }
        assertThat(measure.of(values, Address.of(1))).isEqualTo(before);
        assertThat(before.orElseThrow()).isPositive();
    }

    private static double[][] series(double share) {
        Draws draws = Address.of(21).draws();
        double[][] values = new double[600][12];
        for (double[] row : values) {
            double[] common = {draws.gaussian(), draws.gaussian(), draws.gaussian()};
            for (int i = 0; i < 12; i++) {
                row[i] = share * common[i / 4] + (1 - share) * draws.gaussian();
            }
        }
        return values;
    }
}
