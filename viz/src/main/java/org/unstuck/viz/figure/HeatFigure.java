package org.unstuck.viz.figure;

import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * A large square matrix of correlations as colours, without names: connectivity of many regions, or connectivity at one time against
 * connectivity at another. Above {@value #MOST_CELLS} cells a side, neighbours are averaged.
 *
 * @param name file stem
 * @param title one line
 * @param quantity what a cell says
 * @param axis what rows and columns are, with unit
 * @param low value at the first row
 * @param high value at the end of the last row
 * @param values {@code values[row][column]}, -1..1
 */
public record HeatFigure(
        String name, String title, String quantity, String axis, double low, double high, double[][] values)
        implements Figure {

    private static final int MOST_CELLS = 90;
    private static final int SIDE = 500;
    private static final int FRAME_WIDTH = 96;
    private static final int FRAME_HEIGHT = 150;
    /** Room of the horizontal axis, which the colour bar leaves free. */
    private static final double BELOW = 54;

    public HeatFigure {
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.words("axis", axis);
        Check.below("low", low, "high", high);
        Check.notEmpty("values", values.length);
        double[][] copy = new double[values.length][];
        for (int i = 0; i < copy.length; i++) {
            Check.sameLength("values[" + i + "]", values[i].length, "values", values.length);
            copy[i] = Check.finite("values[" + i + "]", values[i]);
        }
        values = copy;
    }

    private int per() {
        return (values.length + MOST_CELLS - 1) / MOST_CELLS;
    }

    @Override
    public String caption() {
        return "Red above 0, blue below 0, white at 0; the diagonal is 1 by definition."
                + (per() == 1 ? "" : " Each cell is the mean of " + per() + " x " + per() + " neighbours.");
    }

    @Override
    public String description() {
        double[] off = IntStream.range(0, values.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> values[i][j]))
                .toArray();
        double mean = java.util.Arrays.stream(off).average().orElse(1);
        double least = java.util.Arrays.stream(off).min().orElse(1);
        double most = java.util.Arrays.stream(off).max().orElse(1);
        return Words.sentence(quantity) + ", " + values.length + " rows and columns, off the diagonal from "
                + Words.fixed(least, 2) + " to " + Words.fixed(most, 2) + ", mean " + Words.fixed(mean, 2) + ".";
    }

    @Override
    public int width() {
        return FRAME_WIDTH + SIDE + Grid.BAR_ROOM;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + SIDE;
    }

    @Override
    public JFreeChart chart() {
        NumberAxis vertical = Theme.axis(axis, low, high);
        vertical.setInverted(true);
        CombinedRangeXYPlot one = Grid.abreast(vertical);
        XYPlot plot = Grid.blank(Theme.axis(axis, low, high));
        Sketch.beyond(plot, this::draw);
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        one.setInsets(new RectangleInsets(Grid.HEADING, 0, 0, 0));
        PaintScaleLegend bar = Grid.colourBar(quantity, -1, 1, Palette::diverging);
        bar.setMargin(new RectangleInsets(Grid.HEADING, 8, BELOW, 0));
        chart.addSubtitle(bar);
        Theme.PLAIN.apply(chart);
        return chart;
    }

    /** Whole px, or light shines through between cells. */
    private void draw(Pen pen) {
        int per = per();
        int cells = (values.length + per - 1) / per;
        double unit = (high - low) / values.length;
        for (int a = 0; a < cells; a++) {
            for (int b = 0; b < cells; b++) {
                double x = Math.rint(pen.x(low + b * per * unit));
                double y = Math.rint(pen.y(low + a * per * unit));
                double right = Math.rint(pen.x(low + Math.min(values.length, (b + 1) * per) * unit));
                double bottom = Math.rint(pen.y(low + Math.min(values.length, (a + 1) * per) * unit));
                pen.box(Palette.diverging(mean(a * per, b * per, per)), x, y, right - x, bottom - y);
            }
        }
    }

    private double mean(int row, int column, int per) {
        double sum = 0;
        int count = 0;
        for (int i = row; i < Math.min(values.length, row + per); i++) {
            for (int j = column; j < Math.min(values.length, column + per); j++) {
                sum += values[i][j];
                count++;
            }
        }
        return sum / count;
    }
}
