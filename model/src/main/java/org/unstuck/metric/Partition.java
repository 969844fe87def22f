package org.unstuck.metric;

/**
 * Communities of every node in every layer, and the quality of that division.
 *
 * @param community {@code community[layer][node]}, numbered 0, 1, ... in order of first appearance (layer by layer), so that
 *     two equal divisions are equal arrays
 * @param quality multilayer modularity Q, recomputed from the definition
 */
public record Partition(int[][] community, double quality) {}
