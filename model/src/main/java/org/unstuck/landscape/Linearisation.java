package org.unstuck.landscape;

import org.unstuck.integrate.Drift;

/**
 * A field and its Jacobian at a point, by central differences: J_ij = (f_i(x + h_j e_j) - f_i(x - h_j e_j)) / (2 h_j), where h_j is
 * {@value #STEP} (about the cube root of the rounding error, where truncation and rounding are equal) times the scale of coordinate
 * j. Error of J about 1e-10 of its size for smooth fields.
 *
 * <p>Owned by one thread. Cost of one call: 2 n + 1 evaluations of the field, side by side.
 */
final class Linearisation {

    /** Cube root of 2^-53, rounded to a power of two so that differences are exact more often. */
    static final double STEP = 0x1p-17;

    /** Points at once: enough for SIMD, few enough for the cache. */
    private static final int MOST_POINTS = 128;

    private final int n;
    private final double[] h;
    private final Drift drift;
    private final double[][] y;
    private final double[][] dydt;
    private final int points;

    /** The value at the last point, {@code value[i]}. */
    final double[] value;
    /** The Jacobian at the last point, {@code jacobian[i][j]} = df_i/dx_j. */
    final double[][] jacobian;

    Linearisation(VectorField field, double[] scale) {
        this.n = field.dimension();
        this.h = new double[n];
        for (int j = 0; j < n; j++) {
            h[j] = STEP * scale[j];
        }
        this.points = Math.min(2 * n + 1, MOST_POINTS);
        this.drift = field.start(points);
        this.y = new double[n][points];
        this.dydt = new double[n][points];
        this.value = new double[n];
        this.jacobian = new double[n][n];
    }

    /** Computes f(x) and J(x). */
    void at(double[] x) {
        int all = 2 * n + 1;
        for (int from = 0; from < all; from += points) {
            int count = Math.min(points, all - from);
            for (int i = 0; i < n; i++) {
                java.util.Arrays.fill(y[i], x[i]);
            }
            for (int k = 0; k < count; k++) {
                int p = from + k;
                if (p > 0) {
                    y[(p - 1) / 2][k] = shifted(x, p);
                }
            }
            drift.at(0, y, dydt);
            for (int k = 0; k < count; k++) {
                take(from + k, k, x);
            }
        }
    }

    /** Point 0 is x itself, then two for every coordinate. */
    private double shifted(double[] x, int p) {
        int j = (p - 1) / 2;
        return p % 2 != 0 ? x[j] - h[j] : x[j] + h[j];
    }

    private void take(int p, int k, double[] x) {
        if (p == 0) {
            for (int i = 0; i < n; i++) {
                value[i] = dydt[i][k];
            }
            return;
        }
        int j = (p - 1) / 2;
        double width = x[j] + h[j] - (x[j] - h[j]);
        for (int i = 0; i < n; i++) {
            // The lower point comes first.
            jacobian[i][j] = p % 2 != 0 ? dydt[i][k] : (dydt[i][k] - jacobian[i][j]) / width;
        }
    }
}
