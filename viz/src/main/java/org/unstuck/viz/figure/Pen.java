package org.unstuck.viz.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Draws on a plot in its own units: {@link #x} and {@link #y} turn values into px.
 *
 * @param g where to draw
 * @param area the plot's data area in px
 * @param plot the plot
 * @param xAxis horizontal axis
 * @param yAxis vertical axis
 */
record Pen(Graphics2D g, Rectangle2D area, XYPlot plot, ValueAxis xAxis, ValueAxis yAxis) {

    /** Where a text stands relative to its point. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    double x(double value) {
        return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double y(double value) {
        return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    void line(Color color, Stroke stroke, double x1, double y1, double x2, double y2) {
        draw(color, stroke, new Line2D.Double(x1, y1, x2, y2));
    }

    void draw(Color color, Stroke stroke, Shape shape) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(shape);
    }

    void fill(Color color, Shape shape) {
        g.setColor(color);
        g.fill(shape);
    }

    void box(Color color, double x, double y, double width, double height) {
        fill(color, new Rectangle2D.Double(x, y, width, height));
    }

    /** Writes the label of the vertical axis horizontally above the plot, where it is read without turning the head. */
    void heading(String label) {
        text(label, Theme.AXIS, Palette.INK, Align.LEFT, area.getX() - HEADING_LEFT, headingY());
    }

    /** The height of the heading line. */
    double headingY() {
        return area.getY() - HEADING_UP;
    }

    /** Px from the plot to its heading. */
    private static final double HEADING_UP = 15;

    private static final double HEADING_LEFT = 4;

    /** Room in px that a heading needs above its plot. */
    static final double HEADING_ROOM = 32;

    /** Writes {@code text} with the middle of its capitals at height {@code y}. */
    void text(String text, Font font, Color color, Align align, double x, double y) {
        double width = Theme.width(text, font);
        double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) left, (float) (y + Theme.baseline(font)));
    }

    /** Writes lines one below the other, the block centred at height {@code y}. */
    void text(List<String> lines, Font font, Color color, Align align, double x, double y) {
        double height = Theme.height(font);
        for (int i = 0; i < lines.size(); i++) {
            text(lines.get(i), font, color, align, x, y + (i - (lines.size() - 1) / 2.0) * height);
        }
    }
}
