package org.unstuck.protocol;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/** One line of a protocol. All moments count from the start of the course. */
public sealed interface Event permits Event.OfDrug, Event.Session, Event.Lasting, Event.Scan {

    /** The word for it in scenario files. */
    String type();

    /** When it begins. */
    Time begins();

    /** When it is over for good. */
    Time ends();

    /** An event that gives or withdraws a drug. */
    sealed interface OfDrug extends Event permits Planned, Decided, Stop {
        /** Name of the drug. */
        String drug();

        /** How it gets into the body: "iv" for an infusion; null if nothing is given. */
        String way();
    }

    /** Doses whose moments are known beforehand. */
    sealed interface Planned extends OfDrug permits Single, Course, Infusion, Series {
        /** All of them in order of time, those that are skipped included. */
        List<Giving> givings();
    }

    /**
     * One planned dose.
     *
     * @param hours when
     * @param dose amount
     * @param overHours duration of an infusion; 0 for a dose at once
     * @param note why this amount or moment, as in "taper, step 2 of 4"; empty if there is nothing to say
     * @param skipped why it is not taken; null if it is
     */
    record Giving(double hours, Dose dose, double overHours, String note, String skipped) {}

    /** Doses that depend on how the patient is: a {@link Decision} about each is asked while the run goes on. */
    sealed interface Decided extends OfDrug permits AsNeeded, WhenAbove {
        /** Amount each time. */
        Dose dose();

        /** Duration of an infusion, h; 0 for a dose at once. */
        double overHours();

        /** The symptom above which it is given. */
        Threshold above();

        /** How often it is decided: these moments become steps of the slow clock. */
        Time asked();

        /** First decision. */
        Time from();

        /** No decision at or after this. */
        Time until();

        /** The decisions of one patient. */
        Decision start();

        @Override
        default Time begins() {
            return from();
        }

        @Override
        default Time ends() {
            return overHours() == 0 ? until() : new Time(until().hours() + overHours());
        }
    }

    /** An event that repeats an input to the network. */
    sealed interface Session extends Event permits Therapy, Exposure, Sham, Stressor, Cue {
        /** The input. */
        Stimulus stimulus();

        /** Strength relative to {@link StimulusStrength}. */
        double strength();

        /** How long one session lasts. */
        Time session();

        /** From one session's start to the next. */
        Time every();

        /** Start of the first session. */
        Time from();

        /** No session starts at or after this. */
        Time until();

        @Override
        default Time begins() {
            return from();
        }

        @Override
        default Time ends() {
            return until();
        }
    }

    /** Something that lasts and changes how the network learns or recovers, without driving it. */
    sealed interface Lasting extends Event permits Sleep, Exercise {
        /** Strength; 1 is the standard one, below 1 is less of it. */
        double strength();

        /** When it begins. */
        Time from();

        /** When it ends. */
        Time until();

        @Override
        default Time begins() {
            return from();
        }

        @Override
        default Time ends() {
            return until();
        }
    }

    /**
     * One dose.
     *
     * @param drug name of the drug
     * @param dose amount
     * @param route how it is taken
     * @param at when
     */
    @Word("dose")
    @Meaning("one dose")
    record Single(
            @Meaning("name of the drug") String drug,

            @Meaning("amount") Dose dose,

            @Meaning("how it is taken, as in oral") String route,

            @Meaning("when") Time at)
            implements Planned {
        public Single {
            Rules.notNegative("at", at);
        }

        @Override
        public String way() {
            return route;
        }

        @Override
        public List<Giving> givings() {
            return List.of(new Giving(at.hours(), dose, 0, "", null));
        }

        @Override
        public String type() {
            return "dose";
        }

        @Override
        public Time begins() {
            return at;
        }

        @Override
        public Time ends() {
            return at;
        }
    }

    /**
     * The same dose again and again; at the end stopped at once, or tapered.
     *
     * @param drug name of the drug
     * @param dose amount of each dose
     * @param route how it is taken
     * @param every interval between doses
     * @param from first dose
     * @param until no full dose is taken at or after this; a taper begins here
     * @param loading the first dose, if it is another; else null
     * @param taper how the course ends; null: at once
     * @param skip doses that are not taken; null: none
     * @param escalate larger doses when the effect wears off; null: never
     */
    @Word("course")
    @Meaning("the same dose again and again; at the end stopped at once, or tapered")
    record Course(
            @Meaning("name of the drug") String drug,

            @Meaning("amount of each dose") Dose dose,

            @Meaning("how it is taken, as in oral") String route,

            @Meaning("interval between doses") Time every,

            @Meaning("first dose") Time from,

            @Meaning("no full dose is taken at or after this; a taper begins here")
            Time until,

            @Meaning("the first dose, if it is another") @Optional
            Dose loading,

            @Meaning("how the course ends; without this key it is stopped at once") @Optional
            Taper taper,

            @Meaning("doses that are not taken") @Optional Skip skip,

            @Meaning("larger doses when the effect wears off") @Optional
            Escalation escalate)
            implements Planned {
        public Course {
            Rules.repeats(every, from, until);
            if (loading != null) {
                Rules.sameUnit("loading", loading, dose);
            }
            if (taper != null) {
                Rules.inside("taper", () -> taper.checkFits(dose));
                Rules.often("every", every, until.hours() + taper.hours() - from.hours());
            }
            if (escalate != null) {
                Rules.inside("escalate", () -> escalate.checkFits(dose));
                Rules.inside("escalate", () -> Rules.often("every", escalate.every(), until.hours() - from.hours()));
            }
            if (skip != null) {
                double end = until.hours() + (taper == null ? 0 : taper.hours());
                Rules.inside("skip", () -> skip.checkFits(from.hours(), end));
            }
        }

        /** A course that is stopped at once. */
        public Course(String drug, Dose dose, String route, Time every, Time from, Time until) {
            this(drug, dose, route, every, from, until, null, null, null, null);
        }

        @Override
        public String type() {
            return "course";
        }

        @Override
        public String way() {
            return route;
        }

        @Override
        public Time begins() {
            return from;
        }

        @Override
        public Time ends() {
            return taper == null || taper.over() == null ? until : new Time(until.hours() + taper.hours());
        }

        /** Whether the doses depend on the patient, in their amount or in being taken at all. */
        public boolean differsBetweenPatients() {
            return escalate != null || skip != null && skip.probability() > 0;
        }

        /** The dose of a moment, if the full dose has become {@code full}. */
        public Dose doseAt(double hours, Dose full) {
            if (loading != null && hours == from.hours()) {
                return loading;
            }
            return hours < until.hours() ? full : taper.dose(full, taper.stepAt(hours - until.hours()));
        }

        @Override
        public List<Giving> givings() {
            List<Giving> all = new ArrayList<>();
            double end = ends().hours();
            for (int i = 0; from.hours() + i * every.hours() < end; i++) {
                double hours = from.hours() + i * every.hours();
                String skipped = skip != null && skip.covers(hours) ? "day without a dose" : null;
                all.add(new Giving(hours, doseAt(hours, dose), 0, note(hours), skipped));
            }
            return all;
        }

        private String note(double hours) {
            if (hours >= until.hours()) {
                return "taper, step " + (1 + taper.stepAt(hours - until.hours())) + " of " + taper.steps();
            }
            return loading != null && hours == from.hours() ? "loading dose" : "";
        }
    }

    /**
     * A dose given at a constant rate into a vein.
     *
     * @param drug name of the drug
     * @param dose total amount
     * @param over duration
     * @param at start
     */
    @Word("infusion")
    @Meaning("a dose given at a constant rate into a vein")
    record Infusion(
            @Meaning("name of the drug") String drug,

            @Meaning("total amount") Dose dose,

            @Meaning("duration") Time over,

            @Meaning("start") Time at)
            implements Planned {
        public Infusion {
            Rules.notNegative("at", at);
            Rules.positive("over", over);
        }

        @Override
        public String way() {
            return "iv";
        }

        @Override
        public List<Giving> givings() {
            return List.of(new Giving(at.hours(), dose, over.hours(), "", null));
        }

        @Override
        public String type() {
            return "infusion";
        }

        @Override
        public Time begins() {
            return at;
        }

        @Override
        public Time ends() {
            return new Time(at.hours() + over.hours());
        }
    }

    /**
     * Cancels every later dose of a drug.
     *
     * @param drug name of the drug
     * @param at from when
     */
    @Word("stop")
    @Meaning("cancels every later dose of a drug")
    record Stop(
            @Meaning("name of the drug") String drug,

            @Meaning("from when") Time at) implements OfDrug {
        public Stop {
            Rules.notNegative("at", at);
        }

        @Override
        public String way() {
            return null;
        }

        @Override
        public String type() {
            return "stop";
        }

        @Override
        public Time begins() {
            return at;
        }

        @Override
        public Time ends() {
            return at;
        }
    }

    /**
     * Sessions of therapy: a threat cue together with regulation (drive to dlPFC and vmPFC). It changes weights only through
     * plasticity, like any other input.
     *
     * @param session length of a session
     * @param every interval between the starts of sessions
     * @param from first session
     * @param until no session starts at or after this
     * @param strength of both, relative to the standard one
     */
    @Word("therapy")
    @Meaning("sessions of therapy: a threat cue together with regulation; it changes weights only through plasticity")
    record Therapy(
            @Meaning("length of a session") Time session,

            @Meaning("interval between the starts of sessions")
            Time every,

            @Meaning("first session") Time from,

            @Meaning("no session starts at or after this") Time until,

            @Meaning(value = "strength relative to the standard one", unit = "1")
            @Limits(low = 0, high = 10)
            @Default("1")
            double strength)
            implements Session {
        public Therapy {
            Rules.repeats(every, from, until);
            Rules.fits(session, every);
            Rules.strength(strength);
        }

        /** Therapy of standard strength. */
        public Therapy(Time session, Time every, Time from, Time until) {
            this(session, every, from, until, 1);
        }

        @Override
        public Stimulus stimulus() {
            return Stimulus.THERAPY;
        }

        @Override
        public String type() {
            return "therapy";
        }
    }

    /**
     * A recurring cue without regulation: what a sign of danger teaches is the alarm itself.
     *
     * @param cue word of a {@link Stimulus}
     * @param session how long it lasts each time
     * @param every interval between starts
     * @param from first time
     * @param until not at or after this
     * @param strength relative to the standard one
     */
    @Word("cue")
    @Meaning("a recurring cue without regulation")
    record Cue(
            @Meaning("threat, social, trauma, positive, task, rest, therapy, exposure or sham")
            String cue,

            @Meaning("how long it lasts each time") Time session,

            @Meaning("interval between starts") Time every,

            @Meaning("first time") Time from,

            @Meaning("not at or after this") Time until,

            @Meaning(value = "strength relative to the standard one", unit = "1")
            @Limits(low = 0, high = 10)
            @Default("1")
            double strength)
            implements Session {
        public Cue {
            Stimulus.named(cue);
            Rules.repeats(every, from, until);
            Rules.fits(session, every);
            Rules.strength(strength);
        }

        /** A cue of standard strength. */
        public Cue(String cue, Time session, Time every, Time from, Time until) {
            this(cue, session, every, from, until, 1);
        }

        @Override
        public Stimulus stimulus() {
            return Stimulus.named(cue);
        }

        @Override
        public String type() {
            return "cue";
        }
    }

    /**
     * An additional scan of this study; it is taken in every arm, so that arms stay comparable.
     *
     * @param at when
     */
    @Word("scan")
    @Meaning("an additional scan, taken in every arm")
    record Scan(@Meaning("when") Time at) implements Event {
        public Scan {
            Rules.notNegative("at", at);
        }

        @Override
        public String type() {
            return "scan";
        }

        @Override
        public Time begins() {
            return at;
        }

        @Override
        public Time ends() {
            return at;
        }
    }

    /** Most repetitions of one line: a year of a dose every hour fits. */
    int MOST = Rules.MOST;
}
