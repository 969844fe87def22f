package org.unstuck.landscape;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Cancelled;

/**
 * How long noise takes to move a system out of a basin: runs from one state, each with its own noise, until each has left or the time
 * is up.
 *
 * <p>If all left, mean and interval are those of a percentile bootstrap. If some did not, escape is taken for a process without memory (it is
 * nearly one where escape is rare): mean = time lived by all / escapes, its interval from the chi-squared distribution. Leaving is noticed
 * at regular looks only: the mean is too long by up to one interval between them.
 *
 * @param times {@code times[run]}, when it was seen outside; the horizon for those that stayed
 * @param escaped {@code escaped[run]}
 * @param mean mean time; undefined if none left
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
public record EscapeTime(double[] times, boolean[] escaped, Measurement mean, Measurement low, Measurement high) {

    private static final double LEVEL = 0.95;

    /**
     * Runs.
     *
     * @param noisy the equations and their noise
     * @param start the observed state at the start; coloured noise starts at 0
     * @param exit who has left
     * @param runs at least 2
     * @param horizon longest time
     * @param step step of the runs
     * @param steps steps from one look to the next
     * @param seed root of the noise
     * @param cancelled asked at every look whether to stop
     */
    public static EscapeTime of(
            Noisy noisy,
            double[] start,
            Exit exit,
            int runs,
            double horizon,
            double step,
            int steps,
            Address seed,
            BooleanSupplier cancelled) {
        NoisyRun run = new NoisyRun(noisy, step, start, runs, seed.with("escape"));
        double[] times = new double[runs];
        boolean[] escaped = new boolean[runs];
        int[] who = new int[runs];
        Arrays.setAll(who, k -> k);
        while (who.length > 0 && run.time() < horizon) {
            if (cancelled.getAsBoolean()) {
                throw new Cancelled();
            }
            run.advance(steps);
            double[][] x = new double[noisy.observed()][who.length];
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < who.length; k++) {
                    x[i][k] = run.state()[i][who[k]];
                }
            }
            boolean[] left = exit.left(x);
            for (int k = 0; k < who.length; k++) {
                times[who[k]] = run.time();
                escaped[who[k]] = left[k];
            }
            who = Arrays.stream(who).filter(k -> !escaped[k]).toArray();
        }
        return read(times, escaped, horizon, seed);
    }

    private static EscapeTime read(double[] times, boolean[] escaped, double horizon, Address seed) {
        int count = 0;
        double lived = 0;
        for (int k = 0; k < times.length; k++) {
            count += escaped[k] ? 1 : 0;
            lived += times[k];
        }
        if (count == times.length) {
            Interval interval = Interval.of(times, seed.with("interval"));
            return new EscapeTime(times, escaped, interval.mean(), interval.low(), interval.high());
        }
        double tail = (1 - LEVEL) / 2;
        // Type I censoring: 2 x time lived / mean is nearly chi-squared with 2 x escapes degrees of freedom at the
        // upper end, 2 more at the lower.
        double least =
                2 * lived / new ChiSquaredDistribution(null, 2.0 * count + 2).inverseCumulativeProbability(1 - tail);
        if (count == 0) {
            Measurement none = Measurement.undefined("no run left within " + horizon);
            return new EscapeTime(times, escaped, none, Measurement.of(least), none);
        }
        double most = 2 * lived / new ChiSquaredDistribution(null, 2.0 * count).inverseCumulativeProbability(tail);
        return new EscapeTime(
                times, escaped, Measurement.of(lived / count), Measurement.of(least), Measurement.of(most));
    }

    /** Number of runs that left. */
    public int count() {
        int count = 0;
        for (boolean one : escaped) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** The share of runs that have not left by {@code time}. */
    public double staying(double time) {
        int staying = 0;
        for (int k = 0; k < times.length; k++) {
            staying += escaped[k] && times[k] <= time ? 0 : 1;
        }
        return staying / (double) times.length;
    }
}
