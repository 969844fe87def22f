package org.unstuck.metric;

import java.util.Arrays;

/**
 * How far two divisions of the same things agree. Renaming the groups of either changes nothing.
 *
 * @param adjustedRand adjusted Rand index (Hubert and Arabie 1985, J. Classif. 2, 193-218): 1 for equal divisions, 0 on average
 *     for random ones with the same group sizes, may be negative; 1 where both are trivial
 * @param mutualInformation normalised by the mean of the entropies, 0..1; 1 where both are trivial
 * @param variationNats variation of information (Meila 2007, J. Multivar. Anal. 98, 873-895), nats; a distance
 */
public record LabelAgreement(double adjustedRand, double mutualInformation, double variationNats) {

    /**
     * Compares.
     *
     * @param a {@code a[thing]} group of each, any numbers
     * @param b the same things
     * @throws IllegalArgumentException if empty or of different length
     */
    public static LabelAgreement of(int[] a, int[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException("a has " + a.length + " and b has " + b.length
                    + " labels, they must have the same number, at least 1. Maybe one was cut.");
        }
        int[] namesA = names(a);
        int[] namesB = names(b);
        int[][] both = new int[namesA.length][namesB.length];
        int[] ofA = new int[namesA.length];
        int[] ofB = new int[namesB.length];
        for (int k = 0; k < a.length; k++) {
            int i = Arrays.binarySearch(namesA, a[k]);
            int j = Arrays.binarySearch(namesB, b[k]);
            both[i][j]++;
            ofA[i]++;
            ofB[j]++;
        }
        int[] cells = Arrays.stream(both).flatMapToInt(Arrays::stream).toArray();
        double ha = entropy(ofA, a.length);
        double hb = entropy(ofB, a.length);
        double joint = entropy(cells, a.length);
        double shared = ha + hb - joint;
        return new LabelAgreement(
                rand(pairs(cells), pairs(ofA), pairs(ofB), a.length),
                ha + hb > 0 ? 2 * shared / (ha + hb) : 1,
                Math.max(0, ha + hb - 2 * shared));
    }

    /** All layers of two dynamic divisions {@code [layer][node]} together, so that names must hold over time as well. */
    public static LabelAgreement of(int[][] a, int[][] b) {
        return of(flat(a), flat(b));
    }

    /** Mean over layers of the adjusted Rand index within each: blind to names that change from layer to layer. */
    public static double meanAdjustedRand(int[][] a, int[][] b) {
        double sum = 0;
        for (int s = 0; s < a.length; s++) {
            sum += of(a[s], b[s]).adjustedRand();
        }
        return sum / a.length;
    }

    private static int[] flat(int[][] layers) {
        return Arrays.stream(layers).flatMapToInt(Arrays::stream).toArray();
    }

    private static int[] names(int[] labels) {
        return Arrays.stream(labels).sorted().distinct().toArray();
    }

    private static double pairs(int[] counts) {
        double sum = 0;
        for (int c : counts) {
            sum += c * (c - 1.0) / 2;
        }
        return sum;
    }

    private static double rand(double both, double inA, double inB, int n) {
        double all = n * (n - 1.0) / 2;
        double expected = all > 0 ? inA * inB / all : 0;
        double most = (inA + inB) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double entropy(int[] counts, int n) {
        double h = 0;
        for (int c : counts) {
            double p = (double) c / n;
            h -= c > 0 ? p * StrictMath.log(p) : 0;
        }
        return h;
    }
}
