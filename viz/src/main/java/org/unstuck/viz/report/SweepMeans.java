package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unstuck.protocol.Arm;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Design;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Result;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.Task;

/**
 * What the report of a sweep shows, collected in one pass over its runs: memory does not grow with their number.
 *
 * <p>A grid of at most two axes is shown point by point: the spread is that over patients and seeds. Of other designs every axis is shown by
 * itself, its points in bins: the spread is that of run means, because the other axes differ within a bin.
 */
final class SweepMeans {

    /** Outcomes that are drawn, if a study has them; then any others. */
    private static final List<String> FIRST =
            List.of("relief", "response", "intensity", "cued-shift", "shift-gain", "sedation");

    private static final String RELIEF = "relief";
    private static final int MOST_OUTCOMES = 4;
    private static final int MOST_DAYS = 4;
    private static final int MOST_CELLS = 900;
    private static final int MOST_AXES = 6;
    private static final int BINS = 8;
    private static final int MOST_LEVELS = 12;
    /** Points whose patients are shown one by one. */
    private static final int FEW_POINTS = 4;
    /** Patients of an arm that are drawn. */
    private static final int MOST_DOTS = 400;
    /** Sums that are held to pair patients. */
    private static final long MOST_SUMS = 4_000_000;

    private static final double HOURS = 24;

    private final Study study;
    private final List<Integer> outcomes;
    private final List<String> arms;
    private final double[] days;
    private final int scan;
    private final int reference;
    private final int[] picked;
    private final boolean pointwise;
    private final int[] first;
    private final Spread[][][] cells;
    private final double[][][] sums;
    private final int[][][] counts;
    private final double[][][] dots;
    private final int[][] used;
    private long runs;
    private long otherForm;

    private SweepMeans(Study study, double day) {
        this.study = study;
        Scenario base = study.base();
        this.arms = base.arms().stream().map(Arm::name).toList();
        this.days = days(base);
        this.scan = nearest(days, day);
        this.picked = picked(days.length);
        this.reference = reference(base);
        List<Axis> axes = study.space().axes();
        boolean grid = axes.isEmpty() || study.space().design() instanceof Design.Grid;
        this.pointwise = grid && axes.size() <= 2 && study.space().size() <= MOST_CELLS;
        this.outcomes = outcomes(study);
        this.first = new int[axes.size() + 1];
        for (int a = 0; a < axes.size(); a++) {
            first[a + 1] = first[a] + bins(a);
        }
        int size = pointwise ? (int) study.space().size() : first[Math.min(MOST_AXES, axes.size())];
        this.cells = new Spread[size][arms.size()][outcomes.size()];
        for (Spread[][] cell : cells) {
            for (Spread[] arm : cell) {
                Arrays.setAll(arm, o -> new Spread());
            }
        }
        long units = (long) study.seeds().size() * base.cohort().patients();
        int perUnit = picked.length * arms.size() * outcomes.size();
        boolean paired = reference >= 0 && arms.size() > 1 && units * perUnit <= MOST_SUMS;
        this.sums = paired ? new double[outcomes.size()][picked.length * arms.size()][(int) units] : null;
        this.counts = paired ? new int[outcomes.size()][picked.length * arms.size()][(int) units] : null;
        boolean few = study.space().size() <= FEW_POINTS && outcome(RELIEF) >= 0;
        this.dots = few ? new double[(int) study.space().size()][arms.size()][MOST_DOTS] : null;
        this.used = few ? new int[(int) study.space().size()][arms.size()] : null;
    }

    /**
     * What {@code store} holds.
     *
     * @param day shown where only one scan is: the scan nearest to it
     */
    static SweepMeans of(Store store, double day) {
        SweepMeans means = new SweepMeans(store.study(), day);
        store.visit((task, result) -> {
            if (result instanceof Result.Done done) {
                means.add(task, done);
            }
        });
        return means;
    }

    private static double[] days(Scenario base) {
        TreeSet<Double> at = new TreeSet<>();
        at.add(0.0);
        base.scans().at().forEach(t -> at.add(t.hours() / HOURS));
        return at.stream().mapToDouble(d -> d).toArray();
    }

    private static int nearest(double[] days, double day) {
        int best = day >= days[days.length - 1] ? days.length - 1 : 0;
        for (int s = 1; s < days.length; s++) {
            best = Math.abs(days[s] - day) < Math.abs(days[best] - day) ? s : best;
        }
        return best;
    }

    /** The scans after the first that effects are shown at: the second, the last, and some between. */
    private static int[] picked(int scans) {
        int after = scans - 1;
        int n = Math.min(MOST_DAYS, after);
        int[] picked = new int[n];
        for (int k = 0; k < n; k++) {
            picked[k] = n == 1 ? scans - 1 : 1 + (int) Math.rint(k * (after - 1.0) / (n - 1));
        }
        return picked;
    }

    /** The first arm in which nothing happens; -1 if there is none. */
    private static int reference(Scenario base) {
        for (int arm = 0; arm < base.arms().size(); arm++) {
            if (base.arms().get(arm).events().isEmpty()) {
                return arm;
            }
        }
        return -1;
    }

    private static List<Integer> outcomes(Study study) {
        List<String> names = study.outcomes().stream().map(Reported::name).toList();
        boolean few = study.space().size() <= FEW_POINTS;
        return Stream.concat(FIRST.stream(), names.stream())
                .filter(names::contains)
                .filter(n -> !(few && n.equals("response") && names.contains(RELIEF)))
                .distinct()
                .limit(MOST_OUTCOMES)
                .map(names::indexOf)
                .toList();
    }

    private void add(Task task, Result.Done done) {
        Result.Shape shape = done.shape();
        int patients = study.base().cohort().patients();
        if (shape.arms() != arms.size() || shape.scans() != days.length || shape.patients() != patients) {
            otherForm++;
            return;
        }
        runs++;
        int seed = study.seeds().indexOf(task.seed());
        for (int o = 0; o < outcomes.size(); o++) {
            for (int arm = 0; arm < arms.size(); arm++) {
                double[] values = values(done, arm, scan, outcomes.get(o));
                put(task, arm, o, values);
                for (int k = 0; sums != null && k < picked.length; k++) {
                    pair(done, seed * patients, arm, k, o);
                }
            }
        }
        for (int arm = 0; dots != null && arm < arms.size(); arm++) {
            int p = (int) task.point().index();
            for (double x : values(done, arm, scan, outcomes.get(outcome(RELIEF)))) {
                if (!Double.isNaN(x) && used[p][arm] < MOST_DOTS) {
                    dots[p][arm][used[p][arm]++] = x;
                }
            }
        }
    }

    private static double[] values(Result.Done done, int arm, int scan, int outcome) {
        Result.Shape s = done.shape();
        double[] values = new double[s.patients()];
        for (int p = 0; p < values.length; p++) {
            values[p] = done.values()[((arm * s.scans() + scan) * s.patients() + p) * s.outcomes() + outcome];
        }
        return values;
    }

    private void put(Task task, int arm, int o, double[] values) {
        if (pointwise) {
            Spread cell = cells[(int) task.point().index()][arm][o];
            Arrays.stream(values).forEach(cell::add);
            return;
        }
        Spread run = new Spread();
        Arrays.stream(values).forEach(run::add);
        double[] at =
                study.space().design().at(task.point().index(), study.space().axes());
        for (int a = 0; a < Math.min(MOST_AXES, at.length); a++) {
            int bin = isStepped(a)
                    ? (int) Math.rint(at[a] * (bins(a) - 1))
                    : Math.min(bins(a) - 1, (int) (at[a] * bins(a)));
            cells[first[a] + bin][arm][o].add(run.mean());
        }
    }

    private void pair(Result.Done done, int unit, int arm, int k, int o) {
        double[] treated = values(done, arm, picked[k], outcomes.get(o));
        double[] without = values(done, reference, picked[k], outcomes.get(o));
        for (int p = 0; p < treated.length; p++) {
            double d = treated[p] - without[p];
            if (!Double.isNaN(d)) {
                sums[o][k * arms.size() + arm][unit + p] += d;
                counts[o][k * arms.size() + arm][unit + p]++;
            }
        }
    }

    /** Whether the values of an axis are those of a grid, one bin each; else bins are of equal width. */
    private boolean isStepped(int axis) {
        return study.space().axes().get(axis) instanceof Axis.Span
                && study.space().design() instanceof Design.Grid g
                && g.steps() > 1
                && g.steps() <= MOST_LEVELS;
    }

    private int bins(int axis) {
        Axis of = study.space().axes().get(axis);
        if (isStepped(axis)) {
            return ((Design.Grid) study.space().design()).steps();
        }
        return of instanceof Axis.Span || of.grid(1).length > MOST_LEVELS ? BINS : of.grid(1).length;
    }

    /** The value in the middle of a bin. */
    Level level(int axis, int bin) {
        int n = bins(axis);
        return study.space().axes().get(axis).at(isStepped(axis) ? (double) bin / (n - 1) : (bin + 0.5) / n);
    }

    /** The position of {@code name} among the outcomes that are shown; -1 if it is none of them. */
    private int outcome(String name) {
        for (int o = 0; o < outcomes.size(); o++) {
            if (study.outcomes().get(outcomes.get(o)).name().equals(name)) {
                return o;
            }
        }
        return -1;
    }

    Study study() {
        return study;
    }

    List<String> arms() {
        return arms;
    }

    /** The arm without treatment; -1 if there is none. */
    int reference() {
        return reference;
    }

    /** The outcomes that are shown, by which they are meant from here on. */
    List<Reported> outcomes() {
        return outcomes.stream().map(study.outcomes()::get).toList();
    }

    /** Whether cells are points of a grid; else bins of one axis after the other. */
    boolean isPointwise() {
        return pointwise;
    }

    /** The day of the scan that is shown. */
    double day() {
        return days[scan];
    }

    /** The days at which effects are shown. */
    double[] pickedDays() {
        return Arrays.stream(picked).mapToDouble(s -> days[s]).toArray();
    }

    /** Runs that are shown. */
    long runs() {
        return runs;
    }

    /** Runs with other arms, scans or patients than the scenario, which are not. */
    long otherForm() {
        return otherForm;
    }

    /** A point of the grid. */
    Spread cell(int point, int arm, int outcome) {
        return cells[point][arm][outcome];
    }

    /** Axes that are shown one by one. */
    int shownAxes() {
        return Math.min(MOST_AXES, study.space().axes().size());
    }

    /** One bin of an axis. */
    Spread bin(int axis, int bin, int arm, int outcome) {
        return cells[first[axis] + bin][arm][outcome];
    }

    /** Number of bins of an axis. */
    int binsOf(int axis) {
        return bins(axis);
    }

    /** Difference from the arm without treatment, patient by patient, each patient averaged over the points; null if not held. */
    Spread effect(int arm, int pickedDay, int outcome) {
        if (sums == null) {
            return null;
        }
        Spread effect = new Spread();
        double[] sum = sums[outcome][pickedDay * arms.size() + arm];
        int[] count = counts[outcome][pickedDay * arms.size() + arm];
        for (int u = 0; u < sum.length; u++) {
            effect.add(count[u] == 0 ? Double.NaN : sum[u] / count[u]);
        }
        return effect;
    }

    /** Relief of patients, {@code [arm][patient]}, at a point; empty where there are too many points. */
    List<double[]> patients(int point) {
        List<double[]> all = new ArrayList<>();
        for (int arm = 0; dots != null && arm < arms.size(); arm++) {
            all.add(Arrays.copyOf(dots[point][arm], used[point][arm]));
        }
        return all;
    }
}
