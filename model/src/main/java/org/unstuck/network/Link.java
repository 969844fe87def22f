package org.unstuck.network;

import org.unstuck.describe.Default;
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
 * @param lengthMm length of the fibres, mm, from which a network with a speed of conduction has its delays; 0 for no delay
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

        @Meaning("measured, calibrated or assumed") Status status,

        @Meaning(value = "length of the fibres: over the speed of conduction of the network, the delay", unit = "mm")
        @Limits(low = 0, high = 1000)
        @Default("0")
        double lengthMm) {

    /** What a link does to its target. */
    public enum Kind {
        EXCITATORY,
        SUPPRESSIVE
    }

    /** Longer than any fibre of a human brain, mm. */
    private static final double LONGEST_MM = 1000;

    /** A link without a length. */
    public Link(String from, String to, Kind kind, double weight, String source, Evidence evidence, Status status) {
        this(from, to, kind, weight, source, evidence, status, 0);
    }

    public Link {
        if (!(weight >= 0) || !Double.isFinite(weight)) {
            throw new Invalid(
                    "weight",
                    "weight of " + from + "->" + to + " is " + weight + ", it must be 0 or greater.",
                    weight < 0 ? "Maybe a suppressive link of weight " + -weight + " was meant." : "");
        }
        if (!(lengthMm >= 0 && lengthMm <= LONGEST_MM)) {
            throw new Invalid(
                    "lengthMm",
                    "lengthMm of " + from + "->" + to + " is " + lengthMm + " mm, it must be from 0 to " + LONGEST_MM
                            + " mm.",
                    "");
        }
        if (from.equals(to)) {
            throw new Invalid("to", "a link of " + from + " to itself: recurrent excitation is w_EE of the mass.", "");
        }
    }

    /** The same link with another weight. */
    public Link withWeight(double other) {
        return new Link(from, to, kind, other, source, evidence, status, lengthMm);
    }

    /** The same link with another length. */
    public Link withLengthMm(double other) {
        return new Link(from, to, kind, weight, source, evidence, status, other);
    }
}
