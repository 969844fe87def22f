package org.unstuck.viz.figure;

import org.unstuck.describe.Invalid;

/** The rules that all figures share. Each throws {@link Invalid} with the name, the value and the rule. */
final class Check {

    private Check() {}

    static void words(String what, String text) {
        if (text.isBlank()) {
            throw new Invalid(what, what + " is blank, a reader needs words there.", "");
        }
    }

    static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new Invalid(
                    what,
                    what + " is " + value + ", it must be a finite number.",
                    "Maybe the value is missing: declare it missing instead of drawing it.");
        }
    }

    /** A copy of {@code values}, which must all be finite. */
    static double[] finite(String what, double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            finite(what + "[" + i + "]", copy[i]);
        }
        return copy;
    }

    static void between(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new Invalid(what, what + " is " + value + ", it must be from " + low + " to " + high + ".", "");
        }
    }

    static void sameLength(String what, int length, String other, int otherLength) {
        if (length != otherLength) {
            throw new Invalid(
                    what,
                    what + " has " + length + " values but " + other + " has " + otherLength
                            + ", both must have the same number.",
                    "Maybe one of them was cut or has another sampling.");
        }
    }

    static void notEmpty(String what, int length) {
        if (length == 0) {
            throw new Invalid(what, what + " is empty, there must be at least one.", "");
        }
    }

    static void ascending(String what, double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] > values[i - 1])) {
                throw new Invalid(
                        what + "[" + i + "]",
                        what + "[" + i + "] is " + values[i] + " after " + values[i - 1] + ", times must ascend.",
                        "Maybe two recordings were joined.");
            }
        }
    }

    static void below(String low, double lower, String high, double higher) {
        if (!(lower <= higher)) {
            throw new Invalid(
                    high,
                    high + " is " + higher + ", it must not be below " + low + " (" + lower + ").",
                    "Maybe the two were swapped.");
        }
    }
}
