package org.unstuck.claim;

/** How the two sides of a claim stand to each other, with d = left - factor x right and the margin m, 0 or larger. */
public enum Relation {
    /** d &gt; m. */
    MORE {
        @Override
        boolean isTrue(double d, double margin) {
            return d > margin;
        }
    },
    /** d &lt; -m. */
    LESS {
        @Override
        boolean isTrue(double d, double margin) {
            return d < -margin;
        }
    },
    /** -m &lt; d &lt; m. */
    SAME {
        @Override
        boolean isTrue(double d, double margin) {
            return Math.abs(d) < margin;
        }
    };

    abstract boolean isTrue(double d, double margin);

    /**
     * What an interval of d says: true at all its values, at none, or at some.
     *
     * @param low lower end, at most {@code high}
     */
    Verdict of(double low, double high, double margin) {
        boolean atLow = isTrue(low, margin);
        boolean atHigh = isTrue(high, margin);
        if (atLow && atHigh) {
            return Verdict.HOLDS; // Each relation is true on one interval of d.
        }
        boolean around = this == SAME && low < margin && high > -margin;
        return atLow || atHigh || around ? Verdict.UNDECIDED : Verdict.FLIPS;
    }
}
