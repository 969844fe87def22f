package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * Sham training: sessions as long and as often as therapy, without its content. The control of a study of therapy.
 *
 * @param session how long it lasts each time
 * @param every interval between starts
 * @param from first time
 * @param until none starts at or after this
 * @param strength relative to the standard one
 */
@Word("sham")
@Meaning("sham training: as long and as often as therapy, without the threat and without regulation")
public record Sham(
        @Meaning("how long it lasts each time") Time session,

        @Meaning("interval between starts") Time every,

        @Meaning("first time") Time from,

        @Meaning("none starts at or after this") Time until,

        @Meaning(value = "strength relative to the standard one", unit = "1") @Limits(low = 0, high = 10) @Default("1")
        double strength)
        implements Event.Session {

    public Sham {
        Rules.repeats(every, from, until);
        Rules.fits(session, every);
        Rules.strength(strength);
    }

    @Override
    public String type() {
        return "sham";
    }

    @Override
    public Stimulus stimulus() {
        return Stimulus.SHAM;
    }
}
