package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Time;

/**
 * How a course ends. In n steps, the last of which leads to nothing in n + 1 equal drops,
 *
 * <pre>
 *   linear         D_k = D (n - k) / (n + 1)                                  k = 0 .. n - 1
 *   equal-effect   E_k = E (n - k) / (n + 1),  E = D / (D + D50),  so  D_k = D50 E_k / (1 - E_k)
 * </pre>
 *
 * The second is a hyperbola in dose: small steps where a little less drug makes much less effect. That the effect of a dose is
 * E is assumed: it holds for a steady state of a drug whose effect at the receptor saturates with slope 1.
 *
 * @param form which of them
 * @param over its length; not with an abrupt stop
 * @param step how long each dose is kept
 * @param lowest no dose is smaller, as the smallest tablet; doses that would be are this one. None if absent
 * @param half D50, the dose of half the effect; if absent the dose of the course (assumed: half the effect at the full dose)
 */
@Meaning("how a course ends after until")
public record Taper(
        @Meaning("linear: equal steps of dose; equal-effect: equal steps of effect; abrupt: no taper")
        Form form,

        @Meaning("length of the taper; not with an abrupt stop") @Optional
        Time over,

        @Meaning("how long each dose is kept") @Default("1 wk")
        Time step,

        @Meaning("the smallest dose that is taken, as the smallest tablet") @Optional
        Dose lowest,

        @Meaning("dose of half the effect, for equal-effect; without this key the dose of the course") @Optional
        Dose half) {

    /** The forms. */
    public enum Form {
        LINEAR,
        EQUAL_EFFECT,
        ABRUPT
    }

    /** Most steps: one a day for almost three years. */
    private static final int MOST = 1000;

    private static final double SAME = 1e-9;

    public Taper {
        Rules.positive("step", step);
        if (form == Form.ABRUPT) {
            if (over != null || lowest != null || half != null) {
                throw new Invalid(
                        over != null ? "over" : lowest != null ? "lowest" : "half",
                        "an abrupt stop has no length and no doses.",
                        "Maybe the form \"linear\" was meant.");
            }
        } else {
            if (over == null) {
                throw new Invalid("", "this taper has no length.", "Maybe \"over\": \"4 wk\".");
            }
            Rules.positive("over", over);
            if (step.hours() > over.hours()) {
                throw new Invalid(
                        "step", "step is " + step + ", it must not be longer than the taper (" + over + ").", "");
            }
            if (over.hours() / step.hours() > MOST) {
                throw new Invalid(
                        "step", "step is " + step + ": a taper over " + over + " has at most " + MOST + " steps.", "");
            }
            if (form == Form.LINEAR && half != null) {
                throw new Invalid(
                        "half", "a linear taper needs no dose of half the effect.", "Maybe the form \"equal-effect\".");
            }
        }
    }

    /** That its doses can be compared with {@code full}. */
    void checkFits(Dose full) {
        if (lowest != null) {
            Rules.sameUnit("lowest", lowest, full);
            if (lowest.amount() > full.amount()) {
                throw new Invalid(
                        "lowest", "lowest is " + lowest + ", it must not be more than the dose (" + full + ").", "");
            }
        }
        if (half != null) {
            Rules.sameUnit("half", half, full);
        }
    }

    /** Its length, h. */
    public double hours() {
        return over == null ? 0 : over.hours();
    }

    /** Number of steps; the last may be shorter. */
    public int steps() {
        return over == null ? 0 : (int) Math.ceil(over.hours() / step.hours() - SAME);
    }

    /** Which step a moment falls into, {@code hours} after the full dose has ended. */
    public int stepAt(double hours) {
        return (int) Math.min(steps() - 1.0, Math.floor(hours / step.hours() + SAME));
    }

    /**
     * The dose of a step.
     *
     * @param full the dose before
     * @param k the step, from 0
     */
    public Dose dose(Dose full, int k) {
        double left = (steps() - k) / (steps() + 1.0);
        double amount = left * full.amount();
        if (form == Form.EQUAL_EFFECT) {
            double d50 = half == null ? full.amount() : half.amount();
            double effect = left * full.amount() / (full.amount() + d50);
            amount = d50 * effect / (1 - effect);
        }
        return new Dose(lowest == null ? amount : Math.max(amount, lowest.amount()), full.unit());
    }
}
