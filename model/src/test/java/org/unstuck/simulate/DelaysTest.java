package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.MassCase;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

/** Links that take time, in the fast clock. */
class DelaysTest {

    private static final double DT = 1;
    private static final Network TWELVE = BuiltIn.NETWORKS.named("twelve-regions");

    /** Lengths that differ from link to link; {@code scale} mm at least, every {@code none}-th 0. */
    private static Network far(double scale, int none) {
        List<Link> links = new ArrayList<>();
        for (int e = 0; e < TWELVE.links().size(); e++) {
            double length = none > 0 && e % none == 0 ? 0 : scale * (1 + e % 7);
            links.add(TWELVE.links().get(e).withLengthMm(length));
        }
        return TWELVE.with(TWELVE.regions(), links).withConductionSpeed(MassCase.speed(10));
    }

    private static FastClock clock(Network network, NeuralMass mass, Scheme scheme, int first, int patients) {
        FastClock clock = new FastClock(
                network,
                mass,
                OrnsteinUhlenbeck.standard(),
                scheme,
                DT,
                1,
                patients,
                p -> Address.of(3).with("patient", first + p));
        clock.purpose("delays");
        return clock;
    }

    private static double[][] after(FastClock clock, int steps) {
        clock.run(steps, steps, (s, y) -> {});
        return Arrays.copyOf(clock.copyState(), clock.state().length);
    }

    static List<Scheme> schemes() {
        return Scheme.all().stream().filter(Scheme::takesNoise).toList();
    }

    /** No length, or one that takes less than half a step: to the bit as without a speed. */
    @ParameterizedTest
    @MethodSource("schemes")
    void noDelayIsNoDelay(Scheme scheme) {
        WilsonCowan mass = WilsonCowan.standard();
        double[][] none = after(clock(TWELVE, mass, scheme, 0, 4), 500);
        for (double scale : new double[] {0, 0.7}) {
            FastClock clock = clock(far(scale, 0), mass, scheme, 0, 4);
            assertThat(clock.dynamics().hasDelays()).isFalse();
            assertThat(after(clock, 500)).isDeepEqualTo(none);
        }
        assertThat(after(clock(far(30, 0), mass, scheme, 0, 4), 500)).isNotEqualTo(none);
    }

    /** Delays of one step, of many, and some of none. */
    @ParameterizedTest
    @CsvSource({"10, 0", "45, 0", "140, 3"})
    void lanesDoNotDependOnTheirNeighbours(double scale, int none) {
        for (NeuralMass mass : List.of(WilsonCowan.standard(), Parameters.defaults(StuartLandau.class))) {
            for (Scheme scheme : schemes()) {
                double[][] together = after(clock(far(scale, none), mass, scheme, 0, 5), 300);
                for (int p = 0; p < 5; p++) {
                    double[][] alone = after(clock(far(scale, none), mass, scheme, p, 1), 300);
                    for (int v = 0; v < alone.length; v++) {
                        for (int i = 0; i < TWELVE.size(); i++) {
                            assertThat(together[v][i * 5 + p]).isEqualTo(alone[v][i]);
                        }
                    }
                }
            }
        }
    }

    /** What is under way is part of the state: a stretch run again from a copy gives the same bits. */
    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aStretchCanBeRunAgain(int patients) {
        FastClock clock = clock(far(45, 4), WilsonCowan.standard(), new Heun(), 0, patients);
        clock.run(200, 200, (s, y) -> {});
        double[][] middle = clock.copyState();
        double[][] end = after(clock, 100);
        clock.run(57, 57, (s, y) -> {});
        clock.restore(middle);
        clock.seek(200 * DT);
        assertThat(after(clock, 100)).isDeepEqualTo(end);
    }

    /** Weights that are set between steps count from the next step on. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aNewWeightCountsAtOnce(int patients) {
        FastClock one = clock(far(45, 0), WilsonCowan.standard(), new Heun(), 0, patients);
        FastClock other = clock(far(45, 0), WilsonCowan.standard(), new Heun(), 0, patients);
        one.run(50, 50, (s, y) -> {});
        other.run(50, 50, (s, y) -> {});
        one.dynamics().coupling().setWeight(0, 0, 5);
        assertThat(one.dynamics().coupling().weight(0, 0)).isEqualTo(5);
        assertThat(after(one, 1)).isNotEqualTo(after(other, 1));
    }

    /** A pulse to one region changes the next one after the delay of the link, 15 ms, and not before. */
    @Test
    void aPulseArrivesAfterTheDelay() {
        Network pair = new Network(
                        "pair",
                        "",
                        TWELVE.regions().subList(0, 2),
                        List.of(new Link(
                                TWELVE.regions().get(0).name(),
                                TWELVE.regions().get(1).name(),
                                Link.Kind.EXCITATORY,
                                1,
                                "test",
                                TWELVE.links().get(0).evidence(),
                                TWELVE.links().get(0).status(),
                                150)),
                        List.of())
                .withConductionSpeed(MassCase.speed(10));
        FastClock quiet = clock(pair, WilsonCowan.standard(), new Heun(), 0, 1);
        FastClock pushed = clock(pair, WilsonCowan.standard(), new Heun(), 0, 1);
        pushed.dynamics().inputs().drive[0] += 1;
        List<Double> difference = new ArrayList<>();
        for (int s = 1; s <= 20; s++) {
            quiet.run(1, 1, (n, y) -> {});
            pushed.run(1, 1, (n, y) -> {});
            difference.add(pushed.state()[0][1] - quiet.state()[0][1]);
        }
        // What is sent differs from 1 ms on, so that Heun's second stage meets it in the step that ends at 16 ms.
        assertThat(difference.subList(0, 15)).allMatch(d -> d == 0);
        assertThat(difference.get(15)).isPositive();
    }

    /** A state at rest stays there whatever the delays: the sums are those without. */
    @Test
    void delaysDoNotMoveEquilibria() {
        OrnsteinUhlenbeck quiet = Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", 0);
        WilsonCowan calm = Parameters.with(WilsonCowan.standard(), "wEE", 3);
        double[][] rest = null;
        for (Network network : List.of(TWELVE, far(45, 0))) {
            FastClock clock = new FastClock(network, calm, quiet, new Heun(), DT, 1, 1, p -> Address.of(1));
            double[][] end = after(clock, 150_000);
            if (rest == null) {
                rest = end;
            } else {
                for (int v = 0; v < rest.length; v++) {
                    assertThat(end[v]).containsExactly(rest[v], within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void aStepAllocatesNothing(int patients) {
        FastClock clock = clock(far(45, 3), WilsonCowan.standard(), new Heun(), 0, patients);
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        // The least of some stretches: compiling and collecting may count for one of them.
        long least = Long.MAX_VALUE;
        for (int repeat = 0; repeat < 5; repeat++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            clock.run(10_000, 10_000, (s, y) -> {});
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(1000);
    }

    @Test
    void impossibleLengthsAndSpeedsAreRefused() {
        Link link = TWELVE.links().get(0);
        assertThatThrownBy(() -> link.withLengthMm(-1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("it must be from 0 to 1000.0 mm");
        assertThatThrownBy(() -> TWELVE.withConductionSpeed(MassCase.speed(0)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("conductionSpeed is 0.0 m/s, it must be greater than 0.");
    }
}
