package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.unstuck.viz.figure.NetworkFigure.Link;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** The column beside a {@link NetworkFigure} that says what its shapes and lines mean. */
final class NetworkLegend {

    private final NetworkFigure figure;
    private final NetworkSketch sketch;

    NetworkLegend(NetworkFigure figure, NetworkSketch sketch) {
        this.figure = figure;
        this.sketch = sketch;
    }

    /** Everything a reader needs, in a column right of the plot. */
    void draw(Pen pen) {
        double x = pen.area().getMaxX() + 24;
        double y = pen.area().getY() + 14;
        y = heading(pen, "functional network", x, y);
        for (int group = 0; group < figure.groups().size(); group++) {
            pen.fill(Palette.color(group), NetworkSketch.outline(group, x + 10, y, 9));
            y = entry(pen, figure.groups().get(group), x, y);
        }
        y = heading(pen, "halo: " + figure.activity(), x, y + 12);
        y += 18;
        double at = x + 14;
        for (double activity : new double[] {0, 0.5, 1}) {
            double radius = 8 + NetworkSketch.HALO * activity;
            pen.fill(Palette.tint(Palette.SOFT_INK, 0.3), NetworkSketch.outline(0, at, y, radius));
            pen.fill(Palette.SOFT_INK, NetworkSketch.outline(0, at, y, 8));
            pen.text(Words.number(activity), Theme.TICK, Palette.INK, Pen.Align.CENTRE, at, y + 36);
            at += 64;
        }
        y = heading(pen, "link", x, y + 64);
        y = sample(pen, new Link(0, 1, false, 1, 1), "excites", x, y, Palette.SOFT_INK);
        y = sample(pen, new Link(0, 1, true, 1, 1), "suppresses", x, y, Palette.SOFT_INK);
        for (double share : new double[] {1, 0.25}) {
            pen.line(Palette.SOFT_INK, new BasicStroke(sketch.width(sketch.strongest() * share)), x, y, x + 34, y);
            y = entry(pen, "weight " + Words.number(sketch.strongest() * share), x + 16, y);
        }
        if (figure.anyChanged()) {
            y = heading(pen, "compared with " + figure.reference(), x, y + 12);
            pen.text("\u00d7" + 1.7, Theme.STRONG, Palette.INK, Pen.Align.LEFT, x, y);
            y = entry(pen, "factor of change", x + 16, y);
            sample(
                    pen,
                    new Link(0, 1, false, 1, 1),
                    "unchanged",
                    x,
                    y,
                    Palette.tint(Palette.SOFT_INK, NetworkSketch.PALE));
        }
    }

    private static double heading(Pen pen, String words, double x, double y) {
        List<String> lines = Theme.wrap(words, Theme.STRONG, 180);
        double height = lines.size() * Theme.height(Theme.STRONG);
        pen.text(lines, Theme.STRONG, Palette.INK, Pen.Align.LEFT, x, y + (height - Theme.height(Theme.STRONG)) / 2);
        return y + height + 9;
    }

    private static double entry(Pen pen, String words, double x, double y) {
        pen.text(words, Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + 30, y);
        return y + 25;
    }

    private static double sample(Pen pen, Link link, String words, double x, double y, Color color) {
        pen.draw(color, NetworkSketch.stroke(link, 2.4f), new Line2D.Double(x, y, x + 30, y));
        NetworkSketch.end(pen, color, link.suppressive(), new Point2D.Double(x, y), new Point2D.Double(x + 32, y), 2.4);
        return entry(pen, words, x + 16, y);
    }
}
