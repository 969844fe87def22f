package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Effects with their intervals, one below the other: a dot, a bar, and a line where there is no effect. Several panels share the rows:
 * small multiples instead of one crowded chart.
 *
 * @param name file stem
 * @param title one line
 * @param reading how to read it, one sentence
 * @param panels at least one; all have the same rows in the same order
 */
public record ForestFigure(String name, String title, String reading, List<Panel> panels) implements Figure {

    private static final int PANEL = 240;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 26;
    private static final int CHARACTER = 7;
    private static final double RADIUS = 4.5;
    private static final BasicStroke BAR = new BasicStroke(2.5f);

    /**
     * One quantity.
     *
     * @param heading what it is, with unit
     * @param zero where there is no effect; NaN draws no line
     * @param rows at least one
     * @param from what its axis shows at least
     * @param to and up to here
     */
    public record Panel(String heading, double zero, List<Row> rows, double from, double to) {
        public Panel {
            rows = List.copyOf(rows);
            Check.words("heading", heading);
            Check.notEmpty("rows", rows.size());
        }

        /** A panel whose axis shows its own rows. */
        public Panel(String heading, double zero, List<Row> rows) {
            this(heading, zero, rows, Double.MAX_VALUE, -Double.MAX_VALUE);
        }
    }

    /**
     * One effect.
     *
     * @param label of the row
     * @param value estimate
     * @param low lower end of its interval
     * @param high upper end
     * @param sure whether the dot is filled: the interval says something
     */
    public record Row(String label, double value, double low, double high, boolean sure) {
        public Row {
            Check.words("label", label);
            Check.finite("value", value);
            Check.finite("low", low);
            Check.finite("high", high);
            Check.below("low", low, "high", high);
        }
    }

    public ForestFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.notEmpty("panels", panels.size());
        for (Panel panel : panels) {
            Check.sameLength(
                    "rows", panel.rows.size(), "first panel", panels.get(0).rows.size());
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
            all.append(Words.list(panel.rows.stream()
                    .map(r -> r.label + " " + Words.fixed(r.value, 2) + " (" + Words.fixed(r.low, 2) + " to "
                            + Words.fixed(r.high, 2) + ")")
                    .toList()));
            all.append(". ");
        }
        return all.toString().strip();
    }

    @Override
    public int width() {
        int longest = panels.get(0).rows.stream()
                .mapToInt(r -> r.label.length())
                .max()
                .orElse(0);
        return 60 + CHARACTER * longest + PANEL * Math.max(2, panels.size());
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, panels.get(0).rows.size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        SymbolAxis names =
                Grid.names(null, panels.get(0).rows.stream().map(Row::label).toList(), true);
        CombinedRangeXYPlot all = Grid.abreast(names);
        all.setGap(Grid.WIDE_GAP);
        for (Panel panel : panels) {
            all.add(plot(panel));
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static XYPlot plot(Panel panel) {
        double low = Double.isNaN(panel.zero) ? panel.from : Math.min(panel.from, panel.zero);
        double high = Double.isNaN(panel.zero) ? panel.to : Math.max(panel.to, panel.zero);
        for (Row row : panel.rows) {
            low = Math.min(low, row.low);
            high = Math.max(high, row.high);
        }
        double room = high > low ? 0.06 * (high - low) : 1;
        XYPlot plot = Grid.blank(Grid.sparse(Theme.axis(panel.heading, low - room, high + room)));
        Sketch.behind(plot, pen -> {
            if (!Double.isNaN(panel.zero)) {
                double x = pen.x(panel.zero);
                pen.line(
                        Palette.SOFT_INK,
                        Theme.HAIRLINE,
                        x,
                        pen.area().getMinY(),
                        x,
                        pen.area().getMaxY());
            }
        });
        Sketch.beyond(plot, pen -> {
            for (int i = 0; i < panel.rows.size(); i++) {
                draw(pen, panel.rows.get(i), i);
            }
        });
        return plot;
    }

    private static void draw(Pen pen, Row row, int i) {
        double y = pen.y(i);
        Color color = Palette.color(0);
        pen.line(row.sure ? color : Palette.QUIET, BAR, pen.x(row.low), y, pen.x(row.high), y);
        Ellipse2D dot = new Ellipse2D.Double(pen.x(row.value) - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(row.sure ? color : Palette.PAPER, dot);
        pen.draw(row.sure ? color : Palette.SOFT_INK, new BasicStroke(1.5f), dot);
    }
}
