package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;

class BassettFlexibilityTest {

    @Test
    void equalsTheReference() {
        int[][] community = Reference.partition("PART_a_partition");
        double[][] expected = Reference.table("PART_a_node");
        BassettFlexibility flexibility = BassettFlexibility.of(community);
        for (int i = 0; i < expected.length; i++) {
            Reference.assertClose(flexibility.node()[i], expected[i][2], 1e-12, 1e-12, "flexibility of " + i);
            Reference.assertClose(flexibility.promiscuity()[i], expected[i][3], 1e-12, 1e-12, "promiscuity of " + i);
        }
        double mean = Reference.manifest("PART_a").get("mean_flexibility").asDouble();
        Reference.assertClose(flexibility.mean(), mean, 1e-12, 1e-12, "mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANT_clean", "PLANT_easy", "PLANT_hard", "PIPE_a", "PIPE_b"})
    void equalsThePlantedTruth(String id) {
        BassettFlexibility truth = BassettFlexibility.of(Reference.partition(id + "_truth"));
        for (int i = 0; i < truth.node().length; i++) {
            double expected =
                    Reference.manifest(id).get("true_flexibility").get(i).asDouble();
            Reference.assertClose(truth.node()[i], expected, 1e-12, 1e-12, "node " + i);
        }
    }

    @Test
    void renamingCommunitiesChangesNothing() {
        int[][] community = Reference.partition("PART_a_partition");
        BassettFlexibility before = BassettFlexibility.of(community);
        for (int[] layer : community) {
            for (int i = 0; i < layer.length; i++) {
                layer[i] = 1000 - 7 * layer[i];
            }
        }
        BassettFlexibility after = BassettFlexibility.of(community);
        assertThat(after.node()).isEqualTo(before.node());
        assertThat(after.promiscuity()).isEqualTo(before.promiscuity());
    }

    @Test
    void runsAreAveraged() {
        Partition still = new Partition(new int[][] {{0, 1}, {0, 1}, {0, 1}}, 0);
        Partition moving = new Partition(new int[][] {{0, 1}, {1, 1}, {0, 1}}, 0);
        BassettFlexibility both = BassettFlexibility.of(still, moving);
        assertThat(both.node()).containsExactly(Measurement.of(0.5), Measurement.of(0));
        assertThat(both.mean()).isEqualTo(Measurement.of(0.25));
        assertThat(both.promiscuity()).containsExactly(Measurement.of(0.5), Measurement.of(0));
    }

    @Test
    void oneLayerOrOneCommunityIsUndefined() {
        BassettFlexibility one = BassettFlexibility.of(new int[][] {{0, 1, 1}});
        assertThat(one.mean()).isEqualTo(Measurement.undefined("one layer, no pair of layers"));
        assertThat(one.node()[2].isDefined()).isFalse();
        BassettFlexibility all = BassettFlexibility.of(new int[][] {{0, 0}, {0, 0}});
        assertThat(all.mean()).isEqualTo(Measurement.of(0));
        assertThat(all.promiscuity()[0]).isEqualTo(Measurement.undefined("one community, there is no other to visit"));
        assertThatThrownBy(() -> BassettFlexibility.of(new int[][] {{0, 0}, {0}}))
                .hasMessageContaining("2 nodes");
        assertThatThrownBy(() -> BassettFlexibility.of(new int[0][])).hasMessageContaining("empty");
    }

    /** A layer that repeats its neighbour: the optimum keeps every node, so no change is added. */
    @Test
    void duplicateLayerAddsNoSwitch() {
        double[][][] w = Reference.layers("PLANT_clean", 30, 10).weights();
        double[][][] doubled = new double[11][][];
        for (int s = 0; s < 11; s++) {
            doubled[s] = w[s <= 4 ? s : s - 1];
        }
        Measurement once = flexibility(new Layers(w), 0.5);
        Measurement twice = flexibility(new Layers(doubled), 0.5);
        Reference.assertClose(twice.orElseThrow() * 10, once.orElseThrow() * 9, 1e-12, 0, "changes");
        assertThat(once.orElseThrow()).isPositive();
    }

    @Test
    void largeOmegaFreezesEverything() {
        assertThat(flexibility(Reference.layers("PLANT_hard", 48, 16), 100)).isEqualTo(Measurement.of(0));
    }

    private static Measurement flexibility(Layers layers, double omega) {
        Partition best = new MultilayerModularity(layers, 1, omega)
                .search(10, Address.of(1))
                .best();
        return BassettFlexibility.of(best).mean();
    }
}
