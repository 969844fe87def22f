package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * A stressor in the life of the patient: a threat that nobody helps to regulate. What it teaches is the alarm itself.
 *
 * @param session how long it lasts each time
 * @param every interval between starts
 * @param from first time
 * @param until none starts at or after this
 * @param strength relative to the standard one
 */
@Word("stressor")
@Meaning("a stressor: a threat without regulation")
public record Stressor(
        @Meaning("how long it lasts each time") Time session,

        @Meaning("interval between starts") Time every,

        @Meaning("first time") Time from,

        @Meaning("none starts at or after this") Time until,

        @Meaning(value = "strength relative to the standard one", unit = "1") @Limits(low = 0, high = 10) @Default("1")
        double strength)
        implements Event.Session {

    public Stressor {
        Rules.repeats(every, from, until);
        Rules.fits(session, every);
        Rules.strength(strength);
    }

    @Override
    public String type() {
        return "stressor";
    }

    @Override
    public Stimulus stimulus() {
        return Stimulus.THREAT;
    }
}
