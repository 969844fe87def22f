package org.unstuck.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/**
 * A dose that is taken when the symptom is strong.
 *
 * @param drug name of the drug
 * @param dose amount each time
 * @param route how it is taken
 * @param above taken when the symptom of the last step is above this, in gaps between healthy and untreated
 * @param perDay at most so many in 24 h
 * @param apart at least so long from one to the next
 * @param asked how often it is decided
 * @param from first decision
 * @param until no decision at or after this
 */
@Word("as-needed")
@Meaning("a dose that is taken when the symptom is strong")
public record AsNeeded(
        @Meaning("name of the drug") String drug,

        @Meaning("amount each time") Dose dose,

        @Meaning("how it is taken, as in oral") String route,

        @Meaning("taken when the symptom of the last step is above this, as \"0.5 gap\" (0: healthy, 1: untreated)")
        Threshold above,

        @Meaning("at most so many in 24 h") @Limits(low = 1, high = 24) @Default("3")
        int perDay,

        @Meaning("at least so long from one to the next") @Default("4 h")
        Time apart,

        @Meaning("how often it is decided: these moments become steps of the slow clock") @Default("24 h")
        Time asked,

        @Meaning("first decision") Time from,

        @Meaning("no decision at or after this") Time until)
        implements Event.Decided {

    private static final int MOST_PER_DAY = 24;
    private static final double DAY = 24;
    private static final double SAME = 1e-6;

    public AsNeeded {
        Rules.unit("above", above, Threshold.GAP);
        Rules.from("perDay", perDay, 1, MOST_PER_DAY);
        Rules.notNegative("apart", apart);
        Rules.repeats("asked", asked, from, until);
    }

    @Override
    public String type() {
        return "as-needed";
    }

    @Override
    public String way() {
        return route;
    }

    @Override
    public double overHours() {
        return 0;
    }

    @Override
    public Decision start() {
        Deque<Double> taken = new ArrayDeque<>();
        return known -> {
            if (!(known.index() > above.value())) {
                return null;
            }
            String symptom = "symptom " + Decimal.of(known.index(), 3) + " above " + above;
            while (!taken.isEmpty() && taken.peekFirst() <= known.hours() - Math.max(DAY, apart.hours()) + SAME) {
                taken.removeFirst();
            }
            if (!taken.isEmpty() && known.hours() - taken.peekLast() < apart.hours() - SAME) {
                return new Decision.Verdict(false, symptom + ", but less than " + apart + " after the last");
            }
            long today =
                    taken.stream().filter(t -> t > known.hours() - DAY + SAME).count();
            if (today >= perDay) {
                return new Decision.Verdict(false, symptom + ", but already " + today + " in 24 h");
            }
            taken.addLast(known.hours());
            return new Decision.Verdict(true, symptom);
        };
    }
}
