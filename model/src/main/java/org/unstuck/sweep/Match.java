package org.unstuck.sweep;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Suggestion;
import org.unstuck.protocol.Arm;
import org.unstuck.study.Scenario;

/**
 * Doses that shall give as much relief as those of another arm, so that a comparison does not compare a strong dose with a weak
 * one. All doses of an arm are multiplied by one factor.
 *
 * @param reference the arm whose doses stay
 * @param arms the arms whose doses are scaled
 * @param on what shall be equal
 * @param days how much of the course counts, d
 * @param low smallest factor
 * @param high largest factor
 */
public record Match(
        @Meaning("name of the arm whose doses stay") String reference,

        @Meaning("names of the arms whose doses are scaled") @Limits(low = 1, high = 100)
        List<String> arms,

        @Meaning(
                "what shall be equal, of the mean relief over patients: peak-relief (best day) or relief-area (days of full relief)")
        Target on,

        @Meaning(value = "how much of the course counts", unit = "d") @Limits(low = 1, high = 3660) @Default("14")
        int days,

        @Meaning(value = "smallest factor tried", unit = "1") @Limits(low = 0.001, high = 1000) @Default("0.125")
        double low,

        @Meaning(value = "largest factor tried", unit = "1") @Limits(low = 0.001, high = 1000) @Default("8")
        double high) {

    private static final double FARTHEST = 1000;

    /** What can be made equal. */
    public enum Target {
        /** The best day of the mean relief. */
        PEAK_RELIEF,
        /** The area under the mean relief. */
        RELIEF_AREA
    }

    public Match {
        arms = List.copyOf(arms);
        if (days < 1 || days > 3660) {
            throw new Invalid("days", "days is " + days + ", it must be from 1 to 3660.", "Maybe 14.");
        }
        if (!(low >= 1 / FARTHEST && high <= FARTHEST && low < high)) {
            throw new Invalid(
                    "low",
                    "factors go from " + low + " to " + high + ", they must ascend and lie within 0.001 to 1000.",
                    "Maybe 0.125 and 8.");
        }
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).equals(reference)) {
                throw new Invalid("arms/" + i, "arm \"" + reference + "\" is matched with itself.", "");
            }
        }
    }

    /** Checks that the arms are there, and one that is untreated. */
    void checkFits(Scenario scenario) {
        List<String> known = scenario.arms().stream().map(Arm::name).toList();
        check(reference, known, "reference");
        for (int i = 0; i < arms.size(); i++) {
            check(arms.get(i), known, "arms/" + i);
        }
        if (scenario.arms().stream().noneMatch(a -> a.events().isEmpty())) {
            throw new Invalid("", "no arm is untreated, which relief is measured against.", "Maybe add one.");
        }
    }

    private static void check(String arm, List<String> known, String at) {
        if (!known.contains(arm)) {
            throw new Invalid(at, "there is no arm \"" + arm + "\".", Suggestion.among(known, arm));
        }
    }
}
