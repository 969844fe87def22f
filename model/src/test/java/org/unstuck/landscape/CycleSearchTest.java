package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cycles read from runs, and what is seen where there is none. */
class CycleSearchTest {

    private static final double TURN = 2 * Math.PI;

    /** Once round in a unit of time: x = cos, y = 3 sin. */
    private static final VectorField ELLIPSE = VectorField.of(List.of("x", "y"), 0.01, (x, f) -> {
        f[0] = -TURN * x[1] / 3;
        f[1] = TURN * 3 * x[0];
    });

    private static Attractor.Cycle cycle(Box box) {
        return (Attractor.Cycle) CycleSearch.at(ELLIPSE, box, new double[] {1, 0}, 4.3);
    }

    /** The section is where the coordinate that moves most comes up through its middle: y in a square box. */
    @Test
    void anEllipseIsACycle() {
        Attractor.Cycle cycle = cycle(Box.cube(2, -5, 5));
        assertThat(cycle.period()).isCloseTo(1, within(1e-6));
        assertThat(cycle.mean()).containsExactly(new double[2], within(1e-2));
        assertThat(cycle.low()).containsExactly(new double[] {-1, -3}, within(1e-2));
        assertThat(cycle.high()).containsExactly(new double[] {1, 3}, within(1e-2));
        double[][] orbit = cycle.orbit();
        assertThat(orbit).hasDimensions(2, 400);
        for (int k = 0; k < 400; k++) {
            // Straight between steps of 3.6 degrees: off by at most 1 - cos 1.8 degrees = 0.0005.
            assertThat(orbit[0][k]).isCloseTo(Math.cos(TURN * k / 400), within(1e-3));
            assertThat(orbit[1][k]).isCloseTo(3 * Math.sin(TURN * k / 400), within(3e-3));
        }
        assertThat(cycle.share(0, 0)).isCloseTo(0.5, within(0.01));
        assertThat(cycle.share(1, 3 * Math.sin(TURN / 8))).isCloseTo(0.25, within(0.01));
        assertThat(cycle.words()).isEqualTo("limit cycle");
        // (1, 0) is on it; (0, 0) is one from (1, 0): 0.1 widths in x, over the root of 2.
        assertThat(cycle.distance(new double[] {1, 0}, Box.cube(2, -5, 5))).isCloseTo(0, within(1e-3));
        assertThat(cycle.distance(new double[2], Box.cube(2, -5, 5))).isCloseTo(0.1 / Math.sqrt(2), within(1e-3));
    }

    /** In a box ten times as wide in y it is x that moves most: its section is at (0, -3). */
    @Test
    void widthsOfTheBoxDecideWhatMovesMost() {
        double[][] orbit =
                cycle(new Box(new double[] {-5, -50}, new double[] {5, 50})).orbit();
        assertThat(orbit[0][0]).isCloseTo(0, within(1e-3));
        assertThat(orbit[1][0]).isCloseTo(-3, within(3e-3));
    }

    private static Attractor.Restless restless(VectorField field, Box box, double... start) {
        return (Attractor.Restless) CycleSearch.at(field, box, start, 5);
    }

    @Test
    void whatMovesOnIsNoCycle() {
        VectorField steady = VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = 1);
        Attractor.Restless moving = restless(steady, Box.cube(1, -5, 5), 0);
        assertThat(moving.why()).isEqualTo("it still moves");
        assertThat(moving.words()).isEqualTo("unresolved: it still moves");
        assertThat(moving.mean()[0]).isCloseTo(2.5, within(1e-9));
        assertThat(moving.low()[0]).isZero();
        assertThat(moving.high()[0]).isCloseTo(5, within(1e-9));
        assertThat(moving.distance(new double[] {3.5}, Box.cube(1, -5, 5))).isCloseTo(0.1, within(1e-9));
    }

    /** A spiral that grows by a tenth in every turn. */
    @Test
    void aSpiralDoesNotRepeatItself() {
        VectorField spiral = VectorField.of(List.of("x", "y"), 0.01, (x, f) -> {
            f[0] = 0.1 * x[0] - TURN * x[1];
            f[1] = 0.1 * x[1] + TURN * x[0];
        });
        assertThat(restless(spiral, Box.cube(2, -2, 2), 1, 0).why()).isEqualTo("it does not repeat itself");
    }

    /** A circle that is gone round faster and faster: the same place, but not after the same time. */
    @Test
    void aPeriodThatChangesIsNoPeriod() {
        VectorField hurried = VectorField.of(List.of("x", "y", "speed"), 0.01, (x, f) -> {
            f[0] = -TURN * x[2] * x[1];
            f[1] = TURN * x[2] * x[0];
            f[2] = 0.05;
        });
        Box box = new Box(new double[] {-2, -2, 0}, new double[] {2, 2, 1e6});
        assertThat(restless(hurried, box, 1, 0, 1).why()).isEqualTo("its period still changes");
    }

    /** Double well: more runs than are carried at once, two wells, the one met more often first. */
    @Test
    void everyRunIsCounted() {
        Attractors wells = Attractors.of(Systems.doubleWell(), Box.cube(1, -1, 3), 100, 15, Systems.SEED);
        assertThat(wells.found()).hasSize(2);
        assertThat(wells.found().get(0).mean()[0]).isCloseTo(1, within(1e-9));
        assertThat(wells.found().get(1).mean()[0]).isCloseTo(-1, within(1e-9));
        assertThat(wells.found().get(0).words()).isEqualTo("stable node");
        assertThat(wells.starts()[0] + wells.starts()[1]).isEqualTo(100);
        // Three quarters of the box lead to the right: 75, standard deviation 4.3; 4.5 of them, false alarm 7e-6.
        assertThat(wells.starts()[0]).isBetween(56, 94);
    }

    /** Stuart-Landau at 1/4: all runs on one circle of radius 1/2, gone round in a unit of time. */
    @Test
    void allRunsEndOnOneCircle() {
        Attractors found = Attractors.of(Systems.stuartLandau(TURN).at(0.25), Box.cube(2, -1, 1), 8, 40, Systems.SEED);
        assertThat(found.found()).hasSize(1);
        assertThat(found.starts()).containsExactly(8);
        Attractor.Cycle cycle = (Attractor.Cycle) found.found().get(0);
        assertThat(cycle.period()).isCloseTo(1, within(1e-5));
        assertThat(cycle.high()[0]).isCloseTo(0.5, within(1e-3));
        assertThat(cycle.low()[1]).isCloseTo(-0.5, within(1e-3));
    }
}
