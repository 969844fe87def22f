package org.unstuck.protocol;

import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;

/**
 * What the patients of an arm believe about their treatment. It biases what they report, never the network. Arms with the same
 * belief are blind to each other until something is felt; {@code masked} keeps them so, as under anaesthesia (Lii 2023).
 *
 * @param prior how sure they are beforehand that they get something that works: 1 open label, 0.5 if it may be a placebo
 * @param masked whether what is felt tells them nothing
 */
public record Belief(
        @Meaning(value = "how sure they are beforehand to get something that works: 1 open, 0.5 blind", unit = "1")
        @Default("0.5")
        double prior,

        @Meaning("whether what is felt tells them nothing, as under anaesthesia") @Default("false")
        boolean masked) {

    public Belief {
        if (!(prior >= 0 && prior <= 1)) {
            throw new Invalid("prior", "prior is " + prior + ", it must be from 0 to 1.", "Maybe 0.5.");
        }
    }
}
