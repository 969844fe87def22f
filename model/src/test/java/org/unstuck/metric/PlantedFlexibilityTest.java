package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.noise.Address;

/** Planted dynamic communities, swept over size, switching rate and noise: where the truth can be recovered, it is. */
class PlantedFlexibilityTest {

    private static final int LAYERS = 20;

    /**
     * gamma 1, omega 0.04 x strength; mean over five draws of the truth. Recoverable: the gap between weights inside and outside is at
     * least 2.5 sd of the noise, and blocks do not die out (12 regions: at most 5 % of them move per layer).
     */
    @ParameterizedTest
    @CsvSource({
        "12, 0.00, 0.00",
        "12, 0.02, 0.00",
        "12, 0.05, 0.00",
        "12, 0.02, 0.05",
        "12, 0.05, 0.05",
        "24, 0.02, 0.05",
        "24, 0.05, 0.10",
        "24, 0.10, 0.10",
        "24, 0.20, 0.10",
        "48, 0.02, 0.15",
        "48, 0.10, 0.15",
        "48, 0.20, 0.15",
        "100, 0.02, 0.20",
        "100, 0.10, 0.20"
    })
    void truthIsRecovered(int nodes, double rate, double noise) {
        double layerwise = 0;
        double error = 0;
        double whole = 0;
        int draws = nodes > 24 ? 2 : 5;
        for (int k = 0; k < draws; k++) {
            Address address =
                    Address.of(31).with(nodes).with(Math.round(1000 * rate)).with(k);
            int[][] truth = Planted.communities(nodes, LAYERS, rate, address.with("truth"));
            Layers layers = Planted.layers(truth, 0.6, 0.1, noise, address.with("weights"));
            Partition best = MultilayerModularity.of(layers)
                    .search(nodes > 24 ? 4 : 20, address)
                    .best();
            layerwise += LabelAgreement.meanAdjustedRand(best.community(), truth) / draws;
            whole += LabelAgreement.of(best.community(), truth).adjustedRand() / draws;
            double planted = BassettFlexibility.of(truth).mean().orElseThrow();
            error += Math.abs(BassettFlexibility.of(best).mean().orElseThrow() - planted) / draws;
        }
        assertThat(layerwise).as("adjusted Rand, mean over layers").isGreaterThanOrEqualTo(0.95);
        assertThat(whole).as("adjusted Rand, names held over time").isGreaterThanOrEqualTo(0.95);
        assertThat(error).as("flexibility").isLessThanOrEqualTo(0.02);
    }

    /** Stitching repairs exchanged names, which no move of a node does. */
    @Test
    void exchangedNamesAreStitched() {
        int[][] community = {{0, 0, 1, 1, 2}, {0, 0, 1, 1, 2}, {2, 2, 0, 0, 1}, {2, 2, 0, 1, 1}};
        assertThat(Stitching.stitch(community, 3)).isTrue();
        assertThat(community)
                .isDeepEqualTo(new int[][] {{0, 0, 1, 1, 2}, {0, 0, 1, 1, 2}, {0, 0, 1, 1, 2}, {0, 0, 1, 2, 2}});
        assertThat(Stitching.stitch(community, 3)).isFalse();
    }

    /** The trap of omega = 1 on 12 regions: real switching is not seen, with the default it is. */
    @Test
    void omegaOneFreezesTwelveRegions() {
        Address address = Address.of(33);
        int[][] truth = Planted.communities(12, 40, 0.3, address.with("truth"));
        double planted = BassettFlexibility.of(truth).mean().orElseThrow();
        Layers layers = Planted.layers(truth, 0.4, 0.1, 0.05, address.with("weights"));
        assertThat(planted).isGreaterThan(0.25);
        GammaOmegaPanel panel = GammaOmegaPanel.of(
                layers, new double[] {1}, new double[] {0.04 * layers.meanStrength(), 1}, 5, address);
        double usual = panel.cells()[0][0].flexibility().orElseThrow();
        double one = panel.cells()[0][1].flexibility().orElseThrow();
        assertThat(one).isLessThan(0.1);
        assertThat(usual).isBetween(planted - 0.05, planted + 0.05);
    }

    /** Time reversal permutes layers end to end: with an optimum that is found every time, flexibility is the same. */
    @Test
    void unchangedByTimeReversal() {
        int[][] truth = Planted.communities(24, LAYERS, 0.05, Address.of(35));
        double[][][] w = Planted.layers(truth, 0.7, 0.1, 0.02, Address.of(36)).weights();
        double[][][] back = new double[w.length][][];
        Arrays.setAll(back, s -> w[w.length - 1 - s]);
        BassettFlexibility ahead = BassettFlexibility.of(
                MultilayerModularity.of(new Layers(w)).search(10, Address.of(1)).best());
        BassettFlexibility reversed = BassettFlexibility.of(MultilayerModularity.of(new Layers(back))
                .search(10, Address.of(1))
                .best());
        assertThat(reversed.node()).isEqualTo(ahead.node());
        assertThat(ahead.mean().orElseThrow()).isPositive();
    }

    @Test
    void consensusFindsTheStaticBlocksAndSaysWhetherItIsUnanimous() {
        int[][] truth = Planted.communities(24, LAYERS, 0.03, Address.of(41));
        int[][] blocks = Planted.communities(24, 1, 0, Address.of(41));
        Layers layers = Planted.layers(blocksOver(blocks[0], 20), 0.5, 0.2, 0.1, Address.of(42));
        Partition[] runs = MultilayerModularity.of(layers).runs(10, Address.of(43));
        ConsensusPartition consensus = ConsensusPartition.of(runs, 20, Address.of(44));
        assertThat(consensus.unanimous()).isTrue();
        assertThat(LabelAgreement.of(consensus.community(), blocks[0]).adjustedRand())
                .isEqualTo(1);
        assertThat(truth).hasNumberOfRows(LAYERS);
    }

    private static int[][] blocksOver(int[] blocks, int layers) {
        int[][] all = new int[layers][];
        Arrays.fill(all, blocks);
        return all;
    }

    /** Template flexibility: the affiliation is read off exactly where inside and outside weights differ. */
    @Test
    void templateFlexibilityEqualsThePlantedTruth() {
        // One region of three blocks of five moves to the next block at layers 4 and 8 of 12: 2 changes in 11 pairs.
        int[][] truth = blocksOver(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2}, 12);
        for (int s = 0; s < 12; s++) {
            truth[s] = truth[s].clone();
            truth[s][0] = s < 4 ? 0 : s < 8 ? 1 : 2;
        }
        Layers layers = Planted.layers(truth, 0.6, 0.1, 0.05, Address.of(51));
        TemplateFlexibility template = TemplateFlexibility.of(layers, truth[0]);
        assertThat(template.affiliation()).isDeepEqualTo(truth);
        assertThat(template.flexibility().node()[0]).isEqualTo(Measurement.of(2.0 / 11));
        assertThat(template.flexibility().node()[1]).isEqualTo(Measurement.of(0));
        int[] renamed = Arrays.stream(truth[0]).map(m -> 9 - m).toArray();
        assertThat(TemplateFlexibility.of(layers, renamed).flexibility().node())
                .isEqualTo(template.flexibility().node());
    }

    /** Nodal permutation keeps every layer up to names and raises flexibility of a static network from 0. */
    @Test
    void nodalPermutationDestroysIdentityOverTime() {
        int[][] truth = blocksOver(Planted.communities(12, 1, 0, Address.of(1))[0], 10);
        Layers layers = Planted.layers(truth, 0.7, 0.1, 0, Address.of(61));
        Layers drawn = new PermutedNodes().of(layers).draw(Address.of(62));
        for (int s = 0; s < 10; s++) {
            double[] before = sorted(layers.weights()[s]);
            assertThat(sorted(drawn.weights()[s])).containsExactly(before);
        }
        Measure<Layers> flexibility = (data, address) -> BassettFlexibility.of(
                        MultilayerModularity.of(data).runs(3, address))
                .mean();
        Against against = Against.of(flexibility, new PermutedNodes(), layers, 19, Address.of(63));
        assertThat(against.value()).isEqualTo(Measurement.of(0));
        assertThat(against.nullMean().orElseThrow()).isGreaterThan(0.3);
        assertThat(against.pBelow()).isEqualTo(Measurement.of(1.0 / 20));
    }

    private static double[] sorted(double[][] w) {
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).sorted().toArray();
    }
}
