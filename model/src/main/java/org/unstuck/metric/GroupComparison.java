package org.unstuck.metric;

import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Two groups of different patients: size, certainty, and only then chance. There is no p without the effect beside it.
 *
 * @param difference mean of a - mean of b
 * @param low lower end of its 95 % percentile bootstrap interval (each group resampled by itself)
 * @param high upper end
 * @param hedgesG difference / pooled sd, times 1 - 3/(4 df - 1), df = n_a + n_b - 2 (Hedges 1981, J. Educ. Stat. 6, 107-128); undefined
 *     without spread
 * @param cliffsDelta P(a &gt; b) - P(a &lt; b), -1..1 (Cliff 1993, Psychol. Bull. 114, 494-509)
 * @param mannWhitneyP two-sided, normal approximation of Commons Math without correction for ties: rough below about 8 per group
 */
public record GroupComparison(
        Measurement difference,
        Measurement low,
        Measurement high,
        Measurement hedgesG,
        Measurement cliffsDelta,
        Measurement mannWhitneyP) {

    private static final double HEDGES = 3;
    private static final double HEDGES_DF = 4;

    /**
     * Compares.
     *
     * @param a {@code a[patient]}, finite
     * @param b other patients
     * @param address the stream of the bootstrap
     */
    public static GroupComparison of(double[] a, double[] b, Address address) {
        if (a.length < 2 || b.length < 2) {
            Measurement few = Measurement.undefined(a.length + " and " + b.length + " patients are too few");
            return new GroupComparison(few, few, few, few, few, few);
        }
        double difference = Sample.of(a).mean() - Sample.of(b).mean();
        Sample means = bootstrap(a, b, address.draws());
        double tail = (1 - Interval.LEVEL) / 2;
        return new GroupComparison(
                Measurement.of(difference),
                Measurement.of(means.quantile(tail)),
                Measurement.of(means.quantile(1 - tail)),
                hedges(a, b, difference),
                Measurement.of(cliff(a, b)),
                Measurement.of(Math.min(1, new MannWhitneyUTest().mannWhitneyUTest(a, b))));
    }

    /** The factor against the bias of small samples, 1 - 3/(4 df - 1). */
    static double smallSample(int df) {
        return 1 - HEDGES / (HEDGES_DF * df - 1);
    }

    private static Measurement hedges(double[] a, double[] b, double difference) {
        double sa = Sample.of(a).sd(1);
        double sb = Sample.of(b).sd(1);
        int df = a.length + b.length - 2;
        double pooled = Math.sqrt(((a.length - 1) * sa * sa + (b.length - 1) * sb * sb) / df);
        return pooled > 0
                ? Measurement.of(smallSample(df) * difference / pooled)
                : Measurement.undefined("no patient differs from another of the same group");
    }

    private static double cliff(double[] a, double[] b) {
        long above = 0;
        for (double x : a) {
            for (double y : b) {
                above += x > y ? 1 : x < y ? -1 : 0;
            }
        }
        return (double) above / ((long) a.length * b.length);
    }

    private static Sample bootstrap(double[] a, double[] b, Draws draws) {
        double[] differences = new double[Interval.RESAMPLES];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = resampled(a, draws) - resampled(b, draws);
        }
        return Sample.of(differences);
    }

    private static double resampled(double[] x, Draws draws) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[draws.below(x.length)];
        }
        return sum / x.length;
    }
}
