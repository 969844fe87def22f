package org.unstuck.study;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Suggestion;
import org.unstuck.metric.Measurement;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.Command;

/**
 * A guided lesson with the explorer: look, predict, run, and see what happened in this run. A lesson asserts nothing about the
 * outcome: which of the three answers is right is read from the run, and there is an explanation for each.
 *
 * @param name name of the file
 * @param title what it is about
 * @param minutes how long it takes
 * @param goal what one knows afterwards
 * @param preset name of the scenario it begins with
 * @param look what to look at before the first question
 * @param steps questions, each with its experiment
 * @param afterwards what to try next, and what the model cannot say
 */
public record Lesson(
        @Meaning("name of the file") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what it is about") @Limits(low = 1, high = 120)
        String title,

        @Meaning("how long it takes, min") @Limits(low = 1, high = 120)
        int minutes,

        @Meaning("what one knows afterwards") String goal,

        @Meaning("name of the preset it begins with") String preset,

        @Meaning("what to look at before the first question")
        String look,

        @Meaning("questions, each with its experiment") @Limits(low = 1, high = 10)
        List<Step> steps,

        @Meaning("what to try next, and what the model cannot say")
        String afterwards) {

    public Lesson {
        steps = List.copyOf(steps);
    }

    /** The answer to a question: the second probe compared with the first. */
    public enum Answer {
        /** The second is greater by more than the margin. */
        MORE,
        /** The second is less by more than the margin. */
        LESS,
        /** They differ by no more than the margin. */
        SAME
    }

    /**
     * One question.
     *
     * @param text what will be done
     * @param question what to predict
     * @param more the answer if the second probe is greater
     * @param less the answer if it is less
     * @param same the answer if they hardly differ
     * @param ifMore why, if that is what happened
     * @param ifLess why, if that is what happened
     * @param ifSame why, if that is what happened
     * @param experiment what is done and compared
     */
    public record Step(
            @Meaning("what will be done") String text,

            @Meaning("what to predict") String question,

            @Meaning("the answer if the second probe is greater")
            String more,

            @Meaning("the answer if it is less") String less,

            @Meaning("the answer if they hardly differ") String same,

            @Meaning("why, if it was more") String ifMore,

            @Meaning("why, if it was less") String ifLess,

            @Meaning("why, if it was the same") String ifSame,

            @Meaning("what is done and compared") Experiment experiment) {

        /** The words of an answer. */
        public String words(Answer answer) {
            return switch (answer) {
                case MORE -> more;
                case LESS -> less;
                case SAME -> same;
            };
        }

        /** The explanation of an answer. */
        public String why(Answer answer) {
            return switch (answer) {
                case MORE -> ifMore;
                case LESS -> ifLess;
                case SAME -> ifSame;
            };
        }
    }

    /**
     * What is done, and which two numbers are compared. Both patients begin untreated with the same noise.
     *
     * @param speed how many times faster than real time it is shown
     * @param acts commands in order of time
     * @param first the one compared with
     * @param second the one compared
     * @param margin difference up to which both count as the same, in the unit of the measure
     */
    public record Experiment(
            @Meaning(value = "how many times faster than real time it is shown", unit = "1")
            @Limits(low = 0.25, high = 64)
            @Default("4")
            double speed,

            @Meaning("commands in order of time") @Limits(low = 0, high = 200)
            List<Act> acts,

            @Meaning("what is compared with") Probe first,

            @Meaning("what is compared") Probe second,

            @Meaning(value = "difference up to which both count as the same", unit = "1") @Limits(low = 0)
            double margin) {

        public Experiment {
            acts = List.copyOf(acts);
            for (int i = 1; i < acts.size(); i++) {
                if (acts.get(i).atS() < acts.get(i - 1).atS()) {
                    throw new Invalid("acts/" + i + "/atS", "acts must be in order of time.", "");
                }
            }
        }

        /** Whether patient B takes part. */
        public boolean two() {
            return first.isB()
                    || second.isB()
                    || acts.stream().anyMatch(a -> a.patient().equals("B"));
        }

        /** When it is over, s of activity. */
        public double seconds() {
            double last = Math.max(first.atS(), second.atS());
            return acts.isEmpty()
                    ? last
                    : Math.max(last, acts.get(acts.size() - 1).atS());
        }

        /** Which answer these two numbers give. */
        public Answer answer(double firstValue, double secondValue) {
            double more = secondValue - firstValue;
            return more > margin ? Answer.MORE : more < -margin ? Answer.LESS : Answer.SAME;
        }
    }

    /**
     * A command of an experiment.
     *
     * @param patient A, B or both
     * @param atS when, s of activity
     * @param does the command
     */
    public record Act(
            @Meaning("A, B or both") String patient,

            @Meaning(value = "when, s of activity", unit = "s") @Limits(low = 0, high = 3600)
            double atS,

            @Meaning("the command") Command does) {
        public Act {
            if (!List.of("A", "B", "both").contains(patient)) {
                throw new Invalid("patient", "patient is \"" + patient + "\".", "Maybe A, B or both.");
            }
        }
    }

    /**
     * A number read from a scan of a patient at a moment.
     *
     * @param patient A or B
     * @param measure key of an {@link Outcome} or of a {@link Slow} quantity
     * @param atS when, s of activity
     */
    public record Probe(
            @Meaning("A or B") String patient,

            @Meaning("key of an outcome, as in cued-shift, or of a slow quantity, as in counter-drive")
            String measure,

            @Meaning(value = "when, s of activity", unit = "s") @Limits(low = 0, high = 3600)
            double atS) {
        public Probe {
            if (!List.of("A", "B").contains(patient)) {
                throw new Invalid("patient", "patient is \"" + patient + "\".", "Maybe A or B.");
            }
            if (outcome(measure) == null && slow(measure) == null) {
                List<String> known = java.util.Arrays.stream(Outcome.values())
                        .map(Outcome::key)
                        .toList();
                throw new Invalid(
                        "measure", "there is no measure \"" + measure + "\".", Suggestion.among(known, measure));
            }
        }

        /** Whether it is patient B. */
        public boolean isB() {
            return patient.equals("B");
        }

        /** Whether a scan is needed. */
        public boolean needsScan() {
            return slow(measure) == null;
        }

        /** The slow quantity, or null. */
        public Slow slow() {
            return slow(measure);
        }

        /** The value in a scan; NaN where it is undefined. */
        public double of(Assessment scan) {
            return outcome(measure).of(scan) instanceof Measurement.Defined d ? d.value() : Double.NaN;
        }

        /** Its words. */
        public String label() {
            return slow() == null ? outcome(measure).label() : slow().label();
        }

        /** Its unit. */
        public String unit() {
            return slow() == null ? outcome(measure).unit() : slow().unit().word();
        }

        private static Outcome outcome(String key) {
            for (Outcome o : Outcome.values()) {
                if (o.key().equals(key)) {
                    return o;
                }
            }
            return null;
        }

        private static Slow slow(String key) {
            for (Slow s : Slow.values()) {
                // "sedation" is both; the slow quantity is the same number without a scan.
                if (s.key().equals(key)) {
                    return s;
                }
            }
            return null;
        }
    }
}
