package org.unstuck.viz.explore;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A live drawing inside the axes of a chart: JFreeChart lays out and labels, this draws the latest frame. */
final class Painted extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    /** Draws between two axes. */
    @FunctionalInterface
    interface Drawing {
        /** Draws with {@code brush}. */
        void draw(Brush brush);
    }

    /**
     * Where to draw.
     *
     * @param g clipped to the plot
     * @param area the plot, px
     * @param x horizontal axis
     * @param y vertical axis
     */
    record Brush(Graphics2D g, Rectangle2D area, ValueAxis x, ValueAxis y) {

        double px(double value) {
            return x.valueToJava2D(value, area, RectangleEdge.BOTTOM);
        }

        double py(double value) {
            return y.valueToJava2D(value, area, RectangleEdge.LEFT);
        }

        /** Writes what a point is beside it, on the side where there is room. */
        void label(String text, Color color, double atX, double atY) {
            Font font = Chart.font(Font.BOLD, -1);
            double width = g.getFontMetrics(font).stringWidth(text);
            boolean right = atX + BESIDE + width < area.getMaxX();
            double y = Math.max(area.getY() + font.getSize2D(), atY - 5);
            text(text, font, color, right ? atX + BESIDE : atX - BESIDE, y, right ? 0 : 1);
        }

        /** Writes A beside and above its point, B below, so that both can be read where the points are near. */
        void label(int side, Color color, double atX, double atY) {
            label(side == Engine.A ? "A" : "B", color, atX, side == Engine.A ? atY : atY + BELOW);
        }

        /** A point; whole even where it lies on an edge of the plot. */
        void dot(Color color, double atX, double atY, double radius) {
            Shape clip = g.getClip();
            g.setClip(new Rectangle2D.Double(
                    area.getX() - radius,
                    area.getY() - radius,
                    area.getWidth() + 2 * radius,
                    area.getHeight() + 2 * radius));
            g.setColor(color);
            g.fill(new Ellipse2D.Double(atX - radius, atY - radius, 2 * radius, 2 * radius));
            g.setClip(clip);
        }

        /** Text on a ground of its own, so that it stays readable where lines pass; arguments as in {@link #text}. */
        void plate(String text, Font font, Color color, Color ground, double atX, double atY, double anchor) {
            g.setFont(font);
            double width = g.getFontMetrics().stringWidth(text) + 4.0;
            g.setColor(ground);
            g.fill(new Rectangle2D.Double(
                    atX - anchor * (width - 4) - 2, atY - font.getSize2D() + 1, width, font.getSize2D() + 1));
            text(text, font, color, atX, atY, anchor);
        }

        /** Writes {@code text}; {@code anchor} 0 begins at x, 0.5 is centred there, 1 ends there. */
        void text(String text, Font font, Color color, double atX, double atY, double anchor) {
            g.setFont(font);
            g.setColor(color);
            double width = g.getFontMetrics().stringWidth(text);
            g.drawString(text, (float) (atX - anchor * width), (float) atY);
        }
    }

    /** From a point to its label, px. */
    private static final double BESIDE = 7;

    private static final double BELOW = 15;

    private final transient Drawing drawing;

    Painted(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int index,
            PlotRenderingInfo info) {
        Graphics2D g = (Graphics2D) g2.create();
        try {
            g.clip(area);
            drawing.draw(new Brush(g, area, domain, range));
        } finally {
            g.dispose();
        }
    }
}
