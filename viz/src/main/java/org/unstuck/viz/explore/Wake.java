package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The way of a point during the last frames. */
final class Wake {

    /** Frames that are remembered: two seconds. */
    private static final int LONG = 2 * Window.RATE;

    /** Frames further apart than so many samples are not joined: nobody saw the way between them. */
    private static final long NEAR = 6;

    private final double[] x = new double[LONG];
    private final double[] y = new double[LONG];
    private final long[] at = new long[LONG];
    private String run = "";
    private long samples = -1;
    private int size;

    /** The point is at ({@code atX}, {@code atY}) now; another run or an earlier moment begins anew. */
    void add(Frame.Side now, double atX, double atY) {
        if (!now.run.equals(run) || now.samples < samples) {
            forget();
            run = now.run;
        }
        if (now.samples == samples) {
            return;
        }
        samples = now.samples;
        if (size == LONG) {
            System.arraycopy(x, 1, x, 0, LONG - 1);
            System.arraycopy(y, 1, y, 0, LONG - 1);
            System.arraycopy(at, 1, at, 0, LONG - 1);
            size--;
        }
        x[size] = atX;
        at[size] = now.samples;
        y[size++] = atY;
    }

    void forget() {
        size = 0;
        samples = -1;
    }

    /** Draws the way as a line, or as points where samples are too far apart to be joined. */
    void draw(Painted.Brush b, Color color, boolean joined) {
        b.g().setColor(color);
        if (!joined) {
            for (int k = 0; k < size; k++) {
                b.g().fill(new Rectangle2D.Double(b.px(x[k]) - 1, b.py(y[k]) - 1, 2, 2));
            }
            return;
        }
        if (size < 2) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(b.px(x[0]), b.py(y[0]));
        for (int k = 1; k < size; k++) {
            if (at[k] - at[k - 1] > NEAR) {
                path.moveTo(b.px(x[k]), b.py(y[k]));
            }
            path.lineTo(b.px(x[k]), b.py(y[k]));
        }
        b.g().setStroke(new BasicStroke(1f));
        b.g().draw(path);
    }
}
