package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * A period of better sleep than usual.
 *
 * @param from when it begins
 * @param until when it ends
 * @param strength 1 is the standard one, less is less of it
 */
@Word("sleep")
@Meaning("a period of better sleep than usual")
public record Sleep(
        @Meaning("when it begins") Time from,

        @Meaning("when it ends") Time until,

        @Meaning(value = "strength relative to the standard one", unit = "1") @Limits(low = 0, high = 10) @Default("1")
        double strength)
        implements Event.Lasting {

    public Sleep {
        Rules.period(from, until);
        Rules.strength(strength);
    }

    @Override
    public String type() {
        return "sleep";
    }
}
