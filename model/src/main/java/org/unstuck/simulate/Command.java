package org.unstuck.simulate;

import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Time;
import org.unstuck.describe.Word;
import org.unstuck.network.Condition;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Stimulus;

/** What somebody does to a {@link Live} patient. The commands of a run, each with its moment, are the run. */
public sealed interface Command {

    /** Most doses of one command. */
    int MOST_DOSES = 1000;

    /**
     * One number of the model.
     *
     * @param group the group in {@link ModelParameters}, as in wilsonCowan
     * @param name the parameter in it, as in wEE
     * @param value its value from now on
     */
    @Word("set")
    @Meaning("changes one number of the model")
    record Set(
            @Meaning("the group of parameters, as in wilsonCowan")
            String group,

            @Meaning("the parameter, as in wEE") String name,

            @Meaning(value = "its value from now on", unit = "1")
            double value)
            implements Command {}

    /**
     * The condition, with plasticity kept.
     *
     * @param condition from now on
     */
    @Word("condition")
    @Meaning("changes the condition")
    record Become(
            @Meaning("the name of a built-in condition, the path of a .json file, or an object")
            Condition condition) implements Command {}

    /**
     * How strongly the condition is expressed.
     *
     * @param value 0 is healthy, 1 as described; 0 to 3
     */
    @Word("severity")
    @Meaning("changes how strongly the condition is expressed")
    record Severity(
            @Meaning(value = "0 is healthy, 1 as described", unit = "1") @Limits(low = 0, high = 3)
            double value) implements Command {
        /** The strongest. */
        public static final double MOST = 3;

        public Severity {
            between("value", value, 0, MOST);
        }
    }

    /**
     * A cue goes on, changes its strength, or goes off.
     *
     * @param cue word of a {@link Stimulus}
     * @param strength relative to the standard one; 0 is off
     */
    @Word("cue")
    @Meaning("a cue goes on or off")
    record Cue(
            @Meaning("threat, social, trauma, positive, task, rest, therapy, exposure or sham")
            String cue,

            @Meaning(value = "strength relative to the standard one; 0 is off", unit = "1")
            @Limits(low = 0, high = 10)
            @Default("1")
            double strength)
            implements Command {
        private static final double MOST = 10;

        public Cue {
            Stimulus.named(cue);
            between("strength", strength, 0, MOST);
        }
    }

    /**
     * A dose, or the same dose at regular intervals, the first at once.
     *
     * @param drug name of the drug
     * @param dose amount of each
     * @param route how it is taken
     * @param every from one to the next; null for a single dose
     * @param times how many
     */
    @Word("dose")
    @Meaning("a dose at once, or the same dose at regular intervals")
    record Give(
            @Meaning("name of the drug") String drug,

            @Meaning("amount of each dose") Dose dose,

            @Meaning("how it is taken, as in oral") String route,

            @Meaning("from one dose to the next") @Optional Time every,

            @Meaning("how many doses") @Limits(low = 1, high = MOST_DOSES) @Default("1")
            int times)
            implements Command {
        public Give {
            between("times", times, 1, MOST_DOSES);
            if (times > 1 && (every == null || !(every.hours() > 0))) {
                throw new Invalid("every", times + " doses need an interval longer than 0.", "Maybe \"8 h\".");
            }
        }
    }

    /**
     * An infusion that starts at once.
     *
     * @param drug name of the drug
     * @param dose total amount
     * @param over duration
     */
    @Word("infusion")
    @Meaning("an infusion that starts at once")
    record Infuse(
            @Meaning("name of the drug") String drug,

            @Meaning("total amount") Dose dose,

            @Meaning("duration") Time over)
            implements Command {
        public Infuse {
            if (!(over.hours() > 0)) {
                throw new Invalid("over", "over is " + over + ", it must be longer than 0.", "Maybe \"40 min\".");
            }
        }
    }

    /**
     * Drops every dose of a drug that is still to come and ends its infusion.
     *
     * @param drug name of the drug
     */
    @Word("stop")
    @Meaning("drops every later dose of a drug")
    record Stop(@Meaning("name of the drug") String drug) implements Command {}

    /**
     * A session of therapy, exposure or sham that starts at once.
     *
     * @param kind word of a {@link Stimulus}
     * @param length how long, on the slow clock
     * @param strength relative to the standard one
     */
    @Word("session")
    @Meaning("a session that starts at once")
    record Session(
            @Meaning("therapy, exposure or sham") @Default("therapy")
            String kind,

            @Meaning("how long, on the slow clock") @Default("60 min")
            Time length,

            @Meaning(value = "strength relative to the standard one", unit = "1")
            @Limits(low = 0, high = 10)
            @Default("1")
            double strength)
            implements Command {
        private static final double MOST = 10;

        public Session {
            Stimulus.named(kind);
            between("strength", strength, 0, MOST);
            if (!(length.hours() > 0)) {
                throw new Invalid("length", "length is " + length + ", it must be longer than 0.", "Maybe \"60 min\".");
            }
        }
    }

    /**
     * How much slow time passes while one second of activity does.
     *
     * @param minutesPerSecond 0 (the slow clock stands) to 1440 (a day)
     */
    @Word("pace")
    @Meaning("how much slow time passes with one second of activity")
    record Pace(
            @Meaning(value = "minutes of slow time for one second of activity", unit = "1")
            @Limits(low = 0, high = 1440)
            double minutesPerSecond)
            implements Command {
        /** A day. */
        public static final double MOST = 1440;

        public Pace {
            between("minutesPerSecond", minutesPerSecond, 0, MOST);
        }
    }

    /**
     * The patient as he is after some time in an arm of a study, and that arm from there on.
     *
     * @param arm what happens
     * @param at moment of the course
     */
    @Word("day")
    @Meaning("goes to a moment of an arm of a study")
    record Day(
            @Meaning("what happens") Arm arm,

            @Meaning("moment of the course") Time at) implements Command {
        private static final double LATEST_DAYS = 366;

        public Day {
            if (!(at.hours() >= 0 && at.inDays() <= LATEST_DAYS)) {
                throw new Invalid("at", "at is " + at + ", it must be from 0 to " + LATEST_DAYS + " days.", "");
            }
        }
    }

    private static void between(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new Invalid(what, what + " is " + value + ", it must be from " + low + " to " + high + ".", "");
        }
    }
}
