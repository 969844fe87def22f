package org.unstuck.metric;

import org.unstuck.noise.Draws;

/**
 * Gaussian numbers with the covariance of the data at every sample, independent from sample to sample:
 * {@code x(t) = mean + L z(t)}, {@code L L' = cov} (divisor T - 1).
 *
 * <p>White in time. Real series are not, their windows hold fewer independent samples and their connectivity scatters
 * more: against this null an autocorrelated static network looks dynamic. {@link PhaseRandomised} is the fair default.
 * The covariance of one draw scatters around the given one as that of T samples does.
 */
public record StaticGaussian() implements Surrogate<double[][]> {

    /** A pivot below this share of its variance is rounding: the region depends linearly on those before it. */
    private static final double RANK_TOLERANCE = 1e-12;

    /** Prepares draws of {@code values[sample][region]} (at least 2 samples, not modified). Cost per draw: T N^2 / 2. */
    @Override
    public Source<double[][]> of(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        int n = x.length;
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            for (double v : x[i]) {
                mean[i] += v / values.length;
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int t = 0; t < values.length; t++) {
                    covariance[i][j] += (x[i][t] - mean[i]) * (x[j][t] - mean[j]);
                }
                covariance[i][j] /= values.length - 1;
            }
        }
        double[][] l = cholesky(covariance);
        return address -> draw(address.draws(), values.length, mean, l);
    }

    /** The lower triangle L with L L' = c; also for semidefinite c (more regions than samples, identical regions). */
    static double[][] cholesky(double[][] c) {
        int n = c.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = c[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j][k] * l[j][k];
            }
            if (pivot <= RANK_TOLERANCE * c[j][j]) {
                continue;
            }
            l[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double sum = c[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = sum / l[j][j];
            }
        }
        return l;
    }

    private static double[][] draw(Draws draws, int samples, double[] mean, double[][] l) {
        int n = mean.length;
        double[][] values = new double[samples][n];
        double[] z = new double[n];
        for (double[] row : values) {
            for (int i = 0; i < n; i++) {
                z[i] = draws.gaussian();
                row[i] = mean[i];
                for (int k = 0; k <= i; k++) {
                    row[i] += l[i][k] * z[k];
                }
            }
        }
        return values;
    }
}
