package org.unstuck.metric;

import java.util.Arrays;

/**
 * Functional connectivity: Pearson correlation of every pair of regions.
 *
 * <pre>
 *   r_ij = sum_t (x_i - mean x_i)(x_j - mean x_j) / sqrt( sum_t (x_i - mean x_i)^2  sum_t (x_j - mean x_j)^2 )
 * </pre>
 *
 * <p>A region whose series is constant has no correlation with anything, itself included: its cells are undefined. The raw
 * matrix is only handed out where every cell exists ({@link #matrix()}) or where the caller says what stands in the empty
 * cells ({@link #matrix(double)}).
 */
public final class FunctionalConnectivity {

    private final double[][] r;
    private final boolean[] constant;

    private FunctionalConnectivity(double[][] r, boolean[] constant) {
        this.r = r;
        this.constant = constant;
    }

    /**
     * Correlates all pairs. Cost: samples x regions^2 / 2.
     *
     * @param values {@code values[sample][region]}, any unit, not modified; unchanged result under x -&gt; a x + b, a &gt; 0
     * @throws IllegalArgumentException with fewer than 2 samples, or values that are not finite
     */
    public static FunctionalConnectivity of(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        return of(x, 0, values.length, x); // x is a copy: it may be overwritten
    }

    /** The same for samples from..to-1 of {@code x[region][sample]}. */
    static FunctionalConnectivity of(double[][] x, int from, int to) {
        return of(x, from, to, new double[x.length][to - from]);
    }

    /** The same with a work array {@code unit[region][to - from]}, which is overwritten; it may be x itself if from is 0. */
    static FunctionalConnectivity of(double[][] x, int from, int to, double[][] unit) {
        int n = x.length;
        boolean[] constant = new boolean[n];
        for (int i = 0; i < n; i++) {
            constant[i] = Series.isConstant(x[i], from, to);
            if (constant[i]) {
                java.util.Arrays.fill(unit[i], 0);
            } else {
                standardise(x[i], from, to, unit[i]);
            }
        }
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            r[i][i] = 1;
            dots(unit, i, r[i]);
            for (int j = 0; j < i; j++) {
                r[i][j] = Math.max(-1, Math.min(1, r[i][j]));
                r[j][i] = r[i][j];
            }
        }
        return new FunctionalConnectivity(r, constant);
    }

    /** Mean 0 and length 1. Scaled by the largest deviation first, so that tiny and huge units do not under- or overflow. */
    private static void standardise(double[] x, int from, int to, double[] unit) {
        double mean = 0;
        for (int t = from; t < to; t++) {
            mean += x[t] / (to - from);
        }
        double largest = 0;
        for (int t = from; t < to; t++) {
            unit[t - from] = x[t] - mean;
            largest = Math.max(largest, Math.abs(unit[t - from]));
        }
        for (int t = 0; t < unit.length; t++) {
            unit[t] /= largest;
        }
        double length = Math.sqrt(dot(unit, unit));
        for (int t = 0; t < unit.length; t++) {
            unit[t] /= length;
        }
    }

    /** to[j] = unit[i] unit[j] for all j &lt; i, four sums side by side: one alone would wait for every addition. */
    private static void dots(double[][] unit, int i, double[] to) {
        double[] x = unit[i];
        int j = 0;
        for (; j + 4 <= i; j += 4) {
            double[] a = unit[j];
            double[] b = unit[j + 1];
            double[] c = unit[j + 2];
            double[] d = unit[j + 3];
            double xa = 0;
            double xb = 0;
            double xc = 0;
            double xd = 0;
            for (int t = 0; t < x.length; t++) {
                xa += x[t] * a[t];
                xb += x[t] * b[t];
                xc += x[t] * c[t];
                xd += x[t] * d[t];
            }
            to[j] = xa;
            to[j + 1] = xb;
            to[j + 2] = xc;
            to[j + 3] = xd;
        }
        for (; j < i; j++) {
            to[j] = dot(x, unit[j]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /** Number of regions. */
    public int regions() {
        return r.length;
    }

    /** Regions with a constant series; a copy. */
    public int[] constantRegions() {
        int[] found = new int[r.length];
        int count = 0;
        for (int i = 0; i < r.length; i++) {
            if (constant[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** r of one pair; 1 on the diagonal; undefined if a region of the pair is constant. */
    public Measurement between(int i, int j) {
        if (constant[i] || constant[j]) {
            return Measurement.undefined("region " + (constant[i] ? i : j) + " is constant");
        }
        return Measurement.of(r[i][j]);
    }

    /** Fisher z = artanh r of one pair; undefined also where |r| = 1 (the diagonal, identical series). */
    public Measurement fisherZ(int i, int j) {
        Measurement pair = between(i, j);
        if (pair.isDefined() && Math.abs(r[i][j]) == 1) {
            return Measurement.undefined("|r| of regions " + i + " and " + j + " is 1, its Fisher z is infinite");
        }
        return pair.map(x -> 0.5 * (StrictMath.log1p(x) - StrictMath.log1p(-x)));
    }

    /**
     * Mean Fisher z between two groups of regions, over all pairs of different regions; with the same group twice, the mean
     * within it. Undefined as soon as one of its pairs is.
     */
    public Measurement meanFisherZ(int[] regionsA, int[] regionsB) {
        double sum = 0;
        int pairs = 0;
        for (int i : regionsA) {
            for (int j : regionsB) {
                if (i != j) {
                    Measurement z = fisherZ(i, j);
                    if (!z.isDefined()) {
                        return z;
                    }
                    sum += z.orElseThrow();
                    pairs++;
                }
            }
        }
        return pairs == 0
                ? Measurement.undefined("there is no pair of different regions")
                : Measurement.of(sum / pairs);
    }

    /**
     * Difference of Fisher z, this minus {@code before}, per pair: {@code [i][j]}. Undefined on the diagonal and where either
     * side is undefined.
     *
     * @throws IllegalArgumentException if the numbers of regions differ
     */
    public Measurement[][] difference(FunctionalConnectivity before) {
        if (before.regions() != regions()) {
            throw new IllegalArgumentException("before has " + before.regions() + " regions, this has " + regions()
                    + ". Maybe they come from different networks.");
        }
        Measurement[][] d = new Measurement[r.length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r.length; j++) {
                d[i][j] = fisherZ(i, j).combine(before.fisherZ(i, j), (after, earlier) -> after - earlier);
            }
        }
        return d;
    }

    /**
     * A copy of {@code r[i][j]}, where every cell is defined.
     *
     * @throws IllegalStateException if a region is constant
     */
    public double[][] matrix() {
        for (int i = 0; i < r.length; i++) {
            if (constant[i]) {
                throw new IllegalStateException("Region " + i
                        + " is constant, its correlations are undefined. Maybe use matrix(fill) or between(i, j).");
            }
        }
        return matrix(1); // no cell is filled
    }

    /** A copy of {@code r[i][j]} with {@code fill} in every cell that is undefined. */
    public double[][] matrix(double fill) {
        double[][] copy = new double[r.length][];
        for (int i = 0; i < r.length; i++) {
            copy[i] = r[i].clone();
            for (int j = 0; j < r.length; j++) {
                copy[i][j] = constant[i] || constant[j] ? fill : copy[i][j];
            }
        }
        return copy;
    }
}
