package org.unstuck.viz.report;

import org.apache.commons.math3.distribution.TDistribution;

/** Number, mean and variance of values that come one by one (Welford 1962, Technometrics 4). */
final class Spread {

    private static final double UPPER = 0.975;

    private long n;
    private double mean;
    private double squares;

    /** Takes a value; NaN is left out. */
    void add(double x) {
        if (Double.isNaN(x)) {
            return;
        }
        n++;
        double before = x - mean;
        mean += before / n;
        squares += before * (x - mean);
    }

    long n() {
        return n;
    }

    /** The mean; NaN of nothing. */
    double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    /** Standard deviation with n - 1; 0 of a single value. */
    double sd() {
        return n < 2 ? 0 : Math.sqrt(squares / (n - 1));
    }

    /** Half of the 95 % interval of the mean (Student); 0 of a single value. */
    double half() {
        return n < 2 ? 0 : new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER) * sd() / Math.sqrt(n);
    }
}
