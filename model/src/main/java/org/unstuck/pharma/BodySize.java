package org.unstuck.pharma;

import org.unstuck.describe.Invalid;

/**
 * How one body differs from the one the numbers of a drug are for: volumes and clearances grow with weight, and each person
 * has factors of their own (1 = typical).
 *
 * @param weightKg body weight, kg
 * @param clearance factor of every clearance, of metabolites too
 * @param volume factor of every volume; flows between compartments stay, so distribution slows as volumes grow
 * @param absorption factor of every absorption rate ka
 */
public record BodySize(double weightKg, double clearance, double volume, double absorption) {

    public BodySize {
        positive("weightKg", weightKg);
        positive("clearance", clearance);
        positive("volume", volume);
        positive("absorption", absorption);
    }

    /** The typical body of {@code weightKg} kilograms. */
    public static BodySize typical(double weightKg) {
        return new BodySize(weightKg, 1, 1, 1);
    }

    /** Weight relative to the body that the numbers are for. */
    double size() {
        return weightKg / Kinetics.REFERENCE_KG;
    }

    private static void positive(String what, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new Invalid(what, what + " is " + value + ", it must be greater than 0.", "Maybe 1.");
        }
    }
}
