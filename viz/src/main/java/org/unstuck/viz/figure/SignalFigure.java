package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Signals over time, one below the other and all on one scale, as a recording is looked at: BOLD, activity, or a sum over regions.
 *
 * @param name file stem
 * @param title one line
 * @param quantity what is drawn
 * @param unit its unit; "1" for none
 * @param seconds {@code seconds[sample]}, ascending, at least two
 * @param rows from top to bottom, at least one
 */
public record SignalFigure(String name, String title, String quantity, String unit, double[] seconds, List<Row> rows)
        implements Figure.Custom {

    private static final int WIDTH = 960;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 34;
    /** Fewest rows' worth of height, so that a single signal is not flat. */
    private static final int FEWEST = 5;
    /** Share of a row that the largest swing of all fills. */
    private static final double SWING = 0.9;

    private static final double BAR_LEFT = 14;
    /** Points of a line: two per px. */
    private static final int MOST_POINTS = 1600;

    /**
     * One signal.
     *
     * @param label region or functional network
     * @param values {@code values[sample]}
     */
    public record Row(String label, double[] values) {
        public Row {
            Check.words("label", label);
            values = Check.finite("values", values);
        }
    }

    public SignalFigure {
        rows = List.copyOf(rows);
        seconds = Check.finite("seconds", seconds);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.notEmpty("rows", rows.size());
        Check.ascending("seconds", seconds);
        Check.notEmpty("seconds", Math.max(0, seconds.length - 1));
        for (Row row : rows) {
            Check.sameLength("values of \"" + row.label + "\"", row.values.length, "seconds", seconds.length);
        }
    }

    @Override
    public String caption() {
        return "All lines have one scale, that of the bar at the right; each is drawn around its own mean.";
    }

    @Override
    public String description() {
        return Words.sentence(quantity) + " over " + Words.fixed(seconds[seconds.length - 1] - seconds[0], 1) + " s: "
                + Words.list(rows.stream()
                        .map(row -> row.label + " " + Words.fixed(least(row), 2) + " to " + Words.fixed(most(row), 2)
                                + shownUnit())
                        .toList())
                + ".";
    }

    private String shownUnit() {
        return unit.equals("1") ? "" : " " + unit;
    }

    private static double least(Row row) {
        return java.util.Arrays.stream(row.values).min().orElse(0);
    }

    private static double most(Row row) {
        return java.util.Arrays.stream(row.values).max().orElse(0);
    }

    private static double mean(Row row) {
        return java.util.Arrays.stream(row.values).average().orElse(0);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + ROW * Math.max(FEWEST, rows.size());
    }

    @Override
    public JFreeChart chart() {
        SymbolAxis names = Grid.names(null, rows.stream().map(Row::label).toList(), true);
        CombinedRangeXYPlot one = Grid.abreast(names);
        XYPlot plot = Grid.blank(Theme.axis("time (s)", seconds[0], seconds[seconds.length - 1]));
        double scale = scale();
        Sketch.beyond(plot, pen -> {
            for (int i = 0; i < rows.size(); i++) {
                draw(pen, rows.get(i), i, scale);
            }
            bar(pen, scale);
        });
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(Grid.HEADING, 0, 0, 96));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    /** Rows per unit of the signal: the largest distance from a mean fills half a row. */
    private double scale() {
        double largest = 0;
        for (Row row : rows) {
            largest = Math.max(largest, Math.max(most(row) - mean(row), mean(row) - least(row)));
        }
        return largest == 0 ? 1 : SWING / 2 / largest;
    }

    private void draw(Pen pen, Row row, int i, double scale) {
        double mean = mean(row);
        // Of a long record lowest and highest value per px: no peak is lost.
        int per = Math.max(1, seconds.length / MOST_POINTS);
        Path2D path = new Path2D.Double();
        path.moveTo(pen.x(seconds[0]), pen.y(i - scale * (row.values[0] - mean)));
        for (int from = 1; from < seconds.length; from += per) {
            double low = row.values[from];
            double high = low;
            for (int k = from; k < Math.min(seconds.length, from + per); k++) {
                low = Math.min(low, row.values[k]);
                high = Math.max(high, row.values[k]);
            }
            path.lineTo(pen.x(seconds[from]), pen.y(i - scale * (low - mean)));
            if (high != low) {
                path.lineTo(pen.x(seconds[from]), pen.y(i - scale * (high - mean)));
            }
        }
        pen.draw(Palette.color(i % Palette.size()), new BasicStroke(1.4f), path);
    }

    /** A round number near half of the largest swing. */
    private void bar(Pen pen, double scale) {
        double wanted = SWING / 2 / scale;
        double decade = Math.pow(10, Math.floor(Math.log10(wanted)));
        double length = wanted >= 5 * decade ? 5 * decade : wanted >= 2 * decade ? 2 * decade : decade;
        double x = pen.area().getMaxX() + BAR_LEFT;
        double from = pen.y(0.5 * (rows.size() - 1) + scale * length / 2);
        double to = pen.y(0.5 * (rows.size() - 1) - scale * length / 2);
        pen.line(Palette.INK, new BasicStroke(2f), x, from, x, to);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(length)));
        pen.text(
                Words.fixed(length, decimals) + shownUnit(),
                Theme.TICK,
                Palette.INK,
                Pen.Align.LEFT,
                x + 6,
                (from + to) / 2);
    }
}
