package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * The E-I plane of one region with adaptation and input held still: where dE/dt = 0, where dI/dt = 0, where they cross, and paths through it.
 *
 * <pre>
 *   dE/dt = 0:  I = (w_EE E - a + P - theta_E - logit E) / (gamma w_EI)
 *   dI/dt = 0:  E = (logit I + w_II I + theta_I) / w_IE
 * </pre>
 *
 * The slopes at a crossing say whether the state there is left at once (saddle) or held; adaptation, which is slow, moves the first curve down.
 *
 * @param name file stem
 * @param title one line
 * @param mass parameters
 * @param gamma gain of inhibition, above 0
 * @param drive P and everything else that adds to the input of E
 * @param a adaptation that is held
 * @param paths trajectories, may be empty
 */
public record PhasePlaneFigure(
        String name, String title, WilsonCowan mass, double gamma, double drive, double a, List<Path> paths)
        implements Figure.Custom {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final int STEPS = 2000;
    private static final double RADIUS = 6;
    private static final Stroke SOLID = new BasicStroke(2.4f);
    private static final Stroke DASHED =
            new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 5}, 0);

    /**
     * A trajectory.
     *
     * @param of name and look
     * @param E excitatory activity, sample by sample
     * @param I inhibitory activity
     */
    public record Path(Key of, double[] E, double[] I) {
        public Path {
            Check.notEmpty("E", E.length);
            Check.sameLength("I", I.length, "E", E.length);
            E = Check.finite("E", E);
            I = Check.finite("I", I);
        }
    }

    /** A point where nothing moves while adaptation is held. */
    public record Rest(double E, double I, boolean saddle) {}

    public PhasePlaneFigure {
        paths = List.copyOf(paths);
        Check.words("title", title);
        Check.finite("drive", drive);
        Check.finite("a", a);
    }

    /** dE/dt = 0: the inhibition I at which excitation {@code E} (between 0 and 1) stays. */
    public double stillE(double E) {
        return (mass.wEE() * E - a + drive - mass.thetaE() - logit(E)) / (gamma * mass.wEI());
    }

    /** dI/dt = 0: the inhibition that excitation {@code E} brings about; rises with E, found by halving. */
    public double stillI(double E) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double I = (low + high) / 2;
            boolean above = mass.wIE() * E - mass.wII() * I - mass.thetaI() < logit(I);
            low = above ? low : I;
            high = above ? I : high;
        }
        return (low + high) / 2;
    }

    /** Where the curves cross, by falling I along E; at most three for usual parameters. */
    public List<Rest> rests() {
        List<Rest> found = new ArrayList<>();
        double before = 0;
        for (int s = 1; s < STEPS; s++) {
            double E = (double) s / STEPS;
            double gap = stillE(E) - stillI(E);
            if (s > 1 && gap * before < 0) {
                double at = E - gap / (gap - before) / STEPS;
                // Going right, excitation wins where dE/dt = 0 rises above dI/dt = 0: there the state runs away.
                found.add(new Rest(at, stillI(at), gap > 0));
            }
            before = gap;
        }
        return List.copyOf(found);
    }

    @Override
    public String caption() {
        return "Solid: dE/dt = 0. Dashed: dI/dt = 0. Filled dots: resting points that hold while adaptation stands still; hollow: a"
                + " saddle, the edge between two of them.";
    }

    @Override
    public String description() {
        List<String> points = rests().stream()
                .map(r -> (r.saddle ? "a saddle at E " : "a resting point at E ") + Words.fixed(r.E, 2) + ", I "
                        + Words.fixed(r.I, 2))
                .toList();
        return "Phase plane with adaptation a held at " + Words.number(a) + " and input " + Words.number(drive) + ": "
                + (points.isEmpty() ? "the curves do not cross" : Words.list(points)) + "."
                + (paths.isEmpty() ? "" : " With " + paths.size() + (paths.size() == 1 ? " path." : " paths."));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        CombinedDomainXYPlot one = new CombinedDomainXYPlot(Theme.axis("E, active fraction of excitatory cells", 0, 1));
        XYPlot plot = new XYPlot(null, null, Theme.axis(null, 0, 1), new XYLineAndShapeRenderer());
        Sketch.over(plot, this::draw);
        Sketch.beyond(plot, pen -> pen.heading("I, active fraction of inhibitory cells"));
        Sketch.beyond(plot, this::legend);
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(Pen.HEADING_ROOM, 0, 0, 150));
        return chart;
    }

    private void draw(Pen pen) {
        for (Path path : paths) {
            Path2D line = new Path2D.Double();
            for (int i = 0; i < path.E.length; i++) {
                extend(line, pen.x(path.E[i]), pen.y(path.I[i]));
            }
            pen.draw(path.of.style().color(), path.of.style().stroke(1.2f), line);
            path.of.style().drawMarker(pen.g(), pen.x(path.E[0]), pen.y(path.I[0]));
        }
        Path2D ofE = new Path2D.Double();
        Path2D ofI = new Path2D.Double();
        for (int s = 1; s < STEPS; s += 4) {
            double E = (double) s / STEPS;
            extend(ofE, pen.x(E), pen.y(Math.max(-1, Math.min(2, stillE(E)))));
            extend(ofI, pen.x(E), pen.y(stillI(E)));
        }
        pen.draw(Palette.INK, SOLID, ofE);
        pen.draw(Palette.color(3), DASHED, ofI);
        for (Rest rest : rests()) {
            Ellipse2D dot =
                    new Ellipse2D.Double(pen.x(rest.E) - RADIUS, pen.y(rest.I) - RADIUS, 2 * RADIUS, 2 * RADIUS);
            pen.fill(rest.saddle ? Palette.PAPER : Palette.INK, dot);
            pen.draw(Palette.INK, new BasicStroke(2f), dot);
        }
    }

    private void legend(Pen pen) {
        double x = pen.area().getMaxX() + 14;
        double y = pen.area().getY() + 10;
        pen.line(Palette.INK, SOLID, x, y, x + 30, y);
        pen.text("dE/dt = 0", Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + 38, y);
        y += 24;
        pen.line(Palette.color(3), DASHED, x, y, x + 30, y);
        pen.text("dI/dt = 0", Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + 38, y);
        for (Path path : paths) {
            y += 24;
            path.of.style().drawSample(pen.g(), x, y, 30);
            pen.text(path.of.label(), Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + 38, y);
        }
    }

    private static void extend(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static double logit(double v) {
        return Math.log(v / (1 - v));
    }
}
