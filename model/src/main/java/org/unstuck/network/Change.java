package org.unstuck.network;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Status;

/**
 * One difference of a condition from health.
 *
 * @param kind what is changed
 * @param target a link ({@code AMY->AI}), both directions ({@code AMY<->AI}), all excitatory links inside a functional network ("DMN"), or a
 *     region or functional network whose drive is changed ("AMY")
 * @param value the factor of a link, or what is added to a drive
 * @param source where the difference comes from
 * @param evidence how well it is supported
 * @param status measured, calibrated or assumed
 */
public record Change(
        @Meaning("link-factor multiplies the weight of links, drive adds to the drive of regions")
        Kind kind,

        @Meaning(
                "a link (AMY->AI), both directions (AMY<->AI), all excitatory links inside a functional network (DMN), or a region "
                        + "or functional network whose drive is changed (AMY)")
        @Limits(low = 1, high = 100)
        String target,

        @Meaning(value = "the factor of links, greater than 0, or what is added to a drive", unit = "1")
        double value,

        @Meaning("where the difference comes from") @Limits(low = 1, high = 2000)
        String source,

        @Meaning("how well it is supported") Evidence evidence,

        @Meaning("measured, calibrated or assumed") Status status) {

    /** What a change changes. */
    public enum Kind {
        /** Multiplies the weight of links. */
        LINK_FACTOR,
        /** Adds to the drive of regions. */
        DRIVE
    }

    public Change {
        if (!Double.isFinite(value)) {
            throw new Invalid("value", "value is " + value + ", it must be a finite number.", "");
        }
        if (kind == Kind.LINK_FACTOR && value <= 0) {
            throw new Invalid("value", "the factor of a link is " + value + ", it must be greater than 0.", "");
        }
    }

    /** Whether this change is about {@code link} of {@code network}. */
    boolean concerns(Network network, Link link) {
        if (kind != Kind.LINK_FACTOR) {
            return false;
        }
        Region from = network.regions().get(network.indexOf(link.from()));
        Region to = network.regions().get(network.indexOf(link.to()));
        String[] both = target.split("<->", -1);
        if (both.length == 2) {
            return from.is(both[0]) && to.is(both[1]) || from.is(both[1]) && to.is(both[0]);
        }
        String[] oneWay = target.split("->", -1);
        if (oneWay.length == 2) {
            return from.is(oneWay[0]) && to.is(oneWay[1]);
        }
        return link.kind() == Link.Kind.EXCITATORY
                && from.network().equals(target)
                && to.network().equals(target);
    }

    /** Whether this change is about the drive of {@code region}. */
    boolean concerns(Region region) {
        return kind == Kind.DRIVE && (region.is(target) || region.network().equals(target));
    }
}
