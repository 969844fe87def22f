package org.unstuck.metric;

/** One expectation step of {@link HiddenMarkov}, with buffers that are used again. Not for several threads. */
final class ForwardBackward {

    private final int k;
    private final double[][] emission; // relative to the largest of the sample
    private final double[][] forward; // P(z_t | x_1..t)
    private final double[][] posterior; // P(z_t | all)
    private final double[] scale;
    private final double[][] moves; // expected number of moves
    private final double[] ahead;
    private final double[] behind;

    ForwardBackward(int samples, int k) {
        this.k = k;
        emission = new double[samples][k];
        forward = new double[samples][k];
        posterior = new double[samples][k];
        scale = new double[samples];
        moves = new double[k][k];
        ahead = new double[k];
        behind = new double[k];
    }

    /** Runs both passes and returns log P(values). */
    double run(HiddenMarkov model, double[][] values) {
        LogDensity density = new LogDensity(model.mean(), model.covariance());
        double logLikelihood = 0;
        for (int t = 0; t < values.length; t++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                emission[t][c] = density.of(values[t], c);
                largest = Math.max(largest, emission[t][c]);
            }
            double sum = 0;
            for (int c = 0; c < k; c++) {
                emission[t][c] = StrictMath.exp(emission[t][c] - largest);
                forward[t][c] = emission[t][c] * (t == 0 ? model.initial()[c] : predicted(model, t, c));
                sum += forward[t][c];
            }
            scale[t] = Math.max(sum, Double.MIN_NORMAL);
            for (int c = 0; c < k; c++) {
                forward[t][c] /= scale[t];
            }
            logLikelihood += largest + StrictMath.log(scale[t]);
        }
        backward(model, values.length);
        return logLikelihood;
    }

    private double predicted(HiddenMarkov model, int t, int c) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += forward[t - 1][i] * model.transition()[i][c];
        }
        return sum;
    }

    private void backward(HiddenMarkov model, int samples) {
        for (double[] row : moves) {
            java.util.Arrays.fill(row, 0);
        }
        java.util.Arrays.fill(ahead, 1);
        System.arraycopy(forward[samples - 1], 0, posterior[samples - 1], 0, k);
        for (int t = samples - 2; t >= 0; t--) {
            for (int i = 0; i < k; i++) {
                double sum = 0;
                for (int j = 0; j < k; j++) {
                    double step = model.transition()[i][j] * emission[t + 1][j] * ahead[j] / scale[t + 1];
                    moves[i][j] += forward[t][i] * step;
                    sum += step;
                }
                behind[i] = sum;
            }
            double all = 0;
            for (int i = 0; i < k; i++) {
                ahead[i] = behind[i];
                posterior[t][i] = forward[t][i] * ahead[i];
                all += posterior[t][i];
            }
            for (int i = 0; i < k; i++) {
                posterior[t][i] /= all;
            }
        }
    }

    /** P(state | whole series) {@code [sample][state]} of the last run; used again by the next. */
    double[][] posterior() {
        return posterior;
    }

    /** The transition matrix that the last run expects; a state without moves keeps to itself. */
    double[][] transitions() {
        double[][] transition = new double[k][k];
        for (int i = 0; i < k; i++) {
            double sum = 0;
            for (double m : moves[i]) {
                sum += m;
            }
            for (int j = 0; j < k; j++) {
                transition[i][j] = sum > 0 ? moves[i][j] / sum : i == j ? 1 : 0;
            }
        }
        return transition;
    }
}
