package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.mass.Variable;
import org.unstuck.simulate.FastClock;

/**
 * A run of the fast clock with one lane, written as CSV row by row: header, the state at the start, then the state at every
 * sample. Numbers are read back as exactly the bits that were computed. Memory does not grow with the length of the run.
 */
final class SampledRun {

    /** About a day of computing. */
    private static final double MOST_STEPS = 1e10;
    /** Rows, and steps, between two looks at whether to stop. */
    private static final int ROWS_AT_ONCE = 256;

    private static final int STEPS_AT_ONCE = 25_600;
    /** A time in ms as it was written, free of the rounding of its unit. */
    private static final int DIGITS_OF_TIME = 12;

    private static final double MS = 1000;

    private final FastClock clock;
    private final Signal signal;
    private final double dtMs;
    private final int every;
    private final double sampleMs;
    private final long samples;
    private RowWatcher watcher = (seconds, values) -> {};

    /** Sees every row that is written. */
    @FunctionalInterface
    interface RowWatcher {
        /**
         * A row.
         *
         * @param seconds its time, s
         * @param values its numbers; overwritten by the next row
         */
        void row(double seconds, double[] values);
    }

    /**
     * A run that has not begun.
     *
     * @param clock a clock with one lane, at its start
     * @param regions names of the regions
     * @param variables state variables of the mass; the fluctuating input u follows them in the state
     * @param dtMs step of the clock, ms
     * @param sample time between rows
     * @param seconds length, s; what is left after the last whole sample is not run
     * @throws Invalid if these do not fit together
     */
    SampledRun(
            FastClock clock, List<String> regions, List<Variable> variables, double dtMs, Time sample, double seconds) {
        this(clock, new Signal.State(regions, variables), dtMs, sample, seconds);
    }

    /**
     * A run that has not begun.
     *
     * @param clock a clock with one lane, at its start
     * @param signal what to write of it
     * @param dtMs step of the clock, ms
     * @param sample time between rows
     * @param seconds length, s; what is left after the last whole sample is not run
     * @throws Invalid if these do not fit together
     */
    SampledRun(FastClock clock, Signal signal, double dtMs, Time sample, double seconds) {
        this.clock = clock;
        this.signal = signal;
        this.dtMs = dtMs;
        this.sampleMs = ms(sample);
        this.every = every(dtMs, sampleMs);
        double whole = Math.floor(seconds * MS / sampleMs * (1 + 1e-12));
        if (!(whole >= 1)) {
            throw new Invalid(
                    "seconds is " + Decimal.exact(seconds) + " s, it must be at least one sample ("
                            + Decimal.exact(sampleMs) + " ms).",
                    "Maybe 60.");
        }
        if (whole * every > MOST_STEPS) {
            throw new Invalid(
                    String.format(
                            Locale.ROOT,
                            "seconds is %s s: that is %.3g steps, at most %.0g are possible.",
                            Decimal.exact(seconds),
                            whole * every,
                            MOST_STEPS),
                    "Maybe a shorter run.");
        }
        this.samples = (long) whole;
    }

    /** Shows every row to {@code other} too. */
    void watch(RowWatcher other) {
        this.watcher = other;
    }

    /** Number of samples after the start. */
    long samples() {
        return samples;
    }

    /** {@code time} in ms, as it was written: "2 ms" is 2. */
    static double ms(Time time) {
        return Double.parseDouble(Decimal.of(time.inMs(), DIGITS_OF_TIME));
    }

    private static int every(double dtMs, double sampleMs) {
        double steps = Math.rint(sampleMs / dtMs);
        if (steps < 1
                || steps > Integer.MAX_VALUE / ROWS_AT_ONCE
                || Math.abs(steps * dtMs - sampleMs) > 1e-9 * sampleMs) {
            throw new Invalid(
                    "sample is " + Decimal.exact(sampleMs) + " ms, it must be a whole multiple of dt ("
                            + Decimal.exact(dtMs) + " ms).",
                    "Maybe " + Decimal.exact(Math.max(1, Math.min(steps, 1e6)) * dtMs) + " ms.");
        }
        return (int) steps;
    }

    /**
     * Runs and writes.
     *
     * @param csv where to; flushed at the end
     * @param listener told how many rows came since the last time; may throw to stop the run
     * @throws org.unstuck.simulate.Diverged if the state stops being finite
     */
    void write(Appendable csv, LongConsumer listener) {
        try {
            csv.append(header()).append('\n');
            run(listener, (seconds, values) -> {
                row(csv, seconds, values);
                watcher.row(seconds, values);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs.
     *
     * @param listener as in {@link #write}
     * @param rows told of the start and of every sample
     */
    void run(LongConsumer listener, RowWatcher rows) {
        int fine = signal.fine(every, dtMs);
        int looks = every / fine;
        int atOnce = Math.max(1, Math.min(ROWS_AT_ONCE, STEPS_AT_ONCE / every));
        rows.row(0, signal.values(clock.state()));
        for (long done = 0; done < samples; ) {
            long from = done;
            int count = (int) Math.min(atOnce, samples - done);
            clock.run(count * every, fine, (s, y) -> {
                signal.take(y, fine * dtMs);
                if ((s + 1) % looks == 0) {
                    rows.row((from + (s + 1) / looks) * sampleMs / MS, signal.values(y));
                }
            });
            done += count;
            listener.accept(count);
        }
    }

    /** The names of the columns: quantity, region, unit. */
    String header() {
        return "time_s," + String.join(",", signal.columns());
    }

    private static void row(Appendable csv, double seconds, double[] values) {
        try {
            csv.append(Decimal.of(seconds, DIGITS_OF_TIME));
            for (double value : values) {
                csv.append(',').append(Decimal.exact(value));
            }
            csv.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
