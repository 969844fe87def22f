package org.unstuck.sensitivity;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.unstuck.describe.Invalid;

/**
 * Indices from any sample of inputs and outputs, as straight lines see them (Saltelli et al. 2008, Global Sensitivity Analysis: The
 * Primer).
 *
 * @param standardised SRC: regression coefficients of the output on the inputs, all in units of their standard deviation
 * @param partial PCC: correlation of output and input with the linear effect of the other inputs taken away
 * @param partialRank PRCC: the same of ranks (ties share their mean rank), for monotone effects that are not straight
 */
public record RegressionIndices(double[] standardised, double[] partial, double[] partialRank) {

    /**
     * The indices of a sample.
     *
     * @param points {@code [run][input]}
     * @param output {@code [run]}, finite
     * @throws Invalid if there are not more runs than inputs + 1, or an input or the output does not vary or is a sum of others
     */
    public static RegressionIndices of(double[][] points, double[] output) {
        int d = points[0].length;
        if (points.length != output.length || points.length <= d + 1) {
            throw new Invalid(
                    "points",
                    "there are " + points.length + " points and " + output.length + " outputs; with " + d
                            + " inputs there must be at least " + (d + 2) + " of both.",
                    "");
        }
        double[][] columns = new double[d + 1][points.length];
        for (int j = 0; j < points.length; j++) {
            for (int k = 0; k < d; k++) {
                columns[k][j] = points[j][k];
            }
            columns[d][j] = output[j];
        }
        double[][] ranks = new double[d + 1][];
        NaturalRanking ranking = new NaturalRanking(); // Ties share their mean; nothing is random.
        for (int c = 0; c <= d; c++) {
            ranks[c] = ranking.rank(columns[c]);
        }
        try {
            return new RegressionIndices(standardised(columns), partial(columns), partial(ranks));
        } catch (SingularMatrixException e) {
            throw new Invalid("points", "an input or the output does not vary, or is a sum of others.", "");
        }
    }

    private static double[] standardised(double[][] columns) {
        int d = columns.length - 1;
        RealMatrix z = new Array2DRowRealMatrix(columns[0].length, d);
        for (int k = 0; k < d; k++) {
            z.setColumn(k, standard(columns[k]));
        }
        return new QRDecomposition(z)
                .getSolver()
                .solve(new ArrayRealVector(standard(columns[d])))
                .toArray();
    }

    private static double[] standard(double[] values) {
        double mean = 0;
        for (double x : values) {
            mean += x / values.length;
        }
        double square = 0;
        for (double x : values) {
            square += (x - mean) * (x - mean) / values.length;
        }
        if (!(square > 0)) {
            throw new SingularMatrixException();
        }
        double[] z = new double[values.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = (values[j] - mean) / Math.sqrt(square);
        }
        return z;
    }

    private static double[] partial(double[][] columns) {
        int d = columns.length - 1;
        RealMatrix correlation =
                new PearsonsCorrelation().computeCorrelationMatrix(new Array2DRowRealMatrix(columns).transpose());
        RealMatrix inverse = new LUDecomposition(correlation).getSolver().getInverse();
        double[] partial = new double[d];
        for (int k = 0; k < d; k++) {
            partial[k] = -inverse.getEntry(k, d) / Math.sqrt(inverse.getEntry(k, k) * inverse.getEntry(d, d));
        }
        return partial;
    }
}
