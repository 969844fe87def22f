package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;

/**
 * Larger doses when the effect wears off: asked again and again, a patient whose felt effect (of the last step of the slow clock,
 * after tolerance) is below the target takes {@code factor} times the dose from then on.
 *
 * @param target the effect that is wanted
 * @param every how often it is asked
 * @param factor of the dose each time
 * @param most the dose is not raised beyond this
 */
@Meaning("larger doses when the effect wears off")
public record Escalation(
        @Meaning("the felt effect that is wanted, as \"0.3 effect\"")
        Threshold target,

        @Meaning("how often it is asked") @Default("1 wk") Time every,

        @Meaning(value = "factor of the dose each time", unit = "1") @Limits(low = 1, high = 10) @Default("1.5")
        double factor,

        @Meaning("the dose is not raised beyond this") Dose most) {

    private static final double LARGEST = 10;

    public Escalation {
        Rules.unit("target", target, Threshold.EFFECT);
        Rules.positive("every", every);
        if (!(factor >= 1 && factor <= LARGEST)) {
            throw new Invalid(
                    "factor", "factor is " + factor + ", it must be from 1 to " + LARGEST + ".", "Maybe 1.5.");
        }
    }

    /** That its doses can be compared with {@code full}. */
    void checkFits(Dose full) {
        Rules.sameUnit("most", most, full);
        if (most.amount() < full.amount()) {
            throw new Invalid("most", "most is " + most + ", it must not be less than the dose (" + full + ").", "");
        }
    }

    /** The next dose after {@code dose}; the same once it is the largest. */
    public Dose next(Dose dose) {
        return new Dose(Math.min(most.amount(), factor * dose.amount()), dose.unit());
    }
}
