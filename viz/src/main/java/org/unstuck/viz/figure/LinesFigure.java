package org.unstuck.viz.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Lines over a common horizontal axis, one panel below the other, each line with its name at its end.
 *
 * @param name file stem
 * @param title one line
 * @param horizontal what runs from left to right
 * @param horizontalUnit its unit, or blank
 * @param panels from top to bottom, at least one
 */
public record LinesFigure(String name, String title, String horizontal, String horizontalUnit, List<Panel> panels)
        implements Figure.Custom {

    private static final int WIDTH = 900;
    private static final int FRAME_HEIGHT = 96;
    private static final int SINGLE = 320;
    private static final int STACKED = 190;
    /** Share of the range left free above and below the lines. */
    private static final double AIR = 0.06;
    /** Markers along a line that tell it apart in grey print. */
    private static final int MARKERS = 6;
    /** Up to so many points every one has a marker. */
    private static final int FEW = 40;

    /**
     * One line.
     *
     * @param of name and look
     * @param x ascending
     * @param y as many
     */
    public record Line(Key of, double[] x, double[] y) {
        public Line {
            Check.notEmpty("x", x.length);
            Check.sameLength("y", y.length, "x", x.length);
            x = Check.finite("x", x);
            y = Check.finite("y", y);
            Check.ascending("x", x);
        }
    }

    /**
     * Lines that share a vertical axis.
     *
     * @param quantity what is shown
     * @param unit its unit, or blank
     * @param low lower end of the axis
     * @param high its upper end, above low
     * @param lines 1 to 7
     * @param bands ranges drawn behind them
     */
    public record Panel(String quantity, String unit, double low, double high, List<Line> lines, List<Band> bands) {

        /** A panel whose axis holds everything that is drawn, and some air. */
        public static Panel of(String quantity, String unit, List<Line> lines, List<Band> bands) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Line line : lines) {
                for (double y : line.y) {
                    low = Math.min(low, y);
                    high = Math.max(high, y);
                }
            }
            for (Band band : bands) {
                low = Math.min(low, band.low());
                high = Math.max(high, band.high());
            }
            Check.notEmpty("lines", lines.size());
            double air = high > low ? AIR * (high - low) : Math.max(0.5, Math.abs(high) / 2);
            return new Panel(quantity, unit, low - air, high + air, lines, bands);
        }

        public Panel {
            lines = List.copyOf(lines);
            bands = List.copyOf(bands);
            Check.words("quantity", quantity);
            Check.notEmpty("lines", lines.size());
            Check.below("low", low, "high", high);
            if (lines.size() > Palette.size()) {
                throw new Invalid(
                        "lines",
                        lines.size() + " lines, at most " + Palette.size() + " can be told apart.",
                        "Maybe two panels.");
            }
        }
    }

    public LinesFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.words("horizontal", horizontal);
        Check.notEmpty("panels", panels.size());
    }

    /** A figure of one panel. */
    public static LinesFigure of(
            String name,
            String title,
            String horizontal,
            String horizontalUnit,
            String quantity,
            String unit,
            List<Line> lines) {
        return new LinesFigure(
                name, title, horizontal, horizontalUnit, List.of(Panel.of(quantity, unit, lines, List.of())));
    }

    @Override
    public String caption() {
        return "Every line has its name at its right end; markers only tell lines apart.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        for (Panel panel : panels) {
            text.append(Words.sentence(Theme.label(panel.quantity, panel.unit)))
                    .append(" against ")
                    .append(Theme.label(horizontal, horizontalUnit))
                    .append(". ");
            for (Line line : panel.lines) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (double y : line.y) {
                    least = Math.min(least, y);
                    most = Math.max(most, y);
                }
                text.append(Words.sentence(line.of.label()))
                        .append(": from ")
                        .append(Words.number(line.y[0]))
                        .append(" to ")
                        .append(Words.number(line.y[line.y.length - 1]))
                        .append(", between ")
                        .append(Words.number(least))
                        .append(" and ")
                        .append(Words.number(most))
                        .append(". ");
            }
        }
        return text.toString().strip();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + (panels.size() == 1 ? SINGLE : panels.size() * STACKED);
    }

    @Override
    public JFreeChart chart() {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        List<Key> keys = new ArrayList<>();
        for (Panel panel : panels) {
            for (Line line : panel.lines) {
                from = Math.min(from, line.x[0]);
                to = Math.max(to, line.x[line.x.length - 1]);
                keys.add(line.of);
            }
        }
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(
                Theme.axis(Theme.label(horizontal, horizontalUnit), from, to > from ? to : from + 1));
        stack.setGap(Pen.HEADING_ROOM + 8);
        for (Panel panel : panels) {
            stack.add(plot(panel));
        }
        JFreeChart chart = Theme.chart(title, stack);
        stack.setInsets(new RectangleInsets(Pen.HEADING_ROOM, 0, 0, EndLabels.room(keys)));
        return chart;
    }

    private static XYPlot plot(Panel panel) {
        XYPlot plot = new XYPlot(null, null, Theme.axis(null, panel.low, panel.high), new XYLineAndShapeRenderer());
        Sketch.behind(plot, pen -> bands(pen, panel.bands));
        Sketch.over(plot, pen -> panel.lines.forEach(line -> draw(pen, line)));
        Sketch.beyond(plot, pen -> panel.lines.forEach(line -> mark(pen, line, panel.lines.indexOf(line))));
        Sketch.beyond(plot, pen -> pen.heading(Theme.label(panel.quantity, panel.unit)));
        Sketch.beyond(
                plot,
                pen -> EndLabels.draw(
                        pen,
                        panel.lines.stream()
                                .map(l -> new EndLabels.End(l.of, l.x[l.x.length - 1], l.y[l.y.length - 1]))
                                .toList()));
        return plot;
    }

    private static void bands(Pen pen, List<Band> bands) {
        for (Band band : bands) {
            Rectangle2D area = pen.area();
            double top = pen.y(band.high());
            pen.box(Palette.BAND, area.getX(), top, area.getWidth(), pen.y(band.low()) - top);
            pen.text(
                    band.label(),
                    Theme.NOTE,
                    Palette.SOFT_INK,
                    Pen.Align.LEFT,
                    area.getX() + 6,
                    top + Theme.height(Theme.NOTE) / 2 + 2);
        }
    }

    private static void draw(Pen pen, Line line) {
        Look look = line.of.style();
        pen.draw(look.color(), look.stroke(2f), path(pen, line));
    }

    /** Beyond the axes, too: a marker at an end is whole. */
    private static void mark(Pen pen, Line line, int number) {
        Look look = line.of.style();
        int step = line.x.length <= FEW ? 1 : Math.max(1, line.x.length / MARKERS);
        int first = line.x.length <= FEW ? 0 : (int) ((number + 0.5) / (Palette.size() + 1.0) * step);
        for (int i = first; i < line.x.length; i += step) {
            look.drawMarker(pen.g(), pen.x(line.x[i]), pen.y(line.y[i]));
        }
    }

    /** The line with at most two points in a column of px, its lowest and its highest: no peak is lost, and a file stays small. */
    private static Path2D path(Pen pen, Line line) {
        Path2D path = new Path2D.Double();
        int n = line.x.length;
        for (int i = 0; i < n; ) {
            int low = i;
            int high = i;
            double column = Math.floor(pen.x(line.x[i]));
            int end = i;
            for (; end < n && Math.floor(pen.x(line.x[end])) == column; end++) {
                low = line.y[end] < line.y[low] ? end : low;
                high = line.y[end] > line.y[high] ? end : high;
            }
            extend(path, pen, line, Math.min(low, high));
            if (low != high) {
                extend(path, pen, line, Math.max(low, high));
            }
            i = end;
        }
        return path;
    }

    private static void extend(Path2D path, Pen pen, Line line, int i) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(pen.x(line.x[i]), pen.y(line.y[i]));
        } else {
            path.lineTo(pen.x(line.x[i]), pen.y(line.y[i]));
        }
    }
}
