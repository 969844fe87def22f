package org.unstuck.landscape;

/**
 * A point where nothing moves, f(x) = 0.
 *
 * @param x the point
 * @param eigenvalues of the Jacobian there
 * @param residual largest |f_i| that is left, 1 / time
 */
public record Equilibrium(double[] x, Eigenvalues eigenvalues, double residual) {

    /** Real parts below this share of the largest eigenvalue count as zero. */
    private static final double ZERO = 1e-7;

    /** What small disturbances do. */
    public enum Kind {
        /** They die out. */
        STABLE_NODE("stable node"),
        /** They die out while turning. */
        STABLE_FOCUS("stable focus"),
        /** They grow in some directions only. */
        SADDLE("saddle"),
        /** They grow in every direction. */
        UNSTABLE_NODE("unstable node"),
        /** They grow while turning, in every direction. */
        UNSTABLE_FOCUS("unstable focus"),
        /** The linear part does not decide. */
        MARGINAL("marginal");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it is said. */
        public String words() {
            return words;
        }
    }

    /** The kind of this point. */
    public Kind kind() {
        double[] re = eigenvalues.re();
        double largest = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(
                    largest, Math.max(Math.abs(re[i]), Math.abs(eigenvalues.im()[i])));
            nearest = Math.min(nearest, Math.abs(re[i]));
        }
        if (!(nearest > ZERO * largest)) {
            return Kind.MARGINAL;
        }
        boolean turns = eigenvalues.im()[0] != 0;
        int unstable = eigenvalues.unstable();
        if (unstable == 0) {
            return turns ? Kind.STABLE_FOCUS : Kind.STABLE_NODE;
        }
        if (unstable < re.length) {
            return Kind.SADDLE;
        }
        return turns ? Kind.UNSTABLE_FOCUS : Kind.UNSTABLE_NODE;
    }

    /** Whether every small disturbance dies out. */
    public boolean isStable() {
        Kind kind = kind();
        return kind == Kind.STABLE_NODE || kind == Kind.STABLE_FOCUS;
    }
}
