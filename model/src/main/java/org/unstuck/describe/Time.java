package org.unstuck.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A span of time, or a moment counted from the start of the course. Written with its unit: {@code "40 min"}, {@code "12 wk"}.
 *
 * @param hours the span in hours
 */
public record Time(double hours) implements Comparable<Time> {

    /** Longer numbers are written in a larger unit, or in hours. */
    private static final double LARGEST_WRITTEN = 1e6;

    private static final Map<String, Double> HOURS = new LinkedHashMap<>();

    static {
        HOURS.put("ms", 1 / 3.6e6);
        HOURS.put("s", 1 / 3600.0);
        HOURS.put("min", 1 / 60.0);
        HOURS.put("h", 1.0);
        HOURS.put("d", 24.0);
        HOURS.put("wk", 168.0);
    }

    public Time {
        if (!Double.isFinite(hours)) {
            throw new Invalid("A time is " + hours + " h, it must be a finite number.");
        }
        hours += 0.0; // -0 h is 0 h: records tell them apart.
    }

    /** {@code days} days. */
    public static Time days(double days) {
        return new Time(days * 24);
    }

    /** {@code minutes} minutes. */
    public static Time minutes(double minutes) {
        return new Time(minutes / 60);
    }

    /** {@code seconds} seconds. */
    public static Time seconds(double seconds) {
        return new Time(seconds / 3600);
    }

    /**
     * Reads a number and a unit, as in {@code "0.5 h"}.
     *
     * @throws Invalid if the number or the unit is missing or unknown
     */
    public static Time parse(String text) {
        Quantity q = Quantity.parse(text, "a time", HOURS.keySet(), "40 min");
        return new Time(q.number() * HOURS.get(q.unit()));
    }

    /** The units, smallest first. */
    public static List<String> units() {
        return List.copyOf(HOURS.keySet());
    }

    /**
     * A text that {@link #parse} reads back as exactly this span: a whole number of the largest unit that allows one, else up
     * to six decimals, else hours with all digits.
     */
    public String exact() {
        if (hours == 0) {
            return "0 h";
        }
        for (double fraction : new double[] {1, 1e6}) {
            String text = null;
            for (Map.Entry<String, Double> u : HOURS.entrySet()) {
                double number = Math.rint(hours / u.getValue() * fraction) / fraction;
                if (number * u.getValue() == hours && Math.abs(number) >= 1 && Math.abs(number) < LARGEST_WRITTEN) {
                    text = Decimal.exact(number) + " " + u.getKey();
                }
            }
            if (text != null) {
                return text;
            }
        }
        return Decimal.exact(hours) + " h";
    }

    /** The span in days. */
    public double inDays() {
        return hours / 24;
    }

    /** The span in minutes. */
    public double inMinutes() {
        return hours * 60;
    }

    /** The span in seconds. */
    public double inSeconds() {
        return rounded(hours * 3600);
    }

    /** The span in milliseconds. */
    public double inMs() {
        return rounded(hours * 3.6e6);
    }

    /** Takes away the rounding of hours: 2 ms are 2 ms, not 1.9999999999999998. */
    private static double rounded(double x) {
        double billionths = Math.rint(x * 1e9) / 1e9;
        return Math.abs(x) < 1e5 ? billionths : x;
    }

    @Override
    public int compareTo(Time other) {
        return Double.compare(hours, other.hours);
    }

    /** The largest unit in which the number is at least 1, as it would be written in a scenario. */
    @Override
    public String toString() {
        String unit = "ms";
        for (Map.Entry<String, Double> u : HOURS.entrySet()) {
            double number = Math.abs(hours) / u.getValue();
            if (number >= 1 && Math.abs(number - Math.rint(number)) < 1e-9 * number) {
                unit = u.getKey();
            }
        }
        double number = hours / HOURS.get(unit);
        double rounded = Math.rint(number * 1e6) / 1e6;
        return (rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Decimal.exact(rounded)) + " " + unit;
    }
}
