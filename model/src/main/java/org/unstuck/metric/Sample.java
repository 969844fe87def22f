package org.unstuck.metric;

import java.util.Arrays;

/** Numbers of one kind, sorted, and their usual summaries. Not empty. */
final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts a copy. */
    static Sample of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    double mean() {
        double sum = 0;
        for (double x : sorted) {
            sum += x;
        }
        return sum / sorted.length;
    }

    /** Standard deviation with divisor n - ddof. */
    double sd(int ddof) {
        double mean = mean();
        double sum = 0;
        for (double x : sorted) {
            sum += (x - mean) * (x - mean);
        }
        return Math.sqrt(sum / (sorted.length - ddof));
    }

    /** Quantile by linear interpolation of order statistics (type 7 of Hyndman and Fan 1996; the default of numpy and R). */
    double quantile(double p) {
        double h = (sorted.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    double median() {
        return quantile(0.5);
    }

    double largest() {
        return sorted[sorted.length - 1];
    }

    int count() {
        return sorted.length;
    }
}
