package org.unstuck.metric;

import java.util.Arrays;

/**
 * How far two sets of numbers are apart, as distributions: for the FCD of a model beside that of a recording.
 *
 * <pre>
 *   Kolmogorov-Smirnov = max_x |F(x) - G(x)|        0..1, blind to how far the numbers lie apart
 *   Wasserstein-1      = integral |F(x) - G(x)| dx   unit of the numbers
 * </pre>
 *
 * <p>F, G: shares of numbers &lt;= x. The window pairs of one FCD are not independent, so the usual significance of the
 * Kolmogorov-Smirnov statistic does not hold for them; compare with the distance between surrogates instead.
 */
public final class DistributionDistance {

    private DistributionDistance() {}

    /** Largest difference of the distribution functions, 0..1. Undefined if a set is empty. */
    public static Measurement kolmogorovSmirnov(double[] a, double[] b) {
        return distance(a, b, true);
    }

    /** Area between the distribution functions (earth mover's distance). Undefined if a set is empty. */
    public static Measurement wasserstein(double[] a, double[] b) {
        return distance(a, b, false);
    }

    private static Measurement distance(double[] a, double[] b, boolean largest) {
        if (a.length == 0 || b.length == 0) {
            return Measurement.undefined("one of the distributions has no value");
        }
        double[] x = sorted("a", a);
        double[] y = sorted("b", b);
        double result = 0;
        double before = Math.min(x[0], y[0]);
        double gap = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double at = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
            if (!largest) {
                result += gap * (at - before);
            }
            while (i < x.length && x[i] == at) {
                i++;
            }
            while (j < y.length && y[j] == at) {
                j++;
            }
            gap = Math.abs((double) i / x.length - (double) j / y.length);
            if (largest) {
                result = Math.max(result, gap);
            }
            before = at;
        }
        return Measurement.of(result);
    }

    private static double[] sorted(String name, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN last, -Infinity first
        if (!Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    name + " holds a value that is not finite, a distribution must be finite. "
                            + "Maybe leave undefined values out.");
        }
        return sorted;
    }
}
