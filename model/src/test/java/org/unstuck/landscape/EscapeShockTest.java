package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.simulate.Cancelled;

/** Two wells at x = -1 and 1 with a decaying y: the boundary is x = 0 for every y. Pushes, maps and shares of it by hand. */
class EscapeShockTest {

    private static final Box BOX = new Box(new double[] {-2, -1}, new double[] {2, 3});

    private static final VectorField WELLS = VectorField.of(List.of("x", "y"), 0.02, (x, f) -> {
        f[0] = x[0] - x[0] * x[0] * x[0];
        f[1] = -x[1];
    });

    private static Attractor rest(double x) {
        return new Attractor.Rest(
                new Equilibrium(new double[] {x, 0}, new Eigenvalues(new double[] {-1, -2}, new double[2]), 0));
    }

    private static Fates fates() {
        return Fates.of(WELLS, BOX, List.of(rest(-1), rest(1)), 25, Systems.SEED);
    }

    @Test
    void thePushToTheBarrier() {
        double[] start = {-1, 0};
        List<EscapeShock> shocks = EscapeShock.of(fates(), 0, start, new int[] {0, 1}, 0, Systems.SEED);
        assertThat(shocks.stream().map(EscapeShock::direction)).containsExactly("+x", "-x", "+y", "-y");
        assertThat(shocks.get(0).unit()).containsExactly(1, 0);
        assertThat(shocks.get(0).size().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(shocks.get(0).to()).isEqualTo(1);
        assertThat(shocks.get(3).unit()).containsExactly(0, -1);
        for (int d = 1; d < 4; d++) {
            assertThat(shocks.get(d).size()).isEqualTo(Measurement.undefined("no push inside the box leads elsewhere"));
            assertThat(shocks.get(d).to()).isEqualTo(Fates.UNKNOWN);
        }
        assertThat(EscapeShock.smallest(shocks)).contains(shocks.get(0));
        assertThat(EscapeShock.smallest(shocks.subList(1, 4))).isEmpty();
        // From the right well it is the other way, 0.5 from 0.5.
        List<EscapeShock> back = EscapeShock.of(fates(), 1, new double[] {0.5, 0}, new int[] {0}, 0, Systems.SEED);
        assertThat(back.get(1).size().orElseThrow()).isCloseTo(0.5, within(1e-6));
        assertThat(back.get(1).to()).isZero();
        assertThat(back.get(0).size().isDefined()).isFalse();
        assertThat(EscapeShock.smallest(back)).contains(back.get(1));
    }

    /** Along a unit vector u it takes 1 / u_x, if u_x > 0 and y stays in the box, from 0 down to -1 or up to 3. */
    @Test
    void randomDirectionsAreUnitVectors() {
        List<EscapeShock> shocks = EscapeShock.of(fates(), 0, new double[] {-1, 0}, new int[] {0, 1}, 8, Systems.SEED);
        assertThat(shocks).hasSize(12);
        int out = 0;
        for (EscapeShock shock : shocks.subList(4, 12)) {
            double[] u = shock.unit();
            assertThat(u[0] * u[0] + u[1] * u[1]).isCloseTo(1, within(1e-12));
            double room = u[1] > 0 ? 3 / u[1] : 1 / -u[1];
            boolean leaves = u[0] > 0 && 1 / u[0] < room;
            assertThat(shock.size().isDefined()).isEqualTo(leaves);
            if (leaves) {
                out++;
                assertThat(shock.size().orElseThrow()).isCloseTo(1 / u[0], within(1e-5));
            }
        }
        assertThat(shocks.get(4).direction()).isEqualTo("random 1");
        // All eight to one side: once in 128 seeds; the seed is the one of all these tests.
        assertThat(out).isBetween(1, 7);
    }

    /** Half of the straight way to the other well; from outside the box there is no room for a push. */
    @Test
    void onTheWayToTheOtherWell() {
        List<EscapeShock> way = EscapeShock.towards(fates(), 0, new double[] {-1, 0}, List.of("left", "right"));
        assertThat(way).hasSize(1);
        assertThat(way.get(0).direction()).isEqualTo("right");
        assertThat(way.get(0).unit()).containsExactly(2, 0);
        assertThat(way.get(0).size().orElseThrow()).isCloseTo(0.5, within(1e-6));
        List<EscapeShock> outside = EscapeShock.of(fates(), 0, new double[] {-3, 0}, new int[] {0}, 0, Systems.SEED);
        assertThat(outside.get(1).size().isDefined()).isFalse();
    }

    /** Four columns with centres -1.5, -0.5, 0.5, 1.5 and two rows with centres 0 and 2. */
    @Test
    void aMapOfTheTwoBasins() {
        BasinMap map = BasinMap.of(EscapeShockTest::fates, 0, 1, new double[2], 4, 2, 1, () -> false);
        assertThat(map.xs()).containsExactly(-1.5, -0.5, 0.5, 1.5);
        assertThat(map.ys()).containsExactly(0, 2);
        assertThat(map.fate()).isDeepEqualTo(new int[][] {{0, 0, 1, 1}, {0, 0, 1, 1}});
        assertThat(map.share(0)).isEqualTo(0.5);
        // Axes exchanged, and x of the other coordinate does not matter.
        BasinMap turned = BasinMap.of(EscapeShockTest::fates, 1, 0, new double[] {9, 9}, 2, 3, 1, () -> false);
        assertThat(turned.ys()[0]).isCloseTo(-4 / 3.0, within(1e-12));
        assertThat(turned.fate()[0]).containsExactly(0, 0);
        assertThat(turned.fate()[1]).containsExactly(Fates.UNKNOWN, Fates.UNKNOWN);
        assertThat(turned.fate()[2]).containsExactly(1, 1);
        assertThat(turned.share(1)).isEqualTo(1 / 3.0);
        for (int[] cells : new int[][] {{1, 2}, {2, 1}, {1001, 2}, {2, 1001}}) {
            assertThatThrownBy(() -> BasinMap.of(
                            EscapeShockTest::fates, 0, 1, new double[2], cells[0], cells[1], 1, () -> false))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("2 to 1000");
        }
        assertThatThrownBy(() -> BasinMap.of(EscapeShockTest::fates, 1, 1, new double[2], 4, 4, 1, () -> false))
                .hasMessageContaining("the same coordinate");
        assertThatThrownBy(() -> BasinMap.of(EscapeShockTest::fates, 0, 1, new double[2], 4, 4, 1, () -> true))
                .isInstanceOf(Cancelled.class);
    }

    /** Half of the box each, 600 points: standard error 0.0204, 4.5 of them 0.092 (false alarm 7e-6); none is lost. */
    @Test
    void halfOfTheBoxEach() {
        List<BasinStability> shares = BasinStability.of(fates(), 600, Systems.SEED);
        assertThat(shares).hasSize(3);
        assertThat(shares.get(0).share()).isCloseTo(0.5, within(0.092));
        assertThat(shares.get(0).count() + shares.get(1).count()).isEqualTo(600);
        assertThat(shares.get(2)).isEqualTo(new BasinStability(0, 600));
        assertThat(BasinStability.of(EscapeShockTest::fates, 600, Systems.SEED, 2, () -> false))
                .isEqualTo(shares);
    }

    /** Wilson 1927 as in binom.confint of R: 5 of 10, and none of 10. */
    @Test
    void theIntervalOfAShare() {
        assertThat(new BasinStability(5, 10).low()).isCloseTo(0.2365931, within(1e-6));
        assertThat(new BasinStability(5, 10).high()).isCloseTo(0.7634069, within(1e-6));
        assertThat(new BasinStability(0, 10).low()).isZero();
        assertThat(new BasinStability(0, 10).high()).isCloseTo(0.2775328, within(1e-6));
        assertThat(new BasinStability(10, 10).low()).isCloseTo(1 - 0.2775328, within(1e-6));
        assertThat(new BasinStability(10, 10).high()).isEqualTo(1);
    }

    /**
     * dx/dt = p + x - x^3 in steps of 0.1 from -1 to 1: folds at +-0.3849, so the ways differ from -0.3 to 0.3. At p = -1 the state is
     * minus the plastic number, the root 1.3247179572 of x^3 = x + 1.
     */
    @Test
    void upAndDownDifferBetweenTheFolds() {
        Box line = Box.cube(1, -2, 2);
        Hysteresis scan = Hysteresis.of(Systems.tilted(), -1, 1, 21, line, new double[] {-0.5}, 60, () -> false);
        double plastic = 1.324717957244746;
        assertThat(scan.parameter()[3]).isCloseTo(-0.7, within(1e-12));
        for (List<Hysteresis.Seen> way : List.of(scan.up(), scan.down())) {
            assertThat(way).hasSize(21);
            assertThat(way.get(0).mean()[0]).isCloseTo(-plastic, within(1e-9));
            assertThat(way.get(0).low()[0]).isCloseTo(-plastic, within(1e-9));
            assertThat(way.get(0).high()[0]).isCloseTo(-plastic, within(1e-9));
            assertThat(way.get(20).mean()[0]).isCloseTo(plastic, within(1e-9));
        }
        // At p = 0 each way still sits in its own well.
        assertThat(scan.up().get(10).mean()[0]).isCloseTo(-1, within(1e-9));
        assertThat(scan.down().get(10).mean()[0]).isCloseTo(1, within(1e-9));
        List<double[]> loops = scan.loops(line);
        assertThat(loops).hasSize(1);
        assertThat(loops.get(0)).containsExactly(new double[] {-0.3, 0.3}, within(1e-12));
        assertThatThrownBy(() -> Hysteresis.of(Systems.tilted(), -1, 1, 2, line, new double[1], 1, () -> false))
                .hasMessageContaining("values is 2");
        assertThatThrownBy(() -> Hysteresis.of(Systems.tilted(), -1, 1, 2001, line, new double[1], 1, () -> false))
                .hasMessageContaining("values is 2001");
        assertThatThrownBy(() -> Hysteresis.of(Systems.tilted(), 1, 1, 5, line, new double[1], 1, () -> false))
                .hasMessageContaining("it must ascend");
        assertThatThrownBy(() -> Hysteresis.of(Systems.tilted(), -1, 1, 5, line, new double[1], 1, () -> true))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void twoThousandValuesAreTheMost() {
        Hysteresis most =
                Hysteresis.of(Systems.tilted(), -1, 1, 2000, Box.cube(1, -2, 2), new double[1], 0.02, () -> false);
        assertThat(most.up()).hasSize(2000);
    }

    /** Stuart-Landau: at p = -1 and 0 (nearly) at rest, at 1 on the unit circle; a start exactly at rest is moved off it. */
    @Test
    void anOscillationIsSeenByItsExtremes() {
        Box box = Box.cube(2, -2, 2);
        Hysteresis scan =
                Hysteresis.of(Systems.stuartLandau(2 * Math.PI), -1, 1, 3, box, new double[2], 60, () -> false);
        Hysteresis.Seen swings = scan.up().get(2);
        assertThat(swings.low()).containsExactly(new double[] {-1, -1}, within(1e-3));
        assertThat(swings.high()).containsExactly(new double[] {1, 1}, within(1e-3));
        assertThat(swings.mean()).containsExactly(new double[2], within(1e-3));
        assertThat(scan.up().get(0).high()).containsExactly(new double[2], within(1e-6));
    }

    @Test
    void edgesOfABox() {
        assertThat(BOX.contains(new double[] {-2, 3}, 0)).isTrue();
        assertThat(BOX.contains(new double[] {-2.01, 0}, 0)).isFalse();
        assertThat(BOX.contains(new double[] {0, 3.01}, 0)).isFalse();
        assertThat(BOX.contains(new double[] {-6, 7}, 1)).isTrue();
        assertThat(BOX.contains(new double[] {-6.01, 0}, 1)).isFalse();
        assertThat(BOX.contains(new double[] {0, Double.NaN}, 1)).isFalse();
        assertThat(BOX.width(1)).isEqualTo(4);
        assertThat(BOX.dimension()).isEqualTo(2);
        // Corners are 1 apart; a side is 1 over the root of 2.
        assertThat(BOX.distance(new double[] {-2, -1}, new double[] {2, 3})).isEqualTo(1);
        assertThat(BOX.distance(new double[] {-2, 1}, new double[] {2, 1})).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThatThrownBy(() -> new Box(new double[] {1}, new double[] {1})).hasMessageContaining("coordinate 0");
        assertThatThrownBy(() -> new Box(new double[] {0, 0}, new double[] {1})).hasMessageContaining("2 and high 1");
        assertThatThrownBy(() -> new Box(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("must be finite");
        double[] x = BOX.point(Systems.SEED.draws());
        assertThat(BOX.contains(x, 0)).isTrue();
    }
}
