package org.unstuck.phenomena;

/**
 * One quantity of one phenomenon in one seed: its band, and its estimate from any choice of patients.
 *
 * @param band where the literature puts it
 * @param patients number of patients; 0 if the quantity is no statistic of patients
 * @param estimate the estimate
 */
public record Check(Band band, int patients, Estimate estimate) {

    /** A statistic of patients: the value for these patients (drawn with replacement in a bootstrap); NaN if undefined. */
    @FunctionalInterface
    public interface Estimate {
        double of(int[] patients);
    }

    /** A quantity without patients. */
    public static Check fixed(Band band, double value) {
        return new Check(band, 0, patients -> value);
    }

    /** The value for all patients. */
    public double value() {
        int[] all = new int[patients];
        for (int p = 0; p < patients; p++) {
            all[p] = p;
        }
        return estimate.of(all);
    }
}
