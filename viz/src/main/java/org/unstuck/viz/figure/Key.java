package org.unstuck.viz.figure;

import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;

/**
 * Whom a line belongs to, an arm or a drug: its words and its look. Give the same arm the same look in every figure.
 *
 * @param label words beside the line
 * @param look number of a {@link Look}, 0..6
 */
public record Key(String label, int look) {

    public Key {
        Check.words("label", label);
        if (look < 0 || look >= Palette.size()) {
            throw new Invalid(
                    "look",
                    "look of \"" + label + "\" is " + look + ", it must be from 0 to " + (Palette.size() - 1) + ".",
                    "Maybe split the figure: more lines cannot be told apart.");
        }
    }

    /** Colour, dash and marker. */
    Look style() {
        return Look.of(look);
    }
}
