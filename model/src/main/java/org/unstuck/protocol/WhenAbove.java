package org.unstuck.protocol;

import org.unstuck.describe.Decimal;
import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * An infusion or dose that is given when the symptom has been strong for some time: dosing by ongoing evaluation.
 *
 * @param drug name of the drug
 * @param dose amount each time
 * @param over duration of an infusion; null for a dose by {@code route}
 * @param route how the dose is taken; null for an infusion
 * @param above the symptom must be above this, in gaps between healthy and untreated
 * @param lasting at every step for so long
 * @param atMost so many in all
 * @param apart at least so long from one to the next
 * @param asked how often it is decided
 * @param from first decision
 * @param until no decision at or after this
 */
@Word("when")
@Meaning("an infusion or dose that is given when the symptom has been strong for some time")
public record WhenAbove(
        @Meaning("name of the drug") String drug,

        @Meaning("amount each time") Dose dose,

        @Meaning("duration of the infusion; or give a route") @Optional
        Time over,

        @Meaning("how the dose is taken, if it is no infusion") @Optional
        String route,

        @Meaning("the symptom must be above this, as \"0.5 gap\" (0: healthy, 1: untreated)")
        Threshold above,

        @Meaning("at every step for so long") Time lasting,

        @Meaning("at most so many in all") @Limits(low = 1, high = 1000)
        int atMost,

        @Meaning("at least so long from one to the next") Time apart,

        @Meaning("how often it is decided: these moments become steps of the slow clock") @Default("24 h")
        Time asked,

        @Meaning("first decision") Time from,

        @Meaning("no decision at or after this") Time until)
        implements Event.Decided {

    private static final int MOST_TIMES = 1000;
    private static final double SAME = 1e-6;

    public WhenAbove {
        Rules.overOrRoute(over, route);
        Rules.unit("above", above, Threshold.GAP);
        Rules.notNegative("lasting", lasting);
        Rules.from("atMost", atMost, 1, MOST_TIMES);
        Rules.positive("apart", apart);
        Rules.repeats("asked", asked, from, until);
        if (over != null && over.hours() > apart.hours()) {
            throw new org.unstuck.describe.Invalid(
                    "apart",
                    "apart is " + apart + ": each infusion (" + over + ") could overlap the next.",
                    "Maybe \"3 d\".");
        }
    }

    @Override
    public String type() {
        return "when";
    }

    @Override
    public String way() {
        return over == null ? route : "iv";
    }

    @Override
    public double overHours() {
        return over == null ? 0 : over.hours();
    }

    @Override
    public Decision start() {
        return new Waiting();
    }

    /** Counts how long it has been bad. */
    private final class Waiting implements Decision {
        private double badSince = Double.NaN;
        private double last = Double.NEGATIVE_INFINITY;
        private int given;

        @Override
        public Verdict decide(Known known) {
            if (!(known.index() > above.value())) {
                badSince = Double.NaN;
                return null;
            }
            badSince = Double.isNaN(badSince) ? known.hours() : badSince;
            if (known.hours() - badSince < lasting.hours() - SAME) {
                return null;
            }
            String symptom = "symptom " + Decimal.of(known.index(), 3) + ", above " + above + " for " + lasting;
            if (given >= atMost) {
                return new Verdict(false, symptom + ", but already " + given);
            }
            if (known.hours() - last < apart.hours() - SAME) {
                return new Verdict(false, symptom + ", but less than " + apart + " after the last");
            }
            given++;
            last = known.hours();
            return new Verdict(true, symptom);
        }
    }
}
