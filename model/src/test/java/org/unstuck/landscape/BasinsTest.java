package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Invalid;
import org.unstuck.simulate.Cancelled;

/** Attractors, basins, what it takes to leave them, and the way back. */
class BasinsTest {

    private static final Box LINE = Box.cube(1, -2, 2);

    private static Fates doubleWell() {
        VectorField field = Systems.doubleWell();
        Attractors found = Attractors.of(field, LINE, 20, 30, Systems.SEED);
        assertThat(found.found()).hasSize(2).allSatisfy(a -> assertThat(a).isInstanceOf(Attractor.Rest.class));
        List<Attractor> ordered = found.found().get(0).mean()[0] < 0
                ? found.found()
                : List.of(found.found().get(1), found.found().get(0));
        return Fates.of(field, LINE, ordered, 60, Systems.SEED);
    }

    @Test
    void theDoubleWellHasTwoBasinsThatMeetAtZero() {
        Fates fates = doubleWell();

        assertThat(fates.attractors().get(0).mean()[0]).isCloseTo(-1, within(1e-9));
        assertThat(fates.attractors().get(1).mean()[0]).isCloseTo(1, within(1e-9));
        assertThat(fates.of(new double[][] {{-2, -0.5, -1e-6, 1e-6, 0.5, 2, 0}}))
                .containsExactly(0, 0, 0, 1, 1, 1, Fates.UNKNOWN);
    }

    @Test
    void basinStabilityHasTheIntervalOfWilson() {
        List<BasinStability> shares = BasinStability.of(doubleWell(), 1000, Systems.SEED);

        // Binomial, p = 1/2: 4.5 standard errors (0.0158 each), false alarm 7e-6.
        assertThat(shares.get(0).share()).isCloseTo(0.5, within(0.071));
        assertThat(shares.get(0).count() + shares.get(1).count() + shares.get(2).count())
                .isEqualTo(1000);
        // Wilson 1927 as in binom.confint of R: 5 of 10, and 0 of 10.
        assertThat(new BasinStability(5, 10).low()).isCloseTo(0.2365931, within(1e-6));
        assertThat(new BasinStability(5, 10).high()).isCloseTo(0.7634069, within(1e-6));
        assertThat(new BasinStability(0, 10).low()).isZero();
        assertThat(new BasinStability(0, 10).high()).isCloseTo(0.2775328, within(1e-6));
        assertThat(new BasinStability(10, 10).high()).isEqualTo(1);
    }

    @Test
    void sharesDoNotDependOnThreadsAndStopWhenTold() {
        List<BasinStability> alone = BasinStability.of(doubleWell(), 5000, Systems.SEED);

        assertThat(BasinStability.of(BasinsTest::doubleWell, 5000, Systems.SEED, 3, () -> false))
                .isEqualTo(alone);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> BasinStability.of(
                        BasinsTest::doubleWell, 100_000_000, Systems.SEED, 2, () -> asked.incrementAndGet() > 5))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void theSmallestPushOutOfAWellLeadsToTheBarrier() {
        List<EscapeShock> shocks = EscapeShock.of(doubleWell(), 0, new double[] {-1}, new int[] {0}, 0, Systems.SEED);

        assertThat(shocks).hasSize(2);
        assertThat(shocks.get(0).direction()).isEqualTo("+x");
        assertThat(shocks.get(0).size().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(shocks.get(0).to()).isEqualTo(1);
        assertThat(shocks.get(1).size().isDefined()).isFalse();
        assertThat(EscapeShock.smallest(shocks)).contains(shocks.get(0));
        List<EscapeShock> way = EscapeShock.towards(doubleWell(), 0, new double[] {-1}, List.of("left", "right"));
        assertThat(way).hasSize(1);
        assertThat(way.get(0).direction()).isEqualTo("right");
        assertThat(way.get(0).size().orElseThrow()).isCloseTo(0.5, within(1e-6));
    }

    /** Two wells of x and a decaying y: the boundary is x = 0 for every y. */
    @Test
    void aMapIsTheSameForAnyNumberOfThreads() {
        VectorField field = VectorField.of(List.of("x", "y"), 0.01, (x, f) -> {
            f[0] = x[0] - x[0] * x[0] * x[0];
            f[1] = -x[1];
        });
        Box box = Box.cube(2, -2, 2);
        List<Attractor> found = Attractors.of(field, box, 30, 30, Systems.SEED).found();
        BasinMap one = map(field, box, found, 1);
        BasinMap two = map(field, box, found, 2);

        assertThat(Arrays.deepEquals(one.fate(), two.fate())).isTrue();
        assertThat(one.share(0)).isEqualTo(0.5);
        for (int r = 0; r < one.ys().length; r++) {
            for (int c = 0; c < one.xs().length; c++) {
                assertThat(found.get(one.fate()[r][c]).mean()[0] * one.xs()[c]).isPositive();
            }
        }
    }

    private static BasinMap map(VectorField field, Box box, List<Attractor> found, int threads) {
        return BasinMap.of(
                () -> Fates.of(field, box, found, 60, Systems.SEED), 0, 1, new double[2], 20, 10, threads, () -> false);
    }

    @Test
    void stuartLandauEndsOnACircle() {
        VectorField field = Systems.stuartLandau(2 * Math.PI).at(0.25);
        Attractors found = Attractors.of(field, Box.cube(2, -1, 1), 10, 60, Systems.SEED);

        assertThat(found.found()).hasSize(1);
        Attractor.Cycle cycle = (Attractor.Cycle) found.found().get(0);
        assertThat(cycle.period()).isCloseTo(1, within(1e-5));
        assertThat(cycle.high()[0]).isCloseTo(0.5, within(1e-3));
        assertThat(cycle.low()[1]).isCloseTo(-0.5, within(1e-3));
        assertThat(cycle.mean()[0]).isCloseTo(0, within(1e-2));
        assertThat(cycle.share(0, 0)).isCloseTo(0.5, within(0.01));
    }

    /** The frequency to 0.01 Hz, extremes to the sampling of the reference. */
    @ParameterizedTest
    @CsvSource({"1", "1.5", "2"})
    void wilsonCowanOscillatesAsTheReference(double input) {
        String[] row = ReferenceData.rows("landscape/WCN_default_limitcycles.csv").stream()
                .filter(r -> Double.parseDouble(r[0]) == input)
                .findFirst()
                .orElseThrow();
        Attractors found =
                Attractors.of(Systems.wilsonCowan(15, 12, 3).at(input), Box.cube(2, 0, 1), 8, 2000, Systems.SEED);

        assertThat(found.found()).hasSize(1);
        Attractor.Cycle cycle = (Attractor.Cycle) found.found().get(0);
        assertThat(1000 / cycle.period()).isCloseTo(Double.parseDouble(row[2]), within(0.01));
        assertThat(cycle.low()[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-4));
        assertThat(cycle.high()[0]).isCloseTo(Double.parseDouble(row[4]), within(1e-4));
    }

    @Test
    void linearDecayRecoversAsItShould() {
        VectorField field = VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = -2 * x[0]);
        Box box = Box.cube(1, -1, 1);
        Attractor rest = Attractors.of(field, box, 4, 20, Systems.SEED).found().get(0);
        Recovery back = Recovery.of(field, box, rest, new double[] {0.7}, 10, 0.01);

        assertThat(back.linear().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(back.half().orElseThrow()).isCloseTo(Math.log(2) / 2, within(0.011));
        assertThat(back.tenth().orElseThrow()).isCloseTo(Math.log(10) / 2, within(0.011));
        Recovery short_ = Recovery.of(field, box, rest, new double[] {0.7}, 0.1, 0.01);
        assertThat(short_.half().isDefined()).isFalse();
    }

    @Test
    void theTwoWaysDifferBetweenTheFolds() {
        Hysteresis scan = Hysteresis.of(Systems.tilted(), -1, 1, 101, LINE, new double[] {-1}, 200, () -> false);
        double fold = 2 / (3 * Math.sqrt(3));

        assertThat(scan.loops(LINE)).hasSize(1);
        assertThat(scan.loops(LINE).get(0)[0]).isBetween(-fold, -fold + 0.02);
        assertThat(scan.loops(LINE).get(0)[1]).isBetween(fold - 0.02, fold);
    }

    /** "Must land on different branches and switch within one sweep step of the listed folds" (reference data). */
    @Test
    void wilsonCowanSwitchesAtTheFoldsOfTheReference() {
        Box box = Box.cube(2, 0, 1);
        Hysteresis scan =
                Hysteresis.of(Systems.wilsonCowan(12, 6, 4), 0, 2, 101, box, new double[2], 2000, () -> false);

        assertThat(scan.loops(box)).hasSize(1);
        assertThat(scan.loops(box).get(0)[0]).isBetween(0.4976656205913086, 0.4976656205913086 + 0.02);
        assertThat(scan.loops(box).get(0)[1]).isBetween(1.4160312504232493 - 0.02, 1.4160312504232493);
    }

    /** Supercritical: at every p one attractor, rest or a cycle of frequency omega / 2 pi. Its phase at the beginning is no memory. */
    @Test
    void aCycleThatIsMetInAnotherPhaseIsNoHysteresis() {
        Box box = Box.cube(2, -1.5, 1.5);
        // 10 of 20 time units are watched: 1.1 turns, so that a mean misses 0 by up to 1 / (pi 1.1) of the amplitude.
        Hysteresis scan =
                Hysteresis.of(Systems.stuartLandau(0.7), -0.5, 1, 31, box, new double[] {0.1, 0}, 20, () -> false);

        double largest = 0;
        for (int k = 0; k < 31; k++) {
            largest = Math.max(
                    largest,
                    box.distance(scan.up().get(k).mean(), scan.down().get(k).mean()));
        }
        assertThat(largest).isGreaterThan(0.03);
        assertThat(scan.wavers()).isTrue();
        assertThat(scan.loops(box)).isEmpty();
        assertThat(scan.up().get(0).waver()).isLessThan(0.001);
    }

    @Test
    void wrongMapsAreRefused() {
        Fates fates = doubleWell();
        assertThatThrownBy(() -> BasinMap.of(() -> fates, 0, 0, new double[1], 10, 10, 1, () -> false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> BasinMap.of(() -> fates, 0, 0, new double[1], 10, 1_000_000, 1, () -> false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("2 to 1000");
    }
}
