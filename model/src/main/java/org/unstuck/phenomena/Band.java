package org.unstuck.phenomena;

import java.util.Locale;

/**
 * A range in which the literature puts a quantity. Open ends are infinite.
 *
 * @param quantity what is measured, as a phrase
 * @param low lower end
 * @param high upper end, greater than low
 * @param unit its unit; empty for a ratio or share
 */
public record Band(String quantity, double low, double high, String unit) {

    public Band {
        if (!(low < high)) {
            throw new IllegalArgumentException("low is " + low + " and high " + high + ", low must be below high.");
        }
    }

    /** From low to high. */
    public static Band of(String quantity, double low, double high) {
        return new Band(quantity, low, high, "");
    }

    /** Above {@code low}. */
    public static Band above(String quantity, double low) {
        return of(quantity, low, Double.POSITIVE_INFINITY);
    }

    /** Below {@code high}. */
    public static Band below(String quantity, double high) {
        return of(quantity, Double.NEGATIVE_INFINITY, high);
    }

    /** The same range with a unit. */
    public Band in(String otherUnit) {
        return new Band(quantity, low, high, otherUnit);
    }

    /** Whether {@code value} lies in the range, both ends included; an undefined value (NaN) does not. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /**
     * How far {@code value} lies outside, in half widths (a band with one end: in units of that end, or of 1 if the end is 0); 0
     * inside.
     */
    public double distance(double value) {
        double outside = Math.max(0, Math.max(low - value, value - high));
        return outside / scale();
    }

    private double scale() {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            return (high - low) / 2;
        }
        double end = Math.abs(Double.isFinite(low) ? low : high);
        return end > 0 ? end : 1;
    }

    /** The range in words. */
    public String range() {
        String text = !Double.isFinite(low)
                ? "at most " + number(high)
                : !Double.isFinite(high) ? "at least " + number(low) : number(low) + " to " + number(high);
        return unit.isEmpty() ? text : text + " " + unit;
    }

    /** A number with three significant figures. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return "undefined";
        }
        double size = Math.abs(x);
        String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        String text = String.format(Locale.ROOT, form, x);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
