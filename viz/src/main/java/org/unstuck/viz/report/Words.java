package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Which measures call which arm more or less flexible than the first arm, at day 28. */
    static String disagreement(Comparison comparison) {
        int scan = Arms.scanNear(comparison, DAY);
        String reference = comparison.scenario().arms().get(0).name();
        StringBuilder words = new StringBuilder("Yes, often. Compared with \"" + reference + "\" at day "
                + Arms.dayText(comparison, scan) + " (paired differences whose 95% interval excludes 0): ");
        if (comparison.scenario().arms().size() < 2 || comparison.people().size() < 2) {
            return "Several measures stand side by side. This run has no second arm, or a single patient, to compare.";
        }
        int disagreeing = 0;
        for (int arm = 1; arm < comparison.scenario().arms().size(); arm++) {
            List<String> more = new ArrayList<>();
            List<String> less = new ArrayList<>();
            for (Voice voice : VOICES) {
                int sign = sign(comparison, voice, arm, scan);
                if (sign != 0) {
                    (sign > 0 ? more : less).add(voice.outcome().label().toLowerCase(Locale.ROOT));
                }
            }
            disagreeing += !more.isEmpty() && !less.isEmpty() ? 1 : 0;
            words.append(arm > 1 ? "; " : "")
                    .append('"')
                    .append(comparison.scenario().arms().get(arm).name())
                    .append("\" is more flexible by ")
                    .append(more.isEmpty() ? "no measure" : String.join(", ", more))
                    .append(", less by ")
                    .append(less.isEmpty() ? "none" : String.join(", ", less));
        }
        words.append(". ");
        words.append(
                disagreeing == 0
                        ? "In this run no two measures contradict each other."
                        : "In " + disagreeing + " arm" + (disagreeing == 1 ? "" : "s")
                                + " the measures contradict each other: a statement about flexibility is then a statement about the"
                                + " measure. A damped network follows cues easily because its states are shallow; that is not the same as"
                                + " moving freely between deep ones.");
        return words.toString().replace("Yes, often. ", disagreeing == 0 ? "" : "Yes. ");
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
