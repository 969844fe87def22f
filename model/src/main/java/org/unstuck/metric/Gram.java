package org.unstuck.metric;

/** All scalar products of n vectors, in an order that is fixed and that a JIT compiler turns into SIMD. */
final class Gram {

    /** Features added in one sweep over a row: each loaded sum then serves so many products. */
    private static final int ABREAST = 4;

    /** Features per pass over all sums: their rows stay in the cache of a core. A multiple of {@link #ABREAST}. */
    private static final int BLOCK = 64;

    private Gram() {}

    /**
     * Lower triangle of {@code G_ij = sum_p x[p][i] x[p][j]}, j &lt;= i.
     *
     * @param x {@code x[feature][vector]}, all rows at least {@code n} long; not modified
     * @param g {@code g[i]} of length at least i + 1; its lower triangle is overwritten
     */
    static void of(double[][] x, int features, int n, double[][] g) {
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(g[i], 0, i + 1, 0);
        }
        for (int from = 0; from < features; from += BLOCK) {
            int to = Math.min(features, from + BLOCK);
            for (int i = 0; i < n; i++) {
                add(x, from, to, i, g[i]);
            }
        }
    }

    private static void add(double[][] x, int from, int to, int i, double[] row) {
        int p = from;
        for (; p + ABREAST <= to; p += ABREAST) {
            addFour(row, x[p], x[p + 1], x[p + 2], x[p + 3], i);
        }
        for (; p < to; p++) {
            double[] a = x[p];
            double ai = a[i];
            for (int j = 0; j <= i; j++) {
                row[j] += ai * a[j];
            }
        }
    }

    private static void addFour(double[] row, double[] a, double[] b, double[] c, double[] d, int i) {
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        for (int j = 0; j <= i; j++) {
            row[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
        }
    }
}
