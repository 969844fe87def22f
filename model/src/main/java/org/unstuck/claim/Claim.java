package org.unstuck.claim;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Ablation;
import org.unstuck.study.Scenario;

/**
 * A statement about d = left - factor x right, patient by patient, that a run can show to be true or false.
 *
 * @param name short name, unique in its study
 * @param says the statement
 * @param left one side
 * @param is how they stand to each other
 * @param right the other side
 * @param factor multiplies the right side
 * @param margin smallest difference that counts
 * @param own mechanisms that would state the claim by themselves: if it holds only with them, it was assumed
 */
public record Claim(
        @Meaning("short name, unique in this file") @Limits(low = 1, high = 60)
        String name,

        @Meaning("the statement") @Limits(low = 1, high = 300)
        String says,

        @Meaning("one side, read in every patient") Quantity left,

        @Meaning("more: left - factor x right is above the margin; less: below minus the margin; same: between the two")
        Relation is,

        @Meaning("the other side") Quantity right,

        @Meaning("multiplies the right side") @Default("1") double factor,

        @Meaning("smallest difference that counts, 0 or larger") @Default("0")
        double margin,

        @Meaning("mechanisms that would state the claim by themselves: if it holds only with them, it was assumed")
        @Default("[]")
        Set<Ablation> own) {

    public Claim {
        own = Collections.unmodifiableSet(new LinkedHashSet<>(own));
        if (!(margin >= 0) || is == Relation.SAME && !(margin > 0)) {
            throw new Invalid(
                    "margin",
                    "margin is " + margin + ", it must be " + (is == Relation.SAME ? "greater than 0" : "0 or greater")
                            + ".",
                    is == Relation.SAME ? "Maybe 0.1: nothing is exactly the same." : "");
        }
    }

    /** The unit of d. */
    public String unit() {
        return left.unit().isEmpty() ? right.unit() : left.unit();
    }

    /** What a run says about it. */
    public Finding in(Found found) {
        Measurement[] a = left.of(found);
        Measurement[] b = right.of(found);
        Measurement[] d = new Measurement[a.length];
        for (int p = 0; p < d.length; p++) {
            d[p] = a[p].combine(b[p], (x, y) -> x - factor * y);
        }
        return Finding.of(this, d);
    }

    /**
     * Checks that {@code scenario} has what the claim reads.
     *
     * @throws Invalid at "left" or "right" if it has not
     */
    public void check(Scenario scenario) {
        check(left, scenario, "left");
        check(right, scenario, "right");
    }

    private static void check(Quantity side, Scenario scenario, String at) {
        try {
            side.check(scenario);
        } catch (Invalid e) {
            throw e.in(at);
        }
    }

    /** The predicate in words. */
    public String words() {
        String by = margin == 0 ? "" : " by " + Decimal.of(margin, 6);
        String times = factor == 1 ? "" : Decimal.of(factor, 6) + " x ";
        return switch (is) {
            case MORE -> left.words() + " is more than " + times + right.words() + by;
            case LESS -> left.words() + " is less than " + times + right.words() + by;
            case SAME -> left.words() + " is within " + Decimal.of(margin, 6) + " of " + times + right.words();
        };
    }
}
