package org.unstuck.scenario;

import java.math.BigDecimal;
import org.unstuck.scenario.Located.Kind;

/** Numbers and truth values of a file. */
final class Numeral {

    private Numeral() {}

    /**
     * The primitive value of {@code node}.
     *
     * @param type double, int, long or boolean
     * @throws BadScenario if it is something else, a fraction where a whole number is needed, or out of range
     */
    static Object of(Located node, Class<?> type) {
        if (type == boolean.class) {
            if (node.kind() != Kind.TRUE && node.kind() != Kind.FALSE) {
                throw node.wrong(node.shown() + ", it must be true or false.", "");
            }
            return node.kind() == Kind.TRUE;
        }
        if (node.kind() != Kind.NUMBER) {
            throw node.wrong(
                    node.shown() + ", it must be a " + (type == double.class ? "number." : "whole number."),
                    guess(node));
        }
        if (type == double.class) {
            return real(node);
        }
        long whole = whole(node);
        if (type == int.class && whole != (int) whole) {
            throw node.wrong(node.text() + " is too large, at most " + Integer.MAX_VALUE + " is possible.", "");
        }
        return type == int.class ? (Object) (int) whole : (Object) whole;
    }

    private static double real(Located node) {
        double value = Double.parseDouble(node.text());
        if (Double.isInfinite(value)) {
            throw node.wrong(Quote.plain(node.text(), 40) + " is too large for a number, at most 1.8e308.", "");
        }
        if (value == 0) {
            if (new BigDecimal(node.text()).signum() != 0) {
                throw node.wrong(Quote.plain(node.text(), 40) + " is too close to 0 for a number.", "Maybe 0.");
            }
            return 0;
        }
        return value;
    }

    private static long whole(Located node) {
        if (!node.text().matches("-?[0-9]+")) {
            throw node.wrong(Quote.plain(node.text(), 40) + " is not a whole number.", "");
        }
        try {
            return Long.parseLong(node.text());
        } catch (NumberFormatException e) {
            throw node.wrong(
                    Quote.plain(node.text(), 40) + " is too large, at most " + Long.MAX_VALUE + " is possible.", "");
        }
    }

    /** A number in quotes is a common slip. */
    private static String guess(Located node) {
        boolean number = node.kind() == Kind.TEXT && node.text().matches("\\s*-?[0-9][0-9.eE+-]{0,30}\\s*");
        return number ? "Maybe " + node.text().strip() + " without quotes." : "";
    }
}
