package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unstuck.metric.Reference.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;

/**
 * Measures against values computed by numpy and scipy from the written definitions, within the tolerances that stand in the manifest
 * (series 1e-8, graphs 1e-9, labels 1e-10, partitions 1e-12, counts exact). What is not here is in the test of its class:
 * functional connectivity, order parameter, states, flexibility, proven optima, planted communities, whole pipelines.
 */
class OpenCasesTest {

    private static final double SERIES_R = 1e-8;
    private static final double SERIES_A = 1e-10;
    private static final double GRAPH_R = 1e-9;
    private static final double GRAPH_A = 1e-11;

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void pairsOfRegions(String id) {
        double[][] values = Reference.table(id + "_series");
        assertClose(PartialCorrelation.of(values).matrix(), Reference.matrix(id + "_partialcorr"), SERIES_R, SERIES_A);
        assertClose(RankCorrelation.of(values).matrix(), Reference.matrix(id + "_spearman"), SERIES_R, SERIES_A);
        double[][] plv = Reference.matrix(id + "_plv");
        PhaseLocking locking = PhaseLocking.of(values);
        for (int i = 0; i < plv.length; i++) {
            for (int j = 0; j < plv.length; j++) {
                assertClose(locking.between(i, j), plv[i][j], SERIES_R, SERIES_A, "PLV " + i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void connectivityDynamicsInBothVariants(String id) {
        JsonNode entry = Reference.manifest(id);
        int window = entry.get("window").asInt();
        int step = entry.get("step").asInt();
        double[][] values = Reference.table(id + "_series");
        Map<String, Double> global = Reference.quantities(id + "_global");
        ConnectivityDynamics fcd = ConnectivityDynamics.of(values, window, step);
        assertClose(fcd.r(), Reference.matrix(id + "_fcd"), SERIES_R, SERIES_A);
        assertClose(fcd.mean(), global.get("fcd_mean"), SERIES_R, SERIES_A, "mean");
        assertClose(fcd.variance(), global.get("fcd_var"), SERIES_R, SERIES_A, "variance");
        assertThat(fcd.r()).hasNumberOfRows(global.get("fcd_windows").intValue());
        ConnectivityDynamics neurolib =
                ConnectivityDynamics.of(values, window, step, ConnectivityDynamics.Vectors.WHOLE_MATRIX_WITHOUT_LAST);
        assertClose(neurolib.r(), Reference.matrix(id + "_fcd_fullmatrix_nolast"), SERIES_R, SERIES_A);
        double[] upper = upperTriangle(FunctionalConnectivity.of(values).matrix());
        assertClose(Moments.of(upper).mean(), global.get("mean_fc_upper"), SERIES_R, SERIES_A, "mean FC");
        assertClose(Moments.of(upper).variance(), global.get("var_fc_upper"), SERIES_R, SERIES_A, "variance of FC");
    }

    private static double[] upperTriangle(double[][] r) {
        List<Double> upper = new ArrayList<>();
        for (int i = 0; i < r.length; i++) {
            for (int j = i + 1; j < r.length; j++) {
                upper.add(r[i][j]);
            }
        }
        return upper.stream().mapToDouble(x -> x).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void welchSpectraOfAllRegions(String id) {
        JsonNode entry = Reference.manifest(id);
        double[][] x = Series.byRegion(Reference.table(id + "_series"), 2);
        double[][] expected = Reference.table(id + "_psd");
        for (int i = 0; i < x.length; i++) {
            PowerSpectrum spectrum = PowerSpectrum.of(
                    x[i], 1 / entry.get("dt").asDouble(), entry.get("nperseg").asInt());
            for (int k = 0; k < expected.length; k++) {
                assertClose(spectrum.frequencyHz()[k], expected[k][0], SERIES_R, SERIES_A, "f");
                assertClose(spectrum.density()[k], expected[k][i + 1], SERIES_R, SERIES_A, "P(" + k + ") of " + i);
            }
            if (i == 0) {
                double peak = Reference.quantities(id + "_global").get("peak_frequency_node0");
                assertClose(spectrum.peakHz(), peak, SERIES_R, SERIES_A, "peak");
            }
        }
    }

    /** The columns of the file of single series. */
    private static final List<String> NODE = List.of(
            "node",
            "sampen_m2_r0.2sd",
            "matches_m",
            "matches_m1",
            "lz76_components",
            "lz76_normalised",
            "permutation_entropy_m3_t1_nats",
            "permutation_entropy_m4_t2_nats",
            "spectral_entropy_welch_norm",
            "acf_lag1",
            "acf_first_lag_below_1_over_e",
            "integrated_autocorr_time_sokal5",
            "sokal_window",
            "skewness",
            "excess_kurtosis",
            "sd_ddof0");

    @ParameterizedTest
    @ValueSource(strings = {"SER_block", "SER_osc"})
    void singleSeries(String id) {
        JsonNode entry = Reference.manifest(id);
        double[][] x = Series.byRegion(Reference.table(id + "_series"), 2);
        assertThat(Reference.rows(id + "_node").get(0)).containsExactlyElementsOf(NODE);
        double[][] expected = Reference.table(id + "_node");
        for (int i = 0; i < expected.length; i++) {
            double[] actual = single(x[i], entry);
            for (int c = 1; c < NODE.size(); c++) {
                assertClose(actual[c - 1], expected[i][c], SERIES_R, SERIES_A, NODE.get(c) + " of " + i);
            }
        }
    }

    private static double[] single(double[] x, JsonNode entry) {
        SampleEntropy sampen =
                SampleEntropy.of(Arrays.copyOf(x, entry.get("ent_len").asInt()));
        int components = LempelZiv.components(LempelZiv.aboveMedian(x));
        Autocorrelation acf = Autocorrelation.of(x, Math.min(x.length / 3, 400));
        Moments moments = Moments.of(x);
        PowerSpectrum spectrum = PowerSpectrum.of(
                x, 1 / entry.get("dt").asDouble(), entry.get("nperseg").asInt());
        return new double[] {
            sampen.value().orElseThrow(),
            sampen.matches(),
            sampen.longerMatches(),
            components,
            LempelZiv.normalised(components, x.length),
            PermutationEntropy.of(x, 3, 1).nats(),
            PermutationEntropy.of(x, 4, 2).nats(),
            spectrum.entropy().orElseThrow(),
            acf.at(1),
            acf.decay().orElseThrow(),
            acf.integrated().samples(),
            acf.integrated().window(),
            moments.skewness().orElseThrow(),
            moments.excessKurtosis().orElseThrow(),
            Math.sqrt(moments.variance())
        };
    }

    @Test
    void lempelZivOfStringsAndOfStates() {
        for (String[] row :
                Reference.rows("LZ76").subList(1, Reference.rows("LZ76").size())) {
            int[] symbols = row[0].chars().map(c -> c - '0').toArray();
            assertThat(LempelZiv.components(symbols)).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
        }
        int[] states = Arrays.stream(Reference.column(Reference.table("MK3_states"), 0))
                .mapToInt(x -> (int) x)
                .toArray();
        assertThat(LempelZiv.components(states))
                .isEqualTo(Reference.quantities("MK3_global").get("lz76").intValue());
    }

    @Test
    void kMeansReachesTheBestKnownInertiaAndThePlantedLabels() {
        JsonNode entry = Reference.manifest("KM4");
        double[][] points = Reference.table("KM4_points");
        int[] planted = Arrays.stream(Reference.column(Reference.table("KM4_labels"), 0))
                .mapToInt(x -> (int) x)
                .toArray();
        double best = entry.get("best_known_inertia").asDouble();
        for (int seed = 0; seed < 5; seed++) {
            KMeans found = KMeans.of(points, entry.get("K").asInt(), 20, Address.of(seed));
            assertThat(found.inertia()).isLessThanOrEqualTo(best * (1 + 1e-6));
            assertThat(LabelAgreement.of(found.labels(), planted).adjustedRand())
                    .isGreaterThanOrEqualTo(entry.get("ari_of_best").asDouble() - 0.01);
            assertThat(found.assign(points)).isEqualTo(found.labels());
        }
    }

    @Test
    void labelsAreCompared() {
        double[][] pairs = Reference.table("LABELS_pairs");
        double[][] expected = Reference.table("LABELS");
        for (double[] row : expected) {
            int[] a = label(pairs, (int) row[0], 2);
            int[] b = label(pairs, (int) row[0], 3);
            LabelAgreement agreement = LabelAgreement.of(a, b);
            assertClose(agreement.adjustedRand(), row[2], 1e-10, 1e-12, "ARI");
            assertClose(agreement.mutualInformation(), row[3], 1e-10, 1e-12, "NMI");
            assertClose(agreement.variationNats(), row[4], 1e-10, 1e-12, "VI");
            int[] renamed = Arrays.stream(a).map(x -> 100 - 7 * x).toArray();
            LabelAgreement again = LabelAgreement.of(renamed, b);
            assertClose(again.adjustedRand(), row[2], 1e-10, 1e-12, "ARI, renamed");
            assertClose(again.variationNats(), row[4], 1e-10, 1e-12, "VI, renamed");
        }
    }

    private static int[] label(double[][] pairs, int id, int column) {
        return Arrays.stream(pairs)
                .filter(row -> row[0] == id)
                .mapToInt(row -> (int) row[column])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"GR16, false", "GR30, false", "GR16, true", "GR30, true"})
    void graphMeasuresAlsoWithRelabelledNodes(String id, boolean relabelled) {
        double[][] w = Reference.matrix(id + "_W");
        int n = w.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        if (relabelled) {
            Arrays.sort(order, Comparator.comparingInt(i -> (7 * i + 3) % 17 * n + i));
        }
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                turned[i][j] = w[order[i]][order[j]];
            }
        }
        Graph graph = new Graph(turned);
        double[][] node = Reference.table(id + "_node");
        int[] module = Arrays.stream(order).mapToInt(i -> (int) node[i][1]).toArray();
        Clustering clustering = Clustering.of(graph);
        ShortestPaths paths = ShortestPaths.of(graph);
        ParticipationCoefficient role = ParticipationCoefficient.of(graph, module);
        EigenvectorCentrality centrality = EigenvectorCentrality.of(graph);
        double[][] distance = Reference.matrix(id + "_dist");
        for (int i = 0; i < n; i++) {
            double[] expected = node[order[i]];
            double[] actual = {
                graph.degree()[i],
                graph.strength()[i],
                clustering.binary()[i],
                clustering.weighted()[i],
                role.participation()[i].orElseThrow(),
                role.withinModuleZ()[i].orElseThrow(),
                centrality.centrality()[i]
            };
            for (int c = 0; c < actual.length; c++) {
                assertClose(actual[c], expected[c + 2], GRAPH_R, GRAPH_A, "column " + c + " of node " + i);
            }
            for (int j = 0; j < n; j++) {
                assertClose(paths.distance()[i][j], distance[order[i]][order[j]], GRAPH_R, GRAPH_A, "distance");
            }
        }
        double q = new MultilayerModularity(new Layers(new double[][][] {turned}), 1, 0).quality(new int[][] {module});
        double[] global = {
            graph.density().orElseThrow(),
            paths.efficiency().orElseThrow(),
            paths.meanLength().orElseThrow(),
            paths.diameter().orElseThrow(),
            q,
            clustering.transitivity().orElseThrow(),
            graph.assortativity().orElseThrow(),
            centrality.spectralRadius()
        };
        List<Double> expected = List.copyOf(Reference.quantities(id + "_global").values());
        for (int k = 0; k < global.length; k++) {
            assertClose(global[k], expected.get(k), GRAPH_R, GRAPH_A, "global " + k);
        }
    }

    @Test
    void allegianceRecruitmentIntegrationStationarity() {
        int[][] community = Reference.partition("PART_a_partition");
        double[][] expected = Reference.table("PART_a_node");
        Allegiance allegiance = Allegiance.of(community);
        assertClose(allegiance.together(), Reference.matrix("PART_a_allegiance"), 1e-12, 1e-12);
        int[] system = Arrays.stream(expected).mapToInt(row -> (int) row[1]).toArray();
        for (int i = 0; i < system.length; i++) {
            assertClose(allegiance.recruitment(system)[i], expected[i][4], 1e-12, 1e-12, "recruitment");
            assertClose(allegiance.recruitmentOfOthers(system)[i], expected[i][5], 1e-12, 1e-12, "without self");
            assertClose(allegiance.integration(system)[i], expected[i][6], 1e-12, 1e-12, "integration");
        }
        JsonNode stationarity = Reference.manifest("PART_a").get("stationarity_jaccard_per_community");
        Measurement[] found = Allegiance.stationarity(community);
        assertThat(found).hasSize(stationarity.size());
        for (int c = 0; c < found.length; c++) {
            assertClose(found[c], stationarity.get(c).asDouble(), 1e-12, 1e-12, "stationarity");
        }
    }

    /** Communities, flexibility and agreement within 0.02 of the level of the peers (GenLouvain, leidenalg). */
    @ParameterizedTest
    @CsvSource({
        "PLANT_clean, PLANT_clean, 0.1",
        "PLANT_clean, PLANT_clean, 1.0",
        "PLANT_easy, PLANT_easy, 0.1",
        "PLANT_easy, PLANT_easy, 1.0",
        "PLANT_hard, PLANT_hard, 0.5",
        "PLANT_hard, PLANT_hard, 1.0",
        "PIPE_a, PIPE_a_layers, 0.5",
        "PIPE_a, PIPE_a_layers, 1.0",
        "PIPE_b, PIPE_b_layers, 0.5",
        "PIPE_b, PIPE_b_layers, 1.0"
    })
    void plantedCommunitiesAtTheLevelOfThePeers(String id, String file, String omega) {
        JsonNode entry = Reference.manifest(id);
        Layers layers =
                Reference.layers(file, entry.get("n").asInt(), entry.get("T").asInt());
        Partition best = new MultilayerModularity(layers, 1, Double.parseDouble(omega))
                .search(20, Address.of(7))
                .best();
        int[][] truth = Reference.partition(id + "_truth");
        String[] peer = Reference.rows("best_known").stream()
                .filter(row -> row[0].equals(id) && row[1].equals(omega))
                .findFirst()
                .orElseThrow();
        double ari = LabelAgreement.meanAdjustedRand(best.community(), truth);
        double flexibility = BassettFlexibility.of(best).mean().orElseThrow();
        double peerAri = Math.max(Double.parseDouble(peer[8]), Double.parseDouble(peer[9]));
        assertThat(ari).isGreaterThanOrEqualTo(peerAri - 0.02);
        double true0 = Double.parseDouble(peer[10]);
        double peerError = Math.min(
                Math.abs(Double.parseDouble(peer[11]) - true0), Math.abs(Double.parseDouble(peer[12]) - true0));
        assertThat(Math.abs(flexibility - true0)).isLessThanOrEqualTo(peerError + 0.02);
    }
}
