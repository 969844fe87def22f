package org.unstuck.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A Markdown table that grows by rows; the first column is text, the others are numbers. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** A table with these column titles. */
    Markdown(List<String> titles) {
        row(titles);
        List<String> rule = new ArrayList<>();
        for (int k = 0; k < titles.size(); k++) {
            rule.add(k == 0 ? "---" : "---:");
        }
        row(rule);
    }

    /** One more row. */
    void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A median with the least and the largest value. */
    static String range(double median, double least, double most) {
        return number(median) + " (" + number(least) + "-" + number(most) + ")";
    }

    /** The median with the least and the largest value; nothing if there are none. */
    static String range(double[] values) {
        if (values.length == 0) {
            return "";
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return range(median(values), sorted[0], sorted[sorted.length - 1]);
    }

    /** The median; the upper one of an even number. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Three significant figures: more is noise. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return "?";
        }
        int digits = x == 0 ? 2 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
        return String.format(Locale.ROOT, "%." + digits + "f", x);
    }
}
