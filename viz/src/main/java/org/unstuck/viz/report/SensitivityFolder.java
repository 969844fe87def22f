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
import org.unstuck.viz.figure.IndicesFigure;

/** Fills a folder with the report of a sensitivity analysis: indices beside their chart, and every run. */
public final class SensitivityFolder {

    private static final int MOST_SHOWN = 25;
    private static final int DIGITS = 3;

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
        List<Integer> shown = order.subList(0, Math.min(MOST_SHOWN, order.size()));
        IndicesFigure figure = new IndicesFigure(
                "screening",
                "What matters at all? " + runs.question.words(),
                "mu*: mean size of the change of the outcome over the whole range of the input, with its interval. sigma: how much that depends on"
                        + " the other inputs, or bends. The longest on top"
                        + cut(order.size()) + ".",
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
        List<Integer> shown = order.subList(0, Math.min(MOST_SHOWN, order.size()));
        IndicesFigure figure = new IndicesFigure(
                "sobol",
                "Which inputs carry the variance? " + runs.question.words(),
                "Share of the variance of the outcome that an input accounts for alone (left) and together with others (right), with 95 %"
                        + " intervals. An index below 0 is scatter of the estimate"
                        + cut(order.size()) + ".",
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
                    number(value(runs, 1 + 2 * k)),
                    number(value(runs, 2 + 2 * k)),
                    number(local.slope()[k]),
                    number(local.elasticity()[k])));
        }
        List<Integer> shown = order.stream()
                .filter(k -> Double.isFinite(value(runs, 1 + 2 * k)) && Double.isFinite(value(runs, 2 + 2 * k)))
                .limit(MOST_SHOWN)
                .toList();
        IndicesFigure figure = new IndicesFigure(
                "tornado",
                "Around the defaults: " + runs.question.words(),
                "The outcome with an input one step below its default and one step above (dot), a bar between the two; everything else at the defaults. The"
                        + " longest on top" + cut(order.size()) + ".",
                shown.stream()
                        .map(k -> ClaimFigures.shortened(runs.question.inputs().get(k)))
                        .toList(),
                List.of(new IndicesFigure.Panel(
                        runs.question.outcome().name() + " ("
                                + runs.question.outcome().unit() + ")",
                        shown.stream()
                                .map(k -> new IndicesFigure.Bar(
                                        value(runs, 1 + 2 * k),
                                        value(runs, 2 + 2 * k),
                                        value(runs, 2 + 2 * k),
                                        value(runs, 2 + 2 * k)))
                                .toList())));
        write(runs, rows, figure, provenance, folder);
    }

    private static void write(
            Runs runs, List<List<String>> rows, IndicesFigure figure, Provenance provenance, Path folder)
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
                rows,
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

    private static String cut(int inputs) {
        return inputs > MOST_SHOWN ? "; of " + inputs + " inputs the first " + MOST_SHOWN : "";
    }

    private static double value(Runs runs, int run) {
        return runs.outputs.get(run) instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }

    private static String range(Question question, int k) {
        Range range = question.ranges().get(k);
        String unit = range.unit().isEmpty() || range.unit().equals("1") ? "" : " " + range.unit();
        return Decimal.of(range.low(), DIGITS) + " to " + Decimal.of(range.high(), DIGITS) + unit;
    }

    private static String number(double x) {
        return Double.isFinite(x) ? Decimal.of(x, DIGITS) : "";
    }
}
