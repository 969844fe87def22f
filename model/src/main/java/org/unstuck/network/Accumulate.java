package org.unstuck.network;

/**
 * The inner loops of {@link Coupling}: several terms are added to a sum in one pass, entry by entry and in the order of the
 * arguments, with {@code Math.fma}, which rounds once by definition on every platform.
 *
 * <p>Adding one term a pass would load and store the sum for each. HotSpot 17 turns such a loop into SIMD if it touches at most seven
 * arrays, all from their start (measured: with eight it takes two to four times as long), which sets the number of terms.
 */
final class Accumulate {

    /** Terms of {@link #scaled}. */
    static final int SCALED = 6;
    /** Terms of {@link #products}. */
    static final int PRODUCTS = 3;

    private Accumulate() {}

    /** sum += factor[at] rows[at] + factor[at + 1] rows[at + 1] + ..., {@link #SCALED} terms. */
    static void scaled(double[] sum, double[] factor, double[][] rows, int at) {
        scaled(
                sum,
                factor[at],
                factor[at + 1],
                factor[at + 2],
                factor[at + 3],
                factor[at + 4],
                factor[at + 5],
                rows[at],
                rows[at + 1],
                rows[at + 2],
                rows[at + 3],
                rows[at + 4],
                rows[at + 5]);
    }

    private static void scaled(
            double[] sum,
            double a,
            double b,
            double c,
            double d,
            double e,
            double f,
            double[] A,
            double[] B,
            double[] C,
            double[] D,
            double[] E,
            double[] F) {
        for (int k = 0; k < sum.length; k++) {
            double s = Math.fma(a, A[k], sum[k]);
            s = Math.fma(b, B[k], s);
            s = Math.fma(c, C[k], s);
            s = Math.fma(d, D[k], s);
            s = Math.fma(e, E[k], s);
            sum[k] = Math.fma(f, F[k], s);
        }
    }

    /** P += pa A + pb B + pc C, and the same for Q and R: three sums for which each row is loaded once. */
    static void block(
            double[] P,
            double[] Q,
            double[] R,
            double[] A,
            double[] B,
            double[] C,
            double pa,
            double pb,
            double pc,
            double qa,
            double qb,
            double qc,
            double ra,
            double rb,
            double rc) {
        for (int k = 0; k < P.length; k++) {
            double a = A[k];
            double b = B[k];
            double c = C[k];
            P[k] = Math.fma(pc, c, Math.fma(pb, b, Math.fma(pa, a, P[k])));
            Q[k] = Math.fma(qc, c, Math.fma(qb, b, Math.fma(qa, a, Q[k])));
            R[k] = Math.fma(rc, c, Math.fma(rb, b, Math.fma(ra, a, R[k])));
        }
    }

    /** sum += a A + b B + c C. */
    static void products(double[] sum, double[] a, double[] A, double[] b, double[] B, double[] c, double[] C) {
        for (int k = 0; k < sum.length; k++) {
            double s = Math.fma(a[k], A[k], sum[k]);
            s = Math.fma(b[k], B[k], s);
            sum[k] = Math.fma(c[k], C[k], s);
        }
    }

    /** sum = a A + b B + c C. */
    static void begin(double[] sum, double[] a, double[] A, double[] b, double[] B, double[] c, double[] C) {
        for (int k = 0; k < sum.length; k++) {
            double s = Math.fma(a[k], A[k], 0.0);
            s = Math.fma(b[k], B[k], s);
            sum[k] = Math.fma(c[k], C[k], s);
        }
    }

    /** sum += a A + b B. */
    static void products(double[] sum, double[] a, double[] A, double[] b, double[] B) {
        for (int k = 0; k < sum.length; k++) {
            double s = Math.fma(a[k], A[k], sum[k]);
            sum[k] = Math.fma(b[k], B[k], s);
        }
    }

    /** sum += a A. */
    static void products(double[] sum, double[] a, double[] A) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = Math.fma(a[k], A[k], sum[k]);
        }
    }
}
