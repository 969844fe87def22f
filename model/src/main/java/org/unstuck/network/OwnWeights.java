package org.unstuck.network;

import java.util.Arrays;

/** Every lane has its own weights, {@code weight[link][lane]}: for sparse networks. Loops run over lanes, three links at a time. */
final class OwnWeights implements Weights.ByLane {

    private final Topology links;
    private final int lanes;
    private final double[][] weight;
    /** The activity of each region by itself: loops over parts of an array with offsets of their own do not vectorise. */
    private final double[][] activity;

    private final double[] total;

    OwnWeights(Topology links, int lanes) {
        this.links = links;
        this.lanes = lanes;
        this.weight = new double[links.size()][];
        // In the order of summation, so that they lie in memory as they are read.
        for (int[][] kind : links.incoming()) {
            for (int[] region : kind) {
                for (int e : region) {
                    weight[e] = new double[lanes];
                    Arrays.fill(weight[e], links.weight()[e]);
                }
            }
        }
        this.activity = new double[links.regions()][lanes];
        this.total = new double[lanes];
    }

    @Override
    public double weight(int e, int k) {
        return weight[e][k];
    }

    @Override
    public void set(int e, int k, double value) {
        weight[e][k] = value;
    }

    @Override
    public void apply(double[] E, double[] excitation, double[] suppression) {
        for (int i = 0; i < activity.length; i++) {
            System.arraycopy(E, i * lanes, activity[i], 0, lanes);
        }
        sum(links.incoming()[0], excitation);
        sum(links.incoming()[1], suppression);
    }

    private void sum(int[][] incoming, double[] sum) {
        for (int i = 0; i < incoming.length; i++) {
            sum(incoming[i]);
            System.arraycopy(total, 0, sum, i * lanes, lanes);
        }
    }

    private void sum(int[] of) {
        int p = 0;
        if (of.length < Accumulate.PRODUCTS) {
            Arrays.fill(total, 0);
        } else {
            Accumulate.begin(total, weight[of[0]], from(of[0]), weight[of[1]], from(of[1]), weight[of[2]], from(of[2]));
            p = Accumulate.PRODUCTS;
        }
        for (; p + Accumulate.PRODUCTS <= of.length; p += Accumulate.PRODUCTS) {
            Accumulate.products(
                    total,
                    weight[of[p]],
                    from(of[p]),
                    weight[of[p + 1]],
                    from(of[p + 1]),
                    weight[of[p + 2]],
                    from(of[p + 2]));
        }
        if (of.length - p == 2) {
            Accumulate.products(total, weight[of[p]], from(of[p]), weight[of[p + 1]], from(of[p + 1]));
        } else if (of.length - p == 1) {
            Accumulate.products(total, weight[of[p]], from(of[p]));
        }
    }

    private double[] from(int e) {
        return activity[links.source()[e]];
    }
}
