package org.unstuck.protocol;

import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;

/** One line of a protocol. All moments count from the start of the course. */
public sealed interface Event {

    /** The word for it in scenario files. */
    String type();

    /** When it begins. */
    Time begins();

    /** When it is over for good. */
    Time ends();

    /** An event that gives or withdraws a drug. */
    sealed interface OfDrug extends Event permits Single, Course, Infusion, Stop {
        /** Name of the drug. */
        String drug();
    }

    /** An event that repeats an input to the network. */
    sealed interface Session extends Event permits Therapy, Cue {
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
            implements OfDrug {
        public Single {
            notNegative("at", at);
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
     * The same dose again and again, stopped abruptly at the end.
     *
     * @param drug name of the drug
     * @param dose amount of each dose
     * @param route how it is taken
     * @param every interval between doses
     * @param from first dose
     * @param until no dose is taken at or after this
     */
    @Word("course")
    @Meaning("the same dose again and again, stopped abruptly at the end")
    record Course(
            @Meaning("name of the drug") String drug,

            @Meaning("amount of each dose") Dose dose,

            @Meaning("how it is taken, as in oral") String route,

            @Meaning("interval between doses") Time every,

            @Meaning("first dose") Time from,

            @Meaning("no dose is taken at or after this") Time until)
            implements OfDrug {
        public Course {
            repeats(every, from, until);
        }

        @Override
        public String type() {
            return "course";
        }

        @Override
        public Time begins() {
            return from;
        }

        @Override
        public Time ends() {
            return until;
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
            implements OfDrug {
        public Infusion {
            notNegative("at", at);
            positive("over", over);
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
            notNegative("at", at);
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
     */
    @Word("therapy")
    @Meaning("sessions of therapy: a threat cue together with regulation; it changes weights only through plasticity")
    record Therapy(
            @Meaning("length of a session") Time session,

            @Meaning("interval between the starts of sessions")
            Time every,

            @Meaning("first session") Time from,

            @Meaning("no session starts at or after this") Time until)
            implements Session {
        public Therapy {
            repeats(every, from, until);
            fits(session, every);
        }

        @Override
        public String type() {
            return "therapy";
        }
    }

    /**
     * A recurring cue without regulation, for example a stressor: what is taught is the alarm itself.
     *
     * @param cue "threat", "task" or "rest"
     * @param session how long it lasts each time
     * @param every interval between starts
     * @param from first time
     * @param until not at or after this
     */
    @Word("cue")
    @Meaning("a recurring cue without regulation, for example a stressor")
    record Cue(
            @Meaning("threat, task, rest or therapy") String cue,

            @Meaning("how long it lasts each time") Time session,

            @Meaning("interval between starts") Time every,

            @Meaning("first time") Time from,

            @Meaning("not at or after this") Time until)
            implements Session {
        public Cue {
            Stimulus.named(cue);
            repeats(every, from, until);
            fits(session, every);
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
            notNegative("at", at);
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

    private static void repeats(Time every, Time from, Time until) {
        positive("every", every);
        notNegative("from", from);
        if (until.hours() <= from.hours()) {
            throw new Invalid("until", "until is " + until + ", it must be later than from (" + from + ").", "");
        }
        double times = (until.hours() - from.hours()) / every.hours();
        if (times > MOST) {
            throw new Invalid(
                    "every",
                    "every is " + every + ": that is " + (long) times + " repetitions, at most " + MOST
                            + " are allowed.",
                    "Maybe a longer interval.");
        }
    }

    private static void fits(Time session, Time every) {
        positive("session", session);
        if (session.hours() > every.hours()) {
            throw new Invalid(
                    "session", "session is " + session + ", it must not be longer than every (" + every + ").", "");
        }
    }

    private static void notNegative(String what, Time t) {
        if (t.hours() < 0) {
            throw new Invalid(what, what + " is " + t + ", it must be 0 or later (the course starts at 0).", "");
        }
    }

    private static void positive(String what, Time t) {
        if (t.hours() <= 0) {
            throw new Invalid(what, what + " is " + t + ", it must be longer than 0.", "");
        }
    }

    /** Most repetitions of one line: a year of a dose every hour fits. */
    int MOST = 10_000;
}
