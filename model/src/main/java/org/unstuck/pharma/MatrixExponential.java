package org.unstuck.pharma;

/**
 * exp(A) of a small matrix by scaling, Taylor series and squaring (Moler and Van Loan 2003, SIAM Review 45, 3-49, method 3).
 * Exact to rounding for the rate matrices of compartment models, equal rates included. Only + - * / are used.
 */
final class MatrixExponential {

    /** Terms of the series: with a norm of at most 1/2 the remainder is below 2^-18 / 18! = 6e-22. */
    private static final int TERMS = 18;

    private MatrixExponential() {}

    /** exp(A t); {@code A[row][column]} is not modified. */
    static double[][] of(double[][] A, double t) {
        int n = A.length;
        double norm = 0;
        for (double[] row : A) {
            double sum = 0;
            for (double a : row) {
                sum += Math.abs(a * t);
            }
            norm = Math.max(norm, sum);
        }
        int squarings = 0;
        double scale = t;
        while (norm > 0.5) {
            norm *= 0.5;
            scale *= 0.5;
            squarings++;
        }
        double[][] scaled = new double[n][n];
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            sum[i][i] = 1;
            for (int j = 0; j < n; j++) {
                scaled[i][j] = A[i][j] * scale;
            }
        }
        double[][] term = sum;
        for (int k = 1; k <= TERMS; k++) {
            term = product(term, scaled, 1.0 / k);
            sum = plus(sum, term);
        }
        for (int s = 0; s < squarings; s++) {
            sum = product(sum, sum, 1);
        }
        return sum;
    }

    private static double[][] product(double[][] a, double[][] b, double factor) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double aik = a[i][k] * factor;
                if (aik == 0) {
                    continue; // Rate matrices are mostly empty, and adding 0 changes no bit.
                }
                for (int j = 0; j < n; j++) {
                    c[i][j] += aik * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[][] plus(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                c[i][j] = a[i][j] + b[i][j];
            }
        }
        return c;
    }
}
