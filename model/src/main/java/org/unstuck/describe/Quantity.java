package org.unstuck.describe;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as text.
 *
 * @param number the finite number
 * @param unit one of the units that were allowed
 */
record Quantity(double number, String unit) {

    private static final Pattern FORM =
            Pattern.compile("\\s*([-+]?[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?)\\s*([A-Za-z/]*)\\s*");
    private static final int LONGEST = 40;

    static Quantity parse(String text, String what, Collection<String> units, String example) {
        String maybe = "Maybe \"" + example + "\"; units: " + String.join(", ", units) + ".";
        Matcher m = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!m.matches()) {
            throw new Invalid("\"" + shorten(text) + "\" is not " + what + ": a number and a unit are needed.", maybe);
        }
        if (m.group(2).isEmpty()) {
            throw new Invalid("\"" + text + "\" has no unit.", maybe);
        }
        if (!units.contains(m.group(2))) {
            throw new Invalid("\"" + m.group(2) + "\" is not a unit of " + what + ".", maybe);
        }
        double number;
        try {
            number = Double.parseDouble(m.group(1));
        } catch (NumberFormatException e) {
            throw new Invalid("\"" + m.group(1) + "\" is not a number.", maybe);
        }
        if (!Double.isFinite(number)) {
            throw new Invalid("\"" + text + "\" is too large for a number.", maybe);
        }
        return new Quantity(number, m.group(2));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
