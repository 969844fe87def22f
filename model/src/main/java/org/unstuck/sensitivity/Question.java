package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Design;
import org.unstuck.sweep.Range;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Space;

/**
 * An output of a scenario and the inputs it may depend on: the mean of an outcome over patients, in one arm on one day, or its
 * difference to another arm.
 *
 * @param scenario the scenario
 * @param inputs places of numbers with a declared range, at least one, unique
 * @param outcome what is read
 * @param arm in which arm
 * @param minus the arm it is compared with, patient by patient; empty for none
 * @param day day of the scan
 */
public record Question(Scenario scenario, List<String> inputs, Reported outcome, String arm, String minus, double day) {

    public Question {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new Invalid("inputs", "there is no input to vary.", "Maybe --vary parameters/tolerance.");
        }
        List<String> arms = scenario.arms().stream().map(a -> a.name()).toList();
        for (String each : minus.isEmpty() ? List.of(arm) : List.of(arm, minus)) {
            if (!arms.contains(each)) {
                throw new Invalid(
                        "arm", "there is no arm \"" + each + "\".", org.unstuck.describe.Suggestion.among(arms, each));
            }
        }
        List<String> days = scenario.scans().at().stream()
                .map(t -> Decimal.of(t.inDays(), 6))
                .toList();
        if (day != 0 && !days.contains(Decimal.of(day, 6))) {
            throw new Invalid(
                    "day",
                    "there is no scan on day " + Decimal.of(day, 6) + ".",
                    "Maybe one of: " + String.join(", ", days) + ".");
        }
        space(scenario, inputs);
    }

    private static Space space(Scenario scenario, List<String> inputs) {
        List<Axis> axes = new ArrayList<>();
        for (String input : inputs) {
            axes.add(Axis.declared(input, scenario));
        }
        return new Space(scenario, axes, new Design.Grid(1));
    }

    /** Declared ranges of the inputs, in their order. */
    public List<Range> ranges() {
        return space(scenario, inputs).axes().stream()
                .map(a -> a.place().declared(scenario))
                .toList();
    }

    /** Places of the inputs of the scenario as it is, each from 0 to 1 in its range; a value outside is at the nearer end. */
    public double[] defaults() {
        List<Axis> axes = space(scenario, inputs).axes();
        double[] at = new double[axes.size()];
        for (int k = 0; k < at.length; k++) {
            Range range = ranges().get(k);
            Object value = axes.get(k).place().in(scenario);
            double x = value instanceof org.unstuck.describe.Sourced s ? s.value() : ((Number) value).doubleValue();
            at[k] = Math.min(1, Math.max(0, (x - range.low()) / (range.high() - range.low())));
        }
        return at;
    }

    /** The output in words. */
    public String words() {
        return outcome.name() + " under " + arm + (minus.isEmpty() ? "" : " minus " + minus)
                + String.format(Locale.ROOT, " on day %s", Decimal.of(day, 6));
    }

    /**
     * The output at a point.
     *
     * @param point place of every input in its range, from 0 to 1
     * @return undefined if the run fails or no patient has a value
     */
    public Measurement at(double[] point, java.util.function.BooleanSupplier cancelled) {
        try {
            Space space = space(scenario, inputs);
            Scenario there = space.scenario(space.at(0, point));
            return read(new ComparisonRun(there, Reading.standard()).run(1, Progress.NONE, cancelled));
        } catch (Invalid | org.unstuck.simulate.Diverged e) {
            return Measurement.undefined(e.getMessage());
        }
    }

    private Measurement read(Comparison run) {
        int scan = Reported.scan(run, day);
        Measurement[] values = outcome.values(run, Reported.arm(run, arm), scan);
        Measurement[] others = minus.isEmpty() ? null : outcome.values(run, Reported.arm(run, minus), scan);
        double sum = 0;
        int n = 0;
        for (int p = 0; p < values.length; p++) {
            Measurement d = others == null ? values[p] : values[p].combine(others[p], (x, y) -> x - y);
            if (d instanceof Measurement.Defined one) {
                sum += one.value();
                n++;
            }
        }
        return n == 0 ? Measurement.undefined("undefined in every patient") : Measurement.of(sum / n);
    }
}
