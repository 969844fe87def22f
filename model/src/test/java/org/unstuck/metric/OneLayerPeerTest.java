package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.noise.Address;

/** One layer against the Leiden implementation of its authors (nl.cwts:networkanalysis). */
class OneLayerPeerTest {

    @ParameterizedTest
    @CsvSource({"TINY_10x1_a, 10, 1, 0", "PLANT_easy, 40, 12, 0", "PLANT_easy, 40, 12, 11", "PLANT_hard, 48, 16, 3"})
    void sameQualityAndNeverWorse(String id, int nodes, int count, int layer) {
        double[][] w = Reference.layers(id, nodes, count).weights()[layer];
        int[][] ends = new int[2][nodes * nodes];
        double[] weights = new double[nodes * nodes];
        double total = 0;
        int edges = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                if (w[i][j] > 0) { // the peer fails on edges of weight 0
                    ends[0][edges] = i;
                    ends[1][edges] = j;
                    weights[edges++] = w[i][j];
                    total += w[i][j];
                }
            }
        }
        LargeIntArray[] pairs = {
            new LargeIntArray(Arrays.copyOf(ends[0], edges)), new LargeIntArray(Arrays.copyOf(ends[1], edges))
        };
        Network network =
                new Network(nodes, true, pairs, new LargeDoubleArray(Arrays.copyOf(weights, edges)), false, true);
        MultilayerModularity q = new MultilayerModularity(new Layers(new double[][][] {w}), 1, 0);
        double best = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < 20; run++) {
            LeidenAlgorithm leiden =
                    new LeidenAlgorithm(1 / (2 * total), 10, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(run));
            Clustering found = leiden.findClustering(network);
            double theirs = leiden.calcQuality(network, found);
            assertThat(q.quality(new int[][] {found.getClusters()})).isCloseTo(theirs, within(1e-12));
            best = Math.max(best, theirs);
        }
        assertThat(q.search(20, Address.of(1)).best().quality()).isGreaterThanOrEqualTo(best - 1e-12);
    }
}
