package org.unstuck.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/** Random networks, and clocks that run them. */
final class Networks {

    static final double STEP_MS = 2;

    private Networks() {}

    /** Networks of 2 to 6 regions with any links between them. */
    static Arbitrary<Network> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.doubles().between(-0.5, 1.5).list().ofSize(6),
                        Arbitraries.doubles().between(0, 2).list().ofSize(36),
                        Arbitraries.integers().between(0, 3).list().ofSize(36))
                .as(Networks::of);
    }

    /** {@code kind[from * 6 + to]}: 1 excitatory, 2 suppressive, else none. */
    private static Network of(int size, List<Double> drive, List<Double> weight, List<Integer> kind) {
        List<Region> regions = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            regions.add(region("R" + i, drive.get(i)));
            for (int j = 0; j < size; j++) {
                int k = kind.get(i * 6 + j);
                if (i != j && (k == 1 || k == 2)) {
                    links.add(link("R" + i, "R" + j, k == 1, weight.get(i * 6 + j)));
                }
            }
        }
        return new Network("any", "", regions, links, List.of());
    }

    static Region region(String name, double drive) {
        return new Region(name, name, "N", List.of(), drive, 1, 1, 1, 1, 0.5, 0.5, "test");
    }

    private static Link link(String from, String to, boolean excitatory, double weight) {
        return new Link(
                from,
                to,
                excitatory ? Link.Kind.EXCITATORY : Link.Kind.SUPPRESSIVE,
                weight,
                "test",
                Evidence.LOW,
                Status.ASSUMED);
    }

    /** The same regions and links, in the order of {@code seed}. */
    static Network shuffled(Network network, long seed) {
        List<Region> regions = new ArrayList<>(network.regions());
        List<Link> links = new ArrayList<>(network.links());
        Collections.shuffle(regions, new java.util.Random(seed));
        Collections.shuffle(links, new java.util.Random(seed + 1));
        return network.with(regions, links);
    }

    static Arbitrary<Scheme> noisySchemes() {
        return Arbitraries.of(Scheme.all().stream().filter(Scheme::takesNoise).toList());
    }

    /** A clock with one lane, noise of standard deviation {@code sigma}, at its start. */
    static FastClock clock(Network network, Scheme scheme, double sigma) {
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", sigma),
                scheme,
                STEP_MS,
                1,
                1,
                p -> Address.of(11).with("patient", p));
        clock.purpose("property");
        return clock;
    }

    /** The state after {@code steps} steps. */
    static double[][] after(Network network, Scheme scheme, double sigma, int steps) {
        FastClock clock = clock(network, scheme, sigma);
        clock.run(steps, steps, (s, y) -> {});
        return clock.copyState();
    }
}
