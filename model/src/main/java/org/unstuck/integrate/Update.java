package org.unstuck.integrate;

/** The short loops of the schemes; HotSpot turns each into SIMD instructions. */
final class Update {

    private Update() {}

    /** y += h f. */
    static void advance(double[] y, double h, double[] f) {
        for (int k = 0; k < y.length; k++) {
            y[k] += h * f[k];
        }
    }

    /** y += h f + n. */
    static void advance(double[] y, double h, double[] f, double[] n) {
        for (int k = 0; k < y.length; k++) {
            y[k] += h * f[k] + n[k];
        }
    }

    /** to = y + h f. */
    static void advanceFrom(double[] y, double h, double[] f, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = y[k] + h * f[k];
        }
    }

    /** to = y + h f + n. */
    static void advanceFrom(double[] y, double h, double[] f, double[] n, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = y[k] + (h * f[k] + n[k]);
        }
    }

    /** y = (y + g f) + h e. */
    static void advanceTwice(double[] y, double g, double[] f, double h, double[] e) {
        for (int k = 0; k < y.length; k++) {
            y[k] = (y[k] + g * f[k]) + h * e[k];
        }
    }

    /** y += h (f + e). */
    static void advanceBySum(double[] y, double h, double[] f, double[] e) {
        for (int k = 0; k < y.length; k++) {
            y[k] += h * (f[k] + e[k]);
        }
    }

    /** y += h (f + e) + n. */
    static void advanceBySum(double[] y, double h, double[] f, double[] e, double[] n) {
        for (int k = 0; k < y.length; k++) {
            y[k] += h * (f[k] + e[k]) + n[k];
        }
    }

    /** y += c g w. */
    static void addProduct(double[] y, double c, double[] g, double[] w) {
        for (int k = 0; k < y.length; k++) {
            y[k] += c * g[k] * w[k];
        }
    }

    /** a += b. */
    static void add(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) {
            a[k] += b[k];
        }
    }
}
