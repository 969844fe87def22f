package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.metric.Measurement;

/** The way back after a push, where it is known. */
class RecoveryTest {

    private static final Box UNIT = Box.cube(1, -0.5, 0.5);

    private static Attractor rest(double x, double rate) {
        return new Attractor.Rest(
                new Equilibrium(new double[] {x}, new Eigenvalues(new double[] {-rate}, new double[1]), 0));
    }

    /** Distance 0.4 exp(-2 t), looked at every 0.01: half after ln 2 / 2 = 0.3466, a tenth after ln 10 / 2 = 1.1513. */
    @Test
    void decayIsHalvedAfterLnTwo() {
        VectorField field = VectorField.of(List.of("x"), 0.005, (x, f) -> f[0] = -2 * (x[0] - 0.1));
        Recovery back = Recovery.of(field, UNIT, rest(0.1, 2), new double[] {0.5}, 1.5, 0.01);

        assertThat(back.time()).hasSize(151);
        assertThat(back.time()[150]).isCloseTo(1.5, within(1e-12));
        assertThat(back.distance()).hasSize(151);
        for (int s = 0; s < 151; s++) {
            assertThat(back.distance()[s]).isCloseTo(0.4 * Math.exp(-2 * back.time()[s]), within(1e-10));
        }
        assertThat(back.half().orElseThrow()).isCloseTo(0.35, within(1e-12));
        assertThat(back.tenth().orElseThrow()).isCloseTo(1.16, within(1e-12));
        assertThat(back.linear()).isEqualTo(Measurement.of(0.5));
    }

    /** At speed -1 from 1.5 in steps of 3/8: 12, 9, 6, 3 and 0 eighths. Exactly half counts as half. */
    @Test
    void exactlyHalfIsHalf() {
        VectorField field = VectorField.of(List.of("x"), 0.375, (x, f) -> f[0] = -1);
        Recovery back = Recovery.of(field, UNIT, rest(0, 1), new double[] {1.5}, 1.5, 0.375);

        assertThat(back.distance()).containsExactly(1.5, 1.125, 0.75, 0.375, 0);
        assertThat(back.time()).containsExactly(0, 0.375, 0.75, 1.125, 1.5);
        assertThat(back.half()).isEqualTo(Measurement.of(0.75));
        assertThat(back.tenth()).isEqualTo(Measurement.of(1.5));
    }

    /** |cos t| is at most half from 60 to 120 degrees, and again from 240 = 4.1888 rad: the last return counts. It ends at 0.28. */
    @Test
    void theLastReturnCounts() {
        VectorField swing = VectorField.of(List.of("x", "y"), 0.01, (x, f) -> {
            f[0] = -x[1];
            f[1] = x[0];
        });
        // So wide in y that only x counts.
        Box box = new Box(new double[] {-0.5, -1e12}, new double[] {0.5, 1e12});
        Attractor centre = new Attractor.Rest(
                new Equilibrium(new double[2], new Eigenvalues(new double[] {-1, -1}, new double[2]), 0));
        Recovery back = Recovery.of(swing, box, centre, new double[] {1, 0}, 5, 0.02);

        assertThat(back.half().orElseThrow()).isCloseTo(4.20, within(1e-12));
        assertThat(back.tenth()).isEqualTo(Measurement.undefined("it is not back at the end of the run"));
    }

    @Test
    void whatWasNotPushedDoesNotRecover() {
        VectorField field = VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = -x[0]);
        Recovery still = Recovery.of(field, UNIT, rest(0, 1), new double[] {0}, 0.1, 0.01);
        assertThat(still.half()).isEqualTo(Measurement.undefined("the push changed nothing"));
        Attractor cycle = new Attractor.Cycle(1, new double[1], new double[1], new double[1], new double[1][1]);
        assertThat(Recovery.of(field, UNIT, cycle, new double[] {1}, 0.1, 0.01).linear())
                .isEqualTo(Measurement.undefined("the attractor is not at rest"));
    }
}
