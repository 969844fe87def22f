package org.unstuck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Status;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Coupling;
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

    private static final double MOST_LEARNT = 0.01;

    private static final String SOURCE = "made up, to measure speed";

    private Synthetic() {}

    /** The dense network of {@code regions} regions. */
    static Network dense(int regions) {
        List<String> names = IntStream.range(0, regions).mapToObj(i -> "R" + i).toList();
        List<Region> all = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            String name = names.get(i);
            double drive = LARGEST_DRIVE * i / regions;
            all.add(new Region(name, name, "N", List.of(), drive, 1, 1, 0, 1, 0, 0, SOURCE));
            for (int j = 0; j < regions; j++) {
                if (j != i) {
                    links.add(link(names.get(j), name, Link.Kind.EXCITATORY, 1.0 / regions));
                    links.add(link(names.get(j), name, Link.Kind.SUPPRESSIVE, 1.0 / regions));
                }
            }
        }
        return new Network("synthetic-" + regions, "Dense, to measure speed.", all, links, List.of());
    }

    private static Link link(String from, String to, Link.Kind kind, double weight) {
        return new Link(from, to, kind, weight, SOURCE, Evidence.LOW, Status.ASSUMED);
    }

    /** "12-sparse" is the built-in network of twelve regions; "80-dense" a synthetic one of 80. */
    static Network network(String name) {
        return name.equals("12-sparse")
                ? BuiltIn.NETWORKS.named("twelve-regions")
                : dense(Integer.parseInt(name.replace("-dense", "")));
    }

    /** The scheme that {@code name} means in a scenario. */
    static Scheme scheme(String name) {
        return Scheme.all().stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "scheme is " + name + ", it must be one of " + Scheme.all() + ". Maybe it is misspelt."));
    }

    /** Gives every lane its own weights, as if every patient had learnt: up to a hundredth more than in the description. */
    static void ownWeights(Coupling coupling, int lanes) {
        for (int e = 0; e < coupling.size(); e++) {
            for (int k = 1; k < lanes; k++) {
                coupling.setWeight(e, k, coupling.weight(e, 0) * (1 + MOST_LEARNT * k / lanes));
            }
        }
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

    /** Noise in which the regions of a block share half their variance: {@code values[sample][region]}. */
    static double[][] blocks(int samples, int regions, int blocks) {
        org.unstuck.noise.Draws draws = Address.of(1).draws();
        double[][] values = new double[samples][regions];
        double[] common = new double[blocks];
        for (double[] row : values) {
            for (int b = 0; b < blocks; b++) {
                common[b] = draws.gaussian();
            }
            for (int i = 0; i < regions; i++) {
                row[i] = common[i * blocks / regions] + draws.gaussian();
            }
        }
        return values;
    }
}
