package org.unstuck.protocol;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * A defined series of infusions or doses, then maintenance at growing intervals, as ketamine is given: not a daily medication.
 *
 * @param drug name of the drug
 * @param dose amount each time
 * @param over duration of each infusion; null for doses by {@code route}
 * @param route how each dose is taken; null for infusions
 * @param count number of times in the series
 * @param every interval in the series
 * @param from first time
 * @param maintenance what follows; null: nothing
 */
@Word("series")
@Meaning("a defined series of infusions or doses, then maintenance at growing intervals")
public record Series(
        @Meaning("name of the drug") String drug,

        @Meaning("amount each time") Dose dose,

        @Meaning("duration of each infusion; or give a route") @Optional
        Time over,

        @Meaning("how each dose is taken, if it is no infusion") @Optional
        String route,

        @Meaning("number of times in the series") @Limits(low = 1, high = 1000)
        int count,

        @Meaning("interval in the series") Time every,

        @Meaning("first time") Time from,

        @Meaning("what follows the series") @Optional Maintenance maintenance)
        implements Event.Planned {

    private static final int MOST_TIMES = 1000;

    /**
     * Single times after a series: the first after {@code every}, and each later interval {@code growth} times the one before.
     *
     * @param every first interval
     * @param growth factor from one interval to the next
     * @param longest no interval is longer; null: as long as they become
     * @param until none at or after this
     */
    @Meaning("single times after a series, at growing intervals")
    public record Maintenance(
            @Meaning("first interval") Time every,

            @Meaning(value = "factor from one interval to the next", unit = "1")
            @Limits(low = 1, high = 10)
            @Default("1")
            double growth,

            @Meaning("no interval is longer") @Optional Time longest,

            @Meaning("none at or after this") Time until) {

        private static final double FASTEST = 10;

        public Maintenance {
            Rules.positive("every", every);
            if (!(growth >= 1 && growth <= FASTEST)) {
                throw new Invalid(
                        "growth",
                        "growth is " + growth + ", it must be from 1 to " + FASTEST + ".",
                        "Maybe 1.5: each interval half as long again.");
            }
            if (longest != null && longest.hours() < every.hours()) {
                throw new Invalid(
                        "longest",
                        "longest is " + longest + ", it must not be shorter than every (" + every + ").",
                        "");
            }
        }
    }

    public Series {
        Rules.overOrRoute(over, route);
        Rules.from("count", count, 1, MOST_TIMES);
        Rules.positive("every", every);
        Rules.notNegative("from", from);
        if (over != null && count > 1 && over.hours() > every.hours()) {
            throw new Invalid(
                    "every",
                    "every is " + every + ": each infusion (" + over + ") overlaps the next.",
                    "Maybe \"3 d\".");
        }
        if (maintenance != null) {
            double last = from.hours() + (count - 1) * every.hours();
            Rules.inside("maintenance", () -> {
                if (maintenance.until.hours() <= last) {
                    throw new Invalid(
                            "until",
                            "until is " + maintenance.until + ", it must be later than the series (" + new Time(last)
                                    + ").",
                            "");
                }
                Rules.often("every", maintenance.every, maintenance.until.hours() - last);
                if (over != null && over.hours() > maintenance.every.hours()) {
                    throw new Invalid(
                            "every",
                            "every is " + maintenance.every + ": each infusion (" + over + ") overlaps the next.",
                            "Maybe \"1 wk\".");
                }
            });
        }
    }

    @Override
    public String type() {
        return "series";
    }

    @Override
    public String way() {
        return over == null ? route : "iv";
    }

    @Override
    public Time begins() {
        return from;
    }

    @Override
    public Time ends() {
        List<Event.Giving> all = givings();
        Event.Giving last = all.get(all.size() - 1);
        return new Time(last.hours() + last.overHours());
    }

    @Override
    public List<Event.Giving> givings() {
        List<Event.Giving> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            add(all, from.hours() + i * every.hours(), (i + 1) + " of " + count);
        }
        if (maintenance != null) {
            double interval = maintenance.every.hours();
            double longest = maintenance.longest == null ? Double.POSITIVE_INFINITY : maintenance.longest.hours();
            double hours = all.get(count - 1).hours() + interval;
            for (int i = 1; hours < maintenance.until.hours(); i++) {
                add(all, hours, "maintenance " + i);
                interval = Math.min(longest, interval * maintenance.growth);
                hours += interval;
            }
        }
        return all;
    }

    private void add(List<Event.Giving> all, double hours, String note) {
        all.add(new Event.Giving(hours, dose, over == null ? 0 : over.hours(), note, null));
    }
}
