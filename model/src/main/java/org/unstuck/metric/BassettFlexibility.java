package org.unstuck.metric;

import java.util.Arrays;

/**
 * Flexibility of a dynamic partition (Bassett, Wymbs, Porter, Mucha, Carlson, Grafton 2011, PNAS 108, 7641-7646,
 * doi:10.1073/pnas.1018985108): the share of the T - 1 pairs of neighbouring layers in which a node changes its community.
 * Promiscuity (Papadopoulos, Puckett, Daniels, Bassett 2016, Phys. Rev. E 94, 032908): how many of the communities it visits,
 * (visited - 1)/(K - 1).
 *
 * <p>More is not better, and noise has more of it than a healthy modular network: report it against a surrogate
 * ({@link Against}), with gamma, omega and the number of runs beside it.
 *
 * @param node {@code node[i]} flexibility of node i, 0..1
 * @param mean mean over the nodes
 * @param promiscuity {@code promiscuity[i]} of node i, 0..1
 */
public record BassettFlexibility(Measurement[] node, Measurement mean, Measurement[] promiscuity) {

    /**
     * Reads a partition.
     *
     * @param community {@code community[layer][node]}, any numbering; renaming communities changes nothing
     * @return undefined flexibility with one layer, undefined promiscuity with one community
     * @throws IllegalArgumentException if empty or ragged
     */
    public static BassettFlexibility of(int[][] community) {
        return of(new int[][][] {community});
    }

    /** The mean over several runs of a search, as is usual: single runs scatter. */
    public static BassettFlexibility of(Partition... runs) {
        int[][][] communities = new int[runs.length][][];
        for (int k = 0; k < runs.length; k++) {
            communities[k] = runs[k].community();
        }
        return of(communities);
    }

    /** The same for {@code runs[run][layer][node]}. */
    static BassettFlexibility of(int[][][] runs) {
        if (runs.length == 0 || runs[0].length == 0 || runs[0][0].length == 0) {
            throw new IllegalArgumentException(
                    "community is empty, it needs at least one run, layer and node. Maybe no search was run.");
        }
        int nodes = runs[0][0].length;
        double[] changes = new double[nodes];
        double[] visits = new double[nodes];
        boolean oneCommunity = false;
        for (int[][] community : runs) {
            checkShape(community, runs[0].length, nodes);
            int[] names = names(community);
            int others = Math.max(1, names.length - 1);
            oneCommunity |= names.length == 1;
            for (int i = 0; i < nodes; i++) {
                changes[i] += changes(community, i) / (double) runs.length;
                visits[i] += (visited(community, i, names) - 1.0) / others / runs.length;
            }
        }
        int pairs = runs[0].length - 1;
        Measurement[] node = new Measurement[nodes];
        Measurement[] promiscuity = new Measurement[nodes];
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            sum += changes[i];
            node[i] = flexibility(changes[i], pairs);
            promiscuity[i] = oneCommunity
                    ? Measurement.undefined("one community, there is no other to visit")
                    : Measurement.of(visits[i]);
        }
        return new BassettFlexibility(node, flexibility(sum / nodes, pairs), promiscuity);
    }

    private static Measurement flexibility(double changes, int pairs) {
        return pairs == 0 ? Measurement.undefined("one layer, no pair of layers") : Measurement.of(changes / pairs);
    }

    private static void checkShape(int[][] community, int layers, int nodes) {
        boolean regular = community.length == layers;
        for (int[] layer : community) {
            regular &= layer.length == nodes;
        }
        if (!regular) {
            throw new IllegalArgumentException("community is not " + layers + " layers of " + nodes
                    + " nodes throughout. Maybe partitions of different networks were mixed.");
        }
    }

    private static int changes(int[][] community, int i) {
        int changes = 0;
        for (int s = 1; s < community.length; s++) {
            changes += community[s][i] != community[s - 1][i] ? 1 : 0;
        }
        return changes;
    }

    /** The different community numbers, ascending. */
    private static int[] names(int[][] community) {
        return Arrays.stream(community)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int visited(int[][] community, int i, int[] names) {
        boolean[] seen = new boolean[names.length];
        int visited = 0;
        for (int[] layer : community) {
            int k = Arrays.binarySearch(names, layer[i]);
            visited += seen[k] ? 0 : 1;
            seen[k] = true;
        }
        return visited;
    }
}
