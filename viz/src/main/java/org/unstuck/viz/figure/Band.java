package org.unstuck.viz.figure;

import org.unstuck.describe.Invalid;

/**
 * A range of values with a name, as "healthy range". It is a band with two edges, not a direction.
 *
 * @param label words inside it
 * @param low lower edge, in the unit of the axis
 * @param high upper edge, in the unit of the axis, above {@code low}
 */
public record Band(String label, double low, double high) {

    public Band {
        Check.words("label", label);
        Check.finite("low", low);
        Check.finite("high", high);
        if (low >= high) {
            throw new Invalid(
                    "high",
                    "high of \"" + label + "\" is " + high + ", it must be above low (" + low + ").",
                    "Maybe the two were swapped.");
        }
    }
}
