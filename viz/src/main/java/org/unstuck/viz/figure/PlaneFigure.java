package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * The plane of two measures, intensity and flexibility: one path per arm through its scans. Health is a rectangle in it;
 * there is no arrow that says "better".
 *
 * @param name file stem
 * @param title one line
 * @param horizontal quantity on the x axis
 * @param vertical quantity on the y axis
 * @param paths one per arm
 */
public record PlaneFigure(String name, String title, Axis horizontal, Axis vertical, List<Path> paths)
        implements Figure {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 700;
    private static final double AIR = 0.08;

    /** Shortest segment, in px, that gets an arrow in its middle. */
    private static final double ARROW_FROM = 34;

    private static final double ARROW = 7;

    /** Radius of the ring at the start and of the one around the end, px. */
    private static final double START = 7;

    private static final double END = 9.5;

    /** Widest line of a name in px. */
    private static final double WRAP = 140;

    /**
     * One of the two axes.
     *
     * @param quantity what it measures
     * @param unit its unit; empty if it has none
     * @param band its healthy range
     */
    public record Axis(String quantity, String unit, Band band) {
        public Axis {
            Check.words("quantity", quantity);
        }
    }

    /**
     * The path of one arm.
     *
     * @param arm whose
     * @param days {@code days[scan]}, ascending
     * @param x {@code x[scan]}, in the unit of the horizontal axis
     * @param y {@code y[scan]}, in the unit of the vertical axis
     */
    public record Path(Key arm, double[] days, double[] x, double[] y) {
        public Path {
            days = Check.finite("days", days);
            x = Check.finite("x", x);
            y = Check.finite("y", y);
            Check.notEmpty("days", days.length);
            Check.ascending("days", days);
            Check.sameLength("x", x.length, "days", days.length);
            Check.sameLength("y", y.length, "days", days.length);
        }

        private int last() {
            return days.length - 1;
        }
    }

    public PlaneFigure {
        paths = List.copyOf(paths);
        Check.words("title", title);
        Check.notEmpty("paths", paths.size());
    }

    @Override
    public String caption() {
        return "Each path is one arm: a point per scan with its day, from the open black ring to the ringed marker. The shaded rectangle is the"
                + " range of healthy networks on both axes; beyond it in any direction is outside.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        text.append("Horizontal: " + Theme.label(horizontal.quantity, horizontal.unit) + ", healthy "
                + Words.number(horizontal.band.low()) + " to " + Words.number(horizontal.band.high()) + ". ");
        text.append("Vertical: " + Theme.label(vertical.quantity, vertical.unit) + ", healthy "
                + Words.number(vertical.band.low()) + " to " + Words.number(vertical.band.high()) + ". ");
        for (Path p : paths) {
            int end = p.last();
            text.append(Words.sentence(p.arm.label()) + ": from (" + Words.number(p.x[0]) + ", " + Words.number(p.y[0])
                    + ") at " + DayAxis.words(p.days[0]) + " to (" + Words.number(p.x[end]) + ", "
                    + Words.number(p.y[end]) + ") at " + DayAxis.words(p.days[end]) + ", "
                    + (healthy(p.x[end], p.y[end]) ? "inside" : "outside") + " the healthy rectangle. ");
        }
        return text.toString().strip();
    }

    private boolean healthy(double x, double y) {
        return x >= horizontal.band.low()
                && x <= horizontal.band.high()
                && y >= vertical.band.low()
                && y <= vertical.band.high();
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
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            data.addSeries(i, new double[][] {path.x, path.y});
            renderer.setSeriesPaint(i, path.arm.style().color());
            renderer.setSeriesStroke(i, path.arm.style().stroke(2f));
        }
        NumberAxis x = axis(horizontal, paths.stream().map(Path::x).toList());
        NumberAxis y = axis(vertical, paths.stream().map(Path::y).toList());
        XYPlot plot = new XYPlot(data, x, y, renderer);
        Sketch.behind(plot, this::drawHealthy);
        Sketch.over(plot, this::drawMarkers);
        Sketch.over(plot, this::drawLabels);
        Sketch.beyond(plot, this::drawNames);
        JFreeChart chart = Theme.chart(title, plot);
        plot.setInsets(new RectangleInsets(
                4, 0, 0, EndLabels.room(paths.stream().map(Path::arm).toList())));
        return chart;
    }

    private static NumberAxis axis(Axis axis, List<double[]> values) {
        double low = axis.band.low();
        double high = axis.band.high();
        for (double[] path : values) {
            for (double value : path) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double air = AIR * (high - low);
        return Theme.axis(Theme.label(axis.quantity, axis.unit), low - air, high + air);
    }

    private void drawHealthy(Pen pen) {
        double left = pen.x(horizontal.band.low());
        double top = pen.y(vertical.band.high());
        Rectangle2D box = new Rectangle2D.Double(
                left, top, pen.x(horizontal.band.high()) - left, pen.y(vertical.band.low()) - top);
        pen.fill(Palette.BAND, box);
        pen.draw(Palette.BAND_EDGE, Theme.DOTTED, box);
    }

    private void drawMarkers(Pen pen) {
        for (Path p : paths) {
            Look look = p.arm.style();
            for (int i = 1; i < p.days.length; i++) {
                arrow(pen, look, pen.x(p.x[i - 1]), pen.y(p.y[i - 1]), pen.x(p.x[i]), pen.y(p.y[i]));
            }
            for (int i = 1; i < p.days.length; i++) {
                look.drawMarker(pen.g(), pen.x(p.x[i]), pen.y(p.y[i]));
            }
            ring(pen, look.color(), pen.x(p.x[p.last()]), pen.y(p.y[p.last()]), END);
        }
        for (Path p : paths) {
            pen.fill(Palette.PAPER, circle(pen.x(p.x[0]), pen.y(p.y[0]), START));
            ring(pen, Palette.INK, pen.x(p.x[0]), pen.y(p.y[0]), START);
        }
    }

    private static void ring(Pen pen, Color color, double x, double y, double radius) {
        pen.draw(color, new BasicStroke(2f), circle(x, y, radius));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void arrow(Pen pen, Look look, double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (length < ARROW_FROM) {
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double x = (x1 + x2) / 2;
        double y = (y1 + y2) / 2;
        Path2D head = new Path2D.Double();
        head.moveTo(x + ux * ARROW, y + uy * ARROW);
        head.lineTo(x - ux * ARROW - uy * ARROW * 0.7, y - uy * ARROW + ux * ARROW * 0.7);
        head.lineTo(x - ux * ARROW + uy * ARROW * 0.7, y - uy * ARROW - ux * ARROW * 0.7);
        head.closePath();
        pen.fill(look.color(), head);
    }

    /** Names first, then the band, then days; what finds no free place beside its point is left out (names are in the margin). */
    private void drawLabels(Pen pen) {
        Placer placer = new Placer(pen.area());
        for (Path p : paths) {
            for (int i = 0; i < p.days.length; i++) {
                placer.block(pen.x(p.x[i]), pen.y(p.y[i]), 7);
                if (i > 0) {
                    placer.blockLine(pen.x(p.x[i - 1]), pen.y(p.y[i - 1]), pen.x(p.x[i]), pen.y(p.y[i]), 3);
                }
            }
        }
        for (Path p : paths) {
            double x = pen.x(p.x[p.last()]);
            double y = pen.y(p.y[p.last()]);
            List<String> words = Theme.wrap(p.arm.label(), Theme.STRONG, WRAP);
            double width = 4
                    + words.stream()
                            .mapToDouble(w -> Theme.width(w, Theme.STRONG))
                            .max()
                            .orElseThrow();
            Rectangle2D place = placer.free(x, y, 12, width, words.size() * Theme.height(Theme.STRONG));
            if (place != null) {
                pen.text(words, Theme.STRONG, Palette.INK, Pen.Align.CENTRE, place.getCenterX(), place.getCenterY());
            }
        }
        labelHealthy(pen, placer);
        List<double[]> said = new ArrayList<>();
        for (int i = 0; i < paths.stream().mapToInt(p -> p.days.length).max().orElse(0); i++) {
            for (Path p : paths) {
                if (i < p.days.length && far(pen, p, i)) {
                    labelDay(pen, placer, p, i, said);
                }
            }
        }
    }

    /** Every name once more in the margin, beside the height of its end. */
    private void drawNames(Pen pen) {
        List<EndLabels.End> ends = new ArrayList<>();
        for (Path p : paths) {
            ends.add(new EndLabels.End(p.arm, p.x[p.last()], p.y[p.last()]));
        }
        EndLabels.drawWithoutLeaders(pen, ends);
    }

    /** Whether scan {@code i} is the first or has moved far enough from the one before to need a day of its own. */
    private static boolean far(Pen pen, Path p, int i) {
        return i == 0 || Math.hypot(pen.x(p.x[i]) - pen.x(p.x[i - 1]), pen.y(p.y[i]) - pen.y(p.y[i - 1])) > ARROW_FROM;
    }

    private void labelDay(Pen pen, Placer placer, Path p, int scan, List<double[]> said) {
        double x = pen.x(p.x[scan]);
        double y = pen.y(p.y[scan]);
        boolean shared =
                said.stream().anyMatch(s -> s[0] == p.days[scan] && Math.hypot(s[1] - x, s[2] - y) < 2 * ARROW);
        if (shared) {
            return;
        }
        String words = DayAxis.words(p.days[scan]);
        double width = Theme.width(words, Theme.NOTE) + 2;
        double height = Theme.height(Theme.NOTE) - 2;
        Rectangle2D place = placer.free(x, y, 11, width, height);
        if (place != null) {
            pen.text(words, Theme.NOTE, Palette.SOFT_INK, Pen.Align.CENTRE, place.getCenterX(), place.getCenterY());
            said.add(new double[] {p.days[scan], x, y});
        }
    }

    private void labelHealthy(Pen pen, Placer placer) {
        String words = horizontal.band.label();
        double width = Theme.width(words, Theme.TEXT) + 6;
        double height = Theme.height(Theme.TEXT);
        double left = pen.x(horizontal.band.low()) + 4;
        double right = pen.x(horizontal.band.high()) - width - 4;
        double top = pen.y(vertical.band.high()) + 3;
        double bottom = pen.y(vertical.band.low()) - height - 3;
        List<Rectangle2D> corners = new ArrayList<>();
        for (double[] corner : new double[][] {{left, top}, {right, top}, {left, bottom}, {right, bottom}}) {
            corners.add(new Rectangle2D.Double(corner[0], corner[1], width, height));
        }
        Rectangle2D place = placer.choose(corners);
        pen.text(words, Theme.TEXT, Palette.SOFT_INK, Pen.Align.CENTRE, place.getCenterX(), place.getCenterY());
    }
}
