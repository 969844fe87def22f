package org.unstuck.metric;

/**
 * A network in several layers (time windows): {@code weights[layer][i][j]}, symmetric, zero diagonal, positive or signed.
 *
 * @param weights {@code weights[layer][i][j]}; copied on construction, and what {@link #weights()} hands out is not to be
 *     modified
 */
public record Layers(double[][][] weights) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if there is no layer or no node, or a layer is not square, not finite, not symmetric
     *     or has self-connections
     */
    public Layers {
        if (weights.length == 0 || weights[0].length == 0) {
            throw new IllegalArgumentException("weights is empty, it needs at least one layer with one node. "
                    + "Maybe the window is longer than the series.");
        }
        double[][][] copy = new double[weights.length][][];
        for (int s = 0; s < weights.length; s++) {
            copy[s] = checked(weights[s], weights[0].length, s);
        }
        weights = copy;
    }

    private static double[][] checked(double[][] layer, int nodes, int s) {
        double[][] copy = new double[nodes][];
        if (layer.length != nodes) {
            throw new IllegalArgumentException("weights[" + s + "] has " + layer.length + " nodes, layer 0 has " + nodes
                    + ". Maybe a node is missing in one window.");
        }
        for (int i = 0; i < nodes; i++) {
            if (layer[i].length != nodes) {
                throw new IllegalArgumentException("weights[" + s + "][" + i + "] has " + layer[i].length
                        + " entries, it must have " + nodes + ". Maybe the matrix is not square.");
            }
            for (int j = 0; j < nodes; j++) {
                double w = layer[i][j];
                if (!Double.isFinite(w) || w != layer[j][i] || (i == j && w != 0)) {
                    throw new IllegalArgumentException("weights[" + s + "][" + i + "][" + j + "] is " + w
                            + ", a layer must be finite, symmetric and zero on its diagonal. "
                            + (i == j ? "Maybe set the diagonal to 0." : "Maybe symmetrise it as (w + w')/2."));
                }
            }
            copy[i] = layer[i].clone();
        }
        return copy;
    }

    /** Number of layers (time windows). */
    public int count() {
        return weights.length;
    }

    /** Number of nodes (regions), the same in every layer. */
    public int nodes() {
        return weights[0].length;
    }

    /** The mean over layers and nodes of the node strength {@code sum_j |w_ij|}. */
    public double meanStrength() {
        double sum = 0;
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                for (double w : row) {
                    sum += Math.abs(w);
                }
            }
        }
        return sum / ((double) count() * nodes());
    }
}
