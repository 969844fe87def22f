package org.unstuck.viz.figure;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * One number over a grid of two parameters, as coloured cells with the number in them.
 *
 * @param name file stem
 * @param title one line
 * @param quantity what a cell says, with unit
 * @param across what runs from left to right, and its values
 * @param up what runs from bottom to top, and its values
 * @param values {@code values[up][across]}
 * @param signed whether 0 is the middle (blue below, red above), as for a difference
 */
public record SurfaceFigure(
        String name, String title, String quantity, Axis across, Axis up, double[][] values, boolean signed)
        implements Figure.Custom {

    private static final int CELL = 74;
    private static final int ROW = 54;
    private static final int FRAME_WIDTH = 150;
    private static final int FRAME_HEIGHT = 150;
    private static final int NARROWEST = 560;

    /**
     * A parameter and its values.
     *
     * @param label with unit
     * @param values ascending
     */
    public record Axis(String label, double[] values) {
        public Axis {
            Check.words("label", label);
            Check.notEmpty("values", values.length);
            values = Check.finite("values", values);
            Check.ascending("values", values);
        }

        private List<String> words(boolean reversed) {
            return java.util.stream.IntStream.range(0, values.length)
                    .mapToObj(i -> Words.number(values[reversed ? values.length - 1 - i : i]))
                    .toList();
        }
    }

    public SurfaceFigure {
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.sameLength("values", values.length, "up", up.values.length);
        double[][] copy = new double[values.length][];
        for (int i = 0; i < copy.length; i++) {
            Check.sameLength("values[" + i + "]", values[i].length, "across", across.values.length);
            copy[i] = Check.finite("values[" + i + "]", values[i]);
        }
        values = copy;
    }

    @Override
    public String caption() {
        return signed
                ? "Red above 0, blue below 0: where the colour changes, the conclusion flips."
                : "Every cell is one run; the number is written in it.";
    }

    @Override
    public String description() {
        return Words.sentence(quantity) + " over " + across.label + " and " + up.label + ": from "
                + Words.number(least()) + " to " + Words.number(most()) + "."
                + (signed
                        ? " Above 0 in " + positive() + " of " + across.values.length * up.values.length + " cells."
                        : "");
    }

    private long positive() {
        long count = 0;
        for (double[] row : values) {
            for (double v : row) {
                count += v > 0 ? 1 : 0;
            }
        }
        return count;
    }

    private double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : values) {
            for (double v : row) {
                least = Math.min(least, v);
            }
        }
        return least;
    }

    private double most() {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double v : row) {
                most = Math.max(most, v);
            }
        }
        return most;
    }

    private double low() {
        return signed ? -limit() : least();
    }

    private double high() {
        return signed ? limit() : most() > least() ? most() : least() + 1;
    }

    private double limit() {
        double limit = Math.max(Math.abs(least()), Math.abs(most()));
        return limit > 0 ? limit : 1;
    }

    private Color colour(double value) {
        return signed ? Palette.diverging(value / limit()) : Palette.sequential((value - low()) / (high() - low()));
    }

    @Override
    public int width() {
        return Math.max(NARROWEST, FRAME_WIDTH + across.values.length * CELL + Grid.BAR_ROOM);
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, up.values.length) * ROW;
    }

    @Override
    public JFreeChart chart() {
        SymbolAxis vertical = Grid.names(null, up.words(true), true);
        CombinedRangeXYPlot one = Grid.abreast(vertical);
        SymbolAxis horizontal = Grid.names(across.label, across.words(false), false);
        horizontal.setVerticalTickLabels(false);
        XYPlot plot = Grid.blank(horizontal);
        Sketch.beyond(plot, this::draw);
        Sketch.beyond(plot, pen -> pen.heading(up.label));
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(Pen.HEADING_ROOM, 0, 0, 0));
        PaintScaleLegend bar = Grid.colourBar("", low(), high(), this::colour);
        chart.addSubtitle(bar);
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private void draw(Pen pen) {
        int rows = values.length;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < values[i].length; j++) {
                double x = Math.rint(pen.x(j - 0.5));
                double y = Math.rint(pen.y(rows - 1 - i - 0.5));
                double right = Math.rint(pen.x(j + 0.5));
                double bottom = Math.rint(pen.y(rows - 1 - i + 0.5));
                Color colour = colour(values[i][j]);
                pen.box(colour, x, y, right - x - 1, bottom - y - 1);
                pen.text(
                        Words.number(values[i][j]),
                        Theme.TICK,
                        Palette.inkOn(colour),
                        Pen.Align.CENTRE,
                        (x + right) / 2,
                        (y + bottom) / 2);
            }
        }
    }
}
