package org.unstuck.viz.cli;

import java.util.Locale;
import org.unstuck.describe.Invalid;
import org.unstuck.recording.Slow;
import org.unstuck.study.Scenario;

/**
 * Memory that a comparison needs, known before it starts (64-bit Java with compressed references: an array has a header of
 * 16 bytes, a reference 4).
 *
 * @param result bytes that stay until the report is written: traces of all slow steps, assessments of all scans
 * @param working bytes that each thread needs besides: the scans of a group of patients
 */
record Footprint(double result, double working) {

    /** Share of the memory of Java that may be planned: the rest is for code, charts and what is not yet collected. */
    private static final double USABLE = 0.85;
    /** Lanes of a group, as in ComparisonRun. */
    private static final int LANES = 64;

    private static final int ROW = 16 + 4;
    private static final int NUMBER = 8;
    /** What a trace has as one number per step: the slow quantities and the time; one more is a truth value. */
    private static final int SLOW_QUANTITIES = Slow.values().length + 1;
    /** A cue in the lists of cued shifts and of chance; those that are not eligible take less (measured on average). */
    private static final int CUE = 2 * 32;
    /** An assessment without its arrays: about twenty small objects. */
    private static final int ASSESSMENT = 1000;

    private static final double GB = 1e9;

    /** The footprint of {@code s}, whose slow clock makes {@code slowSteps} steps. */
    static Footprint of(Scenario s, int slowSteps) {
        int regions = s.network().size();
        double lanes = (double) s.cohort().patients() * s.arms().size();
        double sampleH = s.numerics().sample().hours();
        double rest = s.scans().rest().hours() / sampleH;
        double cued = s.scans().cues() * s.scans().cueEvery().hours() / sampleH;
        double step = SLOW_QUANTITIES * NUMBER
                + 1
                + ROW
                + NUMBER * regions
                + ROW
                + NUMBER * s.drugs().size();
        double scan = ASSESSMENT
                + rest * Integer.BYTES
                + regions * (ROW + (double) NUMBER * regions)
                + NUMBER * s.network().links().size()
                + s.scans().cues() * CUE;
        boolean startIsListed =
                !s.scans().at().isEmpty() && s.scans().at().get(0).hours() == 0;
        double scans = lanes * (s.scans().at().size() + (startIsListed ? 0 : 1))
                + s.cohort().patients();
        double group = Math.min(lanes, Math.max(LANES, s.arms().size()));
        return new Footprint(
                lanes * slowSteps * step + scans * scan, group * (rest + cued) * (ROW + (double) NUMBER * regions));
    }

    /**
     * Checks that it fits.
     *
     * @param threads number of threads
     * @param available bytes that Java may use
     * @throws Invalid if it does not
     */
    void check(int threads, double available) {
        double needed = (result + threads * working) / USABLE;
        if (needed > available) {
            throw new Invalid(
                    String.format(
                            Locale.ROOT,
                            "this comparison needs about %.2g GB of memory, Java may use %.2g GB.",
                            needed / GB,
                            available / GB),
                    String.format(
                            Locale.ROOT,
                            "Maybe fewer --patients or --threads, or more memory: java -Xmx%dg -jar unstuck.jar ...",
                            (long) Math.ceil(needed / GB)));
        }
    }
}
