package org.unstuck.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Status;
import org.unstuck.describe.Suggestion;

/**
 * One difference of a condition from health.
 *
 * @param kind what is changed
 * @param target where: a link ({@code AMY->AI}), both directions ({@code AMY<->AI}), all excitatory links inside a functional
 *     network ("DMN"), or the region ("AMY"), functional network ("FPN") or "all" regions that are changed. The ends of a link
 *     may be functional networks too ({@code SN->DMN})
 * @param of what of it: the cue of a cue-gain, the receptor of a receptor-factor, the part of a local-factor; null for the others
 * @param value a factor, or what is added to a drive
 * @param source where the difference comes from
 * @param evidence how well it is supported
 * @param status measured, calibrated or assumed
 */
public record Change(
        @Meaning("link-factor multiplies the weight of links, drive adds to the drive of regions, cue-gain multiplies"
                + " what a cue adds to it, receptor-factor the answer to drugs, local-factor a gain inside"
                + " regions")
        Kind kind,

        @Meaning("a link (AMY->AI), both directions (AMY<->AI), all excitatory links inside a functional network (DMN),"
                + " or the region (AMY), functional network (FPN) or \"all\" regions that are changed; ends of"
                + " links may be functional networks")
        @Limits(low = 1, high = 100)
        String target,

        @Meaning("of a cue-gain: the cue, as in social; of a receptor-factor: gaba-a, nmda or serotonin; of a"
                + " local-factor: recurrent-excitation, inhibition, interneuron-excitation, adaptation or noise")
        @Optional
        @Limits(low = 1, high = 60)
        String of,

        @Meaning(value = "a factor, greater than 0, or what is added to a drive", unit = "1")
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
        DRIVE,
        /** Multiplies what a cue adds to the drive of regions. */
        CUE_GAIN,
        /** Multiplies the answer of regions to drugs at a receptor. */
        RECEPTOR_FACTOR,
        /** Multiplies a gain inside regions. */
        LOCAL_FACTOR;

        boolean isFactor() {
            return this != DRIVE;
        }
    }

    /** The target that stands for every region. */
    public static final String ALL = "all";

    public Change {
        if (!Double.isFinite(value)) {
            throw new Invalid("value", "value is " + value + ", it must be a finite number.", "");
        }
        if (kind.isFactor() && value <= 0) {
            throw new Invalid("value", "the factor is " + value + ", it must be greater than 0.", "");
        }
        checkOf(kind, of);
        boolean arrow = target.contains("->");
        if (arrow && kind != Kind.LINK_FACTOR) {
            throw new Invalid(
                    "target", "\"" + target + "\" is a link, but a " + word(kind) + " changes regions.", "Maybe AMY.");
        }
    }

    private static void checkOf(Kind kind, String of) {
        List<String> words = switch (kind) {
            case RECEPTOR_FACTOR -> words(Sensitivity.values());
            case LOCAL_FACTOR -> words(Local.values());
            case CUE_GAIN -> null;
            default -> List.of();
        };
        if (words != null && words.isEmpty()) {
            if (of != null) {
                throw new Invalid("of", "a " + word(kind) + " has no \"of\".", "Maybe delete it.");
            }
        } else if (of == null) {
            throw new Invalid(
                    "a " + word(kind) + " needs the key \"of\", which says of what.",
                    words == null ? "Maybe \"social\"." : "Maybe one of: " + String.join(", ", words) + ".");
        } else if (words != null && !words.contains(of)) {
            throw new Invalid(
                    "of", "a " + word(kind) + " of \"" + of + "\" is not known.", Suggestion.among(words, of));
        }
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Change::word).toList();
    }

    /** A constant as it is written in files: {@code LINK_FACTOR} is "link-factor". */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this change is about {@code link} of {@code network}. */
    public boolean concerns(Network network, Link link) {
        return kind == Kind.LINK_FACTOR
                && concerns(
                        link,
                        network.regions().get(network.indexOf(link.from())),
                        network.regions().get(network.indexOf(link.to())));
    }

    /** Whether this change is about {@code link} between these regions. */
    boolean concerns(Link link, Region from, Region to) {
        if (kind != Kind.LINK_FACTOR) {
            return false;
        }
        int both = target.indexOf(BOTH);
        if (both >= 0) {
            String one = target.substring(0, both);
            String other = target.substring(both + BOTH.length());
            return isEnd(one, from) && isEnd(other, to) || isEnd(other, from) && isEnd(one, to);
        }
        int oneWay = target.indexOf(ONE_WAY);
        if (oneWay >= 0) {
            return isEnd(target.substring(0, oneWay), from) && isEnd(target.substring(oneWay + ONE_WAY.length()), to);
        }
        return link.kind() == Link.Kind.EXCITATORY
                && from.network().equals(target)
                && to.network().equals(target);
    }

    private static final String BOTH = "<->";
    private static final String ONE_WAY = "->";

    /** Whether this change is about {@code region} itself. */
    public boolean concerns(Region region) {
        return kind != Kind.LINK_FACTOR && isEnd(target, region);
    }

    private static boolean isEnd(String name, Region region) {
        return name.equals(ALL) || region.is(name) || region.network().equals(name);
    }

    /** The names of regions and functional networks in the target. */
    public List<String> ends() {
        return List.of(target.split("<->|->", -1));
    }

    /**
     * Checks that the target is made of names that some network has.
     *
     * @throws Invalid naming the target, with the nearest name
     */
    public void checkNames(Set<String> known) {
        for (String end : ends()) {
            if (!end.equals(ALL) && !known.contains(end)) {
                Set<String> all = new TreeSet<>(known);
                all.add(ALL);
                throw new Invalid(
                        "target",
                        "\"" + end + "\" is no region and no functional network.",
                        Suggestion.among(all, end));
            }
        }
    }

    /** The change in words, as in {@code cue-gain AMY (social) 2.5}. */
    public String shown() {
        return word(kind) + " " + target + (of == null ? "" : " (" + of + ")");
    }
}
