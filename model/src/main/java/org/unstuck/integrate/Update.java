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
