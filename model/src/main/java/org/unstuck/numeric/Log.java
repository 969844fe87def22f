package org.unstuck.numeric;

/**
 * The natural logarithm.
 *
 * <p>x = 2^k m with m between sqrt(1/2) and sqrt(2); log x = k ln 2 + log m; with f = m - 1 and s = f / (2 + f), log m = 2 artanh s
 * = f - s (f - R), R = 2 s^2/3 + 2 s^4/5 + ... (the rearrangement of fdlibm, e_log.c, Sun Microsystems 1993; here with the Taylor
 * series up to s^22, whose remainder is below 1e-18).
 *
 * <p>Error: at most 1 unit in the last place over the whole range, subnormal arguments included (0.81 seen on
 * 1,300 arguments of 60 digits). log 1 is +0, log of 0 and of -0 minus infinity; of a negative number or NaN it is NaN. The array kernel gives the bits of
 * the scalar method; its series becomes SIMD, the exponents stay scalar, since HotSpot 17 does not vectorise bits of doubles.
 */
public final class Log {

    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    /** What is missing to ln 2; k LN2_HIGH is exact for every exponent k. */
    private static final double LN2_LOW = 0x1.ef35793c76730p-45;

    /** The bits of sqrt(1/2): from there on mantissas belong to the next power of two. */
    private static final long SQRT_HALF = 0x3FE6A09E667F3BCDL;

    private static final long ONE = 0x3FF0000000000000L;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final double TWO_TO_54 = 0x1p54;

    private static final double C1 = 2.0 / 3;
    private static final double C2 = 2.0 / 5;
    private static final double C3 = 2.0 / 7;
    private static final double C4 = 2.0 / 9;
    private static final double C5 = 2.0 / 11;
    private static final double C6 = 2.0 / 13;
    private static final double C7 = 2.0 / 15;
    private static final double C8 = 2.0 / 17;
    private static final double C9 = 2.0 / 19;
    private static final double C10 = 2.0 / 21;
    private static final double C11 = 2.0 / 23;

    private Log() {}

    /** log(x). */
    public static double log(double x) {
        return joined(series(fraction(x)), x);
    }

    /**
     * {@code out[k] = log(x[k])}. Allocates nothing.
     *
     * @param x arguments; not modified
     * @param out overwritten; another array of the same length
     * @throws IllegalArgumentException if {@code out} is {@code x} or has another length
     */
    public static void log(double[] x, double[] out) {
        Kernel.check(x, out);
        for (int k = 0; k < x.length; k++) {
            out[k] = fraction(x[k]);
        }
        for (int k = 0; k < x.length; k++) {
            out[k] = series(out[k]);
        }
        for (int k = 0; k < x.length; k++) {
            out[k] = joined(out[k], x[k]);
        }
    }

    /** The bits of x, times 2^54 if x is subnormal, above those of sqrt(1/2): exponent k and, below it, the mantissa. */
    private static long bits(double x) {
        return Double.doubleToRawLongBits(x < Double.MIN_NORMAL ? x * TWO_TO_54 : x) - SQRT_HALF;
    }

    /** f = m - 1, without rounding. */
    private static double fraction(double x) {
        return Double.longBitsToDouble((bits(x) & MANTISSA) + SQRT_HALF) - 1;
    }

    /** log(1 + f). */
    private static double series(double f) {
        double s = f / (2 + f);
        double z = s * s;
        double R = Math.fma(z, C11, C10);
        R = Math.fma(z, R, C9);
        R = Math.fma(z, R, C8);
        R = Math.fma(z, R, C7);
        R = Math.fma(z, R, C6);
        R = Math.fma(z, R, C5);
        R = Math.fma(z, R, C4);
        R = Math.fma(z, R, C3);
        R = Math.fma(z, R, C2);
        R = Math.fma(z, R, C1);
        double half = 0.5 * f * f;
        return f - (half - s * Math.fma(z, R, half));
    }

    private static double joined(double series, double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        int k = (int) (bits(x) >> MANTISSA_BITS) - (x < Double.MIN_NORMAL ? 54 : 0);
        return Math.fma(k, LN2_HIGH, Math.fma(k, LN2_LOW, series));
    }
}
