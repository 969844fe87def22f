package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * What every patient got, arm by arm: a dot per patient, the median and the middle half. A share of responders cuts a continuum; this
 * shows the continuum, with the cut as a line.
 *
 * @param name file stem
 * @param title one line
 * @param quantity of the axis, with unit
 * @param cut the line of response; NaN for none
 * @param arms at least one
 */
public record ResponderFigure(String name, String title, String quantity, double cut, List<Arm> arms)
        implements Figure {

    private static final int WIDTH = 820;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 46;
    private static final double RADIUS = 3.5;
    private static final double HALF = 0.3;
    /** Dots of neighbours stand this far from the middle of their row, in turns. */
    private static final double[] OFF = {0, 0.16, -0.16, 0.08, -0.08};

    /**
     * An arm.
     *
     * @param label its name
     * @param values of every patient, finite
     */
    public record Arm(String label, double[] values) {
        public Arm {
            values = Check.finite("values", values);
            Check.words("label", label);
            Check.notEmpty("values", values.length);
            Arrays.sort(values);
        }

        private double quantile(double p) {
            double h = (values.length - 1) * p;
            int below = (int) Math.floor(h);
            int above = Math.min(below + 1, values.length - 1);
            return values[below] + (h - below) * (values[above] - values[below]);
        }

        private double share(double cut) {
            return Arrays.stream(values).filter(v -> v >= cut).count() / (double) values.length;
        }
    }

    public ResponderFigure {
        arms = List.copyOf(arms);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.notEmpty("arms", arms.size());
    }

    @Override
    public String caption() {
        return "A dot is a patient, the box the middle half, its line the median."
                + (Double.isNaN(cut)
                        ? ""
                        : " Dotted: " + Words.number(cut)
                                + ", from which a patient counts as a responder; at the right the share of them.");
    }

    @Override
    public String description() {
        List<String> all = new ArrayList<>();
        for (Arm arm : arms) {
            all.add(arm.label + " median " + Words.fixed(arm.quantile(0.5), 2) + ", middle half "
                    + Words.fixed(arm.quantile(0.25), 2) + " to " + Words.fixed(arm.quantile(0.75), 2)
                    + (Double.isNaN(cut) ? "" : ", " + Math.round(100 * arm.share(cut)) + " % responders"));
        }
        return quantity + ": " + String.join("; ", all) + ".";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, arms.size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        double low = Double.isNaN(cut) ? Double.MAX_VALUE : Math.min(0, cut);
        double high = Double.isNaN(cut) ? -Double.MAX_VALUE : Math.max(0, cut);
        for (Arm arm : arms) {
            low = Math.min(low, arm.values[0]);
            high = Math.max(high, arm.values[arm.values.length - 1]);
        }
        double room = high > low ? 0.05 * (high - low) : 1;
        SymbolAxis names = Grid.names(null, arms.stream().map(Arm::label).toList(), true);
        CombinedRangeXYPlot all = Grid.abreast(names);
        XYPlot plot = Grid.blank(Theme.axis(quantity, low - room, high + room));
        Sketch.beyond(plot, this::draw);
        all.add(plot);
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(8, 0, 0, Double.isNaN(cut) ? 20 : 70));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private void draw(Pen pen) {
        if (!Double.isNaN(cut)) {
            pen.line(
                    Palette.INK,
                    Theme.DOTTED,
                    pen.x(cut),
                    pen.area().getMinY(),
                    pen.x(cut),
                    pen.area().getMaxY());
        }
        for (int a = 0; a < arms.size(); a++) {
            Arm arm = arms.get(a);
            Color color = Palette.color(a % Palette.size());
            double top = Math.min(pen.y(a - HALF), pen.y(a + HALF));
            double height = Math.abs(pen.y(a + HALF) - pen.y(a - HALF));
            double left = pen.x(arm.quantile(0.25));
            pen.box(Palette.tint(color, 0.25), left, top, Math.max(1, pen.x(arm.quantile(0.75)) - left), height);
            double middle = pen.x(arm.quantile(0.5));
            pen.line(color, new BasicStroke(3f), middle, top, middle, top + height);
            for (int p = 0; p < arm.values.length; p++) {
                double x = pen.x(arm.values[p]);
                double y = pen.y(a + OFF[p % OFF.length]);
                pen.fill(Palette.PAPER, new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
                pen.draw(
                        color,
                        new BasicStroke(1.3f),
                        new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            }
            if (!Double.isNaN(cut)) {
                pen.text(
                        Math.round(100 * arm.share(cut)) + " %",
                        Theme.TEXT,
                        Palette.INK,
                        Pen.Align.LEFT,
                        pen.area().getMaxX() + 12,
                        pen.y(a));
            }
        }
    }
}
