package org.unstuck.describe;

import java.util.List;

/**
 * A value that decides whether something is done, written with its unit: {@code "0.5 gap"} or {@code "0.3 effect"}.
 *
 * <ul>
 *   <li>gap: the symptom of a patient between his healthy twin (0) and himself untreated (1);
 *   <li>effect: the effect felt at GABA-A receptors, from none (0) to all receptors modulated and no tolerance (1).
 * </ul>
 *
 * @param value in {@code unit}; from -10 to 10 gaps, or from 0 to 1 effect
 * @param unit "gap" or "effect"
 */
public record Threshold(double value, String unit) {

    /** The distance from healthy to ill. */
    public static final String GAP = "gap";

    /** The full effect of a drug. */
    public static final String EFFECT = "effect";

    private static final List<String> UNITS = List.of(GAP, EFFECT);
    /** Ten times as ill as untreated: nobody is there. */
    private static final double FARTHEST = 10;

    public Threshold {
        if (!UNITS.contains(unit)) {
            throw new Invalid("\"" + unit + "\" is not a unit of a threshold.", Suggestion.among(UNITS, unit));
        }
        double low = unit.equals(GAP) ? -FARTHEST : 0;
        double high = unit.equals(GAP) ? FARTHEST : 1;
        if (!(value >= low && value <= high)) {
            throw new Invalid(
                    "A threshold is " + Decimal.exact(value) + " " + unit + ", it must be from " + Decimal.exact(low)
                            + " to " + Decimal.exact(high) + " " + unit + ".",
                    unit.equals(GAP)
                            ? "Maybe \"0.5 gap\": half way from healthy to ill."
                            : "Maybe \"0.3 effect\": less than a third of the full effect.");
        }
        value += 0.0; // -0 is 0: records tell them apart.
    }

    /**
     * Reads a number and its unit.
     *
     * @throws Invalid if either is missing, unknown or out of range
     */
    public static Threshold parse(String text) {
        Quantity q = Quantity.parse(text, "a threshold", UNITS, "0.5 gap");
        return new Threshold(q.number() == 0 ? 0 : q.number(), q.unit());
    }

    /** The units. */
    public static List<String> units() {
        return UNITS;
    }

    /** A text that {@link #parse} reads back as exactly this threshold. */
    public String exact() {
        return Decimal.exact(value) + " " + unit;
    }

    @Override
    public String toString() {
        return exact();
    }
}
