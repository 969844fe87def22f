package org.unstuck.mass;

/**
 * The logistic function F(x) = 1 / (1 + exp(-x)) over an array, in arithmetic that HotSpot turns into SIMD and that gives the
 * same bits everywhere ({@code Math.exp} is neither).
 *
 * <p>exp(t) = p(t/256)^256, where p is the Taylor polynomial of degree 10 and the power is eight squarings. {@code Math.fma}
 * rounds once, by definition, on every platform. For |x| up to 36 the relative error of F is below 1e-13 (tested: 5e-14);
 * beyond, F differs from 0 or 1 by less than 3e-16. NaN stays NaN.
 */
public final class Logistic {

    /** Minus one over two to the number of squarings. */
    private static final double SCALE = -1.0 / 256;

    /** Smallest argument of p: beyond it p(r)^256 is 0 in effect, and p must not turn around. */
    private static final double SMALLEST = -1;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5040;
    private static final double C8 = 1.0 / 40320;
    private static final double C9 = 1.0 / 362880;
    private static final double C10 = 1.0 / 3628800;

    private Logistic() {}

    /** Replaces the first {@code n} entries of {@code x} by their F(x). */
    public static void apply(double[] x, int n) {
        for (int k = 0; k < n; k++) {
            x[k] = root(x[k]);
        }
        for (int k = 0; k < n; k++) {
            x[k] = 1 / (1 + power(x[k]));
        }
    }

    /**
     * The first half of F(x): exp(-x/256). For the end of a loop that computes x; {@link #relax} has the other half. In one loop they
     * would take longer than in two, and with the computation of x HotSpot 17 would no longer vectorise it.
     */
    static double root(double x) {
        double r = Math.max(SMALLEST, SCALE * x);
        double e = Math.fma(r, C10, C9);
        e = Math.fma(r, e, C8);
        e = Math.fma(r, e, C7);
        e = Math.fma(r, e, C6);
        e = Math.fma(r, e, C5);
        e = Math.fma(r, e, C4);
        e = Math.fma(r, e, C3);
        e = Math.fma(r, e, C2);
        e = Math.fma(r, e, 1);
        return Math.fma(r, e, 1);
    }

    /** Replaces {@code root}, the {@link #root} of x, by (F(x) - y) times {@code perTau}: tau dy/dt = -y + F(x). */
    static void relax(double[] root, double[] y, double perTau) {
        for (int k = 0; k < root.length; k++) {
            root[k] = (1 / (1 + power(root[k])) - y[k]) * perTau;
        }
    }

    /** e^256. */
    private static double power(double root) {
        double e = root * root;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        return e * e;
    }
}
