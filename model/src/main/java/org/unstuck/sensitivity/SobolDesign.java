package org.unstuck.sensitivity;

import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;

/**
 * The points at which a model must be run for {@link SobolIndices}: base samples A and B, and for every input k the points AB_k: as
 * A, with coordinate k from B (Saltelli et al. 2010). In all N (d + 2) runs.
 *
 * <p>A and B are the two halves of one low-discrepancy sequence in 2 d dimensions. The points of base sample j are together: A_j,
 * B_j, AB_1,j ... AB_d,j, so that a design cut short after whole base samples is still a design.
 *
 * @param points {@code [run][input]}
 * @param inputs d
 */
public record SobolDesign(double[][] points, int inputs) {

    /**
     * The usual design: Sobol' sequence, shifted at random.
     *
     * @param base N, the number of base samples; a power of two is best
     * @param inputs d, 1 to 500
     * @throws Invalid if there are too few or too many of either
     */
    public static SobolDesign of(int base, int inputs, Address address) {
        return of(UnitPoints.shifted(UnitPoints.sobol(base, 2 * inputs), address));
    }

    /** A design from base samples {@code pairs[j][2 d]}: A in the first d columns, B in the others. */
    public static SobolDesign of(double[][] pairs) {
        int d = pairs[0].length / 2;
        double[][] points = new double[pairs.length * (d + 2)][];
        for (int j = 0; j < pairs.length; j++) {
            double[] a = java.util.Arrays.copyOf(pairs[j], d);
            double[] b = java.util.Arrays.copyOfRange(pairs[j], d, 2 * d);
            points[j * (d + 2)] = a;
            points[j * (d + 2) + 1] = b;
            for (int k = 0; k < d; k++) {
                double[] ab = a.clone();
                ab[k] = b[k];
                points[j * (d + 2) + 2 + k] = ab;
            }
        }
        return new SobolDesign(points, d);
    }

    /** N, the number of base samples. */
    public int base() {
        return points.length / (inputs + 2);
    }
}
