package org.unstuck.metric;

/**
 * The shape of a sample by its central moments, {@code m_k = mean of (x - mean)^k}, all with divisor N (biased, as in
 * {@code scipy.stats.skew} and {@code kurtosis}).
 *
 * @param mean mean
 * @param variance m_2
 * @param skewness m_3 / m_2^(3/2); undefined for a constant
 * @param excessKurtosis m_4 / m_2^2 - 3, 0 for a normal distribution; undefined for a constant
 */
public record Moments(double mean, double variance, Measurement skewness, Measurement excessKurtosis) {

    private static final double NORMAL = 3;

    /** Moments of a sample that is finite and not empty. */
    public static Moments of(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("x has 0 values, it needs at least 1. Maybe the recording is empty.");
        }
        double mean = 0;
        for (double v : x) {
            mean += v;
        }
        mean /= x.length;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (double v : x) {
            double d = v - mean;
            m2 += d * d / x.length;
            m3 += d * d * d / x.length;
            m4 += d * d * d * d / x.length;
        }
        if (Series.isConstant(x, 0, x.length) || m2 * m2 == 0) {
            Measurement none = Measurement.undefined("all values are equal");
            return new Moments(mean, 0, none, none);
        }
        return new Moments(
                mean, m2, Measurement.of(m3 / (m2 * Math.sqrt(m2))), Measurement.of(m4 / (m2 * m2) - NORMAL));
    }
}
