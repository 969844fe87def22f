package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.ReferenceData;
import org.unstuck.metric.Measurement;

/** Escape under noise against exact first-passage times and Kramers' formula. */
class EscapeTest {

    private static double reference(String file, String quantity) {
        return ReferenceData.rows("sde/" + file + ".csv").stream()
                .filter(r -> r[0].equals(quantity))
                .mapToDouble(r -> Double.parseDouble(r[1]))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"DW_sym_05, 0.5", "DW_sym_07, 0.7"})
    void closedFormsAgreeWithTheReference(String file, double sigma) {
        Noisy noisy = Noisy.white(Systems.doubleWell(), sigma);
        List<Equilibrium> points = FixedPoints.of(noisy.field(), Box.cube(1, -2, 2), 20, List.of(), Systems.SEED)
                .found();
        assertThat(points).hasSize(3);
        double kramers = Kramers.time(noisy, points.get(0), points.get(2)).orElseThrow();

        assertThat(kramers).isCloseTo(reference(file, "kramers_asymptotic_left"), within(1e-6));
        double right = reference(file, "mfpt_left_to_right");
        assertThat(Kramers.exact(noisy, -4, -1, 1)).isCloseTo(right, within(1e-6 * right));
        double saddle = reference(file, "mfpt_left_to_saddle");
        assertThat(Kramers.exact(noisy, -4, -1, 0)).isCloseTo(saddle, within(1e-6 * saddle));
        assertThat(Kramers.exact(noisy, 4, 1, -1)).isCloseTo(right, within(1e-6 * right));
    }

    /**
     * 1000 first passages at h = 0.002: mean within 4.5 standard errors (false alarm 7e-6) and 2 % for the bias of the step, as the
     * reference asks; the spread near that of an exponential.
     */
    @Test
    void runsTakeAsLongAsTheExactFirstPassage() {
        int runs = 1000;
        EscapeTime time = EscapeTime.of(
                Noisy.white(Systems.doubleWell(), 0.7),
                new double[] {-1},
                Exit.above(0, 1),
                runs,
                500,
                0.002,
                1,
                Systems.SEED,
                () -> false);
        double expected = reference("DW_sym_07", "mfpt_left_to_right");

        assertThat(time.count()).isEqualTo(runs);
        double square = 0;
        double mean = time.mean().orElseThrow();
        for (double t : time.times()) {
            square += (t - mean) * (t - mean) / (runs - 1);
        }
        double sd = Math.sqrt(square);
        assertThat(mean).isCloseTo(expected, within(4.5 * sd / Math.sqrt(runs) + 0.02 * expected));
        assertThat(sd / mean).isBetween(0.8, 1.05);
        assertThat(time.low().orElseThrow()).isLessThan(mean);
        assertThat(time.high().orElseThrow()).isGreaterThan(mean);
        assertThat(time.staying(0)).isEqualTo(1);
        assertThat(time.staying(500)).isZero();
    }

    /** By fate instead of by a threshold: the passage to the top of the barrier, noticed up to one look late. */
    @Test
    void leavingABasinIsPassingTheBarrier() {
        VectorField field = Systems.doubleWell();
        Box box = Box.cube(1, -2, 2);
        List<Attractor> found = Attractors.of(field, box, 20, 30, Systems.SEED).found();
        Fates fates = Fates.of(field, box, found, 60, Systems.SEED);
        int left = found.get(0).mean()[0] < 0 ? 0 : 1;
        EscapeTime time = EscapeTime.of(
                Noisy.white(field, 0.7),
                new double[] {-1},
                Exit.basin(fates, left),
                400,
                500,
                0.005,
                4,
                Systems.SEED,
                () -> false);
        double expected = reference("DW_sym_07", "mfpt_left_to_saddle");

        // 4.5 standard errors of an exponential mean; looks every 0.02 miss short visits: + 10 % (0.58 sigma sqrt(0.02)
        // of x).
        assertThat(time.mean().orElseThrow()).isBetween(expected * (1 - 4.5 / 20), expected * (1 + 4.5 / 20 + 0.1));
    }

    @Test
    void runsThatStayAreCountedAsStaying() {
        Noisy quiet = Noisy.white(Systems.doubleWell(), 0.05);
        EscapeTime none =
                EscapeTime.of(quiet, new double[] {-1}, Exit.above(0, 0), 10, 5, 0.01, 10, Systems.SEED, () -> false);

        assertThat(none.count()).isZero();
        assertThat(none.mean()).isInstanceOf(Measurement.Undefined.class);
        assertThat(none.high().isDefined()).isFalse();
        // Ten runs of 5, none left: 50 / 3.689 (half the 97.5 % quantile of chi-squared with 2 degrees of freedom).
        assertThat(none.low().orElseThrow()).isCloseTo(50 / 3.688879454, within(1e-6));
        EscapeTime some = EscapeTime.of(
                Noisy.white(Systems.doubleWell(), 0.7),
                new double[] {-1},
                Exit.above(0, 1),
                50,
                10,
                0.01,
                1,
                Systems.SEED,
                () -> false);
        assertThat(some.count()).isBetween(1, 49);
        assertThat(some.mean().orElseThrow()).isGreaterThan(some.low().orElseThrow());
        assertThat(some.mean().orElseThrow()).isLessThan(some.high().orElseThrow());
    }

    @Test
    void equalSeedsGiveEqualTimes() {
        EscapeTime a = brief();
        EscapeTime b = brief();
        assertThat(a.times()).isEqualTo(b.times());
    }

    private static EscapeTime brief() {
        return EscapeTime.of(
                Noisy.white(Systems.doubleWell(), 0.9),
                new double[] {-1},
                Exit.above(0, 0),
                20,
                50,
                0.01,
                5,
                Systems.SEED,
                () -> false);
    }
}
