package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** What is drawn over the weeks: intensity and cued shifts of an arm. */
final class CourseDrawing {

    private CourseDrawing() {}

    /** Mean intensity of the patients with its interval, and the level of health; {@code curves} is null before a run. */
    static void intensity(Painted.Brush b, Shade shade, CourseCurves curves) {
        Graphics2D g = b.g();
        g.setColor(shade.soft());
        g.setStroke(new BasicStroke(1f, 0, 1, 1, new float[] {2, 3}, 0));
        g.draw(new Line2D.Double(b.area().getX(), b.py(1), b.area().getMaxX(), b.py(1)));
        Font small = Chart.font(Font.PLAIN, -2);
        b.text("1 = healthy", small, shade.soft(), b.area().getMaxX() - 4, b.py(1) + 11, 1);
        if (curves == null) {
            none(b, shade);
            return;
        }
        double[] days = curves.days();
        Path2D band = new Path2D.Double();
        Path2D mean = new Path2D.Double();
        boolean begun = false;
        for (int s = 0; s < days.length; s++) {
            if (!Double.isNaN(curves.mean()[s])) {
                double x = b.px(days[s]);
                if (begun) {
                    band.lineTo(x, b.py(curves.high()[s]));
                    mean.lineTo(x, b.py(curves.mean()[s]));
                } else {
                    band.moveTo(x, b.py(curves.high()[s]));
                    mean.moveTo(x, b.py(curves.mean()[s]));
                }
                begun = true;
            }
        }
        for (int s = days.length - 1; s >= 0 && begun; s--) {
            if (!Double.isNaN(curves.mean()[s])) {
                band.lineTo(b.px(days[s]), b.py(curves.low()[s]));
            }
        }
        if (begun) {
            band.closePath();
            g.setColor(Shade.mix(shade.paper(), shade.color(0), 0.25));
            g.fill(band);
            g.setColor(shade.color(0));
            g.setStroke(new BasicStroke(1.8f));
            g.draw(mean);
        }
        caption(
                b,
                shade,
                "mean of " + curves.patients() + " patients relative to their healthy twins (1), 95% interval, "
                        + curves.arm().name());
    }

    /** Share of cued shifts at every scan, with its interval. */
    static void flexibility(Painted.Brush b, Shade shade, CourseCurves curves) {
        if (curves == null) {
            none(b, shade);
            return;
        }
        Graphics2D g = b.g();
        Color color = shade.color(2);
        g.setColor(color);
        double before = Double.NaN;
        double beforeX = 0;
        for (int s = 0; s < curves.scanDays().length; s++) {
            double[] at = curves.scans()[s];
            if (Double.isNaN(at[0])) {
                continue;
            }
            double x = b.px(curves.scanDays()[s]);
            g.setStroke(new BasicStroke(1.4f));
            g.draw(new Line2D.Double(x, b.py(at[1]), x, b.py(at[2])));
            b.dot(color, x, b.py(at[0]), 4);
            if (!Double.isNaN(before)) {
                g.draw(new Line2D.Double(beforeX, before, x, b.py(at[0])));
            }
            before = b.py(at[0]);
            beforeX = x;
        }
        caption(b, shade, "share of cued shifts that succeed, at scans, 95% interval; more is not better in itself");
    }

    private static void none(Painted.Brush b, Shade shade) {
        Font font = Chart.font(Font.PLAIN, 0);
        b.text(
                "not run yet",
                font,
                shade.soft(),
                b.area().getCenterX(),
                b.area().getCenterY(),
                0.5);
    }

    private static void caption(Painted.Brush b, Shade shade, String words) {
        b.text(
                words,
                Chart.font(Font.PLAIN, -2),
                shade.soft(),
                b.area().getMaxX() - 4,
                b.area().getY() + 11,
                1);
    }
}
