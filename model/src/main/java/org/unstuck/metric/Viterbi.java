package org.unstuck.metric;

/** The most probable path through a {@link HiddenMarkov} (Viterbi 1967, IEEE Trans. Inf. Theory 13, 260-269), in logarithms. */
final class Viterbi {

    private Viterbi() {}

    static int[] path(HiddenMarkov model, double[][] values) {
        int k = model.initial().length;
        LogDensity density = new LogDensity(model.mean(), model.covariance());
        double[][] logA = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                logA[i][j] = StrictMath.log(model.transition()[i][j]);
            }
        }
        int[][] from = new int[values.length][k];
        double[] score = new double[k];
        double[] next = new double[k];
        for (int c = 0; c < k; c++) {
            score[c] = StrictMath.log(model.initial()[c]) + density.of(values[0], c);
        }
        for (int t = 1; t < values.length; t++) {
            for (int j = 0; j < k; j++) {
                int best = 0;
                for (int i = 1; i < k; i++) {
                    best = score[i] + logA[i][j] > score[best] + logA[best][j] ? i : best;
                }
                from[t][j] = best;
                next[j] = score[best] + logA[best][j] + density.of(values[t], j);
            }
            double[] swap = score;
            score = next;
            next = swap;
        }
        int[] path = new int[values.length];
        int state = 0;
        for (int c = 1; c < k; c++) {
            state = score[c] > score[state] ? c : state;
        }
        for (int t = values.length - 1; t >= 0; t--) {
            path[t] = state;
            state = from[t][state];
        }
        return path;
    }
}
