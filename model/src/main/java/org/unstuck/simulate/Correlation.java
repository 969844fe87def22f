package org.unstuck.simulate;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;

/**
 * Two traits that go together.
 *
 * @param first one trait
 * @param second another one
 * @param coefficient correlation of their standard normal numbers, -0.99 to 0.99; the rank correlation of the traits is (6/pi)
 *     asin(coefficient/2), at most 0.02 nearer to 0
 */
public record Correlation(
        @Meaning("one trait") Trait first,

        @Meaning("another trait") Trait second,

        @Meaning(value = "correlation of their normal scores", unit = "1") @Limits(low = -0.99, high = 0.99)
        double coefficient) {

    private static final double MOST = 0.99;

    public Correlation {
        if (first == second) {
            throw new Invalid("second", "a trait is not correlated with itself.", "Maybe another trait.");
        }
        if (!(Math.abs(coefficient) <= MOST)) {
            throw new Invalid(
                    "coefficient", "coefficient is " + coefficient + ", it must be from -0.99 to 0.99.", "Maybe 0.5.");
        }
    }
}
