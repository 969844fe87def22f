package org.unstuck.protocol;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;

/**
 * Doses of a course that are not taken: on certain days, or by forgetting. Whether a patient forgets the dose of a certain moment
 * is drawn from (seed, patient, moment): the same in every arm, and who forgets with a small chance forgets with a larger too.
 *
 * @param days starts of days (24 h) without a dose
 * @param probability chance that a dose is forgotten, for each patient and dose
 */
@Meaning("doses that are not taken")
public record Skip(
        @Meaning("starts of days (24 h) without a dose") @Limits(low = 0, high = 1000) @Default("[]")
        List<Time> days,

        @Meaning(value = "chance that a dose is forgotten, for each patient and dose", unit = "1")
        @Limits(low = 0, high = 1)
        @Default("0")
        double probability) {

    private static final double DAY = 24;

    public Skip {
        days = List.copyOf(days);
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).hours() < 0) {
                throw new Invalid("days/" + i, "this day begins at " + days.get(i) + ", it must be 0 or later.", "");
            }
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new Invalid(
                    "probability", "probability is " + probability + ", it must be from 0 to 1.", "Maybe 0.1.");
        }
    }

    /** That every day has a dose to skip in a course from one moment to another. */
    void checkFits(double fromHours, double untilHours) {
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).hours() + DAY <= fromHours || days.get(i).hours() >= untilHours) {
                throw new Invalid(
                        "days/" + i,
                        "the day that begins at " + days.get(i) + " has no dose of this course to skip.",
                        "");
            }
        }
    }

    /** Whether a moment falls on a day without a dose. */
    boolean covers(double hours) {
        return days.stream().anyMatch(d -> d.hours() <= hours && hours < d.hours() + DAY);
    }
}
