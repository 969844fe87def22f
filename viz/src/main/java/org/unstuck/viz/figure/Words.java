package org.unstuck.viz.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;

/** Numbers and lists as words, the same in every country. */
final class Words {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Words() {}

    /** A number with three significant digits and no superfluous zeros, as in "0.41" or "84". */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /** A number with a fixed number of decimals. */
    static String fixed(double value, int decimals) {
        return Decimal.fixed(value, decimals);
    }

    /** A number with its unit, if it has one. */
    static String number(double value, String unit) {
        return unit.isBlank() ? number(value) : number(value) + " " + unit;
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** The first letter as a capital, the rest as it is. */
    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
