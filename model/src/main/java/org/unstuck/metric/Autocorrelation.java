package org.unstuck.metric;

/**
 * Autocorrelation of one series and what is read from it.
 *
 * <pre>  rho_k = sum_t (x_t - mean)(x_t+k - mean) / sum_t (x_t - mean)^2</pre>
 *
 * <p>The usual biased estimator: the sum has N - k terms and is not scaled up for that. Critical slowing shows as rho_1 and the
 * times below going up, long before a state is lost - and for many other reasons.
 */
public final class Autocorrelation {

    /** The window of the integrated time is the first W with W &gt;= 5 tau(W) (Sokal 1997, Monte Carlo Methods in Statistical Mechanics). */
    private static final double SOKAL = 5;

    private final double[] rho;

    private Autocorrelation(double[] rho) {
        this.rho = rho;
    }

    /**
     * Lags 0..largestLag. Cost: N x lags.
     *
     * @param x samples, not modified
     * @param largestLag 1 .. N - 1
     * @throws IllegalArgumentException if the series is constant (ask first) or too short
     */
    public static Autocorrelation of(double[] x, int largestLag) {
        if (largestLag < 1 || largestLag >= x.length || Series.isConstant(x, 0, x.length)) {
            throw new IllegalArgumentException("largestLag is " + largestLag + " for " + x.length
                    + " samples, it must be from 1 to samples - 1 of a series that is not constant. "
                    + "Maybe the series is too short.");
        }
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        double[] d = new double[x.length];
        for (int t = 0; t < d.length; t++) {
            d[t] = x[t] - mean;
        }
        double[] rho = new double[largestLag + 1];
        for (int k = 0; k <= largestLag; k++) {
            for (int t = 0; t + k < d.length; t++) {
                rho[k] += d[t] * d[t + k];
            }
        }
        for (int k = largestLag; k >= 0; k--) {
            rho[k] /= rho[0];
        }
        return new Autocorrelation(rho);
    }

    /** rho of {@code lag}. */
    public double at(int lag) {
        return rho[lag];
    }

    /** The first lag with rho &lt; 1/e, in samples; undefined if there is none up to the largest lag. */
    public Measurement decay() {
        double level = StrictMath.exp(-1);
        for (int k = 0; k < rho.length; k++) {
            if (rho[k] < level) {
                return Measurement.of(k);
            }
        }
        return Measurement.undefined("the autocorrelation stays above 1/e for all " + (rho.length - 1) + " lags");
    }

    /**
     * Integrated autocorrelation time.
     *
     * @param samples {@code 1 + 2 sum_{k<=W} rho_k}: so many samples hold as much as one independent one
     * @param window W
     * @param converged whether W &gt;= 5 tau was reached; otherwise the series is too short to say
     */
    public record Integrated(double samples, int window, boolean converged) {}

    /** The integrated time with Sokal's automatic window. */
    public Integrated integrated() {
        double sum = 0;
        for (int w = 1; w < rho.length; w++) {
            sum += rho[w];
            if (w >= SOKAL * (1 + 2 * sum)) {
                return new Integrated(1 + 2 * sum, w, true);
            }
        }
        return new Integrated(1 + 2 * sum, rho.length - 1, false);
    }
}
