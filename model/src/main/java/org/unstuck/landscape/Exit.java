package org.unstuck.landscape;

/** Says which runs have left. */
@FunctionalInterface
public interface Exit {

    /**
     * Looks at all runs.
     *
     * @param x {@code x[coordinate][run]}; not modified
     * @return {@code left[run]}
     */
    boolean[] left(double[][] x);

    /** A run has left when, were the noise to stop now, it would end on another attractor. */
    static Exit basin(Fates fates, int from) {
        return x -> {
            int[] fate = fates.of(x);
            boolean[] left = new boolean[fate.length];
            for (int k = 0; k < left.length; k++) {
                left[k] = fate[k] != from && fate[k] != Fates.UNKNOWN;
            }
            return left;
        };
    }

    /** A run has left when coordinate {@code i} is at or above {@code level}. */
    static Exit above(int i, double level) {
        return x -> {
            boolean[] left = new boolean[x[i].length];
            for (int k = 0; k < left.length; k++) {
                left[k] = x[i][k] >= level;
            }
            return left;
        };
    }
}
