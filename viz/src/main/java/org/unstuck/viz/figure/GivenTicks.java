package org.unstuck.viz.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.unstuck.viz.theme.Theme;

/** A horizontal axis with ticks at the values that were computed, as many of them as have room. */
final class GivenTicks extends NumberAxis {

    private static final long serialVersionUID = 1L;
    /** Least distance of neighbouring numbers, px. */
    private static final double APART = 10;

    private final double[] places;
    private final double[] values;

    GivenTicks(String label, double low, double high, double[] places, double[] values) {
        super(label);
        setAutoRangeIncludesZero(false);
        setRange(low, high);
        this.places = places;
        this.values = values;
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected List refreshTicksHorizontal(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        double free = -Double.MAX_VALUE;
        for (int k = 0; k < places.length; k++) {
            String text = Words.number(values[k]);
            double half = Theme.width(text, Theme.TICK) / 2;
            double x = valueToJava2D(places[k], area, edge);
            if (x - half >= free) {
                ticks.add(new NumberTick(places[k], text, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                free = x + half + APART;
            }
        }
        return ticks;
    }
}
