package org.unstuck.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;

/**
 * A brain network as data: regions in a fixed order and directed links between them.
 *
 * @param name the name it is called by
 * @param description what it stands for
 * @param regions at least one; names are unique
 * @param links at most one of each kind per ordered pair
 * @param competing the functional networks that compete for dominance, as in DMN, SN, FPN: network states and cued shifts are
 *     read from them
 * @param conductionSpeed how fast links of a length carry activity, m/s (mm/ms); null if all act at once
 */
public record Network(
        @Meaning("the name it is called by") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what it stands for") String description,

        @Meaning("at least one; names are unique") @Limits(low = 1, high = 500)
        List<Region> regions,

        @Meaning("directed links, at most one of each kind per ordered pair") @Limits(low = 0, high = 100_000)
        List<Link> links,

        @Meaning(
                "the functional networks that compete for dominance: network states and cued shifts are read from them")
        @Limits(low = 0, high = 20)
        List<String> competing,

        @Meaning(value = "how fast links of a length carry activity; without it all act at once", unit = "m/s")
        @Optional
        Sourced conductionSpeed) {

    /** A network whose links act at once. */
    public Network(String name, String description, List<Region> regions, List<Link> links, List<String> competing) {
        this(name, description, regions, links, competing, null);
    }

    public Network {
        if (conductionSpeed != null) {
            conductionSpeed.positive("conductionSpeed");
        }
        regions = List.copyOf(regions);
        links = List.copyOf(links);
        competing = List.copyOf(competing);
        if (regions.isEmpty()) {
            throw new Invalid("regions", "a network needs at least one region.", "");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < regions.size(); i++) {
            if (!names.add(regions.get(i).name())) {
                throw new Invalid(
                        "regions/" + i + "/name", "region \"" + regions.get(i).name() + "\" is there twice.", "");
            }
        }
        Set<String> modules =
                new LinkedHashSet<>(regions.stream().map(Region::network).toList());
        for (int i = 0; i < competing.size(); i++) {
            if (!modules.contains(competing.get(i))) {
                throw new Invalid(
                        "competing/" + i,
                        "no region belongs to a functional network \"" + competing.get(i) + "\".",
                        Suggestion.among(modules, competing.get(i)));
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            for (String end : List.of(link.from(), link.to())) {
                if (!names.contains(end)) {
                    throw new Invalid(
                            "links/" + i,
                            "there is no region \"" + end + "\" in network \"" + name + "\".",
                            Suggestion.among(names, end));
                }
            }
            if (!seen.add(link.from() + "->" + link.to() + link.kind())) {
                throw new Invalid("links/" + i, "the link " + link.from() + "->" + link.to() + " is there twice.", "");
            }
        }
    }

    /** Number of regions. */
    public int size() {
        return regions.size();
    }

    /**
     * The position of the region called {@code region}.
     *
     * @throws Invalid if there is none
     */
    public int indexOf(String region) {
        List<String> names = regionNames();
        int index = names.indexOf(region);
        if (index < 0) {
            throw new Invalid(
                    "",
                    "there is no region \"" + region + "\" in network \"" + name + "\".",
                    Suggestion.among(names, region));
        }
        return index;
    }

    /** The region names in order. */
    public List<String> regionNames() {
        return regions.stream().map(Region::name).toList();
    }

    /** The functional networks in order of first appearance, each with the positions of its regions. */
    public Map<String, List<Integer>> modules() {
        Map<String, List<Integer>> modules = new LinkedHashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            modules.computeIfAbsent(regions.get(i).network(), m -> new ArrayList<>())
                    .add(i);
        }
        return modules;
    }

    /** The same network with other regions and links. */
    public Network with(List<Region> otherRegions, List<Link> otherLinks) {
        return new Network(name, description, otherRegions, otherLinks, competing, conductionSpeed);
    }

    /** The same network with another speed of conduction, or null for links that act at once. */
    public Network withConductionSpeed(Sourced other) {
        return new Network(name, description, regions, links, competing, other);
    }

    /** Delay of every link, ms: length over speed of conduction, or 0. */
    public double[] delaysMs() {
        double speed = conductionSpeed == null ? Double.POSITIVE_INFINITY : conductionSpeed.value();
        return links.stream().mapToDouble(l -> l.lengthMm() / speed).toArray();
    }
}
