package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.observe.Balloon;
import org.unstuck.observe.BalloonRun;
import org.unstuck.observe.FieldSum;
import org.unstuck.observe.TimeAverage;

/** What a sampled run writes: the state itself, or what an instrument makes of it. Looks at one lane; owned by one run. */
interface Signal {

    /** Names of the columns after the time: quantity, region, unit. */
    List<String> columns();

    /** After how many steps to {@link #take}; a divisor of the steps of a sample. */
    default int fine(int stepsOfSample, double dtMs) {
        return stepsOfSample;
    }

    /** Looks at the state, {@code steps} steps after the last time. */
    default void take(double[][] y, double ms) {}

    /** The numbers of a row at this state. */
    double[] values(double[][] y);

    /** What can be observed. */
    enum Kind {
        STATE("state", "10 ms", "activity E", "1"),
        AVERAGE("average", "100 ms", "mean activity E", "1"),
        BOLD("bold", "2 s", "BOLD", "%"),
        BOLD_STEPHAN("bold-stephan-2007", "2 s", "BOLD", "%"),
        EEG("eeg", "10 ms", "sum of E - I", "1");

        private final String word;
        private final String sample;
        private final String quantity;
        private final String unit;

        Kind(String word, String sample, String quantity, String unit) {
            this.word = word;
            this.sample = sample;
            this.quantity = quantity;
            this.unit = unit;
        }

        /** As the command has it. */
        String word() {
            return word;
        }

        /** Time between rows if nobody says. */
        String sample() {
            return sample;
        }

        /** What a chart shows. */
        String quantity() {
            return quantity;
        }

        /** In which unit. */
        String unit() {
            return unit;
        }

        static Kind named(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "--observe is \"" + word + "\".",
                            Suggestion.among(
                                    Arrays.stream(values()).map(Kind::word).toList(), word)));
        }

        /** The signal of a run. */
        Signal of(List<String> regions, NeuralMass mass) {
            return switch (this) {
                case STATE -> new State(regions, mass.variables());
                case AVERAGE -> new Average(regions, mass);
                case BOLD -> new Bold(Balloon.friston2003(), regions, mass);
                case BOLD_STEPHAN -> new Bold(Balloon.stephan2007(), regions, mass);
                case EEG -> new Eeg(regions.size(), mass);
            };
        }
    }

    private static List<String> columns(String quantity, List<String> regions, String unit) {
        return regions.stream()
                .map(region -> quantity + "_" + region + "_" + unit)
                .toList();
    }

    /** Every state variable of every region. */
    final class State implements Signal {

        private final List<String> columns = new ArrayList<>();
        private final double[] values;

        State(List<String> regions, List<Variable> variables) {
            for (int v = 0; v <= variables.size(); v++) {
                String variable = v < variables.size() ? variables.get(v).name() : "u";
                // The first two are shares of cells if they have no unit; the rest is in units of input, which has
                // none.
                String unit = v < variables.size() ? variables.get(v).unit() : "1";
                unit = (v < 2 && unit.equals("1") ? "fraction" : unit).replace("/", "-per-");
                columns.addAll(Signal.columns(variable, regions, unit));
            }
            this.values = new double[columns.size()];
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public double[] values(double[][] y) {
            int at = 0;
            for (double[] variable : y) {
                System.arraycopy(variable, 0, values, at, variable.length);
                at += variable.length;
            }
            return values;
        }
    }

    /** Mean of E since the last row. */
    final class Average implements Signal {

        private final List<String> columns;
        private final TimeAverage average;
        private final NeuralMass mass;
        private final double[] scratch;

        Average(List<String> regions, NeuralMass mass) {
            this.mass = mass;
            this.scratch = new double[regions.size()];
            this.columns = Signal.columns("E", regions, "fraction");
            this.average = new TimeAverage(regions.size());
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public int fine(int stepsOfSample, double dtMs) {
            return 1;
        }

        @Override
        public void take(double[][] y, double ms) {
            average.add(mass.activity(y, scratch));
        }

        @Override
        public double[] values(double[][] y) {
            return average.count() == 0 ? mass.activity(y, scratch) : average.take();
        }
    }

    /** BOLD of E, which is averaged over each step of the blood. */
    final class Bold implements Signal {

        /** Longest step of the blood, ms: with it the signal is exact to 1e-6. */
        private static final double LONGEST_MS = 10;

        private static final double MS = 1000;

        private final List<String> columns;
        private final TimeAverage average;
        private final BalloonRun run;
        private final NeuralMass mass;
        private final double[] scratch;
        private final double[] values;
        private double waitingMs;
        private double bloodMs;

        Bold(Balloon balloon, List<String> regions, NeuralMass mass) {
            this.mass = mass;
            this.scratch = new double[regions.size()];
            this.columns = Signal.columns("BOLD", regions, "percent");
            this.average = new TimeAverage(regions.size());
            this.run = balloon.start(regions.size());
            this.values = new double[regions.size()];
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public int fine(int stepsOfSample, double dtMs) {
            int most = (int) Math.max(1, Math.floor(LONGEST_MS / dtMs * (1 + 1e-12)));
            int steps = Math.min(most, stepsOfSample);
            while (stepsOfSample % steps != 0) {
                steps--;
            }
            bloodMs = steps * dtMs;
            return 1;
        }

        @Override
        public void take(double[][] y, double ms) {
            average.add(mass.activity(y, scratch));
            waitingMs += ms;
            if (waitingMs > bloodMs * (1 - 1e-9)) {
                run.step(average.take(), bloodMs / MS);
                waitingMs = 0;
            }
        }

        @Override
        public double[] values(double[][] y) {
            for (int i = 0; i < values.length; i++) {
                values[i] = run.percent(i);
            }
            return values;
        }
    }

    /** One number for all regions. */
    final class Eeg implements Signal {

        private final FieldSum field;
        private final NeuralMass mass;
        private final double[] excitatory;
        private final double[] inhibitory;
        private final double[] value = new double[1];

        Eeg(int regions, NeuralMass mass) {
            this.mass = mass;
            this.excitatory = new double[regions];
            this.inhibitory = new double[regions];
            this.field = FieldSum.uniform(regions);
        }

        @Override
        public List<String> columns() {
            return List.of("EEG_all_1");
        }

        @Override
        public double[] values(double[][] y) {
            value[0] = field.of(mass.activity(y, excitatory), mass.inhibition(y, inhibitory));
            return value;
        }
    }
}
