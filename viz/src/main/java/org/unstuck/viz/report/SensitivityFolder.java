package org.unstuck.viz.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Measurement;
import org.unstuck.sensitivity.Elasticities;
import org.unstuck.sensitivity.ElementaryEffects;
import org.unstuck.sensitivity.Estimate;
import org.unstuck.sensitivity.Question;
import org.unstuck.sensitivity.SobolIndices;
import org.unstuck.study.Table;
import org.unstuck.sweep.Range;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.IndicesFigure;
import org.unstuck.viz.figure.RangesFigure;

/** Fills a folder with the report of a sensitivity analysis: indices beside their chart, and every run. */
public final class SensitivityFolder {

    private static final int MOST_SHOWN = 25;
    private static final int DIGITS = 3;
    /** Inputs below this share of the largest are not drawn. */
    private static final double SMALL = 0.01;

    private SensitivityFolder() {}

    /**
     * What was run.
     *
     * @param question which output of what
     * @param method in words
     * @param points {@code [run][input]}, each from 0 to 1
     * @param outputs one per run
     */
    public record Runs(Question question, String method, double[][] points, List<Measurement> outputs) {

        private long failed() {
            return outputs.stream().filter(o -> !o.isDefined()).count();
        }
    }

    /** The report of a screening by elementary effects. */
    public static void write(Runs runs, ElementaryEffects effects, Provenance provenance, Path folder)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("input", "range", "mu*", "95 % low", "95 % high", "mu", "sigma", "effects"));
        List<Integer> order =
                order(effects.muStar().stream().map(Estimate::value).toList());
        for (int k : order) {
            Estimate m = effects.muStar().get(k);
            rows.add(List.of(
                    runs.question.inputs().get(k),
                    range(runs.question, k),
                    number(m.value()),
                    number(m.low()),
                    number(m.high()),
                    number(effects.mu()[k]),
                    number(effects.sigma()[k]),
                    Integer.toString(effects.used()[k])));
        }
        List<Integer> shown = shown(order, effects.muStar());
        IndicesFigure figure = new IndicesFigure(
                "screening",
                "What matters at all? " + capital(runs.question.words()),
                "mu*: mean size of the change of the outcome over the whole range of the input, with its interval. sigma: how much that depends on"
                        + " the other inputs, or bends. The longest on top"
                        + cut(shown.size(), order.size()) + ".",
                shown.stream()
                        .map(k -> ClaimFigures.shortened(runs.question.inputs().get(k)))
                        .toList(),
                List.of(
                        new IndicesFigure.Panel(
                                "mu* (" + runs.question.outcome().unit() + ")",
                                shown.stream()
                                        .map(k -> bar(effects.muStar().get(k)))
                                        .toList()),
                        new IndicesFigure.Panel(
                                "sigma",
                                shown.stream()
                                        .map(k -> new IndicesFigure.Bar(
                                                0, effects.sigma()[k], effects.sigma()[k], effects.sigma()[k]))
                                        .toList())));
        write(runs, rows, figure, provenance, folder);
    }

    /** The report of variance-based indices. */
    public static void write(Runs runs, SobolIndices indices, Provenance provenance, Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("input", "range", "first S", "95 % low", "95 % high", "total ST", "95 % low", "95 % high"));
        List<Integer> order =
                order(indices.total().stream().map(Estimate::value).toList());
        for (int k : order) {
            Estimate s = indices.first().get(k);
            Estimate t = indices.total().get(k);
            rows.add(List.of(
                    runs.question.inputs().get(k),
                    range(runs.question, k),
                    number(s.value()),
                    number(s.low()),
                    number(s.high()),
                    number(t.value()),
                    number(t.low()),
                    number(t.high())));
        }
        List<Integer> shown = shown(order, indices.total());
        IndicesFigure figure = new IndicesFigure(
                "sobol",
                "Which inputs carry the variance? " + capital(runs.question.words()),
                "Share of the variance of the outcome that an input accounts for alone (left) and together with others (right), with 95 %"
                        + " intervals. An index below 0 is scatter of the estimate"
                        + cut(shown.size(), order.size()) + ".",
                shown.stream()
                        .map(k -> ClaimFigures.shortened(runs.question.inputs().get(k)))
                        .toList(),
                List.of(
                        new IndicesFigure.Panel(
                                "first order S",
                                shown.stream()
                                        .map(k -> bar(indices.first().get(k)))
                                        .toList()),
                        new IndicesFigure.Panel(
                                "total ST",
                                shown.stream()
                                        .map(k -> bar(indices.total().get(k)))
                                        .toList())));
        write(runs, rows, figure, provenance, folder);
    }

    /** The report of local elasticities: a tornado around the defaults. */
    public static void write(Runs runs, Elasticities local, Provenance provenance, Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "input", "range", "outcome one step down", "outcome one step up", "slope (per range)", "elasticity"));
        int d = runs.question.inputs().size();
        List<Double> size = IntStream.range(0, d)
                .mapToObj(k -> Double.isNaN(local.slope()[k]) ? 0 : Math.abs(local.slope()[k]))
                .toList();
        List<Integer> order = order(size);
        for (int k : order) {
            rows.add(List.of(
                    runs.question.inputs().get(k),
                    range(runs.question, k),
                    outcome(value(runs, 1 + 2 * k)),
                    outcome(value(runs, 2 + 2 * k)),
                    number(local.slope()[k]),
                    number(local.elasticity()[k])));
        }
        List<Integer> shown = order.stream()
                .filter(k -> Double.isFinite(value(runs, 1 + 2 * k)) && Double.isFinite(value(runs, 2 + 2 * k)))
                .filter(k -> size.get(k) >= SMALL * size.get(order.get(0)))
                .limit(MOST_SHOWN)
                .toList();
        RangesFigure figure = new RangesFigure(
                "tornado",
                "Around the defaults: " + runs.question.words(),
                runs.question.outcome().name() + " (" + runs.question.outcome().unit() + ")",
                "Hollow dot: the outcome with an input one step below its default. Filled dot: one step above. Upright line: at the defaults, where"
                        + " everything else is. The longest on top" + cut(shown.size(), order.size()) + ".",
                value(runs, 0),
                shown.stream()
                        .map(k -> new RangesFigure.Row(
                                ClaimFigures.shortened(runs.question.inputs().get(k)),
                                value(runs, 1 + 2 * k),
                                value(runs, 2 + 2 * k)))
                        .toList());
        write(runs, rows, figure, provenance, folder);
    }

    private static void write(Runs runs, List<List<String>> rows, Figure figure, Provenance provenance, Path folder)
            throws IOException {
        Question q = runs.question;
        String failed = runs.failed() == 0
                ? ""
                : " " + runs.failed() + " runs gave no output and are left out; data/runs.csv says why.";
        ReportFolder.Section section = new ReportFolder.Section(
                "Indices",
                runs.method + ": " + runs.points.length + " runs of "
                        + q.scenario().cohort().patients()
                        + " patients, inputs uniform over their declared ranges and independent." + failed
                        + " The noise of patients is the same in all runs, so that what differs was caused by the inputs.",
                shownTable(rows),
                List.of(figure));
        new StudyPage(
                        "sensitivity",
                        "Sensitivity of " + q.words(),
                        q.scenario().name() + ". " + q.scenario().description(),
                        q.scenario().seed(),
                        List.of(section),
                        List.of(indices(rows), runsTable(runs)))
                .write(provenance, folder);
    }

    private static Table indices(List<List<String>> rows) {
        return new Table(
                "indices", rows.get(0), row -> rows.subList(1, rows.size()).forEach(row));
    }

    private static Table runsTable(Runs runs) {
        List<String> header = new ArrayList<>(List.of("run"));
        header.addAll(runs.question.inputs());
        header.addAll(List.of("output", "reason"));
        List<Range> ranges = runs.question.ranges();
        return new Table("runs", header, row -> {
            for (int r = 0; r < runs.points.length; r++) {
                List<String> cells = new ArrayList<>(List.of(Integer.toString(r)));
                for (int k = 0; k < ranges.size(); k++) {
                    Range range = ranges.get(k);
                    cells.add(Decimal.exact(range.low() + runs.points[r][k] * (range.high() - range.low())));
                }
                Measurement output = runs.outputs.get(r);
                cells.add(output instanceof Measurement.Defined d ? Decimal.exact(d.value()) : "");
                cells.add(output instanceof Measurement.Undefined u ? u.reason() : "");
                row.accept(cells);
            }
        });
    }

    private static List<Integer> order(List<Double> size) {
        return IntStream.range(0, size.size())
                .boxed()
                .sorted((a, b) -> Double.compare(size.get(b), size.get(a)))
                .toList();
    }

    private static IndicesFigure.Bar bar(Estimate e) {
        return new IndicesFigure.Bar(0, e.value(), e.low(), e.high());
    }

    /** The first inputs, without those that are next to nothing. */
    private static List<Integer> shown(List<Integer> order, List<Estimate> size) {
        double most = Math.max(size.get(order.get(0)).value(), 0);
        return order.stream()
                .filter(k -> size.get(k).value() >= SMALL * most || size.get(k).high() >= SMALL * most)
                .limit(MOST_SHOWN)
                .toList();
    }

    private static String cut(int shown, int inputs) {
        return shown < inputs
                ? "; " + (inputs - shown) + " that matter little or not at all stand in the table alone"
                : "";
    }

    /** As in the data, with names of inputs that fit into a page. */
    private static List<List<String>> shownTable(List<List<String>> rows) {
        List<List<String>> shown = new ArrayList<>(List.of(rows.get(0)));
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, ClaimFigures.shortened(row.get(0)));
            shown.add(cells);
        }
        return shown;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static double value(Runs runs, int run) {
        return runs.outputs.get(run) instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }

    private static String range(Question question, int k) {
        Range range = question.ranges().get(k);
        String unit = range.unit().isEmpty() || range.unit().equals("1") ? "" : " " + range.unit();
        return Decimal.of(range.low(), DIGITS) + " to " + Decimal.of(range.high(), DIGITS) + unit;
    }

    /** Enough digits to tell two neighbours of the default apart. */
    private static String outcome(double x) {
        return Double.isFinite(x) ? Decimal.of(x, 2 * DIGITS) : "";
    }

    private static String number(double x) {
        return Double.isFinite(x) ? Decimal.of(x, DIGITS) : "";
    }
}
