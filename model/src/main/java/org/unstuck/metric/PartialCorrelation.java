package org.unstuck.metric;

import java.util.Optional;

/**
 * Partial correlation of every pair of regions: what two regions share that no other region explains (Whittaker 1990,
 * Graphical Models in Applied Multivariate Statistics, section 5.7).
 *
 * <pre>  r_ij|rest = -P_ij / sqrt(P_ii P_jj),   P = inverse of the correlation matrix</pre>
 *
 * <p>Needs more samples than regions and no region that is a sum of others; nothing is regularised silently. With few samples
 * per region the estimate scatters far more than Pearson's r: about 1/sqrt(samples - regions).
 */
public final class PartialCorrelation {

    private final double[][] r;
    private final String obstacle;

    private PartialCorrelation(double[][] r, String obstacle) {
        this.r = r;
        this.obstacle = obstacle;
    }

    /**
     * All pairs. Cost: samples x regions^2 / 2 + regions^3.
     *
     * @param values {@code values[sample][region]}, not modified; unchanged result under x -&gt; a x + b, a &gt; 0
     * @throws IllegalArgumentException with fewer than 2 samples, or values that are not finite
     */
    public static PartialCorrelation of(double[][] values) {
        FunctionalConnectivity fc = FunctionalConnectivity.of(values);
        int n = fc.regions();
        if (fc.constantRegions().length > 0) {
            return new PartialCorrelation(null, "region " + fc.constantRegions()[0] + " is constant");
        }
        if (values.length <= n) {
            return new PartialCorrelation(null, values.length + " samples are not more than " + n + " regions");
        }
        double[][] l = StaticGaussian.cholesky(fc.matrix());
        for (int i = 0; i < n; i++) {
            if (l[i][i] == 0) {
                return new PartialCorrelation(null, "region " + i + " is a linear combination of those before it");
            }
        }
        return new PartialCorrelation(fromFactor(l), null);
    }

    /** From L with L L' = correlation: P = M' M with M = L^-1, then scaled to a unit diagonal. */
    private static double[][] fromFactor(double[][] l) {
        int n = l.length;
        double[][] m = new double[n][n];
        for (int j = 0; j < n; j++) {
            m[j][j] = 1 / l[j][j];
            for (int i = j + 1; i < n; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= l[i][k] * m[k][j];
                }
                m[i][j] = sum / l[i][i];
            }
        }
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = i; k < n; k++) {
                    p[i][j] += m[k][i] * m[k][j];
                }
            }
        }
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            r[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double x = -p[i][j] / Math.sqrt(p[i][i] * p[j][j]);
                r[i][j] = r[j][i] = Math.max(-1, Math.min(1, x));
            }
        }
        return r;
    }

    /** Why there is no partial correlation for these series, if so. */
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** One pair; 1 on the diagonal; undefined where there is an {@link #obstacle}. */
    public Measurement between(int i, int j) {
        return obstacle == null ? Measurement.of(r[i][j]) : Measurement.undefined(obstacle);
    }

    /**
     * A copy of {@code r[i][j]}.
     *
     * @throws IllegalStateException if there is an {@link #obstacle}
     */
    public double[][] matrix() {
        if (obstacle != null) {
            throw new IllegalStateException(
                    "Partial correlation is undefined: " + obstacle + ". Maybe record longer, or leave regions out.");
        }
        double[][] copy = new double[r.length][];
        for (int i = 0; i < r.length; i++) {
            copy[i] = r[i].clone();
        }
        return copy;
    }
}
