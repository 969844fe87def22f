package org.unstuck.metric;

import java.util.Arrays;

/**
 * Module allegiance and what is read from it (Bassett, Yang, Wymbs, Grafton 2015, Nat. Neurosci. 18, 744-751; Mattar, Cole, Thompson-Schill,
 * Bassett 2015, PLoS Comput. Biol. 11, e1004533):
 *
 * <pre>
 *   P_ij = share of layers (and runs) in which i and j are in one community,  P_ii = 1
 *   recruitment_i = mean of P_ij over j in the system of i       integration_i = mean of P_ij over j in all other systems
 * </pre>
 *
 * <p>Tools differ: here the mean of recruitment includes the node itself, as in the 1/n^2 formula; without it (as in teneto) values are
 * lower, see {@link #recruitmentOfOthers}. A system is given from outside, say the default-mode network.
 *
 * @param together {@code together[i][j]} P_ij, symmetric
 */
public record Allegiance(double[][] together) {

    /**
     * Averages over layers and runs.
     *
     * @param runs {@code runs[run][layer][node]}, any numbering in each
     * @throws IllegalArgumentException if empty or ragged
     */
    public static Allegiance of(int[][]... runs) {
        if (runs.length == 0 || runs[0].length == 0 || runs[0][0].length == 0) {
            throw new IllegalArgumentException(
                    "runs is empty, it needs at least one run, layer and node. Maybe no search was run.");
        }
        int n = runs[0][0].length;
        int[][] count = new int[n][n];
        int layers = 0;
        for (int[][] community : runs) {
            for (int[] g : community) {
                if (g.length != n) {
                    throw new IllegalArgumentException("a layer has " + g.length + " nodes, the first has " + n
                            + ". Maybe partitions of different networks were mixed.");
                }
                layers++;
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j <= i; j++) {
                        count[i][j] += g[i] == g[j] ? 1 : 0;
                    }
                }
            }
        }
        double[][] together = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                together[i][j] = together[j][i] = (double) count[i][j] / layers;
            }
        }
        return new Allegiance(together);
    }

    /** The same for several runs of a search. */
    public static Allegiance of(Partition... runs) {
        return of(Arrays.stream(runs).map(Partition::community).toArray(int[][][]::new));
    }

    /** Recruitment of every node to its own {@code system[node]}, the node itself included. */
    public Measurement[] recruitment(int[] system) {
        return means(system, true, true);
    }

    /** Recruitment without the node itself; undefined for a node that is alone in its system. */
    public Measurement[] recruitmentOfOthers(int[] system) {
        return means(system, true, false);
    }

    /** Integration of every node with all other systems; undefined with one system. */
    public Measurement[] integration(int[] system) {
        return means(system, false, false);
    }

    private Measurement[] means(int[] system, boolean own, boolean self) {
        if (system.length != together.length) {
            throw new IllegalArgumentException("system has " + system.length + " nodes, the partition has "
                    + together.length + ". Maybe a region has no module.");
        }
        Measurement[] means = new Measurement[system.length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            int count = 0;
            for (int j = 0; j < means.length; j++) {
                if ((system[i] == system[j]) == own && (self || i != j)) {
                    sum += together[i][j];
                    count++;
                }
            }
            means[i] = count == 0
                    ? Measurement.undefined(own ? "node " + i + " is alone in its system" : "there is one system")
                    : Measurement.of(sum / count);
        }
        return means;
    }

    /**
     * Stationarity of every community (Palla, Barabasi, Vicsek 2007, Nature 446, 664-667, as a mean over neighbouring layers): mean Jaccard
     * index {@code |C(s) and C(s+1)| / |C(s) or C(s+1)|} over the pairs of layers where the community exists in at least one.
     *
     * @param community {@code community[layer][node]}, names held over time
     * @return one value per name, ascending by name; undefined with one layer
     */
    public static Measurement[] stationarity(int[][] community) {
        int[] names = Arrays.stream(community)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        Measurement[] mean = new Measurement[names.length];
        for (int c = 0; c < names.length; c++) {
            double sum = 0;
            int pairs = 0;
            for (int s = 0; s + 1 < community.length; s++) {
                int both = 0;
                int either = 0;
                for (int i = 0; i < community[s].length; i++) {
                    boolean now = community[s][i] == names[c];
                    boolean then = community[s + 1][i] == names[c];
                    both += now && then ? 1 : 0;
                    either += now || then ? 1 : 0;
                }
                if (either > 0) {
                    sum += (double) both / either;
                    pairs++;
                }
            }
            mean[c] = pairs == 0 ? Measurement.undefined("one layer, no pair of layers") : Measurement.of(sum / pairs);
        }
        return mean;
    }
}
