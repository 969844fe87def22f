package org.unstuck.phenomena;

/**
 * A quantity over time.
 *
 * @param hours moments, ascending
 * @param values one per moment
 */
record Curve(double[] hours, double[] values) {

    /** The part from {@code fromH} to {@code untilH}, both included. */
    Curve between(double fromH, double untilH) {
        int[] kept = java.util.stream.IntStream.range(0, hours.length)
                .filter(t -> hours[t] >= fromH && hours[t] <= untilH)
                .toArray();
        double[] h = new double[kept.length];
        double[] v = new double[kept.length];
        for (int t = 0; t < kept.length; t++) {
            h[t] = hours[kept[t]];
            v[t] = values[kept[t]];
        }
        return new Curve(h, v);
    }

    /** At each moment the mean over {@code widthH} around it, as far as the curve goes; linear between moments. */
    Curve meanOver(double widthH) {
        double[] mean = new double[values.length];
        for (int t = 0; t < mean.length; t++) {
            double from = Math.max(hours[0], hours[t] - widthH / 2);
            double until = Math.min(hours[hours.length - 1], hours[t] + widthH / 2);
            mean[t] = until > from ? area(from, until) / (until - from) : values[t];
        }
        return new Curve(hours, mean);
    }

    private double area(double from, double until) {
        double area = 0;
        for (int t = 1; t < hours.length; t++) {
            double a = Math.max(from, hours[t - 1]);
            double b = Math.min(until, hours[t]);
            area += a < b ? (b - a) * (at(a) + at(b)) / 2 : 0;
        }
        return area;
    }

    /** The largest value. */
    double peak() {
        return values[largest()];
    }

    /** When it is largest, h. */
    double peakHour() {
        return hours[largest()];
    }

    private int largest() {
        int at = 0;
        for (int t = 1; t < values.length; t++) {
            at = values[t] > values[at] ? t : at;
        }
        return at;
    }

    /** When it first reaches {@code value} (linear between moments), h; NaN if never. */
    double firstAt(double value) {
        for (int t = 0; t < values.length; t++) {
            if (values[t] >= value) {
                return t == 0 ? hours[0] : crossing(t, value);
            }
        }
        return Double.NaN;
    }

    /** When it first falls to half of its peak after it, h; NaN if never. */
    double halfGoneAt() {
        double half = peak() / 2;
        for (int t = largest() + 1; t < values.length; t++) {
            if (values[t] <= half) {
                return crossing(t, half);
            }
        }
        return Double.NaN;
    }

    /** Its value at {@code hour} (linear between moments; the ends beyond them). */
    double at(double hour) {
        if (hour <= hours[0]) {
            return values[0];
        }
        for (int t = 1; t < hours.length; t++) {
            if (hour <= hours[t]) {
                double share = (hour - hours[t - 1]) / (hours[t] - hours[t - 1]);
                return values[t - 1] + share * (values[t] - values[t - 1]);
            }
        }
        return values[values.length - 1];
    }

    private double crossing(int t, double value) {
        double share = (value - values[t - 1]) / (values[t] - values[t - 1]);
        return hours[t - 1] + share * (hours[t] - hours[t - 1]);
    }
}
