package org.unstuck.claim;

import java.util.List;

/**
 * What many draws say about one claim.
 *
 * @param holds number of draws in which it holds
 * @param flips in which it flips
 * @param undecided in which their own scatter does not let it be said
 * @param unknown in which too few patients have the numbers it is about
 */
public record Tally(int holds, int flips, int undecided, int unknown) {

    /** Share of draws from which a claim counts as robust, as holding or as flipping (evidence F2). */
    public static final double ROBUST = 0.8;

    /** Counts findings of one claim. */
    static Tally of(List<Finding> findings) {
        int[] n = new int[Verdict.values().length];
        for (Finding finding : findings) {
            n[finding.verdict().ordinal()]++;
        }
        return new Tally(
                n[Verdict.HOLDS.ordinal()],
                n[Verdict.FLIPS.ordinal()],
                n[Verdict.UNDECIDED.ordinal()],
                n[Verdict.UNKNOWN.ordinal()]);
    }

    /** Number of draws that ran. */
    public int draws() {
        return holds + flips + undecided + unknown;
    }

    /** Share of draws of one kind. */
    public Share share(Verdict verdict) {
        int count = switch (verdict) {
            case HOLDS -> holds;
            case FLIPS -> flips;
            case UNDECIDED -> undecided;
            case UNKNOWN -> unknown;
        };
        return new Share(count, draws());
    }
}
