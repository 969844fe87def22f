package org.unstuck.phenomena;

import java.util.List;

/**
 * What became of a phenomenon in all seeds.
 *
 * @param phenomenon which
 * @param lines one per quantity; empty if it could not be run
 * @param needs why it could not be run, or empty
 * @param insideShare share of seeds in which every quantity is inside its band
 */
public record Verdict(Phenomenon phenomenon, List<Line> lines, String needs, double insideShare) {

    /** Share of seeds that must be inside: a phenomenon that depends on the seed more than this is not shown. */
    public static final double ENOUGH = 0.7;

    /**
     * One quantity.
     *
     * @param band where the literature puts it
     * @param value mean over seeds; NaN if undefined
     * @param low lower end of the 95 % bootstrap interval over patients; NaN without one
     * @param high upper end
     * @param insideShare share of seeds inside
     * @param bySeed {@code bySeed[seed]}
     */
    public record Line(Band band, double value, double low, double high, double insideShare, double[] bySeed) {

        /** Whether enough seeds are inside. */
        public boolean passes() {
            return insideShare >= ENOUGH;
        }
    }

    /** pass, fail or not runnable. */
    public enum Status {
        PASS,
        FAIL,
        NOT_RUNNABLE
    }

    /** The status. */
    public Status status() {
        return !needs.isEmpty() ? Status.NOT_RUNNABLE : insideShare >= ENOUGH ? Status.PASS : Status.FAIL;
    }
}
