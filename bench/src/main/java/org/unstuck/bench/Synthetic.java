package org.unstuck.bench;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Status;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;

/**
 * The workload of the comparisons, the same here and in {@code bench/c/wc.c}: N regions, from each to every other one an
 * excitatory and a suppressive link of weight 1/N, and drives from 0 to 0.8 so that no two regions do the same.
 */
final class Synthetic {

    /** The step, ms; cost per step does not depend on it. */
    static final double DT_MS = 2;

    /** The drive that region N would have; the regions of a built-in network have 0.7 to 1.05. */
    static final double LARGEST_DRIVE = 0.8;

    private static final String SOURCE = "made up, to measure speed";

    private Synthetic() {}

    /** The dense network of {@code regions} regions. */
    static Network dense(int regions) {
        List<Region> all = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            double drive = LARGEST_DRIVE * i / regions;
            all.add(new Region(name(i), name(i), "N", List.of(), drive, 1, 1, 0, 1, 0, 0, SOURCE));
            for (int j = 0; j < regions; j++) {
                if (j != i) {
                    links.add(link(j, i, Link.Kind.EXCITATORY, 1.0 / regions));
                    links.add(link(j, i, Link.Kind.SUPPRESSIVE, 1.0 / regions));
                }
            }
        }
        return new Network("synthetic-" + regions, "Dense, to measure speed.", all, links, List.of());
    }

    private static Link link(int from, int to, Link.Kind kind, double weight) {
        return new Link(name(from), name(to), kind, weight, SOURCE, Evidence.LOW, Status.ASSUMED);
    }

    private static String name(int region) {
        return "R" + region;
    }

    /** "12-sparse" is the built-in network of twelve regions; "80-dense" a synthetic one of 80. */
    static Network network(String name) {
        return name.equals("12-sparse")
                ? BuiltIn.NETWORKS.named("twelve-regions")
                : dense(Integer.parseInt(name.replace("-dense", "")));
    }

    /** The scheme that {@code name} means in a scenario. */
    static Scheme scheme(String name) {
        return switch (name) {
            case "euler-maruyama" -> new EulerMaruyama();
            case "heun" -> new Heun();
            default ->
                throw new IllegalArgumentException(
                        "scheme is " + name + ", it must be euler-maruyama or heun. Maybe it is not here yet.");
        };
    }

    /** A clock of independent lanes at the initial state, with the usual mass; noise as usual times {@code sigma}/0.6. */
    static FastClock clock(Network network, String scheme, int arms, int patients, double sigma) {
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                new OrnsteinUhlenbeck(OrnsteinUhlenbeck.standard().tauU(), sigma),
                scheme(scheme),
                DT_MS,
                arms,
                patients,
                p -> Address.of(1).with("patient", p));
        clock.purpose("bench");
        return clock;
    }
}
