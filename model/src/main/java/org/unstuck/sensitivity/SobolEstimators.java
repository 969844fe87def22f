package org.unstuck.sensitivity;

/**
 * Estimators of the variance-based indices of one input k, from outputs at points A, at points B and at points AB: as A, with
 * coordinate k from B (Saltelli et al. 2010, Comput. Phys. Commun. 181, table 2). V: variance of the outputs at A and B together.
 *
 * <pre>
 *   S_k  = mean(y_B (y_AB - y_A)) / V                 Saltelli 2010 (b)
 *   S_k  = 1 - mean((y_B - y_AB)^2) / (2 V)           Jansen 1999 (c)
 *   ST_k = mean((y_A - y_AB)^2) / (2 V)               Jansen 1999 (f)
 *   ST_k = mean(y_A (y_A - y_AB)) / V                 Sobol' 2007 (e)
 * </pre>
 *
 * Arrays are {@code y[point]} of equal length. The first and the last have less scatter when the mean of all outputs is taken away
 * before; {@link SobolIndices} does so, these methods do not.
 */
public final class SobolEstimators {

    private SobolEstimators() {}

    /** V: variance with divisor 2 n of the outputs at A and B together. */
    public static double variance(double[] yA, double[] yB) {
        double mean = mean(yA, yB);
        double sum = 0;
        for (int j = 0; j < yA.length; j++) {
            sum += (yA[j] - mean) * (yA[j] - mean) + (yB[j] - mean) * (yB[j] - mean);
        }
        return sum / (2 * yA.length);
    }

    /** Mean of the outputs at A and B together. */
    public static double mean(double[] yA, double[] yB) {
        double sum = 0;
        for (int j = 0; j < yA.length; j++) {
            sum += yA[j] + yB[j];
        }
        return sum / (2 * yA.length);
    }

    /** First-order index, Saltelli 2010. */
    public static double firstSaltelli(double[] yA, double[] yB, double[] yAB) {
        double sum = 0;
        for (int j = 0; j < yA.length; j++) {
            sum += yB[j] * (yAB[j] - yA[j]);
        }
        return sum / yA.length / variance(yA, yB);
    }

    /** First-order index, Jansen 1999. */
    public static double firstJansen(double[] yA, double[] yB, double[] yAB) {
        return 1 - 0.5 * meanSquare(yB, yAB) / variance(yA, yB);
    }

    /** Total index, Jansen 1999. */
    public static double totalJansen(double[] yA, double[] yB, double[] yAB) {
        return 0.5 * meanSquare(yA, yAB) / variance(yA, yB);
    }

    /** Total index, Sobol' 2007. */
    public static double totalSobol(double[] yA, double[] yB, double[] yAB) {
        double sum = 0;
        for (int j = 0; j < yA.length; j++) {
            sum += yA[j] * (yA[j] - yAB[j]);
        }
        return sum / yA.length / variance(yA, yB);
    }

    private static double meanSquare(double[] y, double[] yAB) {
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += (y[j] - yAB[j]) * (y[j] - yAB[j]);
        }
        return sum / y.length;
    }
}
