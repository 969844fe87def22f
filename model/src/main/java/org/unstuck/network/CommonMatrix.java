package org.unstuck.network;

import java.util.Arrays;

/**
 * The weights of the description in all lanes, as one matrix: for as many copies of a dense network as there are lanes. Loops run over
 * lanes, three sums with three sources at a time, so that what is loaded is used three times.
 */
final class CommonMatrix implements Weights {

    private final Topology links;
    private final int lanes;
    /** {@code matrix[kind * regions + target][rank of source]}; rows and columns filled up to threes. */
    private final double[][] matrix;
    /** The activity of each region by itself, by rank: loops over parts of an array with offsets of their own do not vectorise. */
    private final double[][] activity;
    /** Three sums. */
    private final double[][] total;

    CommonMatrix(Topology links, int lanes) {
        this.links = links;
        this.lanes = lanes;
        this.matrix = new double[filled(Topology.KINDS * links.regions())][filled(links.regions())];
        for (int e = 0; e < links.size(); e++) {
            matrix[links.kind(e) * links.regions() + links.target()[e]][links.rank()[links.source()[e]]] =
                    links.weight()[e];
        }
        this.activity = new double[filled(links.regions())][lanes];
        this.total = new double[Accumulate.BLOCK][lanes];
    }

    private static int filled(int n) {
        return (n + Accumulate.BLOCK - 1) / Accumulate.BLOCK * Accumulate.BLOCK;
    }

    @Override
    public double weight(int e, int k) {
        return links.weight()[e];
    }

    @Override
    public void apply(double[] E, double[] excitation, double[] suppression) {
        int regions = links.regions();
        for (int i = 0; i < regions; i++) {
            System.arraycopy(E, i * lanes, activity[links.rank()[i]], 0, lanes);
        }
        for (int row = 0; row < matrix.length; row += Accumulate.BLOCK) {
            for (double[] of : total) {
                Arrays.fill(of, 0);
            }
            for (int j = 0; j < activity.length; j += Accumulate.BLOCK) {
                Accumulate.block(total, matrix, row, activity, j);
            }
            for (int b = 0; b < Accumulate.BLOCK && row + b < Topology.KINDS * regions; b++) {
                boolean excites = row + b < regions;
                int target = excites ? row + b : row + b - regions;
                System.arraycopy(total[b], 0, excites ? excitation : suppression, target * lanes, lanes);
            }
        }
    }
}
