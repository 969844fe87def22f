package org.unstuck.phenomena;

import java.util.Arrays;
import org.unstuck.noise.Address;

/**
 * Lempel-Ziv complexity of spontaneous activity: every region is 1 where it is above its median, the samples are read region after
 * region within each sample, and the number of phrases (Lempel and Ziv 1978) is divided by that of the same bits shuffled in time
 * (as in Schartner et al. 2015, PLoS ONE 10, e0133532; differs: median instead of mean of the amplitude).
 */
final class Diversity {

    private Diversity() {}

    /** Complexity of {@code x[sample][region]}, about 0 to 1. */
    static double lempelZiv(double[][] x, Address address) {
        int regions = x[0].length;
        int[] bits = new int[x.length * regions];
        double[] series = new double[x.length];
        for (int i = 0; i < regions; i++) {
            for (int t = 0; t < series.length; t++) {
                series[t] = x[t][i];
            }
            double[] sorted = series.clone();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            for (int t = 0; t < series.length; t++) {
                bits[t * regions + i] = series[t] > median ? 1 : 0;
            }
        }
        int phrases = phrases(bits);
        address.with("diversity").draws().shuffle(bits);
        return (double) phrases / phrases(bits);
    }

    /** Phrases of the dictionary that grows by every new word; a trie in two arrays. */
    static int phrases(int[] bits) {
        int[][] child = new int[2][bits.length + 2];
        int nodes = 1;
        int at = 0;
        for (int bit : bits) {
            if (child[bit][at] == 0) {
                child[bit][at] = nodes++;
                at = 0;
            } else {
                at = child[bit][at];
            }
        }
        return nodes - 1;
    }
}
