package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * How much of the variance of an output each input accounts for, with inputs independent and uniform over their ranges:
 *
 * <pre>
 *   S_k  = V(E(y | x_k)) / V(y)          first order: alone
 *   ST_k = E(V(y | all but x_k)) / V(y)  total: alone and together with others
 * </pre>
 *
 * First order by the estimator of Saltelli 2010, total by that of Jansen 1999, after the mean was taken away. Intervals come from
 * resampling base samples. An index near 0 may be estimated below 0: that is scatter, and the interval says so.
 *
 * @param first S of every input
 * @param total ST of every input
 * @param variance V of the outputs at A and B
 * @param used base samples used
 * @param missing base samples left out because one of their runs has no output
 */
public record SobolIndices(List<Estimate> first, List<Estimate> total, double variance, int used, int missing) {

    /** Fewest base samples that say anything. */
    private static final int FEWEST = 4;

    public SobolIndices {
        first = List.copyOf(first);
        total = List.copyOf(total);
    }

    /**
     * The indices from the outputs of a design. Cost: 500 x base samples x inputs.
     *
     * @param output {@code [run]}, in the order of the design; NaN where there is none
     * @throws Invalid if the number of outputs is not that of the design, fewer than 4 base samples are whole, or the output does not
     *     vary
     */
    public static SobolIndices of(SobolDesign design, double[] output, Address address) {
        int d = design.inputs();
        if (output.length != design.points().length) {
            throw new Invalid(
                    "output",
                    "there are " + output.length + " outputs, the design has " + design.points().length + " runs.",
                    "");
        }
        List<Integer> whole = new ArrayList<>();
        for (int j = 0; j < design.base(); j++) {
            int from = j * (d + 2);
            if (java.util.stream.IntStream.range(from, from + d + 2).allMatch(r -> Double.isFinite(output[r]))) {
                whole.add(from);
            }
        }
        int n = whole.size();
        if (n < FEWEST) {
            throw new Invalid(
                    "output",
                    n + " of " + design.base() + " base samples have all their runs, at least " + FEWEST
                            + " are needed.",
                    "Maybe more samples, or narrower ranges so that fewer runs fail.");
        }
        double[][] y = new double[d + 2][n];
        for (int c = 0; c < d + 2; c++) {
            for (int j = 0; j < n; j++) {
                y[c][j] = output[whole.get(j) + c];
            }
        }
        if (!(SobolEstimators.variance(y[0], y[1]) > 0)) {
            throw new Invalid("output", "the output is the same in all runs.", "Maybe other parameters or outcome.");
        }
        centre(y);
        return of(y, design.base() - n, address);
    }

    private static void centre(double[][] y) {
        double mean = SobolEstimators.mean(y[0], y[1]);
        for (double[] column : y) {
            for (int j = 0; j < column.length; j++) {
                column[j] -= mean;
            }
        }
    }

    private static SobolIndices of(double[][] y, int missing, Address address) {
        int d = y.length - 2;
        int n = y[0].length;
        double[][] first = new double[d][Estimate.RESAMPLES];
        double[][] total = new double[d][Estimate.RESAMPLES];
        Draws draws = address.with("bootstrap").draws();
        double[][] drawn = new double[d + 2][n];
        for (int b = 0; b < Estimate.RESAMPLES; b++) {
            for (int j = 0; j < n; j++) {
                int from = draws.below(n);
                for (int c = 0; c < d + 2; c++) {
                    drawn[c][j] = y[c][from];
                }
            }
            for (int k = 0; k < d; k++) {
                first[k][b] = SobolEstimators.firstSaltelli(drawn[0], drawn[1], drawn[2 + k]);
                total[k][b] = SobolEstimators.totalJansen(drawn[0], drawn[1], drawn[2 + k]);
            }
        }
        List<Estimate> firsts = new ArrayList<>();
        List<Estimate> totals = new ArrayList<>();
        for (int k = 0; k < d; k++) {
            firsts.add(Estimate.of(SobolEstimators.firstSaltelli(y[0], y[1], y[2 + k]), first[k]));
            totals.add(Estimate.of(SobolEstimators.totalJansen(y[0], y[1], y[2 + k]), total[k]));
        }
        return new SobolIndices(firsts, totals, SobolEstimators.variance(y[0], y[1]), n, missing);
    }
}
