package org.unstuck.network;

import java.util.Arrays;

/**
 * A matrix of weights for every lane, source by source with the targets innermost, excitatory and suppressive side by side: for dense
 * networks. Lane by lane, so that one number of E meets a whole row of weights: half the loads of {@link OwnWeights}, and a lane's matrix
 * stays in the cache. Lanes share a matrix until a weight of theirs is changed.
 */
final class WeightMatrices implements Weights.ByLane {

    private final Topology links;
    private final int lanes;
    /** {@code matrix[lane][rank of source][kind * regions + target]}; rows filled up to sixes. */
    private final double[][][] matrix;
    /** The matrix of the description. */
    private final double[][] described;

    private final double[] activity;
    private final double[] total;

    WeightMatrices(Topology links, int lanes) {
        this.links = links;
        this.lanes = lanes;
        int rows = (links.regions() + Accumulate.SCALED - 1) / Accumulate.SCALED * Accumulate.SCALED;
        this.described = new double[rows][Topology.KINDS * links.regions()];
        for (int e = 0; e < links.size(); e++) {
            described[row(e)][column(e)] = links.weight()[e];
        }
        this.matrix = new double[lanes][][];
        Arrays.fill(matrix, described);
        this.activity = new double[rows];
        this.total = new double[Topology.KINDS * links.regions()];
    }

    private int row(int e) {
        return links.rank()[links.source()[e]];
    }

    private int column(int e) {
        return links.kind(e) * links.regions() + links.target()[e];
    }

    @Override
    public double weight(int e, int k) {
        return matrix[k][row(e)][column(e)];
    }

    @Override
    public void set(int e, int k, double value) {
        if (matrix[k] == described && value != weight(e, k)) {
            matrix[k] = Arrays.stream(described).map(double[]::clone).toArray(double[][]::new);
        }
        matrix[k][row(e)][column(e)] = value;
    }

    @Override
    public void apply(double[] E, double[] excitation, double[] suppression) {
        int regions = links.regions();
        int[] rank = links.rank();
        for (int k = 0; k < lanes; k++) {
            for (int i = 0; i < regions; i++) {
                activity[rank[i]] = E[i * lanes + k];
            }
            sum(matrix[k]);
            if (lanes == 1) {
                System.arraycopy(total, 0, excitation, 0, regions);
                System.arraycopy(total, regions, suppression, 0, regions);
                return;
            }
            for (int i = 0; i < regions; i++) {
                excitation[i * lanes + k] = total[i];
                suppression[i * lanes + k] = total[regions + i];
            }
        }
    }

    private void sum(double[][] rows) {
        Arrays.fill(total, 0);
        for (int j = 0; j < rows.length; j += Accumulate.SCALED) {
            Accumulate.scaled(total, activity, rows, j);
        }
    }
}
