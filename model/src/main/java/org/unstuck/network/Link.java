package org.unstuck.network;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Status;

/**
 * A directed long-range link.
 *
 * @param from name of the source region
 * @param to name of the target region
 * @param kind excitatory (C: onto excitatory cells) or suppressive (D: onto inhibitory cells)
 * @param weight strength, 0 or greater; the kind carries the sign
 * @param source where the weight comes from
 * @param evidence how well it is supported
 * @param status measured, calibrated or assumed
 */
public record Link(
        @Meaning("name of the source region") String from,

        @Meaning("name of the target region") String to,

        @Meaning("excitatory (C: onto excitatory cells) or suppressive (D: onto inhibitory cells)")
        Kind kind,

        @Meaning(value = "strength; the kind carries the sign", unit = "1") @Limits(low = 0)
        double weight,

        @Meaning("where the weight comes from") @Limits(low = 1, high = 2000)
        String source,

        @Meaning("how well it is supported") Evidence evidence,

        @Meaning("measured, calibrated or assumed") Status status) {

    /** What a link does to its target. */
    public enum Kind {
        EXCITATORY,
        SUPPRESSIVE
    }

    public Link {
        if (!(weight >= 0) || !Double.isFinite(weight)) {
            throw new Invalid(
                    "weight",
                    "weight of " + from + "->" + to + " is " + weight + ", it must be 0 or greater.",
                    weight < 0 ? "Maybe a suppressive link of weight " + -weight + " was meant." : "");
        }
        if (from.equals(to)) {
            throw new Invalid("to", "a link of " + from + " to itself: recurrent excitation is w_EE of the mass.", "");
        }
    }

    /** The same link with another weight. */
    public Link withWeight(double other) {
        return new Link(from, to, kind, other, source, evidence, status);
    }
}
