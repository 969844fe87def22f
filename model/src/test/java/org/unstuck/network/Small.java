package org.unstuck.network;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;

/** Networks of a few regions for sums by hand. */
final class Small {

    private Small() {}

    /** Regions with these names, and drives 0.1, 0.2, 0.3 ... */
    static Network of(String names, Link... links) {
        List<Region> regions = new ArrayList<>();
        for (String name : names.split(" ")) {
            double drive = (regions.size() + 1) / 10.0;
            regions.add(new Region(name, name, "N", List.of(), drive, 1, 1, 0, 1, 0, 0, "made up"));
        }
        return new Network("small", "", regions, List.of(links), List.of());
    }

    static Link excites(String from, String to, double weight) {
        return link(from, to, Link.Kind.EXCITATORY, weight);
    }

    static Link suppresses(String from, String to, double weight) {
        return link(from, to, Link.Kind.SUPPRESSIVE, weight);
    }

    private static Link link(String from, String to, Link.Kind kind, double weight) {
        return new Link(from, to, kind, weight, "made up", Evidence.LOW, Status.ASSUMED);
    }

    /** The same with a conduction speed of 1 mm/ms, so that lengths in mm are delays in ms. */
    static Network withLengths(Network network, double... mm) {
        List<Link> links = new ArrayList<>();
        for (Link link : network.links()) {
            links.add(link.withLengthMm(mm[links.size()]));
        }
        return network.with(network.regions(), links)
                .withConductionSpeed(new Sourced(1, "m/s", 1, 1, "made up", Evidence.LOW, Status.ASSUMED));
    }
}
