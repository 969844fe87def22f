package org.unstuck.metric;

/**
 * Communities of every node in every layer, and the quality of that division.
 *
 * @param community {@code community[layer][node]}, numbered 0, 1, ... in order of first appearance (layer by layer), so that
 *     two equal divisions are equal arrays
 * @param quality multilayer modularity Q, recomputed from the definition
 */
public record Partition(int[][] community, double quality) {

    /** How many communities there are, over all layers. */
    public int communities() {
        int most = -1;
        for (int[] layer : community) {
            for (int c : layer) {
                most = Math.max(most, c);
            }
        }
        return most + 1;
    }
}
