package org.unstuck.study;

import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.simulate.Command;

/**
 * Work with the explorer: a scenario and the runs that were made with it. A run is its commands; running them again gives
 * the same bytes, so nothing else has to be kept.
 *
 * @param scenario what every run starts with
 * @param runs at least one
 * @param left which run is shown as A
 * @param right which run is shown as B; -1 if none is
 */
public record Session(Scenario scenario, List<Run> runs, int left, int right) {

    /** Nothing is shown there. */
    public static final int NONE = -1;

    public Session {
        runs = List.copyOf(runs);
        shown("left", left, 0, runs.size());
        shown("right", right, NONE, runs.size());
    }

    private static void shown(String what, int run, int least, int runs) {
        if (run < least || run >= runs) {
            throw new Invalid(
                    what, what + " is " + run + ", it must be from " + least + " to " + (runs - 1) + ".", "Maybe 0.");
        }
    }

    /**
     * One run of the live patient.
     *
     * @param name a title
     * @param samples how far it went
     * @param commands in the order in which they were given
     */
    public record Run(
            @Meaning("a title") @Limits(low = 1, high = 120) String name,

            @Meaning("how far it went, in samples of activity") @Limits(low = 0, high = MOST_SAMPLES)
            long samples,

            @Meaning("what was done, in order") @Limits(low = 0, high = 100_000)
            List<Timed> commands) {

        /** Two days of activity at 40 ms: longer than any lesson, short enough to be run again. */
        static final long MOST_SAMPLES = 4_320_000;

        public Run {
            commands = List.copyOf(commands);
            if (samples < 0 || samples > MOST_SAMPLES) {
                throw new Invalid(
                        "samples", "samples is " + samples + ", it must be from 0 to " + MOST_SAMPLES + ".", "");
            }
            long before = 0;
            for (int i = 0; i < commands.size(); i++) {
                long at = commands.get(i).sample();
                if (at < before || at > samples) {
                    throw new Invalid(
                            "commands/" + i + "/sample",
                            "this command is at sample " + at + ", it must be from " + before + " to " + samples + ".",
                            "Maybe commands are not in order.");
                }
                before = at;
            }
        }
    }

    /**
     * A command and its moment.
     *
     * @param sample the samples of activity before it
     * @param does the command
     */
    public record Timed(
            @Meaning("samples of activity before it") long sample,

            @Meaning("the command") Command does) {}
}
