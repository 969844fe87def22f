package org.unstuck.metric;

/**
 * Permutation entropy (Bandt and Pompe 2002, Phys. Rev. Lett. 88, 174102): Shannon entropy of the order patterns of
 * {@code x_t, x_t+tau, ..., x_t+(m-1)tau}. Of equal values the earlier counts as smaller.
 *
 * <p>Unchanged by any increasing function of the series. It follows the power spectrum (slow signals have low values), so
 * compare with phase-randomised surrogates ({@link Against}).
 *
 * @param nats entropy, 0 .. ln m!
 * @param normalised entropy / ln m!, 0..1
 */
public record PermutationEntropy(double nats, double normalised) {

    private static final int LARGEST_ORDER = 8;

    /**
     * The entropy of one series. A constant series has one pattern and entropy 0.
     *
     * @param x samples, not modified; at least (m - 1) tau + 1, and many more than m! for an estimate without bias
     * @param m order, 2..8
     * @param tau delay in samples, at least 1
     */
    public static PermutationEntropy of(double[] x, int m, int tau) {
        int patterns = x.length - (m - 1) * tau;
        if (m < 2 || m > LARGEST_ORDER || tau < 1 || patterns < 1) {
            throw new IllegalArgumentException("m is " + m + " and tau is " + tau + " for " + x.length
                    + " samples, they must be 2.." + LARGEST_ORDER
                    + " and at least 1 with (m - 1) tau + 1 samples. Maybe the series is too short.");
        }
        int possible = 1;
        for (int k = 2; k <= m; k++) {
            possible *= k;
        }
        int[] counts = new int[possible];
        for (int t = 0; t < patterns; t++) {
            counts[pattern(x, t, m, tau)]++;
        }
        double nats = 0;
        for (int c : counts) {
            double p = (double) c / patterns;
            nats -= c > 0 ? p * StrictMath.log(p) : 0;
        }
        return new PermutationEntropy(nats, nats / StrictMath.log(possible));
    }

    /** The number of a pattern: its inversions as digits of the factorial number system (Lehmer code). */
    private static int pattern(double[] x, int t, int m, int tau) {
        int code = 0;
        for (int a = 0; a < m; a++) {
            int larger = 0;
            for (int b = a + 1; b < m; b++) {
                larger += x[t + a * tau] > x[t + b * tau] ? 1 : 0;
            }
            code = code * (m - a) + larger;
        }
        return code;
    }
}
