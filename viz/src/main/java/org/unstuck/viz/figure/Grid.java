package org.unstuck.viz.figure;

import java.awt.Paint;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** What figures of cells and of rows share: axes of names, panels abreast, colour bars. */
final class Grid {

    /** Distance between panels abreast, px. */
    static final double GAP = 22;

    /** Room of one colour bar with its numbers and words, px. */
    static final int BAR_ROOM = 84;

    private static final int BAR_WIDTH = 16;
    private static final int BAR_STEPS = 64;

    private Grid() {}

    /** An axis of names, the first at the left or at the top. */
    static SymbolAxis names(String label, List<String> names, boolean vertical) {
        SymbolAxis axis = new SymbolAxis(label, names.toArray(new String[0]));
        axis.setRange(-0.5, names.size() - 0.5);
        axis.setInverted(vertical);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setVerticalTickLabels(!vertical && names.size() > UPRIGHT);
        return axis;
    }

    /** Up to so many names stand upright side by side. */
    private static final int UPRIGHT = 5;

    /** A vertical axis that counts px from the top and shows nothing: for rows of different height. */
    static NumberAxis pixels(double height) {
        NumberAxis axis = Theme.axis(null, 0, height);
        axis.setInverted(true);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    /** Plots side by side that share their vertical axis. */
    static CombinedRangeXYPlot abreast(NumberAxis vertical) {
        CombinedRangeXYPlot abreast = new CombinedRangeXYPlot(vertical);
        abreast.setGap(GAP);
        return abreast;
    }

    /** The same axis with fewer ticks, for a narrow panel beside others: numbers of neighbours must not meet. */
    static NumberAxis sparse(NumberAxis axis) {
        double step = axis.getTickUnit().getSize();
        double power = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        if (axis.getRange().getLength() / step > MOST_STEPS) {
            axis.setTickUnit(new NumberTickUnit(Math.rint(step / power) == 2 ? 5 * power : 2 * step));
        }
        return axis;
    }

    private static final int MOST_STEPS = 4;

    /** Distance of panels whose numbers would meet otherwise, px. */
    static final double WIDE_GAP = 34;

    /** The name of a panel above it, in as many lines as it needs, from {@code bottom} px above the plot upwards. */
    static void heading(Pen pen, String text, double bottom) {
        List<String> lines = Theme.wrap(text, Theme.STRONG, pen.area().getWidth());
        for (int i = 0; i < lines.size(); i++) {
            pen.text(
                    lines.get(i),
                    Theme.STRONG,
                    Palette.INK,
                    Pen.Align.LEFT,
                    pen.area().getX(),
                    pen.area().getY() - bottom - (lines.size() - 1 - i) * Theme.height(Theme.STRONG));
        }
    }

    /** A plot without data, to be drawn on. */
    static XYPlot blank(NumberAxis horizontal) {
        return new XYPlot(null, horizontal, null, new XYLineAndShapeRenderer());
    }

    /** A vertical bar that explains colours. */
    static PaintScaleLegend colourBar(String label, double low, double high, DoubleFunction<Paint> colour) {
        PaintScale scale = new PaintScale() {
            @Override
            public double getLowerBound() {
                return low;
            }

            @Override
            public double getUpperBound() {
                return high;
            }

            @Override
            public Paint getPaint(double value) {
                return colour.apply(value);
            }
        };
        PaintScaleLegend bar = new PaintScaleLegend(scale, Theme.axis(label, low, high));
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        bar.setSubdivisionCount(BAR_STEPS);
        bar.setStripWidth(BAR_WIDTH);
        bar.setStripOutlineVisible(false);
        bar.setBackgroundPaint(Palette.PAPER);
        bar.setAxisOffset(2);
        bar.setMargin(new RectangleInsets(HEADING, 8, 0, 0));
        return bar;
    }

    /** Room above cells for the panel's name, px. */
    static final double HEADING = 30;
}
