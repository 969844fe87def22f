package org.unstuck.sweep;

import org.unstuck.describe.Decimal;

/**
 * One value of an axis.
 *
 * @param text how it is written in tables; unique on its axis
 * @param value what is set at the place of the axis: a number, a text such as "0.5 mg", or a description
 */
public record Level(String text, Object value) {

    /** A number. */
    public static Level of(double value) {
        return new Level(Decimal.exact(value), value);
    }

    /** A text, as in "0.5 mg" or "attractor". */
    public static Level of(String text) {
        return new Level(text, text);
    }
}
