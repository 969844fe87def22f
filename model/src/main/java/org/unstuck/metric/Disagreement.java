package org.unstuck.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether measures of flexibility point in different directions between two recordings. No measure is the true one; where they part,
 * that is the result.
 *
 * @param up measures that say "more flexible"
 * @param down measures that say "less flexible"
 * @param silent measures that are undefined, or whose change is within their noise
 */
public record Disagreement(List<String> up, List<String> down, List<String> silent) {

    public Disagreement {
        up = List.copyOf(up);
        down = List.copyOf(down);
        silent = List.copyOf(silent);
    }

    /**
     * One measure in both recordings.
     *
     * @param name as in a table
     * @param before in the first recording
     * @param after in the second
     * @param noise change below which nothing is said, &gt;= 0: half the width of the null band or of the interval over seeds, say
     * @param moreIsFlexible whether a larger value is read as more flexible (a dwell time is the other way round)
     */
    public record Change(String name, Measurement before, Measurement after, double noise, boolean moreIsFlexible) {}

    /** Sorts measures by direction. */
    public static Disagreement of(List<Change> changes) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Change change : changes) {
            Measurement difference = change.after.combine(change.before, (a, b) -> a - b);
            if (!difference.isDefined() || Math.abs(difference.orElseThrow()) <= change.noise) {
                silent.add(change.name);
            } else {
                boolean more = difference.orElseThrow() > 0 == change.moreIsFlexible;
                (more ? up : down).add(change.name);
            }
        }
        return new Disagreement(up, down, silent);
    }

    /** Whether at least one measure rises and one falls. */
    public boolean flag() {
        return !up.isEmpty() && !down.isEmpty();
    }

    /** One or two sentences for a report. */
    public String explanation() {
        if (flag()) {
            return String.format(
                    Locale.ROOT,
                    "The measures disagree: more flexible by %s, less by %s. They ask different questions (how often communities change, how"
                            + " long states last, how irregular the signal is), and noise raises some of them: do not choose one after"
                            + " looking.",
                    String.join(", ", up),
                    String.join(", ", down));
        }
        if (up.isEmpty() && down.isEmpty()) {
            return "No measure changes by more than its noise.";
        }
        return "All measures that change point to " + (down.isEmpty() ? "more" : "less") + " flexibility: "
                + String.join(", ", down.isEmpty() ? up : down) + ".";
    }
}
