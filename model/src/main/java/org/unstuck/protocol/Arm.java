package org.unstuck.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;

/**
 * One arm of a study: a name and what happens in it.
 *
 * @param name unique within the study
 * @param events in any order
 */
public record Arm(
        @Meaning("unique within the study") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what happens, in any order") @Limits(low = 0, high = 1000)
        List<Event> events) {

    public Arm {
        events = List.copyOf(events);
        if (name.isBlank() || name.length() > 60) {
            throw new Invalid("name", "an arm's name is \"" + name + "\", it must have 1 to 60 characters.", "");
        }
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                if (events.get(i) instanceof Event.Infusion a
                        && events.get(j) instanceof Event.Infusion b
                        && a.drug().equals(b.drug())
                        && a.begins().hours() < b.ends().hours()
                        && b.begins().hours() < a.ends().hours()) {
                    throw new Invalid(
                            "events/" + j,
                            "this infusion of " + b.drug() + " at " + b.at() + " overlaps the one at " + a.at() + ".",
                            "Maybe one of them starts later.");
                }
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
     */
    public record Intake(double atHours, String drug, Dose dose, String route, double overHours) {}

    /**
     * One session of therapy or one appearance of a cue.
     *
     * @param fromHours start
     * @param untilHours end
     * @param stimulus the input
     */
    public record Session(double fromHours, double untilHours, Stimulus stimulus) {}

    /** Every intake in order of time; later than a stop of its drug there is none. */
    public List<Intake> intakes() {
        List<Intake> all = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Single e) {
                all.add(new Intake(e.at().hours(), e.drug(), e.dose(), e.route(), 0));
            } else if (event instanceof Event.Course e) {
                for (int i = 0; at(e.from(), e.every(), i) < e.until().hours(); i++) {
                    all.add(new Intake(at(e.from(), e.every(), i), e.drug(), e.dose(), e.route(), 0));
                }
            } else if (event instanceof Event.Infusion e) {
                all.add(new Intake(
                        e.at().hours(), e.drug(), e.dose(), null, e.over().hours()));
            }
        }
        all.removeIf(this::stopped);
        all.sort(Comparator.comparingDouble(Intake::atHours).thenComparing(Intake::drug));
        return List.copyOf(all);
    }

    private boolean stopped(Intake intake) {
        return events.stream()
                .anyMatch(e -> e instanceof Event.Stop stop
                        && stop.drug().equals(intake.drug())
                        && intake.atHours() >= stop.at().hours());
    }

    /** Every session in order of time. */
    public List<Session> sessions() {
        List<Session> all = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Session s) {
                Stimulus stimulus = s instanceof Event.Cue cue ? Stimulus.named(cue.cue()) : Stimulus.THERAPY;
                for (int i = 0; at(s.from(), s.every(), i) < s.until().hours(); i++) {
                    double from = at(s.from(), s.every(), i);
                    all.add(new Session(from, from + s.session().hours(), stimulus));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Session::fromHours).thenComparing(Session::stimulus));
        return List.copyOf(all);
    }

    private static double at(Time from, Time every, int i) {
        return from.hours() + i * every.hours();
    }
}
