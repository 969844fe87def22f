package org.unstuck.claim;

import org.apache.commons.math3.distribution.TDistribution;
import org.unstuck.metric.Measurement;

/**
 * One claim in one run.
 *
 * @param claim its name
 * @param mean mean over patients of d = left - factor x right; NaN if unknown
 * @param low lower end of its 95 % interval of Student: patients are the unit, both sides are of the same patient
 * @param high upper end
 * @param patients number of patients with a value
 * @param verdict what follows
 */
public record Finding(String claim, double mean, double low, double high, int patients, Verdict verdict) {

    private static final int FEWEST = 3;
    private static final double UPPER = 0.975;

    /** Reads a claim from the differences of patients. */
    static Finding of(Claim claim, Measurement[] differences) {
        double sum = 0;
        int n = 0;
        for (Measurement d : differences) {
            if (d instanceof Measurement.Defined one) {
                sum += one.value();
                n++;
            }
        }
        if (n < FEWEST) {
            return new Finding(claim.name(), Double.NaN, Double.NaN, Double.NaN, n, Verdict.UNKNOWN);
        }
        double mean = sum / n;
        double squares = 0;
        for (Measurement d : differences) {
            if (d instanceof Measurement.Defined one) {
                squares += (one.value() - mean) * (one.value() - mean);
            }
        }
        double half =
                new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER) * Math.sqrt(squares / (n - 1) / n);
        Verdict verdict = claim.is().of(mean - half, mean + half, claim.margin());
        return new Finding(claim.name(), mean, mean - half, mean + half, n, verdict);
    }

    /** Whether it holds. */
    public boolean holds() {
        return verdict == Verdict.HOLDS;
    }
}
