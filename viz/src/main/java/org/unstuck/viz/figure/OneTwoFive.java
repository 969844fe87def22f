package org.unstuck.viz.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A vertical logarithmic axis with ticks at 1, 2 and 5 times powers of ten. */
final class OneTwoFive extends LogAxis {

    private static final long serialVersionUID = 1L;
    private static final double[] MANTISSAS = {1, 2, 5};

    OneTwoFive(String label, double low, double high) {
        super(label);
        setRange(low, high);
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected List refreshTicksVertical(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
            for (double mantissa : MANTISSAS) {
                double value = mantissa * Math.pow(10, decade);
                if (value >= low && value <= high) {
                    ticks.add(new NumberTick(
                            value, Words.number(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
                }
            }
        }
        return ticks;
    }
}
