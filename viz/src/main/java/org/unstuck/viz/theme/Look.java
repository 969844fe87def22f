package org.unstuck.viz.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * One of seven looks of a line: colour, dash and marker together, so that any one of them is enough to tell lines apart.
 *
 * @param color line and marker
 * @param dash lengths of strokes and spaces in px; empty for a solid line
 * @param marker shape around the origin
 * @param filled whether the marker is filled or hollow
 */
public record Look(Color color, float[] dash, Shape marker, boolean filled) {

    /** Width of a data line in px. */
    public static final float LINE = 2.4f;

    /** Radius of a marker in px. */
    private static final double R = 5;

    private static final float[][] DASHES = {
        {}, {11, 4}, {3, 3}, {12, 4, 3, 4}, {18, 5}, {10, 3, 2, 3, 2, 3}, {},
    };

    private static final Shape[] MARKERS = {
        new Ellipse2D.Double(-R, -R, 2 * R, 2 * R),
        new Rectangle2D.Double(-R, -R, 2 * R, 2 * R),
        polygon(0, -1.2, 1.15, 0.9, -1.15, 0.9),
        polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0),
        polygon(0, 1.2, 1.15, -0.9, -1.15, -0.9),
        new Ellipse2D.Double(-R, -R, 2 * R, 2 * R),
        new Rectangle2D.Double(-R, -R, 2 * R, 2 * R),
    };

    /** The looks from this number on have hollow markers. */
    private static final int HOLLOW = 5;

    /**
     * Look {@code index}; the same number looks the same in every figure.
     *
     * @param index 0..6
     * @throws IllegalArgumentException if there is no such look
     */
    public static Look of(int index) {
        return new Look(Palette.color(index), DASHES[index], MARKERS[index], index < HOLLOW);
    }

    /** The line's stroke. */
    public Stroke stroke() {
        return stroke(LINE);
    }

    /** The line's stroke with another width in px. */
    public Stroke stroke(float width) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** Draws the marker with its centre at ({@code x}, {@code y}), on a white rim so that it stands out from crossing lines. */
    public void drawMarker(Graphics2D g, double x, double y) {
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(marker);
        g.setColor(Palette.PAPER);
        g.setStroke(new BasicStroke(4f));
        g.draw(placed);
        g.setColor(filled ? color : Palette.PAPER);
        g.fill(placed);
        g.setColor(color);
        g.setStroke(new BasicStroke(2f));
        if (!filled) {
            g.draw(placed);
        }
    }

    /** Draws a sample of the line with its marker from ({@code x}, {@code y}) over {@code length} px to the right. */
    public void drawSample(Graphics2D g, double x, double y, double length) {
        g.setColor(color);
        g.setStroke(stroke());
        g.draw(new Line2D.Double(x, y, x + length, y));
        drawMarker(g, x + length / 2, y);
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0] * R, xy[1] * R);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i] * R, xy[i + 1] * R);
        }
        path.closePath();
        return path;
    }
}
