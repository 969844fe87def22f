package org.unstuck.viz.cli;

import java.util.Locale;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.Workload;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;

/**
 * How long a sweep may take and how much room it needs, known before it begins.
 *
 * @param runs number of runs
 * @param seconds wall-clock time, from the work of the scenario that is varied; wrong by a factor of two or three
 * @param bytes size of the logs
 * @param threads threads it is for
 */
record SweepEstimate(long runs, double seconds, double bytes, int threads) {

    /** Region steps of one thread in a second: measured on one 2.4 GHz core, rounded down. */
    private static final double REGION_STEPS_PER_S = 1e7;
    /** A value in a log: eight bytes in Base64. */
    private static final double VALUE_BYTES = 8 * 4 / 3.0;
    /** A line besides its values. */
    private static final double LINE_BYTES = 100;

    private static final long MANY = 100_000;
    private static final double LONG_S = 48 * 3600.0;
    private static final double LARGE_BYTES = 20e9;
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;
    private static final double DAY_S = 86_400;

    static SweepEstimate of(Study study, Shard shard, int threads) {
        Scenario base = study.base();
        long runs = study.tasks() == Long.MAX_VALUE ? Long.MAX_VALUE : shard.size(study.tasks());
        double values = (double) base.arms().size()
                * (base.scans().at().size() + 1)
                * base.cohort().patients()
                * study.outcomes().size();
        double work = Workload.of(base).regionSteps();
        return new SweepEstimate(
                runs, runs * work / REGION_STEPS_PER_S / threads, runs * (LINE_BYTES + VALUE_BYTES * values), threads);
    }

    /** In words. */
    String words() {
        return String.format(
                Locale.ROOT,
                "%s runs: roughly %s on %d thread%s, %s of results.",
                runs == Long.MAX_VALUE ? "More than 9.2e18" : Long.toString(runs),
                span(seconds),
                threads,
                threads == 1 ? "" : "s",
                size(bytes));
    }

    /**
     * Refuses what nobody wants by accident.
     *
     * @throws Invalid if there is too much to do, and {@code yes} was not said; or more than can be done at all
     */
    void check(boolean yes) {
        if (runs > Store.MOST_TASKS) {
            throw new Invalid(
                    "this study has " + (runs == Long.MAX_VALUE ? "more than 9.2e18" : runs) + " runs, at most "
                            + Store.MOST_TASKS + " are possible.",
                    "Maybe a Latin hypercube or a Sobol design with some thousand points.");
        }
        if (!yes && (runs > MANY || seconds > LONG_S || bytes > LARGE_BYTES)) {
            throw new Invalid(
                    "this is much to do: " + words(),
                    "Maybe fewer points, --quick, or parts on several machines (--shard); --yes begins anyway.");
        }
    }

    /** A span of time in one unit. */
    static String span(double seconds) {
        if (seconds < 2 * MINUTE_S) {
            return Math.round(Math.max(1, seconds)) + " s";
        }
        if (seconds < 2 * HOUR_S) {
            return Math.round(seconds / MINUTE_S) + " min";
        }
        return seconds < 2 * DAY_S
                ? Math.round(seconds / HOUR_S) + " h"
                : String.format(Locale.ROOT, "%.3g days", seconds / DAY_S);
    }

    private static String size(double bytes) {
        return bytes < 1e6
                ? String.format(Locale.ROOT, "%.3g kB", bytes / 1e3)
                : bytes < 1e9
                        ? String.format(Locale.ROOT, "%.3g MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.3g GB", bytes / 1e9);
    }
}
