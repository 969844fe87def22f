package org.unstuck.bench;

import java.util.ArrayList;
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

    /** Three significant figures: more is noise. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return "?";
        }
        int digits = x == 0 ? 2 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
        return String.format(Locale.ROOT, "%." + digits + "f", x);
    }
}
