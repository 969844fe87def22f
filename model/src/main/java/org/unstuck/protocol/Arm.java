package org.unstuck.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Time;

/**
 * One arm of a study: a name and what happens in it.
 *
 * @param name unique within the study
 * @param events in any order
 * @param expectancy what the patients believe; null if their reports are unbiased
 */
public record Arm(
        @Meaning("unique within the study") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what happens, in any order") @Limits(low = 0, high = 1000)
        List<Event> events,

        @Meaning("what the patients believe; without this key their reports are unbiased") @Optional
        Belief expectancy) {

    /** Most doses and sessions of one arm. */
    private static final int MOST = 50_000;

    public Arm {
        events = List.copyOf(events);
        if (name.isBlank() || name.length() > 60) {
            throw new Invalid("name", "an arm's name is \"" + name + "\", it must have 1 to 60 characters.", "");
        }
        long doses = 0;
        for (int i = 0; i < events.size(); i++) {
            doses += times(events.get(i));
            if (doses > MOST) {
                throw new Invalid(
                        "events/" + i,
                        "up to this event there are " + doses + " doses and sessions in this arm, at most " + MOST
                                + " are allowed.",
                        "Maybe longer intervals.");
            }
        }
        checkOverlaps(events);
    }

    /** An arm whose patients report without bias. */
    public Arm(String name, List<Event> events) {
        this(name, events, null);
    }

    private static long times(Event event) {
        if (event instanceof Event.Planned planned) {
            return planned.givings().size();
        }
        if (event instanceof Event.Session s) {
            return (long) ((s.until().hours() - s.from().hours()) / s.every().hours()) + 1;
        }
        return 1;
    }

    private static void checkOverlaps(List<Event> events) {
        List<Intake> infusions = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Planned planned && planned.way().equals("iv")) {
                for (Event.Giving g : planned.givings()) {
                    infusions.add(new Intake(g.hours(), planned.drug(), g.dose(), null, g.overHours(), i, ""));
                }
            }
        }
        infusions.sort(Comparator.comparing(Intake::drug).thenComparingDouble(Intake::atHours));
        for (int i = 1; i < infusions.size(); i++) {
            Intake a = infusions.get(i - 1);
            Intake b = infusions.get(i);
            if (a.drug().equals(b.drug()) && b.atHours() < a.atHours() + a.overHours()) {
                Intake late = a.event() > b.event() ? a : b;
                Intake other = late == a ? b : a;
                throw new Invalid(
                        "events/" + late.event(),
                        "this infusion of " + late.drug() + " at " + new Time(late.atHours()) + " overlaps the one at "
                                + new Time(other.atHours()) + ".",
                        "Maybe one of them starts later.");
            }
        }
    }

    /**
     * One intake of a drug.
     *
     * @param atHours when
     * @param drug name
     * @param dose amount
     * @param route how; null for an infusion into a vein
     * @param overHours duration of an infusion; 0 for a dose at once
     * @param event which of the events of the arm gives it
     * @param note why this amount or moment; empty if there is nothing to say
     */
    public record Intake(
            double atHours, String drug, Dose dose, String route, double overHours, int event, String note) {}

    /**
     * One session of therapy or one appearance of a cue.
     *
     * @param fromHours start
     * @param untilHours end
     * @param stimulus the input
     * @param strength relative to the standard one
     * @param type word of the event
     */
    public record Session(double fromHours, double untilHours, Stimulus stimulus, double strength, String type) {}

    /**
     * Every planned intake in order of time; later than a stop of its drug there is none, and none on a day to be skipped. Doses
     * may still be forgotten, raised or added by what a patient decides.
     */
    public List<Intake> intakes() {
        return planned(false);
    }

    /** Every planned intake that is left out on purpose, in order of time; the note says why. */
    public List<Intake> skipped() {
        return planned(true);
    }

    private List<Intake> planned(boolean skipped) {
        List<Intake> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Planned e) {
                for (Event.Giving g : e.givings()) {
                    if ((g.skipped() != null) == skipped && !stopped(e.drug(), g.hours())) {
                        String route = g.overHours() > 0 ? null : e.way();
                        String note = skipped ? g.skipped() : g.note();
                        all.add(new Intake(g.hours(), e.drug(), g.dose(), route, g.overHours(), i, note));
                    }
                }
            }
        }
        all.sort(Comparator.comparingDouble(Intake::atHours).thenComparing(Intake::drug));
        return List.copyOf(all);
    }

    /** Whether {@code drug} has been stopped before or at this moment. */
    public boolean stopped(String drug, double hours) {
        return events.stream()
                .anyMatch(e -> e instanceof Event.Stop stop
                        && stop.drug().equals(drug)
                        && hours >= stop.at().hours());
    }

    /** Whether anything in this arm depends on how the patient is. */
    public boolean decides() {
        return events.stream()
                .anyMatch(e -> e instanceof Event.Decided || e instanceof Event.Course c && c.escalate() != null);
    }

    /** Every session in order of time. */
    public List<Session> sessions() {
        List<Session> all = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Session s) {
                Stimulus stimulus = s.stimulus();
                for (int i = 0; at(s.from(), s.every(), i) < s.until().hours(); i++) {
                    double from = at(s.from(), s.every(), i);
                    all.add(new Session(from, from + s.session().hours(), stimulus, s.strength(), s.type()));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Session::fromHours).thenComparing(Session::stimulus));
        return List.copyOf(all);
    }

    /** Every period of sleep, exercise and the like, in the order of the events. */
    public List<Event.Lasting> lasting() {
        return events.stream()
                .filter(Event.Lasting.class::isInstance)
                .map(Event.Lasting.class::cast)
                .toList();
    }

    private static double at(Time from, Time every, int i) {
        return from.hours() + i * every.hours();
    }
}
