package org.unstuck.simulate;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Challenge;

/**
 * When and how patients are scanned: a stretch of rest, then cues that ask for one competing network after another.
 *
 * @param at moments of the scans, strictly increasing; one at the start is always taken
 * @param rest length of the stretch of rest; as long as the cues together, so that chance can be told from success
 * @param cues number of cues
 * @param cueOn how long a cue is on
 * @param cueEvery from one cue to the next
 * @param challenges pulses whose evoked response is measured on the stretch of rest, each as long as a cue, one in the time of two
 *     cues, with the strength of a test cue
 */
public record ScanPlan(
        @Meaning(
                "moments of the scans in increasing order; one at the start is always taken; without this key those of the "
                        + "default that lie within the horizon")
        @Limits(low = 0, high = 1000)
        @Default("[\"0 d\", \"1 d\", \"7 d\", \"14 d\", \"28 d\", \"42 d\", \"56 d\", \"60 d\", \"70 d\", \"84 d\"]")
        List<Time> at,

        @Meaning("length of the stretch of rest; as long as the cues together, so that chance can be told from success")
        @Default("96 s")
        Time rest,

        @Meaning("number of cues") @Limits(low = 0, high = 10_000) @Default("24")
        int cues,

        @Meaning("how long a cue is on") @Default("1.5 s") Time cueOn,

        @Meaning("from one cue to the next") @Default("4 s") Time cueEvery,

        @Meaning(
                "pulses whose evoked response is measured: the stretch of rest is run again with a pulse in the time of every two cues")
        @Limits(low = 0, high = 4)
        @Default("[]")
        List<Challenge> challenges) {

    private static final int MOST_CUES = 10_000;

    /** A plan without challenges. */
    public ScanPlan(List<Time> at, Time rest, int cues, Time cueOn, Time cueEvery) {
        this(at, rest, cues, cueOn, cueEvery, List.of());
    }

    public ScanPlan {
        at = List.copyOf(at);
        challenges = List.copyOf(challenges);
        for (int i = 0; i < at.size(); i++) {
            if (at.get(i).hours() < 0
                    || i > 0 && at.get(i).hours() <= at.get(i - 1).hours()) {
                throw new Invalid(
                        "at/" + i,
                        "scans must be in increasing order from 0 on; this one is at " + at.get(i) + ".",
                        "");
            }
        }
        if (rest.hours() <= 0) {
            throw new Invalid("rest", "rest is " + rest + ", it must be longer than 0.", "");
        }
        if (cues < 0 || cues > MOST_CUES) {
            throw new Invalid("cues", "cues is " + cues + ", it must be from 0 to " + MOST_CUES + ".", "");
        }
        if (cueOn.hours() <= 0 || cueEvery.hours() < cueOn.hours()) {
            throw new Invalid(
                    "cueEvery",
                    "a cue is on for " + cueOn + " every " + cueEvery
                            + ": it must be on for some time and end before the next.",
                    "");
        }
        if (!challenges.isEmpty() && rest.hours() < 2 * cueEvery.hours()) {
            throw new Invalid(
                    "challenges",
                    "rest is " + rest + ", challenges need at least twice the time between cues (" + cueEvery + ").",
                    "");
        }
    }

    /** The same plan with these challenges. */
    public ScanPlan with(List<Challenge> other) {
        return new ScanPlan(at, rest, cues, cueOn, cueEvery, other);
    }
}
