package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Data whose truth is known because it was put in. */
final class Planted {

    private Planted() {}

    /** Three blocks of regions; each of {@code movers} regions changes its block with probability {@code rate} per layer. */
    static int[][] communities(int nodes, int layers, double rate, Address address) {
        Draws draws = address.draws();
        int[][] truth = new int[layers][nodes];
        for (int i = 0; i < nodes; i++) {
            truth[0][i] = 3 * i / nodes;
        }
        for (int s = 1; s < layers; s++) {
            for (int i = 0; i < nodes; i++) {
                boolean moves = draws.uniform() < rate;
                truth[s][i] = moves ? (truth[s - 1][i] + 1 + draws.below(2)) % 3 : truth[s - 1][i];
            }
        }
        return truth;
    }

    /** Weights {@code inside} and {@code outside} plus Gaussian noise, cut to 0..1. */
    static Layers layers(int[][] truth, double inside, double outside, double sd, Address address) {
        Draws draws = address.draws();
        int n = truth[0].length;
        double[][][] w = new double[truth.length][n][n];
        for (int s = 0; s < w.length; s++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double mean = truth[s][i] == truth[s][j] ? inside : outside;
                    w[s][i][j] = w[s][j][i] = Math.max(0, Math.min(1, mean + sd * draws.gaussian()));
                }
            }
        }
        return new Layers(w);
    }

    /** States of a Markov chain that is left with probability {@code leave} per sample. */
    static int[] chain(int states, int samples, double leave, Draws draws) {
        int[] z = new int[samples];
        for (int t = 1; t < samples; t++) {
            z[t] = draws.uniform() < leave ? (z[t - 1] + 1 + draws.below(states - 1)) % states : z[t - 1];
        }
        return z;
    }

    static double[][] noise(int samples, int regions, Address address) {
        Draws draws = address.draws();
        double[][] values = new double[samples][regions];
        for (double[] row : values) {
            Arrays.setAll(row, i -> draws.gaussian());
        }
        return values;
    }
}
