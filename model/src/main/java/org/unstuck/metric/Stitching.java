package org.unstuck.metric;

/**
 * Names of communities over time. A search by moves of nodes and of whole communities can end where, from some layer on, two communities
 * have exchanged names: within layers nothing is wrong, but no single move repairs it. For every pair of neighbouring layers, exchanging
 * two names in all later layers keeps what happens within layers and changes the coupling term alone, by 2 omega per node that keeps its
 * name; such exchanges are made as long as they gain.
 */
final class Stitching {

    private Stitching() {}

    /**
     * Renames in place.
     *
     * @param community {@code community[layer][node]}, numbers 0..names-1; Q never falls, whatever omega
     * @return whether anything was renamed
     */
    static boolean stitch(int[][] community, int names) {
        boolean changed = false;
        int[][] shared = new int[names][names];
        for (int s = 1; s < community.length; s++) {
            for (int[] row : shared) {
                java.util.Arrays.fill(row, 0);
            }
            for (int i = 0; i < community[s].length; i++) {
                shared[community[s - 1][i]][community[s][i]]++;
            }
            while (exchangeBest(community, shared, s)) {
                changed = true;
            }
        }
        return changed;
    }

    private static boolean exchangeBest(int[][] community, int[][] shared, int s) {
        int most = 0;
        int bestA = -1;
        int bestB = -1;
        for (int a = 0; a < shared.length; a++) {
            for (int b = 0; b < a; b++) {
                int gain = shared[a][b] + shared[b][a] - shared[a][a] - shared[b][b];
                if (gain > most) {
                    most = gain;
                    bestA = a;
                    bestB = b;
                }
            }
        }
        if (most == 0) {
            return false;
        }
        for (int t = s; t < community.length; t++) {
            for (int i = 0; i < community[t].length; i++) {
                int c = community[t][i];
                community[t][i] = c == bestA ? bestB : c == bestB ? bestA : c;
            }
        }
        for (int[] row : shared) {
            int swap = row[bestA];
            row[bestA] = row[bestB];
            row[bestB] = swap;
        }
        return true;
    }
}
