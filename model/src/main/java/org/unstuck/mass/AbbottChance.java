package org.unstuck.mass;

/**
 * The transfer function of the reduced Wong-Wang model (Abbott and Chance 2005, as in Wong and Wang 2006),
 *
 * <pre>H(u) = u / (1 - exp(-d u)),   H(0) = 1/d</pre>
 *
 * over an array. Written like this it has a removable singularity at u = 0, where 0/0 is met, and loses digits around it. Here, with
 * z = d u and r = -z/256,
 *
 * <pre>(1 - exp(-z)) / z = g(r) prod_{j=0..7} (1 + q_j/2),   q_0 = r g(r),   q_{j+1} = q_j (q_j + 2),   g(r) = (exp(r) - 1) / r,</pre>
 *
 * with g as its Taylor polynomial: q_j is exp(2^j r) - 1, which is never computed as a difference. There is no division by a small
 * number and no branch, so HotSpot turns it into SIMD. For |z| up to 36 the relative error is below 1e-13 (tested).
 */
final class AbbottChance {

    private static final double SCALE = -1.0 / 256;
    /** Beyond these r the polynomial would turn round or the powers overflow; H is u or 0 there in effect. */
    private static final double SMALLEST = -1;

    private static final double LARGEST = 2;

    private static final double C1 = 1.0 / 2;
    private static final double C2 = 1.0 / 6;
    private static final double C3 = 1.0 / 24;
    private static final double C4 = 1.0 / 120;
    private static final double C5 = 1.0 / 720;
    private static final double C6 = 1.0 / 5040;
    private static final double C7 = 1.0 / 40320;
    private static final double C8 = 1.0 / 362880;
    private static final double C9 = 1.0 / 3628800;

    private AbbottChance() {}

    /**
     * Replaces u by H(u).
     *
     * @param u overwritten
     * @param d curvature, in units of 1/u
     * @param r scratch of the same length
     */
    static void apply(double[] u, double d, double[] r) {
        for (int k = 0; k < u.length; k++) {
            r[k] = Math.min(LARGEST, Math.max(SMALLEST, SCALE * d * u[k]));
        }
        for (int k = 0; k < u.length; k++) {
            u[k] = polynomial(r[k]);
        }
        double perD = 1 / d;
        for (int k = 0; k < u.length; k++) {
            u[k] = perD / (u[k] * product(r[k] * u[k]));
        }
    }

    /** H of one number. */
    static double of(double u, double d) {
        double r = Math.min(LARGEST, Math.max(SMALLEST, SCALE * d * u));
        double g = polynomial(r);
        return 1 / d / (g * product(r * g));
    }

    private static double polynomial(double r) {
        double g = Math.fma(r, C9, C8);
        g = Math.fma(r, g, C7);
        g = Math.fma(r, g, C6);
        g = Math.fma(r, g, C5);
        g = Math.fma(r, g, C4);
        g = Math.fma(r, g, C3);
        g = Math.fma(r, g, C2);
        g = Math.fma(r, g, C1);
        return Math.fma(r, g, 1);
    }

    private static double product(double q0) {
        double half = 0.5;
        double p = Math.fma(half, q0, 1);
        double q1 = q0 * (q0 + 2);
        p *= Math.fma(half, q1, 1);
        double q2 = q1 * (q1 + 2);
        p *= Math.fma(half, q2, 1);
        double q3 = q2 * (q2 + 2);
        p *= Math.fma(half, q3, 1);
        double q4 = q3 * (q3 + 2);
        p *= Math.fma(half, q4, 1);
        double q5 = q4 * (q4 + 2);
        p *= Math.fma(half, q5, 1);
        double q6 = q5 * (q5 + 2);
        p *= Math.fma(half, q6, 1);
        double q7 = q6 * (q6 + 2);
        return p * Math.fma(half, q7, 1);
    }
}
