package org.unstuck.viz.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.unstuck.viz.theme.Theme;

/** A logarithmic axis: positions are log10 of the value, ticks are at powers of ten and show the value. */
final class Decades extends NumberFormat {

    /** Room in decades below the lowest value, so that a line there is not hidden by the edge. */
    private static final double BELOW = 0.06;

    private Decades() {}

    static NumberAxis axis(double low, double high) {
        NumberAxis axis = Theme.axis(null, position(low) - BELOW, position(high));
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new Decades());
        return axis;
    }

    static double position(double value) {
        return Math.log10(value);
    }

    @Override
    public StringBuffer format(double position, StringBuffer text, FieldPosition field) {
        return text.append(Words.number(Math.pow(10, position)));
    }

    @Override
    public StringBuffer format(long position, StringBuffer text, FieldPosition field) {
        return format((double) position, text, field);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("ticks are only written.");
    }
}
