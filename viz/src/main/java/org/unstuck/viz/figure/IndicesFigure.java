package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * How much each input matters: bars with intervals, the longest on top. One panel per measure, so that Sobol indices of first order and
 * total stand side by side, or mu* and sigma of a screening.
 *
 * @param name file stem
 * @param title one line
 * @param reading how to read it, one or two sentences
 * @param inputs the rows
 * @param panels one per measure
 */
public record IndicesFigure(String name, String title, String reading, List<String> inputs, List<Panel> panels)
        implements Figure {

    private static final int PANEL = 300;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 26;
    private static final int CHARACTER = 7;
    private static final double HALF = 0.34;
    private static final BasicStroke WHISKER = new BasicStroke(1.5f);

    /**
     * A measure.
     *
     * @param heading what it is, with unit
     * @param bars one per input
     */
    public record Panel(String heading, List<Bar> bars) {
        public Panel {
            bars = List.copyOf(bars);
            Check.words("heading", heading);
        }
    }

    /**
     * A bar from one value to another with an interval of its end.
     *
     * @param from where it begins: 0 for an index
     * @param to where it ends
     * @param low lower end of the interval of {@code to}; equal to {@code to} without one
     * @param high upper end
     */
    public record Bar(double from, double to, double low, double high) {
        public Bar {
            Check.finite("from", from);
            Check.finite("to", to);
            Check.finite("low", low);
            Check.finite("high", high);
            Check.below("low", low, "high", high);
        }
    }

    public IndicesFigure {
        inputs = List.copyOf(inputs);
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.notEmpty("inputs", inputs.size());
        Check.notEmpty("panels", panels.size());
        for (Panel panel : panels) {
            Check.sameLength("bars", panel.bars.size(), "inputs", inputs.size());
        }
    }

    @Override
    public String caption() {
        return reading;
    }

    @Override
    public String description() {
        StringBuilder all = new StringBuilder();
        for (Panel panel : panels) {
            all.append(panel.heading).append(": ");
            for (int k = 0; k < inputs.size(); k++) {
                Bar bar = panel.bars.get(k);
                all.append(k == 0 ? "" : ", ").append(inputs.get(k)).append(' ').append(Words.number(bar.to));
                if (bar.low < bar.high) {
                    all.append(" (")
                            .append(Words.number(bar.low))
                            .append(" to ")
                            .append(Words.number(bar.high))
                            .append(')');
                }
            }
            all.append(". ");
        }
        return all.toString().strip();
    }

    @Override
    public int width() {
        int longest = inputs.stream().mapToInt(String::length).max().orElse(0);
        return 60 + CHARACTER * longest + PANEL * Math.max(1, panels.size());
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, inputs.size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        SymbolAxis names = Grid.names(null, inputs, true);
        CombinedRangeXYPlot all = Grid.abreast(names);
        all.setGap(Grid.WIDE_GAP);
        for (int p = 0; p < panels.size(); p++) {
            all.add(plot(panels.get(p), Palette.color(p == 1 ? 4 : 0)));
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static XYPlot plot(Panel panel, Color color) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Bar bar : panel.bars) {
            low = Math.min(low, Math.min(bar.from, bar.low));
            high = Math.max(high, Math.max(bar.from, bar.high));
        }
        double room = high > low ? 0.04 * (high - low) : 1;
        // Bars grow from the edge; a whisker that begins there has a little room.
        boolean whiskers = panel.bars.stream().anyMatch(b -> b.low < b.high);
        double edge = low == 0 && !whiskers ? 0 : low - room;
        XYPlot plot = Grid.blank(Grid.sparse(Theme.axis(panel.heading, edge, high + room)));
        Sketch.beyond(plot, pen -> {
            for (int k = 0; k < panel.bars.size(); k++) {
                draw(pen, panel.bars.get(k), k, color);
            }
        });
        return plot;
    }

    private static void draw(Pen pen, Bar bar, int k, Color color) {
        double top = Math.min(pen.y(k - HALF), pen.y(k + HALF));
        double height = Math.abs(pen.y(k + HALF) - pen.y(k - HALF));
        double left = pen.x(Math.min(bar.from, bar.to));
        double right = pen.x(Math.max(bar.from, bar.to));
        pen.box(Palette.tint(color, 0.75), left, top, Math.max(1, right - left), height);
        if (bar.low < bar.high) {
            double y = top + height / 2;
            pen.line(Palette.INK, WHISKER, pen.x(bar.low), y, pen.x(bar.high), y);
            for (double end : new double[] {bar.low, bar.high}) {
                pen.line(Palette.INK, WHISKER, pen.x(end), y - height / 5, pen.x(end), y + height / 5);
            }
        }
    }
}
