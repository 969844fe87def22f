package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class MultilayerModularityTest {

    private static final int STARTS = 20;

    /** Every partition was enumerated: Q_max is proven, and the optimal partition is unique. */
    @ParameterizedTest
    @ValueSource(strings = {"TINY_4x3_a", "TINY_6x2_a", "TINY_5x2_a", "TINY_3x4_a", "TINY_10x1_a", "TINY_6x2_b"})
    void reachesProvenOptima(String id) {
        JsonNode entry = Reference.manifest(id);
        Layers layers =
                Reference.layers(id, entry.get("n").asInt(), entry.get("T").asInt());
        MultilayerModularity q = new MultilayerModularity(
                layers, entry.get("gamma").asDouble(), entry.get("omega").asDouble());
        double proven = entry.get("Q_max").asDouble();
        int[][] optimum = Reference.partition(id + "_optimum");
        assertThat(q.quality(optimum)).isCloseTo(proven, within(1e-12));
        for (int seed = 0; seed < 5; seed++) {
            MultilayerModularity.Search found = q.search(STARTS, Address.of(seed));
            assertThat(found.best().quality()).isCloseTo(proven, within(1e-12));
            assertThat(Arrays.stream(found.qualities()).max().orElseThrow()).isLessThanOrEqualTo(proven + 1e-12);
            assertThat(togetherness(found.best().community())).isEqualTo(togetherness(optimum));
        }
    }

    private static String togetherness(int[][] community) {
        int[] flat = Arrays.stream(community).flatMapToInt(Arrays::stream).toArray();
        StringBuilder pairs = new StringBuilder();
        for (int a : flat) {
            for (int b : flat) {
                pairs.append(a == b ? '1' : '0');
            }
        }
        return pairs.toString();
    }

    /** Best Q of GenLouvain (Octave) and leidenalg, each 20 runs, 1e-4 relative; the truth's Q to 1e-9. */
    @ParameterizedTest
    @CsvSource({
        "PLANT_clean, PLANT_clean, 0.1",
        "PLANT_clean, PLANT_clean, 0.5",
        "PLANT_clean, PLANT_clean, 1.0",
        "PLANT_easy, PLANT_easy, 0.1",
        "PLANT_easy, PLANT_easy, 0.5",
        "PLANT_easy, PLANT_easy, 1.0",
        "PLANT_hard, PLANT_hard, 0.1",
        "PLANT_hard, PLANT_hard, 0.5",
        "PLANT_hard, PLANT_hard, 1.0",
        "PIPE_a, PIPE_a_layers, 0.5",
        "PIPE_a, PIPE_a_layers, 1.0",
        "PIPE_b, PIPE_b_layers, 0.5",
        "PIPE_b, PIPE_b_layers, 1.0"
    })
    void isNotBelowTheBestOfThePeers(String id, String file, String omega) {
        JsonNode entry = Reference.manifest(id);
        Layers layers =
                Reference.layers(file, entry.get("n").asInt(), entry.get("T").asInt());
        MultilayerModularity q = new MultilayerModularity(layers, 1, Double.parseDouble(omega));
        double ofTruth = entry.get("Q_of_truth").get(omega).asDouble();
        assertThat(q.quality(Reference.partition(id + "_truth"))).isCloseTo(ofTruth, within(1e-9));
        double peers = Reference.rows("best_known").stream()
                .filter(row -> row[0].equals(id) && row[1].equals(omega))
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .findFirst()
                .orElseThrow();
        assertThat(q.quality(Reference.partition("best_" + id + "_omega" + omega)))
                .isCloseTo(peers, within(1e-9));
        Partition best = q.search(STARTS, Address.of(7)).best();
        assertThat(best.quality()).isGreaterThanOrEqualTo(peers - 1e-4 * Math.abs(peers));
        assertThat(best.quality()).isEqualTo(q.quality(best.community()));
    }

    /** The sum over the search's graph plus its constant diagonal equals the definition, for positive and signed layers. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void graphOfTheSearchAgreesWithTheDefinition(boolean signed) {
        Layers layers = random(5, 4, signed, 11);
        MultilayerModularity q = new MultilayerModularity(layers, 1.2, 0.3);
        SignedGraph graph = SignedGraph.of(layers, 1.2, 0.3);
        double twoMu = 2 * 0.3 * 5 * 3;
        for (double[][] layer : layers.weights()) {
            for (double[] row : layer) {
                twoMu += Arrays.stream(row).map(Math::abs).sum();
            }
        }
        int[][] alone = new int[4][5];
        int[][] some = new int[4][5];
        Draws draws = Address.of(3).draws();
        for (int v = 0; v < 20; v++) {
            alone[v / 5][v % 5] = v;
            some[v / 5][v % 5] = draws.below(3);
        }
        double inside = 0;
        for (int v = 0; v < graph.nodes; v++) {
            for (int e = graph.start[v]; e < graph.start[v + 1]; e++) {
                int u = graph.target[e];
                inside += some[v / 5][v % 5] == some[u / 5][u % 5] ? graph.weight[e] : 0;
            }
        }
        assertThat(q.quality(alone) + inside / twoMu).isCloseTo(q.quality(some), within(1e-14));
    }

    private static Layers random(int nodes, int count, boolean signed, long seed) {
        Draws draws = Address.of(seed).draws();
        double[][][] w = new double[count][nodes][nodes];
        for (double[][] layer : w) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < i; j++) {
                    layer[i][j] = layer[j][i] = signed ? draws.gaussian() : draws.uniform();
                }
            }
        }
        return new Layers(w);
    }

    /** Signed weights, Gomez 2009: two positive pairs, negative between. By hand: k+ = 1, 2m+ = 4; k- = 2, 2m- = 8. */
    @Test
    void signedWeightsHaveTwoNullModels() {
        double[][] w = {{0, 1, -1, -1}, {1, 0, -1, -1}, {-1, -1, 0, 1}, {-1, -1, 1, 0}};
        MultilayerModularity q = new MultilayerModularity(new Layers(new double[][][] {w}), 1, 0);
        // inside: positive 4 - 8 x 1/4 = 2, negative -(0 - 8 x 4/8) = 4; (2 + 4) / 12
        assertThat(q.quality(new int[][] {{0, 0, 1, 1}})).isCloseTo(0.5, within(1e-15));
        MultilayerModularity.Search found = q.search(5, Address.of(1));
        assertThat(found.best().community()).isDeepEqualTo(new int[][] {{0, 0, 1, 1}});
        assertThat(found.best().quality()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void omegaZeroIsTheSumOfSingleLayers() {
        Layers layers = random(8, 3, false, 12);
        double inside = 0;
        double twoM = 0;
        for (double[][] layer : layers.weights()) {
            double sum = Arrays.stream(layer).flatMapToDouble(Arrays::stream).sum();
            inside += sum
                    * new MultilayerModularity(new Layers(new double[][][] {layer}), 1, 0)
                            .search(STARTS, Address.of(1))
                            .best()
                            .quality();
            twoM += sum;
        }
        assertThat(new MultilayerModularity(layers, 1, 0)
                        .search(STARTS, Address.of(1))
                        .best()
                        .quality())
                .isCloseTo(inside / twoM, within(1e-12));
    }

    @Test
    void sameAddressSamePartitionAndMoreStartsKeepTheEarlierOnes() {
        MultilayerModularity q = MultilayerModularity.of(random(12, 10, false, 13));
        Partition[] five = q.runs(5, Address.of(1));
        Partition[] nine = q.runs(9, Address.of(1));
        for (int k = 0; k < 5; k++) {
            assertThat(nine[k].community()).isDeepEqualTo(five[k].community());
        }
        assertThat(q.search(9, Address.of(1)).best().quality())
                .isEqualTo(q.search(9, Address.of(1)).best().quality());
    }

    /** Regions in another order: the same best Q, to rounding, where the search finds the optimum every time. */
    @Test
    void renamingTheRegionsKeepsTheBestQuality() {
        double[][][] w = Reference.layers("PLANT_easy", 40, 12).weights();
        int[] order = new int[40];
        Arrays.setAll(order, i -> i);
        Address.of(8).draws().shuffle(order);
        double[][][] turned = new double[12][40][40];
        for (int s = 0; s < 12; s++) {
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < 40; j++) {
                    turned[s][i][j] = w[s][order[i]][order[j]];
                }
            }
        }
        Partition best = new MultilayerModularity(new Layers(w), 1, 0.5)
                .search(5, Address.of(1))
                .best();
        Partition other = new MultilayerModularity(new Layers(turned), 1, 0.5)
                .search(5, Address.of(1))
                .best();
        assertThat(other.quality()).isCloseTo(best.quality(), within(1e-12));
        for (int i = 0; i < 40; i++) {
            assertThat(BassettFlexibility.of(other).node()[i])
                    .isEqualTo(BassettFlexibility.of(best).node()[order[i]]);
        }
    }

    @Test
    void emptyLayersAddNothing() {
        double[][] empty = new double[3][3];
        double[][] full = {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}};
        MultilayerModularity q = new MultilayerModularity(new Layers(new double[][][] {empty, full}), 1, 0);
        assertThat(q.search(3, Address.of(1)).best().quality()).isZero(); // one edge: 2 - (1 + 1) 2 / 2 = 0
        assertThat(new MultilayerModularity(new Layers(new double[][][] {empty}), 1, 1).quality(new int[1][3]))
                .isZero();
    }

    @Test
    void refusesWrongInput() {
        Layers layers = random(3, 2, false, 1);
        assertThatThrownBy(() -> new MultilayerModularity(layers, -1, 0)).hasMessageContaining("gamma is -1.0");
        assertThatThrownBy(() -> MultilayerModularity.of(layers).runs(0, Address.of(1)))
                .hasMessageContaining("starts");
        assertThatThrownBy(() -> MultilayerModularity.of(layers).quality(new int[3][2]))
                .hasMessageContaining("transposed");
        assertThatThrownBy(() -> new Layers(new double[][][] {{{0, 1}, {2, 0}}}))
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> new Layers(new double[][][] {{{1, 0}, {0, 1}}}))
                .hasMessageContaining("diagonal");
        assertThatThrownBy(() -> new Layers(new double[0][][])).hasMessageContaining("empty");
    }
}
