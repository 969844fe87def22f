package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Relief;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Range;
import org.unstuck.sweep.Reported;
import org.unstuck.viz.figure.DoseResponseFigure;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.ForestFigure;
import org.unstuck.viz.figure.ResponderFigure;
import org.unstuck.viz.figure.SurfacesFigure;
import org.unstuck.viz.theme.Palette;

/** The charts of a sweep. */
final class SweepFigures {

    private static final int DIGITS = 4;
    private static final String RESPONSE = "response";
    private static final String OVER_PATIENTS = " Band: 95 % interval of the mean over patients and seeds.";
    private static final String OVER_RUNS =
            " A dot is the mean of the runs in a bin, the other axes anywhere; band: one"
                    + " standard deviation of those runs to either side.";

    private final SweepMeans means;
    private final List<Axis> axes;

    SweepFigures(SweepMeans means) {
        this.means = means;
        this.axes = means.study().space().axes();
    }

    /** Effects of arms, one figure per outcome, a panel per day. */
    List<Figure> effects() {
        List<Figure> figures = new ArrayList<>();
        for (int o = 0; o < means.outcomes().size() && means.reference() >= 0; o++) {
            if (means.outcomes().get(o).name().equals(RESPONSE)) {
                continue; // A mean of zeros and ones: relief itself says more.
            }
            double low = 0;
            double high = 0;
            List<List<ForestFigure.Row>> columns = new ArrayList<>();
            for (int k = 0; k < means.pickedDays().length; k++) {
                List<ForestFigure.Row> rows = new ArrayList<>();
                for (int arm = 0; arm < means.arms().size(); arm++) {
                    Spread d = arm == means.reference() ? null : means.effect(arm, k, o);
                    if (d != null && d.n() > 1) {
                        double half = d.half();
                        rows.add(new ForestFigure.Row(
                                means.arms().get(arm),
                                d.mean(),
                                d.mean() - half,
                                d.mean() + half,
                                Math.abs(d.mean()) > half));
                        low = Math.min(low, d.mean() - half);
                        high = Math.max(high, d.mean() + half);
                    }
                }
                columns.add(rows);
            }
            int rows = means.arms().size() - 1;
            if (columns.isEmpty() || columns.stream().anyMatch(c -> c.size() < rows) || rows == 0) {
                continue; // Undefined in whole arms: the tables say so.
            }
            figures.add(forest(o, columns, low, high));
        }
        return figures;
    }

    private Figure forest(int o, List<List<ForestFigure.Row>> columns, double low, double high) {
        Reported outcome = means.outcomes().get(o);
        List<ForestFigure.Panel> panels = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            panels.add(new ForestFigure.Panel(
                    "day " + Decimal.of(means.pickedDays()[k], DIGITS), 0, columns.get(k), low, high));
        }
        return new ForestFigure(
                "effects-" + outcome.name(),
                "Against \"" + means.arms().get(means.reference()) + "\": " + label(outcome),
                "Mean difference, patient by patient"
                        + (axes.isEmpty() ? "" : ", each patient averaged over all points")
                        + ", with its 95 % interval over patients and seeds. Filled: the interval does not contain 0. All"
                        + " panels have one scale.",
                panels);
    }

    /** What patients get, one by one: a figure per point, where points are few. */
    List<Figure> patients() {
        List<Figure> figures = new ArrayList<>();
        long points = means.study().space().size();
        for (int point = 0; point < points && !means.patients(0).isEmpty(); point++) {
            List<ResponderFigure.Arm> arms = new ArrayList<>();
            List<double[]> values = means.patients(point);
            for (int arm = 0; arm < values.size(); arm++) {
                if (arm != means.reference() && values.get(arm).length > 0) {
                    arms.add(new ResponderFigure.Arm(means.arms().get(arm), values.get(arm)));
                }
            }
            if (!arms.isEmpty()) {
                List<String> where = means.study().space().point(point).levels().stream()
                        .map(Level::text)
                        .toList();
                figures.add(new ResponderFigure(
                        "patients" + (point == 0 ? "" : "-" + (point + 1)),
                        "Not everybody responds alike: day " + Decimal.of(means.day(), DIGITS)
                                + (where.isEmpty() ? "" : ", " + String.join(", ", where)),
                        "relief (share of the gap to health)",
                        Relief.RESPONSE,
                        arms));
            }
        }
        return figures;
    }

    /** Outcomes over the axes. */
    List<Figure> surfaces() {
        List<Figure> figures = new ArrayList<>();
        if (axes.isEmpty()) {
            return figures;
        }
        if (means.isPointwise() && axes.size() == 2) {
            for (int o = 0; o < means.outcomes().size(); o++) {
                figures.addAll(maps(o));
            }
        } else if (means.isPointwise()) {
            for (int o = 0; o < means.outcomes().size(); o++) {
                figures.addAll(along(0, o));
            }
        } else {
            for (int a = 0; a < means.shownAxes(); a++) {
                figures.addAll(along(a, 0));
            }
        }
        return figures;
    }

    /** One outcome along one axis: curves of numbers, a map of words. */
    private List<Figure> along(int a, int o) {
        int n = means.isPointwise() ? (int) means.study().space().size() : means.binsOf(a);
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            levels.add(
                    means.isPointwise()
                            ? means.study().space().point(k).levels().get(0)
                            : means.level(a, k));
        }
        double[] x = new double[n];
        boolean numbers = true;
        for (int k = 0; k < n; k++) {
            x[k] = number(levels.get(k));
            numbers &= Double.isFinite(x[k]) && (k == 0 || x[k] > x[k - 1]);
        }
        return numbers ? curves(a, o, x) : List.of(matrix(a, o, levels));
    }

    private Spread at(int a, int k, int arm, int o) {
        return means.isPointwise() ? means.cell(k, arm, o) : means.bin(a, k, arm, o);
    }

    private List<Figure> curves(int a, int o, double[] x) {
        List<DoseResponseFigure.Panel> panels = new ArrayList<>();
        for (int arm = 0; arm < means.arms().size(); arm++) {
            int from = arm;
            int[] there = IntStream.range(0, x.length)
                    .filter(k -> at(a, k, from, o).n() > 0)
                    .toArray();
            boolean told = IntStream.of(there).anyMatch(k -> at(a, k, from, o).mean() != 0);
            if (there.length > 1 && told) {
                double[] mean = IntStream.of(there)
                        .mapToDouble(k -> at(a, k, from, o).mean())
                        .toArray();
                double[] half = IntStream.of(there)
                        .mapToDouble(k -> means.isPointwise()
                                ? at(a, k, from, o).half()
                                : at(a, k, from, o).sd())
                        .toArray();
                panels.add(new DoseResponseFigure.Panel(
                        means.arms().get(arm),
                        arm % Palette.size(),
                        IntStream.of(there).mapToDouble(k -> x[k]).toArray(),
                        mean,
                        IntStream.range(0, mean.length)
                                .mapToDouble(k -> mean[k] - half[k])
                                .toArray(),
                        IntStream.range(0, mean.length)
                                .mapToDouble(k -> mean[k] + half[k])
                                .toArray()));
            }
        }
        List<Figure> figures = new ArrayList<>();
        boolean log = axes.get(a) instanceof Axis.Span s && s.scale() == Axis.Scale.LOG;
        Reported outcome = means.outcomes().get(o);
        for (List<DoseResponseFigure.Panel> group : groups(panels, DoseResponseFigure.MOST)) {
            figures.add(new DoseResponseFigure(
                    name("over-" + outcome.name(), a, figures.size()),
                    capital(label(outcome).replaceFirst(" \\(.*", "")) + " on day " + Decimal.of(means.day(), DIGITS)
                            + " over " + ClaimFigures.shortened(axes.get(a).name()),
                    "One panel per arm, all with the same axes." + (means.isPointwise() ? OVER_PATIENTS : OVER_RUNS)
                            + (log ? " Equal ratios are equally far apart." : ""),
                    axis(a),
                    log,
                    label(outcome),
                    group));
        }
        return figures;
    }

    private Figure matrix(int a, int o, List<Level> levels) {
        double[][] values = new double[levels.size()][means.arms().size()];
        for (int k = 0; k < levels.size(); k++) {
            for (int arm = 0; arm < means.arms().size(); arm++) {
                // From the top down, as in the file.
                values[levels.size() - 1 - k][arm] = at(a, k, arm, o).mean();
            }
        }
        List<String> rows = new ArrayList<>(levels.stream().map(Level::text).toList());
        java.util.Collections.reverse(rows);
        Reported outcome = means.outcomes().get(o);
        List<SurfacesFigure.Panel> panels = List.of(new SurfacesFigure.Panel("", values));
        return surfaces(
                name("over-" + outcome.name(), a, 0),
                outcome,
                " by " + axes.get(a).name() + " and arm",
                new SurfacesFigure.Axis("", means.arms()),
                new SurfacesFigure.Axis("", rows),
                panels,
                panels);
    }

    private List<Figure> maps(int o) {
        int columns = (int) (means.study().space().size() / rows());
        List<SurfacesFigure.Panel> panels = new ArrayList<>();
        for (int arm = 0; arm < means.arms().size(); arm++) {
            double[][] values = new double[rows()][columns];
            boolean told = false;
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns; j++) {
                    values[i][j] = means.cell(i * columns + j, arm, o).mean();
                    told |= values[i][j] != 0;
                }
            }
            if (told) {
                panels.add(new SurfacesFigure.Panel(means.arms().get(arm), values));
            }
        }
        List<Figure> figures = new ArrayList<>();
        Reported outcome = means.outcomes().get(o);
        for (List<SurfacesFigure.Panel> group : groups(panels, SurfacesFigure.MOST)) {
            figures.add(surfaces(
                    name("over-" + outcome.name(), 0, figures.size()),
                    outcome,
                    " over " + axes.get(0).name() + " and " + axes.get(1).name(),
                    new SurfacesFigure.Axis(axis(1), words(1, columns)),
                    new SurfacesFigure.Axis(axis(0), words(0, rows())),
                    group,
                    panels));
        }
        return figures;
    }

    /** Points of a grid of two axes: the last changes fastest. */
    private int rows() {
        Axis first = axes.get(0);
        return means.study().space().design() instanceof org.unstuck.sweep.Design.Grid g
                ? first.grid(g.steps()).length
                : 1;
    }

    private List<String> words(int axis, int n) {
        int step = axis == 0 ? (int) (means.study().space().size() / n) : 1;
        return IntStream.range(0, n)
                .mapToObj(k ->
                        means.study().space().point((long) k * step).levels().get(axis))
                .map(level -> Double.isFinite(number(level)) ? Decimal.of(number(level), 3) : level.text())
                .toList();
    }

    private Figure surfaces(
            String name,
            Reported outcome,
            String over,
            SurfacesFigure.Axis across,
            SurfacesFigure.Axis up,
            List<SurfacesFigure.Panel> group,
            List<SurfacesFigure.Panel> all) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (SurfacesFigure.Panel panel : all) {
            for (double[] row : panel.values()) {
                for (double v : row) {
                    low = Double.isNaN(v) ? low : Math.min(low, v);
                    high = Double.isNaN(v) ? high : Math.max(high, v);
                }
            }
        }
        if (!(low < high)) {
            low = low == Double.MAX_VALUE ? 0 : low;
            high = low + 1;
        }
        double limit = Math.max(Math.abs(low), Math.abs(high));
        boolean signed = low < 0 && high > 0;
        return new SurfacesFigure(
                name,
                capital(label(outcome)) + " on day " + Decimal.of(means.day(), DIGITS) + over,
                "Mean over patients and seeds in every cell; its spread stands in summary.csv. "
                        + (signed ? "Red above 0, blue below 0; o" : "O") + "ne scale for all arms.",
                label(outcome),
                across,
                up,
                signed ? -limit : low,
                signed ? limit : high,
                group);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static <T> List<List<T>> groups(List<T> all, int most) {
        int n = (all.size() + most - 1) / most;
        List<List<T>> groups = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            groups.add(all.subList(g * all.size() / n, (g + 1) * all.size() / n));
        }
        return groups;
    }

    private static String name(String stem, int axis, int group) {
        return stem + (axis == 0 ? "" : "-axis-" + (axis + 1)) + (group == 0 ? "" : "-" + (group + 1));
    }

    static String label(Reported outcome) {
        if (outcome.name().equals(RESPONSE)) {
            return "share of responders";
        }
        return outcome.unit().isEmpty() || outcome.unit().equals("1")
                ? outcome.name()
                : outcome.name() + " (" + outcome.unit() + ")";
    }

    /** The name of an axis with its unit. */
    String axis(int a) {
        Axis axis = axes.get(a);
        String unit = axis instanceof Axis.Span span ? span.unit() : "";
        if (unit.isEmpty()) {
            try {
                Range range = axis.place().declared(means.study().base());
                unit = range == null ? "" : range.unit();
            } catch (Invalid e) {
                unit = ""; // A place inside something that another axis brings.
            }
        }
        String name = ClaimFigures.shortened(axis.name());
        return unit.isEmpty() || unit.equals("1") ? name : name + " (" + unit + ")";
    }

    private static double number(Level level) {
        if (level.value() instanceof Number x) {
            return x.doubleValue();
        }
        try {
            return Double.parseDouble(level.text());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
