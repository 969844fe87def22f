package org.unstuck.metric;

/**
 * Sample entropy (Richman and Moorman 2000, Am. J. Physiol. Heart Circ. Physiol. 278, H2039-H2049):
 *
 * <pre>
 *   SampEn = -ln(A / B)     B: pairs of stretches of m samples that differ nowhere by more than r
 *                           A: the same with m + 1 samples;  both counted over the same N - m starts, no stretch with itself
 * </pre>
 *
 * @param value in nats; undefined without matches of length m + 1 (or m)
 * @param matches B
 * @param longerMatches A
 */
public record SampleEntropy(Measurement value, long matches, long longerMatches) {

    /** The usual length of a stretch. */
    public static final int USUAL_M = 2;

    /** The usual tolerance as a share of the standard deviation. */
    public static final double USUAL_SHARE = 0.2;

    /** m = 2, r = 0.2 standard deviations (divisor N). */
    public static SampleEntropy of(double[] x) {
        return of(x, USUAL_M, USUAL_SHARE * Sample.of(x).sd(0));
    }

    /**
     * Any length and tolerance. Cost: N^2 m / 2.
     *
     * @param x one series, not modified
     * @param m samples per stretch, at least 1
     * @param r tolerance, unit of the series, &gt;= 0
     */
    public static SampleEntropy of(double[] x, int m, double r) {
        if (m < 1 || !(r >= 0) || x.length < m + 2) {
            throw new IllegalArgumentException("m is " + m + " and r is " + r + " for " + x.length
                    + " samples, they must be at least 1 and 0 with m + 2 samples. Maybe the series is too short.");
        }
        int starts = x.length - m;
        long b = 0;
        long a = 0;
        for (int i = 0; i < starts; i++) {
            for (int j = i + 1; j < starts; j++) {
                int k = 0;
                while (k < m && Math.abs(x[i + k] - x[j + k]) <= r) {
                    k++;
                }
                if (k == m) {
                    b++;
                    a += Math.abs(x[i + m] - x[j + m]) <= r ? 1 : 0;
                }
            }
        }
        if (a == 0) {
            return new SampleEntropy(Measurement.undefined("no stretch of " + (m + 1) + " samples recurs"), b, a);
        }
        return new SampleEntropy(Measurement.of(-StrictMath.log((double) a / b)), b, a);
    }
}
