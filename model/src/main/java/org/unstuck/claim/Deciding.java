package org.unstuck.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Space;

/**
 * How much one parameter decides about one claim: the share of draws in which the claim holds where the parameter is in the lowest
 * third of its range, and where it is in the highest. Of an axis of words: the words with the smallest and the largest share. A
 * comparison of two parts of one sample, as in regional sensitivity analysis (Spear and Hornberger 1980, Water Research 14).
 *
 * @param axis the parameter
 * @param lowAt what "low" is, as in "lowest third" or a word
 * @param low share of draws in which the claim holds there
 * @param highAt what "high" is
 * @param high share of draws in which the claim holds there
 * @param z the difference of the shares over its standard error
 * @param decides whether that is more than chance gives one of all axes in 1 of 100 studies (Bonferroni), and both
 *     parts have at least 5 draws
 */
public record Deciding(String axis, String lowAt, Share low, String highAt, Share high, double z, boolean decides) {

    private static final double THIRD = 1.0 / 3;
    private static final double CHANCE = 0.01;
    /** Draws in a part below which nothing is said to decide: the normal approximation needs some. */
    private static final int FEWEST = 5;

    /** Share in the high part minus share in the low part. */
    public double difference() {
        return high.value() - low.value();
    }

    /**
     * All axes of a space, the one that decides most first.
     *
     * @param draws that ran; of them those count for an axis in which it is used
     * @param claim number of the claim
     */
    static List<Deciding> of(ClaimStudy study, List<Draw> draws, int claim) {
        Space space = study.space();
        // Words compare any two of their values; count those pairs too.
        int comparisons = 0;
        for (Axis axis : space.axes()) {
            comparisons += axis instanceof Axis.Levels l
                    ? l.levels().size() * (l.levels().size() - 1) / 2
                    : 1;
        }
        double limit = comparisons == 0
                ? 0
                : new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - CHANCE / (2 * comparisons));
        List<Deciding> all = new ArrayList<>();
        for (int a = 0; a < space.axes().size(); a++) {
            Axis axis = space.axes().get(a);
            all.add(of(axis, a, draws.stream().filter(d -> study.uses(axis, d)).toList(), claim, limit));
        }
        all.sort(Comparator.comparingDouble((Deciding d) -> -Math.abs(d.z)));
        return List.copyOf(all);
    }

    private static Deciding of(Axis axis, int a, List<Draw> draws, int claim, double limit) {
        if (axis instanceof Axis.Levels words) {
            List<Share> shares = words.levels().stream()
                    .map(w -> share(
                            draws, claim, i -> draws.get(i).values().get(a).equals(w.text())))
                    .toList();
            int low = 0;
            int high = 0;
            for (int k = 1; k < shares.size(); k++) {
                low = shares.get(k).value() < shares.get(low).value() ? k : low;
                high = shares.get(k).value() > shares.get(high).value() ? k : high;
            }
            return of(
                    axis.name(),
                    words.levels().get(low).text(),
                    shares.get(low),
                    words.levels().get(high).text(),
                    shares.get(high),
                    limit);
        }
        return of(
                axis.name(),
                "lowest third",
                share(draws, claim, i -> draws.get(i).positions().get(a) < THIRD),
                "highest third",
                share(draws, claim, i -> draws.get(i).positions().get(a) >= 1 - THIRD),
                limit);
    }

    private static Deciding of(String axis, String lowAt, Share low, String highAt, Share high, double limit) {
        double square = variance(low) + variance(high);
        double z = (high.value() - low.value()) / Math.sqrt(square);
        return new Deciding(
                axis,
                lowAt,
                low,
                highAt,
                high,
                Double.isFinite(z) ? z : 0,
                Math.abs(z) > limit && Math.min(low.of(), high.of()) >= FEWEST);
    }

    /** Of a share, with one draw added to both sides, so that none and all have a variance too (Agresti and Caffo 2000, Am. Stat. 54). */
    private static double variance(Share share) {
        double p = (share.count() + 1.0) / (share.of() + 2.0);
        return p * (1 - p) / (share.of() + 2.0);
    }

    private static Share share(List<Draw> draws, int claim, IntPredicate within) {
        int holds = 0;
        int of = 0;
        for (int i = 0; i < draws.size(); i++) {
            if (within.test(i)) {
                of++;
                holds += draws.get(i).findings().get(claim).holds() ? 1 : 0;
            }
        }
        return new Share(holds, of);
    }
}
