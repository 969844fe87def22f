package org.unstuck.describe;

import java.util.List;

/**
 * An amount of a drug, written with its unit: {@code "0.5 mg"} or {@code "0.5 mg/kg"}.
 *
 * @param amount how much, in {@code unit}; greater than 0, at most 10 g or 0.5 g/kg
 * @param unit "mg" or "mg/kg" (per kilogram of body weight)
 */
public record Dose(double amount, String unit) {

    /** Digits of an amount in a message. */
    private static final int DIGITS = 6;

    private static final List<String> UNITS = List.of("mg", "mg/kg");
    /** Far beyond any dose of a drug that acts on the brain: 10 g, and the same per kilogram of a child. */
    private static final double LARGEST_MG = 10_000;

    private static final double LARGEST_MG_PER_KG = 500;

    public Dose {
        if (!UNITS.contains(unit)) {
            throw new Invalid("\"" + unit + "\" is not a unit of a dose.", Suggestion.among(UNITS, unit));
        }
        if (!(amount > 0) || !Double.isFinite(amount)) {
            throw new Invalid(
                    "A dose is " + amount + " " + unit + ", it must be greater than 0.",
                    "Maybe \"" + example(amount) + " " + unit + "\".");
        }
        double most = unit.equals("mg") ? LARGEST_MG : LARGEST_MG_PER_KG;
        if (amount > most) {
            throw new Invalid(
                    "A dose is " + Decimal.exact(amount) + " " + unit + ", more than " + Decimal.exact(most) + " "
                            + unit + " is never given.",
                    "Maybe there are zeros too many.");
        }
    }

    /**
     * Reads an amount and its unit.
     *
     * @throws Invalid if either is missing, unknown or out of range
     */
    public static Dose parse(String text) {
        Quantity q = Quantity.parse(text, "a dose", UNITS, "0.5 mg");
        return new Dose(q.number(), q.unit());
    }

    /** What may have been meant: the amount without its sign, or any. */
    private static String example(double amount) {
        return amount < 0 && Double.isFinite(amount) ? Decimal.of(-amount, DIGITS) : "0.5";
    }

    /** The units. */
    public static List<String> units() {
        return UNITS;
    }

    /** A text that {@link #parse} reads back as exactly this dose. */
    public String exact() {
        return Decimal.exact(amount) + " " + unit;
    }

    /** The amount in mg for a body of {@code weightKg} kilograms. */
    public double mg(double weightKg) {
        return unit.equals("mg") ? amount : amount * weightKg;
    }

    @Override
    public String toString() {
        return (amount == Math.rint(amount) ? Long.toString((long) amount) : Decimal.exact(amount)) + " " + unit;
    }
}
