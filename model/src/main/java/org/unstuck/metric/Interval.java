package org.unstuck.metric;

import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * A mean over patients and its percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13): patients are drawn with
 * replacement, and the interval lies between the (1 - level)/2 and (1 + level)/2 quantiles of the means.
 *
 * <p>Patients are the unit: seeds or scans of one patient must be averaged first. With fewer than about 20 patients the
 * interval is too narrow (a factor of about sqrt(1 - 1/n)).
 *
 * @param mean mean of the defined values
 * @param low lower end; undefined with fewer than 2 values
 * @param high upper end
 * @param patients number of values used
 * @param missing number left out because they were undefined
 */
public record Interval(Measurement mean, Measurement low, Measurement high, int patients, int missing) {

    /** The usual level. */
    public static final double LEVEL = 0.95;

    /** Resamples; the ends of a 95 % interval then scatter by about 4 % of its half width. */
    public static final int RESAMPLES = 1000;

    /** The 95 % interval of the mean of {@code values[patient]}. */
    public static Interval of(double[] values, Address address) {
        return of(values, LEVEL, RESAMPLES, address);
    }

    /** The 95 % interval of the mean of those values that are defined. */
    public static Interval of(Measurement[] values, Address address) {
        double[] defined = new double[values.length];
        int n = 0;
        for (Measurement value : values) {
            if (value instanceof Measurement.Defined one) {
                defined[n++] = one.value();
            }
        }
        return of(java.util.Arrays.copyOf(defined, n), LEVEL, RESAMPLES, address)
                .withMissing(values.length - n);
    }

    /**
     * The 95 % interval of the mean of {@code after[patient] - before[patient]}: the same patients (and noise) on both sides,
     * so what they share cancels. A patient counts if both values are defined.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Interval ofDifference(Measurement[] after, Measurement[] before, Address address) {
        if (after.length != before.length) {
            throw new IllegalArgumentException("after has " + after.length + " and before has " + before.length
                    + " patients, pairs need equal numbers. Maybe the arms do not share patients.");
        }
        Measurement[] difference = new Measurement[after.length];
        for (int k = 0; k < after.length; k++) {
            difference[k] = after[k].combine(before[k], (a, b) -> a - b);
        }
        return of(difference, address);
    }

    /** The same for plain numbers. */
    public static Interval ofDifference(double[] after, double[] before, Address address) {
        return ofDifference(measured(after), measured(before), address);
    }

    private static Measurement[] measured(double[] values) {
        Measurement[] measured = new Measurement[values.length];
        for (int k = 0; k < values.length; k++) {
            measured[k] = Measurement.of(values[k]);
        }
        return measured;
    }

    /**
     * Any level and number of resamples. Cost: resamples x patients.
     *
     * @param values {@code values[patient]}, finite
     * @param level strictly between 0 and 1
     * @param resamples at least 1
     * @param address the stream
     */
    public static Interval of(double[] values, double level, int resamples, Address address) {
        if (!(level > 0 && level < 1) || resamples < 1) {
            throw new IllegalArgumentException("level is " + level + " and resamples is " + resamples
                    + ", they must be in (0, 1) and at least 1. Maybe the level is in percent.");
        }
        int n = values.length;
        if (n == 0) {
            Measurement none = Measurement.undefined("no patient has a value");
            return new Interval(none, none, none, 0, 0);
        }
        Measurement mean = Measurement.of(Sample.of(values).mean());
        if (n == 1) {
            Measurement one = Measurement.undefined("one patient has no interval");
            return new Interval(mean, one, one, 1, 0);
        }
        Draws draws = address.draws();
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += values[draws.below(n)];
            }
            means[b] = sum / n;
        }
        Sample sample = Sample.of(means);
        double tail = (1 - level) / 2;
        return new Interval(
                mean, Measurement.of(sample.quantile(tail)), Measurement.of(sample.quantile(1 - tail)), n, 0);
    }

    private Interval withMissing(int count) {
        return new Interval(mean, low, high, patients, count);
    }
}
