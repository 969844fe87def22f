package org.unstuck.viz.selftest;

import java.util.Locale;

/** Compares numbers with the truth and keeps the worst: the largest error as a share of what is allowed. */
final class Score {

    private int values;
    private double worst;
    private String where = "";

    /** One number: it may be off by {@code absolute + relative |expected|}. */
    void add(double actual, double expected, double relative, double absolute, String at) {
        values++;
        double allowed = absolute + relative * Math.abs(expected);
        double error = Math.abs(actual - expected);
        double share = error == 0 ? 0 : error / allowed;
        if (!(share <= worst)) {
            worst = Double.isFinite(share) ? share : Double.MAX_VALUE;
            where = String.format(Locale.ROOT, "%s: %s instead of %s", at, actual, expected);
        }
    }

    /** One text that must be the same to the last letter. */
    void same(String actual, String expected, String at) {
        values++;
        if (!actual.equals(expected)) {
            worst = Double.MAX_VALUE;
            where = at + ": " + actual + " instead of " + expected;
        }
    }

    int values() {
        return values;
    }

    double worst() {
        return worst;
    }

    String where() {
        return where;
    }
}
