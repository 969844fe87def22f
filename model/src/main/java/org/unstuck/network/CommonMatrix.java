package org.unstuck.network;

import java.util.Arrays;

/**
 * The weights of the description in all lanes, as one matrix: for as many copies of a dense network as there are lanes. Loops run over
 * lanes, three sums with three sources at a time, so that what is loaded is used three times.
 */
final class CommonMatrix implements Weights {

    /** Sums, and sources, in one pass over the lanes. */
    private static final int BLOCK = 3;

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
        this.total = new double[BLOCK][lanes];
    }

    private static int filled(int n) {
        return (n + BLOCK - 1) / BLOCK * BLOCK;
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
        for (int row = 0; row < matrix.length; row += BLOCK) {
            sum(row);
            for (int b = 0; b < BLOCK && row + b < Topology.KINDS * regions; b++) {
                boolean excites = row + b < regions;
                int target = excites ? row + b : row + b - regions;
                System.arraycopy(total[b], 0, excites ? excitation : suppression, target * lanes, lanes);
            }
        }
    }

    /** Three rows of the matrix times the activity. */
    private void sum(int row) {
        for (double[] of : total) {
            Arrays.fill(of, 0);
        }
        for (int j = 0; j < activity.length; j += BLOCK) {
            block(matrix[row], matrix[row + 1], matrix[row + 2], j);
        }
    }

    private void block(double[] p, double[] q, double[] r, int j) {
        Accumulate.block(
                total[0],
                total[1],
                total[2],
                activity[j],
                activity[j + 1],
                activity[j + 2],
                p[j],
                p[j + 1],
                p[j + 2],
                q[j],
                q[j + 1],
                q[j + 2],
                r[j],
                r[j + 1],
                r[j + 2]);
    }
}
