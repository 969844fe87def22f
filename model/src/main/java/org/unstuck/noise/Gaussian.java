package org.unstuck.noise;

/**
 * Standard normal numbers by inversion: one 64-bit word, one uniform, one normal.
 *
 * <p>Word {@code n} of stream {@code key} is {@code mix(key + (n + 1) * GOLDEN)} (SplitMix64 as a counter-based generator),
 * so any number can be had without those before it. The quantile function is algorithm AS 241 (PPND16) of Wichura 1988,
 * Applied Statistics 37, 477-484: relative accuracy about 1e-16. Only {@code + - * /}, {@code sqrt} and
 * {@link StrictMath#log} are used, so the bits are the same on every JDK and platform.
 */
public final class Gaussian {

    /** AS 241: the rational approximation in q*q holds for |q| up to this. */
    private static final double CENTRAL = 0.425;
    /** CENTRAL squared, as in AS 241. */
    private static final double CENTRAL_SQUARED = 0.180625;
    /** AS 241: where the near tail ends, in r = sqrt(-log p). */
    private static final double NEAR_TAIL = 5.0;
    /** AS 241: the offset of r in the near tail. */
    private static final double NEAR_OFFSET = 1.6;

    private Gaussian() {}

    /** Maps 64 random bits to the centre of one of 2^52 equal cells of (0, 1). */
    static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Number {@code step} of the stream {@code key}. */
    public static double at(long key, long step) {
        return quantile(uniform(Address.mix(key + (step + 1) * Address.GOLDEN)));
    }

    /**
     * Number {@code step} of many streams: {@code out[k] = at(keys[k], step)}.
     *
     * @param keys one stream per entry
     * @param step the same step of every stream
     * @param out filled; same length as {@code keys}
     */
    public static void fill(long[] keys, long step, double[] out) {
        long offset = (step + 1) * Address.GOLDEN;
        for (int k = 0; k < keys.length; k++) {
            out[k] = quantile(uniform(Address.mix(keys[k] + offset)));
        }
    }

    /**
     * The standard normal quantile of {@code p} (AS 241, PPND16).
     *
     * @param p strictly between 0 and 1
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRAL) {
            double r = CENTRAL_SQUARED - q * q;
            return q * central(r);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double z = r <= NEAR_TAIL ? nearTail(r - NEAR_OFFSET) : farTail(r - NEAR_TAIL);
        return q < 0 ? -z : z;
    }

    private static double central(double r) {
        double numerator = horner(
                r,
                2.5090809287301226727e3,
                3.3430575583588128105e4,
                6.7265770927008700853e4,
                4.5921953931549871457e4,
                1.3731693765509461125e4,
                1.9715909503065514427e3,
                1.3314166789178437745e2,
                3.3871328727963666080e0);
        double denominator = horner(
                r,
                5.2264952788528545610e3,
                2.8729085735721942674e4,
                3.9307895800092710610e4,
                2.1213794301586595867e4,
                5.3941960214247511077e3,
                6.8718700749205790830e2,
                4.2313330701600911252e1,
                1.0);
        return numerator / denominator;
    }

    private static double nearTail(double r) {
        double numerator = horner(
                r,
                7.74545014278341407640e-4,
                2.27238449892691845833e-2,
                2.41780725177450611770e-1,
                1.27045825245236838258e0,
                3.64784832476320460504e0,
                5.76949722146069140550e0,
                4.63033784615654529590e0,
                1.42343711074968357734e0);
        double denominator = horner(
                r,
                1.05075007164441684324e-9,
                5.47593808499534494600e-4,
                1.51986665636164571966e-2,
                1.48103976427480074590e-1,
                6.89767334985100004550e-1,
                1.67638483018380384940e0,
                2.05319162663775882187e0,
                1.0);
        return numerator / denominator;
    }

    private static double farTail(double r) {
        double numerator = horner(
                r,
                2.01033439929228813265e-7,
                2.71155556874348757815e-5,
                1.24266094738807843860e-3,
                2.65321895265761230930e-2,
                2.96560571828504891230e-1,
                1.78482653991729133580e0,
                5.46378491116411436990e0,
                6.65790464350110377720e0);
        double denominator = horner(
                r,
                2.04426310338993978564e-15,
                1.42151175831644588870e-7,
                1.84631831751005468180e-5,
                7.86869131145613259100e-4,
                1.48753612908506148525e-2,
                1.36929880922735805310e-1,
                5.99832206555887937690e-1,
                1.0);
        return numerator / denominator;
    }

    /** c7 r^7 + ... + c1 r + c0. */
    private static double horner(
            double r, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0) {
        return ((((((c7 * r + c6) * r + c5) * r + c4) * r + c3) * r + c2) * r + c1) * r + c0;
    }
}
