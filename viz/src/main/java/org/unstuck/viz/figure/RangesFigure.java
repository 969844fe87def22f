package org.unstuck.viz.figure;

import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * One parameter at a time: what a number becomes at the low and at the high end of each range, around what it is with the defaults.
 *
 * @param name file stem
 * @param title one line
 * @param quantity what is shown, with unit
 * @param reading how to read it, one to three sentences
 * @param standard its value with the defaults
 * @param rows from top to bottom
 */
public record RangesFigure(String name, String title, String quantity, String reading, double standard, List<Row> rows)
        implements Figure.Custom {

    private static final int WIDTH = 820;
    private static final int FRAME_HEIGHT = 130;
    private static final int ROW = 34;
    private static final double HALF = 0.3;
    private static final double RADIUS = 5.5;

    /**
     * A parameter.
     *
     * @param label its name and range
     * @param atLow the number at the low end of the range
     * @param atHigh the number at the high end
     */
    public record Row(String label, double atLow, double atHigh) {
        public Row {
            Check.words("label", label);
            Check.finite("atLow", atLow);
            Check.finite("atHigh", atHigh);
        }
    }

    /** A figure of whole ranges. */
    public RangesFigure(String name, String title, String quantity, double standard, List<Row> rows) {
        this(
                name,
                title,
                quantity,
                "Hollow dot: at the low end of the range. Filled dot: at the high end. Upright line: with the defaults. One parameter at a time"
                        + " says nothing about two at once.",
                standard,
                rows);
    }

    public RangesFigure {
        rows = List.copyOf(rows);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.finite("standard", standard);
        Check.notEmpty("rows", rows.size());
    }

    @Override
    public String caption() {
        return reading;
    }

    @Override
    public String description() {
        return Words.sentence(quantity) + ", " + Words.number(standard) + " with the defaults. Low and high end: "
                + Words.list(rows.stream()
                        .map(r -> r.label + " " + Words.number(r.atLow) + " and " + Words.number(r.atHigh))
                        .toList())
                + ".";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, rows.size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        double low = standard;
        double high = standard;
        for (Row row : rows) {
            low = Math.min(low, Math.min(row.atLow, row.atHigh));
            high = Math.max(high, Math.max(row.atLow, row.atHigh));
        }
        double air = high > low ? 0.06 * (high - low) : 0.5;
        SymbolAxis names = Grid.names(null, rows.stream().map(Row::label).toList(), true);
        CombinedRangeXYPlot one = Grid.abreast(names);
        XYPlot plot = Grid.blank(Theme.axis(quantity, low - air, high + air));
        Sketch.beyond(plot, pen -> {
            double x = pen.x(standard);
            pen.line(
                    Palette.INK,
                    Theme.HAIRLINE,
                    x,
                    pen.area().getMinY(),
                    x,
                    pen.area().getMaxY());
            for (int i = 0; i < rows.size(); i++) {
                draw(pen, rows.get(i), i);
            }
        });
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private void draw(Pen pen, Row row, int i) {
        double y = pen.y(i);
        double half = (pen.y(i + HALF) - pen.y(i - HALF)) / 2;
        double left = pen.x(Math.min(row.atLow, row.atHigh));
        double right = pen.x(Math.max(row.atLow, row.atHigh));
        pen.box(Palette.tint(Palette.color(0), 0.25), left, y - half / 2, Math.max(1, right - left), half);
        dot(pen, pen.x(row.atLow), y, false);
        dot(pen, pen.x(row.atHigh), y, true);
    }

    private static void dot(Pen pen, double x, double y, boolean filled) {
        Ellipse2D dot = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(filled ? Palette.color(0) : Palette.PAPER, dot);
        pen.draw(Palette.color(0), new java.awt.BasicStroke(2f), dot);
    }
}
