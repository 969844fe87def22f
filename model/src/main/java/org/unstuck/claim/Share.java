package org.unstuck.claim;

/**
 * A share of draws and its 95 % interval (Wilson 1927, J. Am. Stat. Assoc. 22), which stays within 0 and 1 and is not empty at either
 * end.
 *
 * @param count draws of this kind
 * @param of draws in all
 */
public record Share(int count, int of) {

    /** Two-sided 95 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The share; NaN of nothing. */
    public double value() {
        return (double) count / of;
    }

    /** Lower end of its interval. */
    public double low() {
        return count == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper end of its interval. */
    public double high() {
        return count == of ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
