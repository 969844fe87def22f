package org.unstuck.metric;

/** log Normal(x; mean, covariance) of every state of a {@link HiddenMarkov}. Not for several threads. */
final class LogDensity {

    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    private final double[][] mean;
    private final double[][][] factor;
    private final double[] constant;
    private final double[] y;

    LogDensity(double[][] mean, double[][][] covariance) {
        int k = mean.length;
        int n = mean[0].length;
        this.mean = mean;
        factor = new double[k][][];
        constant = new double[k];
        y = new double[n];
        for (int c = 0; c < k; c++) {
            factor[c] = StaticGaussian.cholesky(covariance[c]);
            for (int i = 0; i < n; i++) {
                constant[c] -= StrictMath.log(factor[c][i][i]) + LOG_2_PI / 2;
            }
        }
    }

    /** Of sample x in state c, by forward substitution. */
    double of(double[] x, int c) {
        double[][] l = factor[c];
        double square = 0;
        for (int i = 0; i < y.length; i++) {
            double[] row = l[i];
            double sum = x[i] - mean[c][i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * y[j];
            }
            y[i] = sum / row[i];
            square += y[i] * y[i];
        }
        return constant[c] - square / 2;
    }
}
