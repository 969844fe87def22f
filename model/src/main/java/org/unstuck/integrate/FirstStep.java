package org.unstuck.integrate;

/**
 * The first step of an adaptive run (Hairer, Norsett, Wanner 1993, section II.4, "Starting step size"): the size for
 * which an explicit Euler step and the second derivative, estimated along it, stay small. One drift.
 */
final class FirstStep {

    /** The algorithm's constants, in its order. */
    private static final double NEGLIGIBLE = 1e-5;

    private static final double FALLBACK_MS = 1e-6;
    private static final double SMALL_CHANGE = 0.01;
    private static final double FLAT = 1e-15;
    private static final double SHRINK = 1e-3;
    private static final double GROW = 100;
    private static final double ORDER = 5;

    private final DormandPrince54 scheme;

    FirstStep(DormandPrince54 scheme) {
        this.scheme = scheme;
    }

    /** The step at {@code t}, at most {@code span}; {@code ahead} and {@code slopeAhead} are overwritten. */
    double of(Drift f, double t, double span, double[][] y, double[][] slope, double[][] ahead, double[][] slopeAhead) {
        double d0 = largest(y, y, null);
        double d1 = largest(y, slope, null);
        double h0 = d0 < NEGLIGIBLE || d1 < NEGLIGIBLE ? FALLBACK_MS : SMALL_CHANGE * d0 / d1;
        h0 = Math.min(h0, span);
        for (int v = 0; v < y.length; v++) {
            System.arraycopy(y[v], 0, ahead[v], 0, y[v].length);
            Update.advance(ahead[v], h0, slope[v]);
        }
        f.at(t + h0, ahead, slopeAhead);
        double d = Math.max(d1, largest(y, slopeAhead, slope) / h0);
        double h1 = d <= FLAT ? Math.max(FALLBACK_MS, h0 * SHRINK) : StrictMath.pow(SMALL_CHANGE / d, 1 / ORDER);
        double h = Math.min(Math.min(GROW * h0, h1), span);
        return h > 0 ? h : Math.min(FALLBACK_MS, span);
    }

    /** The largest of |x - minus| in units of the tolerance at {@code y}; {@code minus} may be null. */
    private double largest(double[][] y, double[][] x, double[][] minus) {
        double largest = 0;
        for (int v = 0; v < y.length; v++) {
            for (int k = 0; k < y[v].length; k++) {
                double difference = minus == null ? x[v][k] : x[v][k] - minus[v][k];
                double allowed = scheme.absolute() + scheme.relative() * Math.abs(y[v][k]);
                largest = Math.max(largest, Math.abs(difference) / allowed);
            }
        }
        return largest;
    }
}
