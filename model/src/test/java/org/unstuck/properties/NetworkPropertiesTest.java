package org.unstuck.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.unstuck.integrate.Scheme;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.simulate.FastClock;

/** What must hold in any network, whatever the numbers are (metamorphic relations of verification, by their numbers there). */
class NetworkPropertiesTest {

    private static final int STEPS = 200;

    @Provide
    Arbitrary<Network> networks() {
        return Networks.any();
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        return Networks.noisySchemes();
    }

    /** 1. Regions in another order: the same numbers, up to the rounding of sums over links. */
    @Property
    void relabellingPermutes(@ForAll("networks") Network network, @ForAll("schemes") Scheme scheme, @ForAll long seed) {
        Network other = Networks.shuffled(network, seed);
        double[][] a = Networks.after(network, scheme, 0.6, STEPS);
        double[][] b = Networks.after(other, scheme, 0.6, STEPS);
        for (int v = 0; v < a.length; v++) {
            for (int i = 0; i < network.size(); i++) {
                double there = b[v][other.indexOf(network.regions().get(i).name())];
                assertThat(there).isCloseTo(a[v][i], within(1e-9));
            }
        }
    }

    /** 2. Weights 0: every region as if it were alone, bit for bit. */
    @Property
    void zeroCouplingIsSingleRegions(@ForAll("networks") Network network, @ForAll("schemes") Scheme scheme) {
        Network apart = network.with(
                network.regions(),
                network.links().stream().map(l -> l.withWeight(0)).toList());
        double[][] all = Networks.after(apart, scheme, 0.6, STEPS);
        for (int i = 0; i < network.size(); i++) {
            Network one = new Network("one", "", List.of(network.regions().get(i)), List.of(), List.of());
            double[][] alone = Networks.after(one, scheme, 0.6, STEPS);
            for (int v = 0; v < all.length; v++) {
                assertThat(all[v][i]).isEqualTo(alone[v][0]);
            }
        }
    }

    /** 3. A copy beside the network, not linked to it: without noise the same twice, bit for bit. */
    @Property
    void anUnlinkedCopyDoesTheSame(@ForAll("networks") Network network) {
        List<Region> regions = new ArrayList<>(network.regions());
        List<Link> links = new ArrayList<>(network.links());
        network.regions().forEach(r -> regions.add(Networks.region("Q" + r.name(), r.drive())));
        network.links()
                .forEach(l -> links.add(new Link(
                        "Q" + l.from(), "Q" + l.to(), l.kind(), l.weight(), l.source(), l.evidence(), l.status())));
        int n = network.size();
        Scheme scheme = Scheme.all().get(0);
        double[][] twice = Networks.after(network.with(regions, links), scheme, 0, STEPS);
        double[][] once = Networks.after(network, scheme, 0, STEPS);
        for (int v = 0; v < once.length; v++) {
            for (int i = 0; i < n; i++) {
                assertThat(twice[v][i]).isEqualTo(once[v][i]);
                assertThat(twice[v][n + i]).isEqualTo(once[v][i]);
            }
        }
    }

    /** 7. A run in two parts is one run. */
    @Property
    void aRunCanBeSplit(
            @ForAll("networks") Network network,
            @ForAll("schemes") Scheme scheme,
            @ForAll @IntRange(min = 1, max = STEPS - 1) int first) {
        FastClock clock = Networks.clock(network, scheme, 0.6);
        clock.run(first, first, (s, y) -> {});
        clock.run(STEPS - first, STEPS - first, (s, y) -> {});
        assertThat(clock.copyState()).isDeepEqualTo(Networks.after(network, scheme, 0.6, STEPS));
    }

    /** 9. Without noise the seed does not matter; 20. fewer samples are every k-th of all; 21. looking changes nothing. */
    @Property
    void samplingChangesNothing(
            @ForAll("networks") Network network,
            @ForAll("schemes") Scheme scheme,
            @ForAll @IntRange(min = 1, max = 10) int every) {
        List<double[]> all = new ArrayList<>();
        FastClock often = Networks.clock(network, scheme, 0.6);
        often.run(100, 1, (s, y) -> all.add(y[0].clone()));
        List<double[]> some = new ArrayList<>();
        FastClock seldom = Networks.clock(network, scheme, 0.6);
        seldom.run(100, every, (s, y) -> some.add(y[0].clone()));
        assertThat(some).hasSize(100 / every);
        for (int s = 0; s < some.size(); s++) {
            assertThat(some.get(s)).isEqualTo(all.get((s + 1) * every - 1));
        }
        assertThat(seldom.copyState()).isDeepEqualTo(often.copyState());
    }

    /** 10. The fluctuating input is linear: twice the sigma, twice the input, exactly. */
    @Property
    void fluctuationsScaleWithSigma(
            @ForAll("networks") Network network, @ForAll @DoubleRange(min = 0.1, max = 2) double sigma) {
        Scheme scheme = Scheme.all().get(0);
        double[][] one = Networks.after(network, scheme, sigma, STEPS);
        double[][] two = Networks.after(network, scheme, 2 * sigma, STEPS);
        int u = one.length - 1;
        for (int i = 0; i < network.size(); i++) {
            assertThat(two[u][i]).isEqualTo(2 * one[u][i]);
        }
    }

    /** Activities are shares: they stay in [0, 1], whatever the network. */
    @Property
    void activityStaysAShare(@ForAll("networks") Network network, @ForAll @DoubleRange(max = 5) double sigma) {
        double[][] y = Networks.after(network, Scheme.all().get(0), sigma, 500);
        for (int v = 0; v < 2; v++) {
            for (double share : y[v]) {
                assertThat(share).isBetween(0.0, 1.0);
            }
        }
    }

    /** A region that receives nothing does not notice a change of the others (causality along links). */
    @Property
    void onlyLinksCarryInfluence(
            @ForAll("networks") Network network, @ForAll @DoubleRange(min = -1, max = 1) double change) {
        Network deaf = network.with(
                network.regions(),
                network.links().stream().filter(l -> !l.to().equals("R0")).toList());
        List<Region> driven = new ArrayList<>();
        deaf.regions().forEach(r -> driven.add(r.name().equals("R0") ? r : r.withDrive(r.drive() + change)));
        Scheme scheme = Scheme.all().get(0);
        double[][] before = Networks.after(deaf, scheme, 0.6, STEPS);
        double[][] after = Networks.after(deaf.with(driven, deaf.links()), scheme, 0.6, STEPS);
        for (int v = 0; v < before.length; v++) {
            assertThat(after[v][0]).isEqualTo(before[v][0]);
        }
    }

    /** 6. Small pushes add up: twice the change of input moves activity twice as far, to first order. */
    @Property
    void smallPushesAddUp(@ForAll("networks") Network network) {
        double small = 1e-6;
        double[][] still = Networks.after(network, Scheme.all().get(0), 0, 50);
        double[][] once = Networks.after(pushed(network, small), Scheme.all().get(0), 0, 50);
        double[][] twice =
                Networks.after(pushed(network, 2 * small), Scheme.all().get(0), 0, 50);
        for (int i = 0; i < network.size(); i++) {
            double first = once[0][i] - still[0][i];
            assertThat(twice[0][i] - still[0][i]).isCloseTo(2 * first, within(1e-9 + 1e-3 * Math.abs(first)));
        }
    }

    private static Network pushed(Network network, double more) {
        return network.with(
                network.regions().stream()
                        .map(r -> r.withDrive(r.drive() + more))
                        .toList(),
                network.links());
    }
}
