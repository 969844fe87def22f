package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Diverged;

/**
 * Tunes named numbers towards the bands of phenomena by CMA-ES (Hansen and Ostermeier 2001, Evol Comput 9, 159-195; the optimiser of
 * Commons Math), group after group: each starts from what the groups before it found. All groups have the same number of knobs and
 * the same number of evaluations, so that no drug is tuned harder than another. Every evaluation is told.
 *
 * <p>Numbers are searched on a scale on which their declared range is 0 to 1, from where they stand, with an initial step of 0.06. The
 * objective is {@link Phenomena#loss}. The same seed gives the same run. An optimiser that has converged early leaves evaluations unused;
 * the log shows it.
 *
 * @param groups at least one
 * @param evaluations of each group
 * @param seed of the search; the seeds of patients are those of the setting
 */
public record Calibration(List<Group> groups, int evaluations, long seed) {

    /**
     * What is tuned together.
     *
     * @param name as in "benzodiazepine"
     * @param knobs the numbers
     * @param rows towards what
     */
    public record Group(String name, List<Knob> knobs, List<Phenomenon> rows) {
        public Group {
            knobs = List.copyOf(knobs);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What was found.
     *
     * @param setting with the best numbers of every group
     * @param before loss over all rows of all groups before
     * @param after and after
     */
    public record Found(Setting setting, double before, double after) {}

    private static final double STEP = 0.06;
    /** Smaller differences of the loss are none. */
    private static final double SAME = 1e-6;
    /** Population of CMA-ES: 4 + 3 ln n. */
    private static final int BASE = 4;

    public Calibration {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || evaluations < 1) {
            throw new Invalid(
                    "groups", "there are " + groups.size() + " groups and " + evaluations + " evaluations.", "");
        }
        int knobs = groups.get(0).knobs().size();
        for (Group group : groups) {
            if (group.knobs().size() != knobs || knobs < 2) {
                throw new Invalid(
                        "groups",
                        "group \"" + group.name() + "\" has " + group.knobs().size() + " knobs and \""
                                + groups.get(0).name() + "\" has " + knobs
                                + ": every group must have the same number, at least 2.",
                        "Maybe leave one out: unequal tuning favours whoever has more.");
            }
        }
    }

    /** The header of the log: group, number and loss of the evaluation, best loss so far, the knobs of all groups. */
    public String header() {
        return "group,evaluation,loss,best," + knobs().stream().map(Knob::name).collect(Collectors.joining(","));
    }

    private List<Knob> knobs() {
        return groups.stream().flatMap(g -> g.knobs().stream()).distinct().toList();
    }

    /**
     * Runs it.
     *
     * @param start the numbers to begin with, patients, seeds and lengths
     * @param log told a line of CSV for the {@link #header} and for every evaluation
     */
    public Found run(Setting start, Consumer<String> log) {
        log.accept(header());
        List<Phenomenon> all =
                groups.stream().flatMap(g -> g.rows().stream()).distinct().toList();
        Setting setting = start;
        for (int g = 0; g < groups.size(); g++) {
            setting = new Search(groups.get(g), setting, log, Address.of(seed).with("calibration", g)).run();
        }
        return new Found(setting, Phenomena.loss(all, start), Phenomena.loss(all, setting));
    }

    /** The search of one group. */
    private final class Search {
        private final Group group;
        private final Setting from;
        private final Consumer<String> log;
        private final Address address;
        private Setting best;
        private double least = Double.POSITIVE_INFINITY;
        private int done;

        Search(Group group, Setting from, Consumer<String> log, Address address) {
            this.group = group;
            this.from = from;
            this.best = from;
            this.log = log;
            this.address = address;
        }

        Setting run() {
            int n = group.knobs().size();
            double[] start = new double[n];
            for (int k = 0; k < n; k++) {
                Knob knob = group.knobs().get(k);
                double at = (knob.value(from) - knob.low()) / (knob.high() - knob.low());
                start[k] = Math.min(1, Math.max(0, at));
            }
            double[] low = new double[n];
            double[] high = filled(n, 1);
            evaluate(start);
            CMAESOptimizer optimizer = new CMAESOptimizer(
                    evaluations,
                    0,
                    true,
                    0,
                    0,
                    new AddressedRandom(address),
                    false,
                    new SimpleValueChecker(SAME, SAME));
            try {
                optimizer.optimize(
                        new MaxEval(evaluations + 1),
                        new ObjectiveFunction(this::evaluate),
                        GoalType.MINIMIZE,
                        new SimpleBounds(low, high),
                        new InitialGuess(start),
                        new CMAESOptimizer.Sigma(filled(n, STEP)),
                        new CMAESOptimizer.PopulationSize(BASE + (int) (3 * StrictMath.log(n))));
            } catch (TooManyEvaluationsException e) {
                return best; // the budget is used up
            }
            return best;
        }

        private double evaluate(double[] x) {
            if (done >= evaluations) {
                throw new TooManyEvaluationsException(evaluations);
            }
            Setting tried = from;
            for (int k = 0; k < x.length; k++) {
                Knob knob = group.knobs().get(k);
                tried = knob.in(tried, knob.low() + x[k] * (knob.high() - knob.low()));
            }
            double loss;
            try {
                loss = Phenomena.loss(group.rows(), tried);
            } catch (Diverged e) {
                loss = Phenomena.WORST * group.rows().size();
            }
            done++;
            if (loss < least) {
                least = loss;
                best = tried;
            }
            Setting shown = tried;
            log.accept(group.name() + "," + done + "," + loss + "," + least + ","
                    + knobs().stream()
                            .map(knob -> Double.toString(knob.value(shown)))
                            .collect(Collectors.joining(",")));
            return loss;
        }

        private static double[] filled(int n, double value) {
            double[] x = new double[n];
            Arrays.fill(x, value);
            return x;
        }
    }

    /** The numbers that were found, one line each: name, value before, value after, range. */
    public List<String> changes(Setting before, Setting after) {
        List<String> lines = new ArrayList<>();
        for (Knob knob : knobs()) {
            lines.add("| " + knob.name() + " | " + Band.number(knob.value(before)) + " | "
                    + Band.number(knob.value(after)) + " | " + Band.number(knob.low()) + " to "
                    + Band.number(knob.high()) + " |");
        }
        return lines;
    }
}
