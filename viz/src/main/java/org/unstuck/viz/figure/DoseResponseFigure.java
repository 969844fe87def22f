package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * What an outcome becomes over one parameter: a curve with its band for each arm, side by side over the same axes. Small multiples instead
 * of many curves in one chart.
 *
 * @param name file stem
 * @param title one line
 * @param reading how to read it, one or two sentences
 * @param across the parameter, with unit
 * @param logarithmic whether equal ratios are equally far apart; all x are above 0 then
 * @param quantity the outcome, with unit
 * @param panels one per arm, at most {@value #MOST}
 */
public record DoseResponseFigure(
        String name,
        String title,
        String reading,
        String across,
        boolean logarithmic,
        String quantity,
        List<Panel> panels)
        implements Figure.Custom {

    /** Panels of one figure. */
    public static final int MOST = 4;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 340;
    private static final double MARGINS = 120;
    private static final double HEADING = 13;
    private static final double QUANTITY = 12;
    private static final double RADIUS = 3.5;
    private static final double AIR = 0.06;
    private static final BasicStroke CURVE = new BasicStroke(2.2f);

    /**
     * An arm.
     *
     * @param heading its name
     * @param look number of a colour, 0..6
     * @param x values of the parameter, ascending
     * @param mean the outcome at each
     * @param low lower end of its band
     * @param high upper end
     */
    public record Panel(String heading, int look, double[] x, double[] mean, double[] low, double[] high) {
        public Panel {
            Check.words("heading", heading);
            Check.notEmpty("x", x.length);
            Check.sameLength("mean", mean.length, "x", x.length);
            Check.sameLength("low", low.length, "x", x.length);
            Check.sameLength("high", high.length, "x", x.length);
            x = Check.finite("x", x);
            Check.ascending("x", x);
            mean = Check.finite("mean", mean);
            low = Check.finite("low", low);
            high = Check.finite("high", high);
        }
    }

    public DoseResponseFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.words("across", across);
        Check.words("quantity", quantity);
        Check.between("number of panels", panels.size(), 1, MOST);
        if (logarithmic) {
            panels.forEach(p -> Check.between("x", p.x[0], Double.MIN_NORMAL, Double.MAX_VALUE));
        }
    }

    @Override
    public String caption() {
        return reading;
    }

    @Override
    public String description() {
        StringBuilder all = new StringBuilder(Words.sentence(quantity) + " over " + across + ". ");
        for (Panel p : panels) {
            int end = p.x.length - 1;
            all.append(Words.sentence(p.heading)).append(": ");
            all.append(Words.number(p.mean[0])).append(" at ").append(Words.number(p.x[0]));
            if (end > 0) {
                all.append(", ").append(Words.number(p.mean[end])).append(" at ");
                all.append(Words.number(p.x[end]));
            }
            all.append(". ");
        }
        return all.toString().strip();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        double from = Double.MAX_VALUE;
        double to = -Double.MAX_VALUE;
        for (Panel p : panels) {
            for (int k = 0; k < p.x.length; k++) {
                low = Math.min(low, Math.min(p.low[k], p.mean[k]));
                high = Math.max(high, Math.max(p.high[k], p.mean[k]));
                from = Math.min(from, place(p.x[k]));
                to = Math.max(to, place(p.x[k]));
            }
        }
        double air = high > low ? AIR * (high - low) : 0.5;
        double room = to > from ? AIR * (to - from) : 0.5;
        CombinedRangeXYPlot all = Grid.abreast(Theme.axis(null, low - air, high + air));
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            boolean first = i == 0;
            XYPlot plot = Grid.blank(new GivenTicks(
                    across,
                    from - room,
                    to + room,
                    java.util.Arrays.stream(panel.x).map(this::place).toArray(),
                    panel.x));
            Sketch.over(plot, pen -> draw(pen, panel));
            Sketch.beyond(plot, pen -> head(pen, panel, first));
            all.add(plot);
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(room(), 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private double place(double x) {
        return logarithmic ? Math.log10(x) : x;
    }

    private void head(Pen pen, Panel panel, boolean first) {
        Grid.heading(pen, panel.heading, HEADING);
        if (first) {
            double x = pen.area().getX() - 4;
            pen.text(
                    quantity,
                    Theme.AXIS,
                    Palette.INK,
                    Pen.Align.LEFT,
                    x,
                    pen.area().getY() - room() + QUANTITY);
        }
    }

    /** Px above the panels: the quantity, then names in up to so many lines. */
    private double room() {
        double width = (WIDTH - MARGINS) / panels.size() - Grid.GAP;
        int lines = panels.stream()
                .mapToInt(p -> Theme.wrap(p.heading, Theme.STRONG, width).size())
                .max()
                .orElse(1);
        return QUANTITY + HEADING + 4 + lines * Theme.height(Theme.STRONG);
    }

    private void draw(Pen pen, Panel p) {
        Color color = Palette.color(p.look);
        if (pen.yAxis().getRange().contains(0)) {
            double zero = pen.y(0);
            pen.line(
                    Palette.SOFT_INK,
                    Theme.HAIRLINE,
                    pen.area().getMinX(),
                    zero,
                    pen.area().getMaxX(),
                    zero);
        }
        Path2D band = new Path2D.Double();
        Path2D curve = new Path2D.Double();
        for (int k = 0; k < p.x.length; k++) {
            extend(band, pen.x(place(p.x[k])), pen.y(p.high[k]));
            extend(curve, pen.x(place(p.x[k])), pen.y(p.mean[k]));
        }
        for (int k = p.x.length - 1; k >= 0; k--) {
            extend(band, pen.x(place(p.x[k])), pen.y(p.low[k]));
        }
        band.closePath();
        pen.fill(Palette.tint(color, 0.25), band);
        pen.draw(color, CURVE, curve);
        for (int k = 0; k < p.x.length; k++) {
            double x = pen.x(place(p.x[k]));
            double y = pen.y(p.mean[k]);
            pen.line(color, new BasicStroke(1.2f), x, pen.y(p.low[k]), x, pen.y(p.high[k]));
            pen.fill(color, new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
    }

    private static void extend(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
