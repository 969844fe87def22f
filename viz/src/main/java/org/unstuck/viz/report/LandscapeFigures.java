package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Decimal;
import org.unstuck.landscape.BasinMap;
import org.unstuck.landscape.BifurcationDiagram;
import org.unstuck.landscape.Box;
import org.unstuck.landscape.Branch;
import org.unstuck.landscape.Hysteresis;
import org.unstuck.landscape.Nullclines;
import org.unstuck.viz.figure.DiagramFigure;
import org.unstuck.viz.figure.DiagramFigure.Axis;
import org.unstuck.viz.figure.DiagramFigure.Curve;
import org.unstuck.viz.figure.DiagramFigure.Mark;
import org.unstuck.viz.figure.DiagramFigure.Shape2D;

/** Pictures of the landscape. */
public final class LandscapeFigures {

    private static final double AIR = 0.05;

    private LandscapeFigures() {}

    /** The words of an axis of a diagram. */
    static String label(String parameter, String unit) {
        return unit.equals("1") ? parameter : parameter + " (" + unit + ")";
    }

    private static Axis axis(String label, double low, double high) {
        double air = high > low ? AIR * (high - low) : 1;
        return new Axis(label, low - air, high + air, false);
    }

    /**
     * Branches over the parameter: stable ones whole, unstable ones dashed.
     *
     * @param show number of the coordinate on the vertical axis
     * @param coordinate its name
     */
    public static DiagramFigure bifurcation(BifurcationDiagram diagram, String title, int show, String coordinate) {
        List<Curve> curves = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Branch branch : diagram.branches()) {
            for (Branch.Point p : branch.points()) {
                low = Math.min(low, p.equilibrium().x()[show]);
                high = Math.max(high, p.equilibrium().x()[show]);
            }
            if (branch.points().size() > 1) {
                pieces(branch, show, curves);
            }
            for (Branch.Event event : branch.events()) {
                marks.add(mark(event, show));
            }
            lost(branch.begin(), branch.points().get(0), show, marks);
            lost(branch.end(), branch.points().get(branch.points().size() - 1), show, marks);
        }
        if (diagram.branches().isEmpty()) {
            low = 0;
            high = 1;
        }
        curves.sort(java.util.Comparator.comparing(c -> c.dashed() ? 0 : 1));
        return new DiagramFigure(
                "bifurcation",
                title,
                "Equilibria over " + diagram.family().parameter()
                        + ". Whole lines are stable, dashed ones are not. A fold is where two meet and vanish; at a"
                        + " Hopf point an oscillation begins, which is not drawn.",
                words(diagram),
                axis(label(diagram.family().parameter(), diagram.family().unit()), diagram.low(), diagram.high()),
                axis(coordinate + " at rest", low, high),
                curves,
                marks,
                List.of(),
                null);
    }

    private static String words(BifurcationDiagram diagram) {
        return diagram.branches().size() + " branches, "
                + diagram.events(Branch.Kind.FOLD).size() + " folds, "
                + diagram.events(Branch.Kind.HOPF).size() + " Hopf points, "
                + diagram.events(Branch.Kind.BRANCH_POINT).size() + " crossings, "
                + diagram.lost().size() + " branches that could not be followed to their end.";
    }

    /** Stretches of one stability; neighbours share the point between them. */
    private static void pieces(Branch branch, int show, List<Curve> curves) {
        List<Branch.Point> points = branch.points();
        int from = 0;
        while (from < points.size() - 1) {
            boolean stable = isStable(points, from);
            int to = from + 1;
            while (to < points.size() - 1 && isStable(points, to) == stable) {
                to++;
            }
            List<Branch.Point> piece = points.subList(from, to + 1);
            curves.add(new Curve(
                    stable ? "stable" : "unstable",
                    stable ? 0 : 3,
                    !stable,
                    piece.stream().mapToDouble(Branch.Point::parameter).toArray(),
                    piece.stream().mapToDouble(p -> p.equilibrium().x()[show]).toArray()));
            from = to;
        }
    }

    /** The stretch behind point {@code k}, told by its other end if the point itself is an event. */
    private static boolean isStable(List<Branch.Point> points, int k) {
        int here = points.get(k).equilibrium().eigenvalues().unstable();
        int next = points.get(k + 1).equilibrium().eigenvalues().unstable();
        return Math.abs(points.get(k).equilibrium().eigenvalues().re()[0])
                        < Math.abs(points.get(k + 1).equilibrium().eigenvalues().re()[0])
                ? next == 0
                : here == 0;
    }

    private static Mark mark(Branch.Event event, int show) {
        double x = event.point().parameter();
        double y = event.point().equilibrium().x()[show];
        return switch (event.kind()) {
            case FOLD -> new Mark("fold", Shape2D.TRIANGLE, 6, x, y, "");
            case HOPF -> new Mark("Hopf point", Shape2D.SQUARE, 2, x, y, "");
            case BRANCH_POINT -> new Mark("crossing", Shape2D.DIAMOND, 1, x, y, "");
        };
    }

    private static void lost(Branch.End end, Branch.Point last, int show, List<Mark> marks) {
        if (end.reason() == Branch.Reason.LOST) {
            marks.add(new Mark(
                    "lost here",
                    Shape2D.RING,
                    3,
                    last.parameter(),
                    last.equilibrium().x()[show],
                    ""));
        }
    }

    /** The way up and the way down. */
    public static DiagramFigure hysteresis(
            Hysteresis scan, Box box, String title, String label, int show, String coordinate) {
        double[] up = scan.up().stream().mapToDouble(s -> s.mean()[show]).toArray();
        double[] down = scan.down().stream().mapToDouble(s -> s.mean()[show]).toArray();
        List<DiagramFigure.Band> bands = new ArrayList<>();
        moving(bands, 0, scan.parameter(), scan.up(), show);
        moving(bands, 3, scan.parameter(), scan.down(), show);
        return new DiagramFigure(
                "hysteresis",
                title,
                "The parameter goes up in small steps and down again; the network goes on from where it was. Where the"
                        + " lines differ, what is met depends on the past. Pale: how far it moves where it does not come to rest; its mean over a"
                        + " limited time is only roughly known there.",
                LandscapeFigures.loops(scan, box, ""),
                axis(label, scan.parameter()[0], scan.parameter()[scan.parameter().length - 1]),
                axis(coordinate + ", mean after settling", least(scan, show), most(scan, show)),
                List.of(
                        new Curve("on the way up", 0, false, scan.parameter(), up),
                        new Curve("on the way down", 3, true, scan.parameter(), down)),
                List.of(),
                List.of(),
                bands,
                null);
    }

    /**
     * Where the two ways differ, in a sentence.
     *
     * @param of what is moved, as " for severity"; may be empty
     */
    public static String loops(Hysteresis scan, Box box, String of) {
        List<double[]> loops = scan.loops(box);
        if (!loops.isEmpty()) {
            return "The two ways differ" + of + " from "
                    + String.join(
                            " and from ",
                            loops.stream()
                                    .map(l -> l[0] == l[1]
                                            ? Decimal.of(l[0], 4) + " (this value only)"
                                            : Decimal.of(l[0], 4) + " to " + Decimal.of(l[1], 4))
                                    .toList())
                    + ".";
        }
        return scan.wavers()
                ? "No hysteresis: the two ways differ by no more than means over the time watched waver."
                : "No hysteresis: the two ways are the same.";
    }

    /** Smaller ranges are what is left of settling. */
    private static final double MOVES = 0.02;

    /** A band over every stretch of the parameter in which the network keeps moving. */
    private static void moving(
            List<DiagramFigure.Band> bands, int color, double[] at, List<Hysteresis.Seen> seen, int show) {
        int from = 0;
        for (int k = 0; k <= at.length; k++) {
            if (k == at.length || seen.get(k).high()[show] - seen.get(k).low()[show] <= MOVES) {
                if (k - from > 0) {
                    List<Hysteresis.Seen> part = seen.subList(from, k);
                    bands.add(new DiagramFigure.Band(
                            color,
                            Arrays.copyOfRange(at, from, k),
                            part.stream().mapToDouble(s -> s.low()[show]).toArray(),
                            part.stream().mapToDouble(s -> s.high()[show]).toArray()));
                }
                from = k + 1;
            }
        }
    }

    private static double least(Hysteresis scan, int show) {
        return IntStream.range(0, scan.parameter().length)
                .mapToDouble(k -> Math.min(
                        scan.up().get(k).low()[show], scan.down().get(k).low()[show]))
                .min()
                .orElse(0);
    }

    private static double most(Hysteresis scan, int show) {
        return IntStream.range(0, scan.parameter().length)
                .mapToDouble(k -> Math.max(
                        scan.up().get(k).high()[show], scan.down().get(k).high()[show]))
                .max()
                .orElse(1);
    }

    /**
     * Which attractor every point of a plane leads to.
     *
     * @param attractors names of the attractors
     * @param at {@code at[attractor]} the attractor's place in the plane
     */
    public static DiagramFigure basins(
            BasinMap map, Box box, String title, List<String> names, List<String> attractors, double[][] at) {
        MainStates main = MainStates.largest(
                attractors,
                IntStream.range(0, attractors.size()).mapToDouble(map::share).toArray());
        List<Mark> marks = new ArrayList<>();
        for (int a = 0; a < attractors.size(); a++) {
            if (main.place()[a] >= 0) {
                String words = isAlone(a, at, main, box, map) ? attractors.get(a) : "";
                marks.add(new Mark("", Shape2D.CROSS, 6, at[a][0], at[a][1], words));
            }
        }
        List<String> legend = new ArrayList<>(main.names());
        if (main.others() > 0) {
            legend.add(main.others() + " others");
        }
        List<String> shares = new ArrayList<>();
        for (int a = 0; a < attractors.size(); a++) {
            shares.add(attractors.get(a) + " " + Decimal.of(100 * map.share(a), 3) + " %");
        }
        return new DiagramFigure(
                "basins",
                title,
                "Where the network ends if it starts here, all other coordinates at their mean over time. A cut"
                        + " through basins of many dimensions. Crosses: where the attractors lie, most of them off the"
                        + " cut." + main.words("largest"),
                "Shares of the plane: " + String.join(", ", shares) + ".",
                new Axis(names.get(map.x()), box.low()[map.x()], box.high()[map.x()], false),
                new Axis(names.get(map.y()), box.low()[map.y()], box.high()[map.y()], false),
                List.of(),
                marks,
                List.of(),
                new DiagramFigure.Cells(shown(map.fate(), main), legend, "not there in time"));
    }

    private static int[][] shown(int[][] fate, MainStates main) {
        return Arrays.stream(fate)
                .map(row -> Arrays.stream(row)
                        .map(f -> f < 0 ? f : main.place()[f] < 0 ? main.names().size() : main.place()[f])
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Marks nearer than this share of the plane would write over each other. */
    private static final double APART = 0.06;

    /** Whether no other mark that is drawn is near. */
    private static boolean isAlone(int a, double[][] at, MainStates main, Box box, BasinMap map) {
        for (int b = 0; b < at.length; b++) {
            if (b != a
                    && main.place()[b] >= 0
                    && Math.abs(at[a][0] - at[b][0]) < 4 * APART * box.width(map.x())
                    && Math.abs(at[a][1] - at[b][1]) < APART * box.width(map.y())) {
                return false;
            }
        }
        return true;
    }

    /** The plane of two coordinates with both nullclines; {@code points} are {@code {x, y, 1 if stable}}. */
    public static DiagramFigure nullclines(
            Nullclines lines, Box box, String title, List<String> names, List<double[]> points) {
        List<Curve> curves = new ArrayList<>();
        segments(lines.ofX(), names.get(lines.x()) + " does not change", 0, curves);
        segments(lines.ofY(), names.get(lines.y()) + " does not change", 3, curves);
        List<Mark> marks = points.stream()
                .map(p -> new Mark(
                        p[2] == 1 ? "equilibrium, stable" : "equilibrium, unstable",
                        p[2] == 1 ? Shape2D.DISC : Shape2D.RING,
                        6,
                        p[0],
                        p[1],
                        ""))
                .toList();
        return new DiagramFigure(
                "nullclines",
                title,
                "All other coordinates are held at their mean over time. Where the two curves meet, nothing changes in"
                        + " this plane.",
                points.size() + " equilibria in the plane.",
                axis(names.get(lines.x()), box.low()[lines.x()], box.high()[lines.x()]),
                axis(names.get(lines.y()), box.low()[lines.y()], box.high()[lines.y()]),
                curves,
                marks,
                List.of(),
                null);
    }

    /** Joins segments that share an end, so that a curve is a few lines and not hundreds. */
    private static void segments(List<double[]> segments, String label, int color, List<Curve> curves) {
        List<double[]> left = new ArrayList<>(segments);
        while (!left.isEmpty()) {
            java.util.ArrayDeque<double[]> line = new java.util.ArrayDeque<>();
            double[] first = left.remove(left.size() - 1);
            line.add(new double[] {first[0], first[1]});
            line.add(new double[] {first[2], first[3]});
            while (extend(line, left)) {
                // Until no segment touches either end.
            }
            curves.add(new Curve(
                    label,
                    color,
                    color != 0,
                    line.stream().mapToDouble(p -> p[0]).toArray(),
                    line.stream().mapToDouble(p -> p[1]).toArray()));
        }
    }

    private static boolean extend(java.util.ArrayDeque<double[]> line, List<double[]> left) {
        for (int k = 0; k < left.size(); k++) {
            double[] s = left.get(k);
            double[] a = {s[0], s[1]};
            double[] b = {s[2], s[3]};
            if (meet(line.getLast(), a)) {
                line.addLast(b);
            } else if (meet(line.getLast(), b)) {
                line.addLast(a);
            } else if (meet(line.getFirst(), a)) {
                line.addFirst(b);
            } else if (meet(line.getFirst(), b)) {
                line.addFirst(a);
            } else {
                continue;
            }
            left.remove(k);
            return true;
        }
        return false;
    }

    private static boolean meet(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 1e-9;
    }

    /**
     * A value with its interval over a parameter, a line per state.
     *
     * @param states names
     * @param x {@code x[k]}
     * @param mean {@code mean[state][k]}; NaN where there is none
     * @param low {@code low[state][k]}; NaN where there is none
     * @param high NaN where it is unknown
     */
    public static DiagramFigure escape(
            String title,
            String label,
            List<String> states,
            double[] x,
            double[][] mean,
            double[][] low,
            double[][] high) {
        List<Curve> curves = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<DiagramFigure.Range> ranges = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        MainStates main = MainStates.first(states);
        for (int s = 0; s < main.names().size(); s++) {
            int color = s;
            List<double[]> run = new ArrayList<>();
            for (int k = 0; k < x.length; k++) {
                if (Double.isNaN(mean[s][k])) {
                    flush(run, states.get(s), color, curves);
                    if (!Double.isNaN(low[s][k])) {
                        ranges.add(new DiagramFigure.Range(color, x[k], low[s][k], 2 * low[s][k], true));
                        least = Math.min(least, low[s][k]);
                        most = Math.max(most, 3 * low[s][k]);
                    }
                    continue;
                }
                run.add(new double[] {x[k], mean[s][k]});
                marks.add(new Mark(states.get(s), SHAPES[color], color, x[k], mean[s][k], ""));
                ranges.add(new DiagramFigure.Range(color, x[k], low[s][k], high[s][k], false));
                least = Math.min(least, low[s][k]);
                most = Math.max(most, high[s][k]);
            }
            flush(run, states.get(s), color, curves);
        }
        boolean empty = most == 0;
        return new DiagramFigure(
                "escape",
                title,
                "Mean time until the noise has moved the network out of the basin of each state, with its 95 %"
                        + " interval. An arrow: no run left in time, only a lower end is known. No point: there is no such"
                        + " state, or no other to go to." + main.words("first"),
                Arrays.toString(states.toArray()) + " over " + label + ".",
                axis(label, x[0], x[x.length - 1]),
                new Axis("mean time to leave (s)", empty ? 0.1 : least / 1.5, empty ? 10 : most * 1.5, true),
                curves,
                marks,
                ranges,
                null);
    }

    private static final Shape2D[] SHAPES = {
        Shape2D.DISC, Shape2D.SQUARE, Shape2D.TRIANGLE, Shape2D.DIAMOND, Shape2D.CROSS
    };

    private static void flush(List<double[]> run, String state, int color, List<Curve> curves) {
        if (run.size() > 1) {
            curves.add(new Curve(
                    "",
                    color,
                    false,
                    run.stream().mapToDouble(p -> p[0]).toArray(),
                    run.stream().mapToDouble(p -> p[1]).toArray()));
        }
        run.clear();
    }

    /** Curves of something over time, one per state. */
    public static DiagramFigure overTime(
            String name, String title, String caption, String quantity, List<String> states, List<double[][]> lines) {
        List<Curve> curves = new ArrayList<>();
        double end = 0;
        double most = 0;
        MainStates main = MainStates.first(states);
        for (int s = 0; s < main.names().size(); s++) {
            double[] t = lines.get(s)[0];
            double[] y = lines.get(s)[1];
            curves.add(new Curve(states.get(s), s, s >= 2, t, y));
            end = Math.max(end, t[t.length - 1]);
            most = Math.max(most, Arrays.stream(y).max().orElse(1));
        }
        return new DiagramFigure(
                name,
                title,
                caption + main.words("first"),
                String.join(", ", states) + ".",
                new Axis("time (s)", 0, end, false),
                new Axis(quantity, 0, most * 1.05, false),
                curves,
                List.of(),
                List.of(),
                null);
    }
}
