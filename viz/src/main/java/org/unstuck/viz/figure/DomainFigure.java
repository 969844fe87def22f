package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Where a claim holds: its draws over the two parameters that decide most. Filled dots: it holds; crosses: it flips; small grey dots:
 * undecided.
 *
 * @param name file stem
 * @param title one line
 * @param panels one per claim, at most 4
 */
public record DomainFigure(String name, String title, List<Panel> panels) implements Figure {

    private static final int PANEL = 250;
    private static final int HEIGHT = 390;
    private static final double RADIUS = 3;
    private static final double SMALL = 1.5;
    private static final double ROOM = 0.03;
    private static final int MOST = 4;
    private static final double HEADING = 33;
    private static final double KEY_DOWN = 64;
    private static final double KEY_GAP = 9;

    /**
     * A claim.
     *
     * @param heading which
     * @param across name of the parameter that is drawn across
     * @param up name of the parameter that is drawn upwards
     * @param low lower end of the first parameter
     * @param high upper end of the first parameter
     * @param dots at least one
     */
    public record Panel(String heading, String across, String up, double low, double high, List<Dot> dots) {
        public Panel {
            dots = List.copyOf(dots);
            Check.words("heading", heading);
            Check.notEmpty("dots", dots.size());
        }
    }

    /** What a draw says. */
    public enum Mark {
        HOLDS,
        UNDECIDED,
        FLIPS
    }

    /**
     * A draw.
     *
     * @param x value of the first parameter
     * @param y place of the second in its range, from 0 to 1
     * @param mark what it says
     */
    public record Dot(double x, double y, Mark mark) {}

    public DomainFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.between("number of panels", panels.size(), 1, MOST);
    }

    @Override
    public String caption() {
        return "Every dot is a draw of all parameters. Blue dot: the claim holds; orange cross: it flips; grey: its patients cannot decide. Across:"
                + " the parameter that decides most. Up: the next, as a place in its range.";
    }

    @Override
    public String description() {
        List<String> all = new ArrayList<>();
        for (Panel panel : panels) {
            long holds = panel.dots.stream().filter(d -> d.mark == Mark.HOLDS).count();
            all.add(panel.heading + ": " + holds + " of " + panel.dots.size() + " draws hold, over " + panel.across
                    + " and " + panel.up);
        }
        return String.join(". ", all) + ".";
    }

    @Override
    public int width() {
        return 110 + PANEL * Math.max(2, panels.size());
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        NumberAxis up = Theme.axis("place in the range", -ROOM, 1 + ROOM);
        CombinedRangeXYPlot all = Grid.abreast(up);
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            boolean last = i == panels.size() - 1;
            double room = ROOM * (panel.high - panel.low);
            XYPlot plot = Grid.blank(Theme.axis(panel.across, panel.low - room, panel.high + room));
            Sketch.beyond(plot, pen -> draw(pen, panel));
            if (last) {
                Sketch.beyond(plot, DomainFigure::key);
            }
            all.add(plot);
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(2 * Pen.HEADING_ROOM + 8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static void draw(Pen pen, Panel panel) {
        Grid.heading(pen, panel.heading.replace('-', ' '), HEADING);
        pen.text(
                "up: " + panel.up,
                Theme.NOTE,
                Palette.SOFT_INK,
                Pen.Align.LEFT,
                pen.area().getX(),
                pen.headingY() + 3);
        for (Mark mark : List.of(Mark.UNDECIDED, Mark.FLIPS, Mark.HOLDS)) {
            for (Dot dot : panel.dots) {
                if (dot.mark == mark) {
                    draw(pen, dot);
                }
            }
        }
    }

    /** What the marks mean, in a line below the last panel. */
    private static void key(Pen pen) {
        double x = pen.area().getMaxX();
        double y = pen.area().getMaxY() + KEY_DOWN;
        for (Mark mark : List.of(Mark.UNDECIDED, Mark.FLIPS, Mark.HOLDS)) {
            String word = mark.name().toLowerCase(java.util.Locale.ROOT);
            x -= Theme.width(word, Theme.NOTE);
            pen.text(word, Theme.NOTE, Palette.INK, Pen.Align.LEFT, x, y);
            x -= KEY_GAP;
            draw(pen, mark, x, y);
            x -= 2 * KEY_GAP;
        }
    }

    private static void draw(Pen pen, Dot dot) {
        draw(pen, dot.mark, pen.x(dot.x), pen.y(dot.y));
    }

    private static void draw(Pen pen, Mark mark, double x, double y) {
        if (mark == Mark.FLIPS) {
            Path2D cross = new Path2D.Double();
            cross.moveTo(x - RADIUS, y - RADIUS);
            cross.lineTo(x + RADIUS, y + RADIUS);
            cross.moveTo(x - RADIUS, y + RADIUS);
            cross.lineTo(x + RADIUS, y - RADIUS);
            pen.draw(Palette.color(3), new BasicStroke(1.6f), cross);
            return;
        }
        double r = mark == Mark.HOLDS ? RADIUS : SMALL;
        Color color = mark == Mark.HOLDS ? Palette.color(0) : Palette.QUIET;
        pen.fill(color, new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }
}
