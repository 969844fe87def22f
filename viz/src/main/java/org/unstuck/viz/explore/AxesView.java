package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.function.Supplier;

/** The two axes that are never merged: how loud the symptom is, and how often the dominant network shifts (rough). */
final class AxesView {

    private static final double LOUDEST = 4;
    private static final double MOST_SHIFTS = 60;

    private final Supplier<Frame> frames;
    private final Chart chart;
    private Shade shade = Shade.now();

    AxesView(Supplier<Frame> frames) {
        this.frames = frames;
        this.chart = new Chart(
                        "intensity-flexibility",
                        "Intensity against shifts per minute",
                        Chart.axis("shifts per min (rough)", 0, MOST_SHIFTS),
                        Chart.axis("intensity", 0, LOUDEST, 1),
                        this::draw)
                .tips(
                        at ->
                                "How loud the symptom is (10 s, healthy twin = 1), and how often the dominant network changed (last 60 s)");
    }

    Chart chart() {
        return chart;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private void draw(Painted.Brush b) {
        Graphics2D g = b.g();
        g.setColor(shade.soft());
        g.setStroke(new BasicStroke(1f, 0, 1, 1, new float[] {2, 3}, 0));
        g.draw(new Line2D.Double(b.area().getX(), b.py(1), b.area().getMaxX(), b.py(1)));
        b.text("1 = healthy", Chart.font(Font.PLAIN, -2), shade.soft(), b.area().getX() + 4, b.py(1) + 12, 0);
        Frame frame = frames.get();
        boolean two = frame.sides[Engine.B].on;
        for (int side = 0; side < frame.sides.length; side++) {
            Frame.Side now = frame.sides[side];
            if (now.on) {
                trail(b, now, side, two);
            }
        }
    }

    private void trail(Painted.Brush b, Frame.Side now, int side, boolean two) {
        Graphics2D g = b.g();
        g.setStroke(new BasicStroke(1.5f));
        for (int k = 1; k < now.trail.size; k++) {
            double age = (double) k / now.trail.size;
            g.setColor(Shade.mix(shade.paper(), shade.side(side), 0.15 + 0.6 * age));
            g.draw(new Line2D.Double(
                    x(b, now.trail.shifts[k - 1]),
                    y(b, now.trail.loudness[k - 1]),
                    x(b, now.trail.shifts[k]),
                    y(b, now.trail.loudness[k])));
        }
        if (Double.isNaN(now.shifts) || Double.isNaN(now.loudness)) {
            if (two) {
                return;
            }
            Font font = Chart.font(Font.PLAIN, -1);
            b.text(
                    "after 10 s of activity",
                    font,
                    shade.soft(),
                    b.area().getCenterX(),
                    b.area().getCenterY(),
                    0.5);
            return;
        }
        double x = x(b, now.shifts);
        double y = y(b, now.loudness);
        b.dot(shade.side(side), x, y, 5);
        if (two) {
            b.label(side, shade.ink(), x, y);
        } else {
            b.label("now", shade.ink(), x, y);
        }
    }

    private static double x(Painted.Brush b, double shifts) {
        return b.px(Math.min(MOST_SHIFTS, shifts));
    }

    private static double y(Painted.Brush b, double loudness) {
        return b.py(Math.min(LOUDEST, loudness));
    }
}
