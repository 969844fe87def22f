package org.unstuck.describe;

/**
 * A number in a data file, with everything needed to judge it.
 *
 * @param value the number used
 * @param unit its unit
 * @param low lower end of the range found or explored
 * @param high upper end of the range found or explored
 * @param source where it comes from
 * @param evidence how well it is supported
 * @param status measured, calibrated or assumed
 */
public record Sourced(
        @Meaning("the number used") double value,

        @Meaning("its unit; 1 for a plain number") @Limits(low = 1, high = 20)
        String unit,

        @Meaning("lower end of the range found or explored") double low,

        @Meaning("upper end of the range found or explored") double high,

        @Meaning("where it comes from") @Limits(low = 1, high = 2000)
        String source,

        @Meaning("how well it is supported") Evidence evidence,

        @Meaning("measured, calibrated or assumed") Status status) {

    public Sourced {
        if (!Double.isFinite(value)) {
            throw new Invalid("value", "value is " + value + " " + unit + ", it must be a finite number.", "");
        }
        if (!(low <= value && value <= high)) {
            throw new Invalid(
                    "value",
                    "value is " + value + " " + unit + ", it must lie between low (" + low + ") and high (" + high
                            + ").",
                    "");
        }
    }

    /**
     * The number, if it is at least 0.
     *
     * @throws Invalid otherwise, naming {@code what}
     */
    public double atLeastZero(String what) {
        if (value < 0) {
            throw new Invalid(what, what + " is " + value + " " + unit + ", it must be 0 or greater.", "");
        }
        return value;
    }

    /**
     * The number, if it is above 0.
     *
     * @throws Invalid otherwise, naming {@code what}
     */
    public double positive(String what) {
        if (value <= 0) {
            throw new Invalid(what, what + " is " + value + " " + unit + ", it must be greater than 0.", "");
        }
        return value;
    }
}
