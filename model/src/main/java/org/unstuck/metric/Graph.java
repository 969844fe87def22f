package org.unstuck.metric;

import java.util.Arrays;

/**
 * An undirected weighted graph without self-connections, and its simplest numbers. Weights are &gt;= 0; 0 is no link.
 *
 * @param weights {@code weights[i][j]}, symmetric, zero diagonal; copied
 */
public record Graph(double[][] weights) {

    /** @throws IllegalArgumentException if the matrix is not square, symmetric, finite, zero on its diagonal and non-negative */
    public Graph {
        weights = new Layers(new double[][][] {weights}).weights()[0];
        for (double[] row : weights) {
            for (double w : row) {
                if (w < 0) {
                    throw new IllegalArgumentException("a weight is " + w
                            + ", these measures need weights of at least 0. Maybe clip negative correlations.");
                }
            }
        }
    }

    /** Number of nodes. */
    public int nodes() {
        return weights.length;
    }

    /** Links of every node. */
    public int[] degree() {
        return Arrays.stream(weights)
                .mapToInt(row -> (int) Arrays.stream(row).filter(w -> w > 0).count())
                .toArray();
    }

    /** Sum of the weights of every node. */
    public double[] strength() {
        double[] strength = new double[nodes()];
        for (int i = 0; i < nodes(); i++) {
            for (double w : weights[i]) {
                strength[i] += w;
            }
        }
        return strength;
    }

    /** Share of the possible links that exist; undefined with one node. */
    public Measurement density() {
        int n = nodes();
        return n < 2
                ? Measurement.undefined("one node has no possible link")
                : Measurement.of(Arrays.stream(degree()).sum() / (n * (n - 1.0)));
    }

    /**
     * Degree assortativity (Newman 2002, Phys. Rev. Lett. 89, 208701): correlation of the degrees at the two ends of a link. Undefined
     * without links, or where all ends have the same degree.
     */
    public Measurement assortativity() {
        int[] degree = degree();
        double ends = 0;
        double sum = 0;
        double square = 0;
        double product = 0;
        for (int i = 0; i < nodes(); i++) {
            for (int j = 0; j < nodes(); j++) {
                if (weights[i][j] > 0) {
                    ends++;
                    sum += degree[i];
                    square += (double) degree[i] * degree[i];
                    product += (double) degree[i] * degree[j];
                }
            }
        }
        double spread = ends * square - sum * sum; // whole numbers: exact
        return spread == 0
                ? Measurement.undefined(ends == 0 ? "there is no link" : "all ends of links have the same degree")
                : Measurement.of((ends * product - sum * sum) / spread);
    }
}
