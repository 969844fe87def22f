package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * Sessions of exposure: the feared thing is met and held, and vmPFC is driven. Like therapy it changes weights only through use.
 *
 * @param session how long it lasts each time
 * @param every interval between starts
 * @param from first time
 * @param until none starts at or after this
 * @param strength relative to the standard one
 */
@Word("exposure")
@Meaning("sessions of exposure: a threat cue together with drive to vmPFC")
public record Exposure(
        @Meaning("how long it lasts each time") Time session,

        @Meaning("interval between starts") Time every,

        @Meaning("first time") Time from,

        @Meaning("none starts at or after this") Time until,

        @Meaning(value = "strength relative to the standard one", unit = "1") @Limits(low = 0, high = 10) @Default("1")
        double strength)
        implements Event.Session {

    public Exposure {
        Rules.repeats(every, from, until);
        Rules.fits(session, every);
        Rules.strength(strength);
    }

    @Override
    public String type() {
        return "exposure";
    }

    @Override
    public Stimulus stimulus() {
        return Stimulus.EXPOSURE;
    }
}
