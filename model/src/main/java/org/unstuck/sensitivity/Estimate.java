package org.unstuck.sensitivity;

import java.util.Arrays;

/**
 * A number from a sample, and where it may lie.
 *
 * @param value the estimate
 * @param low lower end of its 95 % percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13)
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {

    /** Level of all intervals of this package. */
    public static final double LEVEL = 0.95;

    /** Resamples of a bootstrap: the ends of an interval then scatter by about 5 % of its half width. */
    static final int RESAMPLES = 500;

    /** {@code value} with the interval that {@code resampled} estimates give; these are sorted. */
    static Estimate of(double value, double[] resampled) {
        Arrays.sort(resampled);
        return new Estimate(value, quantile(resampled, (1 - LEVEL) / 2), quantile(resampled, (1 + LEVEL) / 2));
    }

    private static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }
}
