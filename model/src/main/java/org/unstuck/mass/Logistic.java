package org.unstuck.mass;

/**
 * The logistic function F(x) = 1 / (1 + exp(-x)) over an array, in plain arithmetic that HotSpot turns into SIMD and that
 * gives the same bits everywhere ({@code Math.exp} is neither).
 *
 * <p>exp(t) = p(t/64)^64, where p is the Taylor polynomial of degree 15 and the power is six squarings. For |x| up to 40 the
 * relative error of F is below 2e-14 (tested); beyond, F stays at F(40) = 1 - 4e-18 or F(-40) = 4e-18. NaN stays NaN.
 */
public final class Logistic {

    /** Largest argument: beyond it F differs from 0 or 1 by less than 5e-18. */
    private static final double LIMIT = 40;

    /** One over two to the number of squarings. */
    private static final double SCALE = 1.0 / 64;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5040;
    private static final double C8 = 1.0 / 40320;
    private static final double C9 = 1.0 / 362880;
    private static final double C10 = 1.0 / 3628800;
    private static final double C11 = 1.0 / 39916800;
    private static final double C12 = 1.0 / 479001600;
    private static final double C13 = 1.0 / 6227020800.0;
    private static final double C14 = 1.0 / 87178291200.0;
    private static final double C15 = 1.0 / 1307674368000.0;

    private Logistic() {}

    /** Replaces the first {@code n} entries of {@code x} by their F(x). */
    public static void apply(double[] x, int n) {
        for (int k = 0; k < n; k++) {
            double r = SCALE * Math.min(LIMIT, Math.max(-LIMIT, -x[k]));
            double e = exp(r);
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            x[k] = 1 / (1 + e);
        }
    }

    private static double exp(double r) {
        double high = C8 + r * (C9 + r * (C10 + r * (C11 + r * (C12 + r * (C13 + r * (C14 + r * C15))))));
        return 1 + r * (1 + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * (C7 + r * high)))))));
    }
}
