package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.study.Outcome;
import org.unstuck.study.Scenario;

/**
 * What a comparison will take, known before it starts. Time is told from a short run of the same network on this machine, and
 * is too high where arms without a change are not computed at every slow step.
 *
 * @param seconds wall-clock time on the threads that were asked for, s
 * @param memory bytes of memory
 * @param disk bytes of files
 */
record Estimate(double seconds, double memory, double disk) {

    /** Lanes of the short run, and how long it takes at least. */
    private static final int LANES = 64;

    private static final int STEPS = 250;
    private static final double LONG_ENOUGH_S = 0.15;

    /** Bytes of a row of the data files, measured on the presets. */
    private static final double COURSE_ROW = 220;

    private static final double SCAN_ROW = 60;
    private static final double LINK_ROW = 50;
    private static final double PAIR_ROW = 40;
    /** The page, its charts, and the tables that do not grow. */
    private static final double PAGE = 5e6;

    private static final double MB = 1e6;
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;

    /** The estimate for {@code s}, whose slow clock makes {@code slowSteps} steps, on {@code threads} threads. */
    static Estimate of(Scenario s, int slowSteps, int threads) {
        Numerics n = s.numerics();
        double arms = s.arms().size();
        double people = s.cohort().patients();
        double scans = s.scans().at().size() + 1.0;
        double scanH = s.scans().rest().hours()
                + s.scans().cues() * s.scans().cueEvery().hours()
                + n.settle().hours();
        double fastH = slowSteps * (n.warmUp().hours() + n.burst().hours()) + scans * scanH;
        double laneSteps = fastH / n.step().hours() * arms * people;
        Footprint footprint = Footprint.of(s, slowSteps);
        int busy = (int) Math.min(threads, Math.min(people, Runtime.getRuntime().availableProcessors()));
        return new Estimate(
                laneSteps * secondsPerLaneStep(s) / busy,
                footprint.result() + threads * footprint.working(),
                disk(s, slowSteps).disk());
    }

    /** The part about the disk alone, which needs no measuring. */
    static Estimate disk(Scenario s, int slowSteps) {
        double arms = s.arms().size();
        double regions = s.network().size();
        double scan = s.cohort().patients() * Outcome.values().length * SCAN_ROW
                + s.network().links().size() * LINK_ROW
                + regions * (regions - 1) / 2 * PAIR_ROW;
        double scans = s.scans().at().size() + 1.0;
        return new Estimate(0, 0, PAGE + arms * (slowSteps * COURSE_ROW + scans * scan));
    }

    /** Seconds that one step of one lane takes here: measured. */
    private static double secondsPerLaneStep(Scenario s) {
        FastClock clock = new FastClock(
                s.network(),
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                s.numerics().scheme().takesNoise() ? s.numerics().scheme() : new org.unstuck.integrate.Heun(),
                2,
                1,
                LANES,
                p -> Address.of(1).with("patient", p));
        clock.purpose("estimate");
        double best = Double.MAX_VALUE;
        for (double spent = 0; spent < LONG_ENOUGH_S; ) {
            long startedNs = System.nanoTime();
            clock.run(STEPS, STEPS, (k, y) -> {});
            double seconds = (System.nanoTime() - startedNs) / 1e9;
            spent += seconds;
            best = Math.min(best, seconds / ((double) STEPS * LANES));
        }
        return best;
    }

    /** As in "about 2 min, 40 MB of memory, 12 MB of files". */
    String text() {
        String time = seconds < MINUTE_S
                ? String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds))
                : seconds < HOUR_S
                        ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE_S)
                        : String.format(Locale.ROOT, "%.1f h", seconds / HOUR_S);
        return "about " + time
                + String.format(
                        Locale.ROOT,
                        ", %.0f MB of memory, %.0f MB of files",
                        Math.ceil(memory / MB),
                        Math.ceil(disk / MB));
    }

    /**
     * Checks that the files fit on the disk of {@code wanted}.
     *
     * @throws CannotWrite if they do not
     */
    void checkFits(Path wanted) {
        for (Path p = wanted.toAbsolutePath().normalize(); p != null; p = p.getParent()) {
            if (Files.exists(p)) {
                double free = free(p);
                if (disk > free) {
                    throw new CannotWrite(
                            wanted,
                            String.format(
                                    Locale.ROOT,
                                    "needs about %.0f MB, and %.0f MB are free there",
                                    Math.ceil(disk / MB),
                                    free / MB),
                            "Maybe choose another disk with --out, or fewer --patients.");
                }
                return;
            }
        }
    }

    private static double free(Path there) {
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            return Double.MAX_VALUE; // Some systems do not tell; then writing will.
        }
    }
}
