package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.unstuck.describe.Decimal;
import org.unstuck.protocol.Arm;
import org.unstuck.study.Scenario;
import org.unstuck.study.Table;

/**
 * The results of a study as tidy tables, in the order of the runs: equal results give equal bytes, however many threads, shards or
 * machines computed them. Rows are made while they are read. Numbers have nine significant digits; an undefined value is an empty
 * cell, and why it is undefined stands in {@code undefined}.
 */
public final class SweepTables {

    private static final int DIGITS = 9;
    private static final double HOURS = 24;
    private static final double TENTH = 0.1;

    private final Store store;
    private final Study study;

    private SweepTables(Store store) {
        this.store = store;
        this.study = store.study();
    }

    /** All tables of the results in {@code store}. */
    public static List<Table> of(Store store) {
        SweepTables t = new SweepTables(store);
        return List.of(t.rows(), t.summary(), t.failed(), t.undefined(), t.columns());
    }

    /** Names of arms and days of scans of a run. */
    record Labels(List<String> arms, List<String> days) {
        static Labels of(Scenario scenario) {
            TreeSet<Double> at = new TreeSet<>();
            at.add(0.0);
            scenario.scans().at().forEach(t -> at.add(t.hours()));
            return new Labels(
                    scenario.arms().stream().map(Arm::name).toList(),
                    at.stream().map(h -> number(h / HOURS)).toList());
        }
    }

    private interface EachRun {
        void accept(Task task, List<String> point, Result.Done done, Labels labels);
    }

    private void eachRun(EachRun action) {
        store.visit((task, result) -> {
            if (result instanceof Result.Done done) {
                action.accept(task, point(task), done, Labels.of(study.space().scenario(task.point())));
            }
        });
    }

    private List<String> point(Task task) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(task.point().index()));
        task.point().levels().forEach(level -> cells.add(level.text()));
        cells.add(Long.toString(task.seed()));
        return cells;
    }

    private List<String> header(String... more) {
        List<String> header = new ArrayList<>(List.of("point"));
        study.space().axes().forEach(axis -> header.add(axis.name()));
        header.add("seed");
        header.addAll(Arrays.asList(more));
        return header;
    }

    /** One row per run, arm, patient and scan; one column per outcome. */
    private Table rows() {
        List<String> header = header("arm", "patient", "day");
        study.outcomes().forEach(o -> header.add(column(o)));
        return new Table(
                "rows",
                header,
                rows -> eachRun((task, point, done, labels) -> {
                    Result.Shape shape = done.shape();
                    int k = 0;
                    for (int arm = 0; arm < shape.arms(); arm++) {
                        for (int scan = 0; scan < shape.scans(); scan++) {
                            for (int p = 0; p < shape.patients(); p++) {
                                List<String> row = new ArrayList<>(point);
                                row.add(labels.arms().get(arm));
                                row.add(Integer.toString(p));
                                row.add(labels.days().get(scan));
                                for (int o = 0; o < shape.outcomes(); o++) {
                                    row.add(cell(done.values()[k++]));
                                }
                                rows.accept(row);
                            }
                        }
                    }
                }));
    }

    /** One row per run, arm, scan and outcome: the spread over patients. */
    private Table summary() {
        List<String> header =
                header("arm", "day", "outcome", "unit", "patients", "undefined", "mean", "sd", "p10", "median", "p90");
        return new Table(
                "summary",
                header,
                rows -> eachRun((task, point, done, labels) -> {
                    Result.Shape shape = done.shape();
                    for (int arm = 0; arm < shape.arms(); arm++) {
                        for (int scan = 0; scan < shape.scans(); scan++) {
                            for (int o = 0; o < shape.outcomes(); o++) {
                                List<String> row = new ArrayList<>(point);
                                row.add(labels.arms().get(arm));
                                row.add(labels.days().get(scan));
                                row.add(study.outcomes().get(o).name());
                                row.add(study.outcomes().get(o).unit());
                                spread(done, arm, scan, o, row);
                                rows.accept(row);
                            }
                        }
                    }
                }));
    }

    private static void spread(Result.Done done, int arm, int scan, int outcome, List<String> row) {
        Result.Shape shape = done.shape();
        double[] values = new double[shape.patients()];
        int n = 0;
        double sum = 0;
        for (int p = 0; p < shape.patients(); p++) {
            double x =
                    done.values()[((arm * shape.scans() + scan) * shape.patients() + p) * shape.outcomes() + outcome];
            if (!Double.isNaN(x)) {
                values[n++] = x;
                sum += x;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            squares += (values[k] - mean) * (values[k] - mean);
        }
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        row.add(Integer.toString(n));
        row.add(Integer.toString(shape.patients() - n));
        row.add(n > 0 ? number(mean) : "");
        row.add(n > 1 ? number(Math.sqrt(squares / (n - 1))) : "");
        row.add(quantile(sorted, TENTH));
        row.add(quantile(sorted, 0.5));
        row.add(quantile(sorted, 1 - TENTH));
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996, the default of R and NumPy). */
    private static String quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return "";
        }
        double h = (sorted.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return number(sorted[below] + (h - below) * (sorted[above] - sorted[below]));
    }

    /** One row per run that failed. */
    private Table failed() {
        return new Table(
                "failed",
                header("reason"),
                rows -> store.visit((task, result) -> {
                    if (result instanceof Result.Failed failed) {
                        List<String> row = new ArrayList<>(point(task));
                        row.add(failed.reason());
                        rows.accept(row);
                    }
                }));
    }

    /** One row per run, outcome and reason for which values of it are undefined. */
    private Table undefined() {
        return new Table(
                "undefined",
                header("outcome", "values", "because"),
                rows -> eachRun((task, point, done, labels) -> {
                    for (Result.Gap gap : done.gaps()) {
                        List<String> row = new ArrayList<>(point);
                        row.add(study.outcomes().get(gap.outcome()).name());
                        row.add(Integer.toString(gap.count()));
                        row.add(gap.reason());
                        rows.accept(row);
                    }
                }));
    }

    /** What the columns of {@code rows} are. */
    private Table columns() {
        return new Table("columns", List.of("column", "what", "unit"), rows -> {
            rows.accept(List.of("point", "number of the point in the design, from 0", "1"));
            for (Axis axis : study.space().axes()) {
                String what = String.join(
                        " and ", axis.places().stream().map(Place::path).toList());
                Range range = declared(axis);
                String unit = axis instanceof Axis.Span span && !span.unit().isEmpty()
                        ? span.unit()
                        : range == null ? "" : range.unit();
                rows.accept(List.of(axis.name(), what, unit));
            }
            rows.accept(
                    List.of("seed", "root of all randomness: the same patients and noise in every arm and point", "1"));
            rows.accept(List.of("arm", "what happened to the patient", ""));
            rows.accept(List.of("patient", "number in the cohort of the seed, from 0", "1"));
            rows.accept(List.of("day", "moment of the scan", "d"));
            for (Reported outcome : study.outcomes()) {
                rows.accept(List.of(column(outcome), "outcome " + outcome.name(), outcome.unit()));
            }
        });
    }

    private Range declared(Axis axis) {
        try {
            return axis.place().declared(study.base());
        } catch (org.unstuck.describe.Invalid e) {
            return null; // A place inside something that another axis brings.
        }
    }

    /** The column of an outcome: a name that every language takes for a variable. */
    public static String column(Reported outcome) {
        return outcome.name().replace('-', '_');
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : number(value);
    }

    private static String number(double x) {
        return Decimal.of(x, DIGITS);
    }
}
