package org.unstuck.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.unstuck.noise.Address;

/**
 * Early warnings of a transition in a slow index (Scheffer et al. 2009, Nature 461, 53-59; computed as by Dakos et al. 2012, PLoS ONE 7,
 * e41010): lag-1 autocorrelation, variance and skewness in sliding windows of the detrended series, and whether they rise, by
 * Kendall's tau against time.
 *
 * <p>False alarms are common: a drifting mean, a change of noise or overlapping windows alone give large tau. Therefore the series is
 * detrended first and tau is compared with series that have the same spectrum and no transition: {@link #measure} with
 * {@link PhaseRandomised} in {@link Against}. Windows overlap, so the usual p value of Kendall's tau does not hold.
 *
 * @param lag1 {@code lag1[window]} autocorrelation at lag 1; undefined in a constant window
 * @param variance {@code variance[window]}, unit squared
 * @param skewness {@code skewness[window]}
 */
public record CriticalSlowing(Measurement[] lag1, Measurement[] variance, Measurement[] skewness) {

    /** Which of the three. */
    public enum Sign {
        LAG_1,
        VARIANCE,
        SKEWNESS
    }

    private static final int FEWEST_SAMPLES = 4;
    private static final int FEWEST_WINDOWS = 4;
    /** Beyond so many bandwidths the kernel is 0 to 4 digits. */
    private static final double REACH = 4;

    /**
     * Reads one series.
     *
     * @param x samples of the slow index at equal intervals, not modified
     * @param window samples per window, at least 4; half of the series is usual
     * @param step samples from one window to the next
     * @param bandwidth standard deviation of the Gaussian kernel whose running mean is taken off, samples; 0 takes off the mean only. About
     *     a tenth of the series is usual; too small a kernel takes the slow fluctuations off as well.
     */
    public static CriticalSlowing of(double[] x, int window, int step, double bandwidth) {
        SlidingWindows windows = SlidingWindows.of(window, step);
        if (window < FEWEST_SAMPLES || !(bandwidth >= 0) || windows.count(x.length) == 0) {
            throw new IllegalArgumentException("window is " + window + " and bandwidth is " + bandwidth + " of "
                    + x.length + " samples, they must be at least " + FEWEST_SAMPLES
                    + " and 0, and a window must fit. Maybe the index was sampled too rarely.");
        }
        double[] rest = detrended(x, bandwidth);
        int count = windows.count(x.length);
        Measurement[] lag1 = new Measurement[count];
        Measurement[] variance = new Measurement[count];
        Measurement[] skewness = new Measurement[count];
        for (int k = 0; k < count; k++) {
            double[] part = Arrays.copyOfRange(rest, k * step, k * step + window);
            Moments moments = Moments.of(part);
            lag1[k] = Series.isConstant(part, 0, window)
                    ? Measurement.undefined("the index is constant in window " + k)
                    : Measurement.of(Autocorrelation.of(part, 1).at(1));
            variance[k] = Measurement.of(moments.variance());
            skewness[k] = moments.skewness();
        }
        return new CriticalSlowing(lag1, variance, skewness);
    }

    /** The series minus its Gaussian running mean (kernel cut and renormalised at the ends). */
    static double[] detrended(double[] x, double bandwidth) {
        double[] rest = new double[x.length];
        int reach = (int) Math.min(x.length, Math.ceil(REACH * bandwidth));
        double[] kernel = new double[reach + 1];
        for (int d = 0; d <= reach; d++) {
            kernel[d] = bandwidth > 0 ? StrictMath.exp(-d * d / (2 * bandwidth * bandwidth)) : 1;
        }
        double mean = Moments.of(x).mean();
        for (int t = 0; t < x.length; t++) {
            double sum = 0;
            double weight = 0;
            for (int u = Math.max(0, t - reach); u <= Math.min(x.length - 1, t + reach); u++) {
                sum += kernel[Math.abs(u - t)] * x[u];
                weight += kernel[Math.abs(u - t)];
            }
            rest[t] = x[t] - (bandwidth > 0 ? sum / weight : mean);
        }
        return rest;
    }

    /** Kendall's tau-b of a sign against time, -1..1; undefined with fewer than 4 windows, or an undefined or constant sign. */
    public Measurement trend(Sign sign) {
        Measurement[] values = switch (sign) {
            case LAG_1 -> lag1;
            case VARIANCE -> variance;
            case SKEWNESS -> skewness;
        };
        if (values.length < FEWEST_WINDOWS) {
            return Measurement.undefined(values.length + " windows are too few for a trend");
        }
        double[] time = new double[values.length];
        double[] y = new double[values.length];
        for (int k = 0; k < y.length; k++) {
            if (!values[k].isDefined()) {
                return values[k];
            }
            time[k] = k;
            y[k] = values[k].orElseThrow();
        }
        return Series.isConstant(y, 0, y.length)
                ? Measurement.undefined("the sign is the same in all windows")
                : Measurement.of(new KendallsCorrelation().correlation(time, y));
    }

    /** The trend of a sign in region 0 of {@code values[sample][region]}, for {@link Against}. */
    public static Measure<double[][]> measure(Sign sign, int window, int step, double bandwidth) {
        return (double[][] values, Address address) ->
                of(Series.byRegion(values, window)[0], window, step, bandwidth).trend(sign);
    }
}
