package org.unstuck.metric;

import java.util.Arrays;

/**
 * How far the neighbours of a node are linked among themselves.
 *
 * <pre>
 *   binary_i   = triangles of i / possible ones                              (Watts and Strogatz 1998, Nature 393, 440-442)
 *   weighted_i = sum_jk (w_ij w_jk w_ki)^(1/3) / (d_i (d_i - 1)),  w / max w  (Onnela et al. 2005, Phys. Rev. E 71, 065103)
 * </pre>
 *
 * <p>A node with fewer than 2 links has clustering 0 by convention (as in networkx and the Brain Connectivity Toolbox).
 *
 * @param binary {@code binary[node]}
 * @param weighted {@code weighted[node]}
 * @param transitivity closed triples / all triples of the whole graph; undefined without triples
 */
public record Clustering(double[] binary, double[] weighted, Measurement transitivity) {

    /** Reads a graph. Cost: nodes^3. */
    public static Clustering of(Graph graph) {
        int n = graph.nodes();
        double[][] w = graph.weights();
        double largest = Arrays.stream(w).flatMapToDouble(Arrays::stream).max().orElse(0);
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                root[i][j] = w[i][j] > 0 ? StrictMath.cbrt(w[i][j] / largest) : 0;
            }
        }
        int[] degree = graph.degree();
        double[] binary = new double[n];
        double[] weighted = new double[n];
        double closed = 0;
        double triples = 0;
        for (int i = 0; i < n; i++) {
            double triangles = 0;
            double intensity = 0;
            for (int j = 0; j < n; j++) {
                for (int k = 0; root[i][j] > 0 && k < n; k++) {
                    double product = root[i][j] * root[j][k] * root[k][i];
                    intensity += product;
                    triangles += product > 0 ? 1 : 0;
                }
            }
            double possible = degree[i] * (degree[i] - 1.0);
            binary[i] = possible > 0 ? triangles / possible : 0;
            weighted[i] = possible > 0 ? intensity / possible : 0;
            closed += triangles;
            triples += possible;
        }
        Measurement transitivity =
                triples > 0 ? Measurement.of(closed / triples) : Measurement.undefined("no node has two links");
        return new Clustering(binary, weighted, transitivity);
    }
}
