package org.unstuck.scenario;

import java.util.Locale;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Scenario;

/**
 * How much there is to compute, known before anything is.
 *
 * @param slowSteps regular steps of the slow clock
 * @param scanSamples samples of one scan
 * @param regionSteps steps of the fast clock times regions, lanes and slow steps: the work
 */
public record Workload(double slowSteps, double scanSamples, double regionSteps) {

    /** 10 years of a step an hour fit. */
    private static final double MOST_SLOW_STEPS = 100_000;
    /** 24 hours at the default of 40 ms. */
    private static final double MOST_SCAN_SAMPLES = 2_160_000;
    /** About three weeks of one processor at 5e6 region steps a second. */
    private static final double MOST_REGION_STEPS = 1e13;

    /** The workload of a scenario. */
    public static Workload of(Scenario s) {
        double slow = s.horizon().hours() / s.numerics().slowStep().hours();
        double scan = s.scans().rest().hours()
                + s.scans().cues() * s.scans().cueEvery().hours();
        double fast = slow
                        * (s.numerics().warmUp().hours() + s.numerics().burst().hours())
                + (s.scans().at().size() + 1) * (scan + s.numerics().settle().hours());
        double lanes = (double) s.cohort().patients() * s.arms().size();
        return new Workload(
                slow,
                scan / s.numerics().sample().hours(),
                fast / s.numerics().step().hours() * lanes * s.network().size());
    }

    /**
     * Checks that it can be done at all.
     *
     * @throws Invalid if not
     */
    void check() {
        refuse("numerics/slowStep", "steps of the slow clock", slowSteps, MOST_SLOW_STEPS, "Maybe a longer slowStep.");
        refuse("scans/rest", "samples in one scan", scanSamples, MOST_SCAN_SAMPLES, "Maybe a shorter scan.");
        refuse(
                "numerics/step",
                "steps of single regions in total",
                regionSteps,
                MOST_REGION_STEPS,
                "Maybe fewer patients, or a longer step.");
    }

    private static void refuse(String at, String what, double number, double most, String maybe) {
        if (!(number <= most)) {
            throw new Invalid(
                    at,
                    String.format(
                            Locale.ROOT, "this scenario has %.3g %s, at most %.3g are possible.", number, what, most),
                    maybe);
        }
    }
}
