package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fates of points, the cores that decide them, and who has left, in systems that are solved by hand. */
class FatesTest {

    private static final Box LINE = Box.cube(1, -2, 2);

    /** An attractor as it is, without a search. */
    private static Attractor rest(double... x) {
        double[] decay = new double[x.length];
        Arrays.fill(decay, -1);
        return new Attractor.Rest(new Equilibrium(x, new Eigenvalues(decay, new double[x.length]), 0));
    }

    private static Fates doubleWell(Box box, double time) {
        return Fates.of(Systems.doubleWell(), box, List.of(rest(-1), rest(1)), time, Systems.SEED);
    }

    /** dx/dt = -x. */
    private static VectorField decay() {
        return VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = -x[0]);
    }

    @Test
    void everyPointGoesToItsWell() {
        Fates fates = doubleWell(LINE, 30);
        // More than two batches of 512, and the barrier itself.
        int n = 1201;
        double[][] from = new double[1][n];
        for (int k = 0; k < n; k++) {
            from[0][k] = -2 + 4.0 * k / (n - 1);
        }
        from[0][600] = 0;
        double[] before = from[0].clone();
        int[] fate = fates.of(from);
        assertThat(fate).hasSize(n);
        for (int k = 0; k < n; k++) {
            assertThat(fate[k]).as("from %s", from[0][k]).isEqualTo(k < 600 ? 0 : k > 600 ? 1 : Fates.UNKNOWN);
        }
        assertThat(from[0]).containsExactly(before);
        assertThat(fates.attractors()).hasSize(2);
        assertThat(fates.box()).isSameAs(LINE);
        assertThat(fates.field().names()).containsExactly("x");
    }

    /** x = x0 exp(-t) comes within 0.05 widths, 0.2, of 0 after ln(x0 / 0.2): in time or not. */
    @Test
    void aFateIsKnownOnceThePointHasArrived() {
        Fates fates = Fates.of(decay(), LINE, List.of(rest(0)), 2, Systems.SEED);
        double[] arrival = {0.05, 0.55, 1.05, 1.55, 1.85, 2.25, 3};
        double[][] from = new double[1][arrival.length + 1];
        for (int k = 0; k < arrival.length; k++) {
            from[0][k] = (k % 2 == 0 ? 0.2 : -0.2) * Math.exp(arrival[k]);
        }
        from[0][arrival.length] = 0.1;
        assertThat(fates.of(from)).containsExactly(0, 0, 0, 0, 0, Fates.UNKNOWN, Fates.UNKNOWN, 0);
        // Alone as well as together.
        for (int k = 0; k < arrival.length; k++) {
            assertThat(fates.of(new double[][] {{from[0][k]}})).containsExactly(arrival[k] < 2 ? 0 : Fates.UNKNOWN);
        }
    }

    /**
     * dx/dt = -x, dy/dt = -y about (1, -2), in a box of widths 4 and 10: every point of the edge of a core comes back within a quarter of
     * it after ln 4 = 1.386, whatever its direction. With less time no core will do, down to the smallest.
     */
    @ParameterizedTest
    @CsvSource({"1.40, 0.05", "1.38, 0.001"})
    void aCoreIsWherePointsReturnFrom(double time, double core) {
        VectorField field = VectorField.of(List.of("x", "y"), 0.01, (x, f) -> {
            f[0] = 1 - x[0];
            f[1] = -2 - x[1];
        });
        Box box = new Box(new double[] {-2, -5}, new double[] {2, 5});
        assertThat(Fates.of(field, box, List.of(rest(1, -2)), time, Systems.SEED)
                        .core(0))
                .isEqualTo(core);
    }

    /** In a box of width 40 the wells are 0.05 widths apart: a core is a quarter of that. */
    @Test
    void coresLeaveRoomBetweenAttractors() {
        Fates fates = doubleWell(Box.cube(1, -20, 20), 30);
        assertThat(fates.core(0)).isCloseTo(0.0125, within(1e-15));
        assertThat(fates.core(1)).isCloseTo(0.0125, within(1e-15));
    }

    /**
     * The right well alone in that box: 0.05 widths from 1 is -1, which stays away; half of it is the barrier, which stays; a quarter is
     * 0.5, which returns.
     */
    @Test
    void aCoreIsHalvedUntilItReturns() {
        Fates fates = Fates.of(Systems.doubleWell(), Box.cube(1, -20, 20), List.of(rest(1)), 30, Systems.SEED);
        assertThat(fates.core(0)).isEqualTo(0.0125);
        // The left well is no attractor that is known.
        assertThat(fates.of(new double[][] {{-0.5, 0.5}})).containsExactly(Fates.UNKNOWN, 0);
    }

    /** Stuart-Landau at p = 1/4: all but the centre end on the circle of radius 1/2. */
    @Test
    void pointsEndOnACircle() {
        int phases = 64;
        double[][] orbit = new double[2][phases];
        for (int k = 0; k < phases; k++) {
            orbit[0][k] = 0.5 * Math.cos(2 * Math.PI * k / phases);
            orbit[1][k] = 0.5 * Math.sin(2 * Math.PI * k / phases);
        }
        Attractor circle =
                new Attractor.Cycle(1, new double[2], new double[] {-0.5, -0.5}, new double[] {0.5, 0.5}, orbit);
        Fates fates = Fates.of(
                Systems.stuartLandau(2 * Math.PI).at(0.25), Box.cube(2, -1, 1), List.of(circle), 20, Systems.SEED);
        assertThat(fates.core(0)).isEqualTo(0.05);
        assertThat(fates.of(new double[][] {{0.1, -0.9, 0.5, 0}, {0, 0.9, 0, 0}}))
                .containsExactly(0, 0, 0, Fates.UNKNOWN);
    }

    @Test
    void aRunLeavesItsBasinWhenItWouldEndElsewhere() {
        Fates fates = doubleWell(LINE, 30);
        double[][] x = {{-1.5, -0.1, 0, 0.1, 1.5}};
        assertThat(Exit.basin(fates, 0).left(x)).containsExactly(false, false, false, true, true);
        assertThat(Exit.basin(fates, 1).left(x)).containsExactly(true, true, false, false, false);
    }

    @Test
    void aLevelIsReachedAtTheLevel() {
        double[][] x = {{9, 9, 9}, {0.5, Math.nextDown(0.5), 0.6}};
        assertThat(Exit.above(1, 0.5).left(x)).containsExactly(true, false, true);
        assertThat(Exit.above(0, 10).left(x)).containsExactly(false, false, false);
    }
}
