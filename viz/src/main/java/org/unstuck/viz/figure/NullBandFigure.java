package org.unstuck.viz.figure;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * A measure of every region beside what chance gives: a band for the null, a dot for the region. With many regions, those farthest from
 * their null are shown.
 *
 * @param name file stem
 * @param title one line
 * @param quantity of the axis, with unit
 * @param chance what the band is, as "phase-randomised surrogates"
 * @param rows at least one
 */
public record NullBandFigure(String name, String title, String quantity, String chance, List<Row> rows)
        implements Figure {

    private static final int WIDTH = 820;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 24;
    private static final int MOST_ROWS = 40;
    private static final double RADIUS = 5.5;
    private static final double BAND = 0.36;

    /**
     * A region.
     *
     * @param label its name
     * @param value of the recording
     * @param low 2.5 % of the surrogates
     * @param middle their mean
     * @param high 97.5 %
     */
    public record Row(String label, double value, double low, double middle, double high) {
        public Row {
            Check.words("label", label);
            Check.finite("value", value);
            Check.finite("low", low);
            Check.finite("middle", middle);
            Check.finite("high", high);
            Check.below("low", low, "high", high);
        }

        private boolean outside() {
            return value < low || value > high;
        }
    }

    public NullBandFigure {
        rows = List.copyOf(rows);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.notEmpty("rows", rows.size());
    }

    /** The rows that are drawn: all, or those farthest from their null, in the order given. */
    private List<Row> shown() {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<Row> far = new ArrayList<>(rows);
        far.sort(Comparator.comparingDouble(row -> -Math.abs(row.value - row.middle)));
        List<Row> kept = far.subList(0, MOST_ROWS);
        return rows.stream().filter(kept::contains).limit(MOST_ROWS).toList();
    }

    @Override
    public String caption() {
        return "Dot: the recording (filled where it lies outside the band). Band: 95 % of " + chance
                + ", with their mean. About one region in twenty lies outside by chance."
                + (rows.size() > MOST_ROWS
                        ? " Of " + rows.size() + " regions, the " + MOST_ROWS + " farthest from chance are shown."
                        : "");
    }

    @Override
    public String description() {
        List<String> outside = rows.stream()
                .filter(Row::outside)
                .map(row -> row.label + " " + Words.fixed(row.value, 2) + " (band " + Words.fixed(row.low, 2) + " to "
                        + Words.fixed(row.high, 2) + ")")
                .toList();
        return Words.sentence(quantity) + " of " + rows.size() + " regions. Outside the band of chance: "
                + (outside.isEmpty() ? "none" : Words.list(outside)) + ".";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, shown().size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        double top = 0;
        for (Row row : rows) {
            top = Math.max(top, Math.max(row.value, row.high));
        }
        List<Row> shown = shown();
        SymbolAxis names = Grid.names(null, shown.stream().map(Row::label).toList(), true);
        CombinedRangeXYPlot one = Grid.abreast(names);
        XYPlot plot = Grid.blank(Theme.axis(quantity, 0, top > 0 ? top * 1.05 : 1));
        Sketch.beyond(plot, pen -> {
            for (int i = 0; i < shown.size(); i++) {
                draw(pen, shown.get(i), i);
            }
        });
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static void draw(Pen pen, Row row, int i) {
        double y = pen.y(i);
        double half = (pen.y(i + BAND) - pen.y(i - BAND)) / 2;
        double left = pen.x(row.low);
        pen.box(Palette.BAND, left, y - half, Math.max(1, pen.x(row.high) - left), 2 * half);
        pen.line(Palette.BAND_EDGE, Theme.HAIRLINE, pen.x(row.low), y - half, pen.x(row.low), y + half);
        pen.line(Palette.BAND_EDGE, Theme.HAIRLINE, pen.x(row.high), y - half, pen.x(row.high), y + half);
        pen.line(Palette.INK, Theme.DOTTED, pen.x(row.middle), y - half, pen.x(row.middle), y + half);
        Ellipse2D dot = new Ellipse2D.Double(pen.x(row.value) - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(row.outside() ? Palette.color(0) : Palette.PAPER, dot);
        pen.draw(Palette.color(0), new java.awt.BasicStroke(2f), dot);
    }
}
