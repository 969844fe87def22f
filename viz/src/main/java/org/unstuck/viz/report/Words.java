package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;

/** Sentences about a result that are computed from it, not written beforehand. */
final class Words {

    /** Measures of flexibility, and whether more of it is called more flexible. */
    private record Voice(Outcome outcome, boolean more) {}

    private static final List<Voice> VOICES = List.of(
            new Voice(Outcome.CUED_SHIFT, true),
            new Voice(Outcome.SHIFT_GAIN, true),
            new Voice(Outcome.DWELL, false),
            new Voice(Outcome.TRANSITION_ENTROPY, true),
            new Voice(Outcome.FLEXIBILITY_EXCESS, true),
            new Voice(Outcome.METASTABILITY, true));

    private static final double DAY = 28;

    private Words() {}

    /**
     * Whether measures contradict each other, and a table that shows where.
     *
     * @param sentence the answer in a sentence or two
     * @param rows a header and a row per arm; empty if there is nothing to compare
     */
    record Verdict(String sentence, List<List<String>> rows) {}

    /** Which measures call which arm more or less flexible than the first arm, at day 28. */
    static Verdict disagreement(Comparison comparison) {
        if (comparison.scenario().arms().size() < 2 || comparison.people().size() < 2) {
            return new Verdict(
                    "Several measures stand side by side. This run has no second arm, or a single patient, to compare.",
                    List.of());
        }
        int scan = Arms.scanNear(comparison, DAY);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("Arm"));
        VOICES.forEach(v -> header.add(v.outcome().label() + (v.more() ? "" : " (shorter = more)")));
        rows.add(header);
        int contradicting = 0;
        for (int arm = 1; arm < comparison.scenario().arms().size(); arm++) {
            List<String> row = new ArrayList<>(
                    List.of(comparison.scenario().arms().get(arm).name()));
            boolean more = false;
            boolean less = false;
            for (Voice voice : VOICES) {
                int sign = sign(comparison, voice, arm, scan);
                row.add(sign > 0 ? "more" : sign < 0 ? "less" : "-");
                more |= sign > 0;
                less |= sign < 0;
            }
            contradicting += more && less ? 1 : 0;
            rows.add(row);
        }
        String compared = "The table says which measures call an arm more or less flexible than \""
                + comparison.scenario().arms().get(0).name() + "\" at day " + Arms.dayText(comparison, scan)
                + " (paired differences over patients whose 95% interval excludes 0; \"-\" where it does not). ";
        return new Verdict(
                contradicting == 0
                        ? compared + "In this run no two of them contradict each other."
                        : "Yes. " + compared + "In " + contradicting + (contradicting == 1 ? " arm" : " arms")
                                + " they contradict each other: a statement about flexibility is then a statement about the measure. A damped"
                                + " network follows cues easily because its states are shallow; that is not the same as moving freely between"
                                + " deep ones.",
                rows);
    }

    private static int sign(Comparison comparison, Voice voice, int arm, int scan) {
        Interval difference = Interval.ofDifference(
                comparison.values(voice.outcome(), arm, scan),
                comparison.values(voice.outcome(), 0, scan),
                Address.of(comparison.scenario().seed())
                        .with("interval")
                        .with(voice.outcome().key()));
        if (!(difference.low() instanceof Measurement.Defined low)
                || !(difference.high() instanceof Measurement.Defined high)) {
            return 0;
        }
        int sign = low.value() > 0 ? 1 : high.value() < 0 ? -1 : 0;
        return voice.more() ? sign : -sign;
    }
}
