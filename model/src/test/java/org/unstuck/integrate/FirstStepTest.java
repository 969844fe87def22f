package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The starting step of Hairer, Norsett and Wanner (1993, section II.4) by hand: with the norm |.| / (absolute + relative |y|), d0 = |y|,
 * d1 = |f|, h0 = 0.01 d0 / d1, d2 = |f(t + h0, y + h0 f) - f| / h0, h1 = (0.01 / max(d1, d2))^(1/5), and the smaller of 100 h0 and h1.
 */
class FirstStepTest {

    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-9;
    /** The tolerance of a number of size 1. */
    private static final double AT_ONE = ABSOLUTE + RELATIVE;

    private static final double LONG = 1e6;

    /** With an absolute tolerance of 1, next to which the relative one is lost in rounding, norms are plain numbers. */
    private static final DormandPrince54 PLAIN = DormandPrince54.of(1e-14, 1);

    private static double first(DormandPrince54 scheme, Drift f, double t, double span, double[]... y) {
        double[][] slope = new double[y.length][y[0].length];
        double[][] ahead = filled(y);
        double[][] slopeAhead = filled(y);
        f.at(t, y, slope);
        return new FirstStep(scheme).of(f, t, span, y, slope, ahead, slopeAhead);
    }

    /** Whatever is left in the working arrays must not matter. */
    private static double[][] filled(double[][] like) {
        double[][] y = new double[like.length][like[0].length];
        for (double[] row : y) {
            java.util.Arrays.fill(row, 1234);
        }
        return y;
    }

    private static double first(Drift f, double t, double... y) {
        return first(DormandPrince54.of(RELATIVE, ABSOLUTE), f, t, LONG, y);
    }

    private static Drift decay(double rate) {
        return (t, y, f) -> {
            for (int v = 0; v < y.length; v++) {
                for (int k = 0; k < y[v].length; k++) {
                    f[v][k] = -rate * y[v][k];
                }
            }
        };
    }

    /** y' = -r y at 1, in tolerances: d0 = 1, d1 = r, h0 = 0.01 / r, and d2 = r (0.01) / h0 = r^2. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 4", "0.5, 0.5", "-3, 9"})
    void decayStartsAsByHand(double rate, double larger) {
        assertThat(first(decay(rate), 0, 1)).isCloseTo(Math.pow(0.01 * AT_ONE / larger, 0.2), within(1e-12));
    }

    /** y' = t^2 at y = 1, t = 1: d1 = 1, h0 = 0.01 tolerances of 1, d2 = (1.01^2 - 1) / 0.01 = 2.01. */
    @Test
    void theSecondDerivativeIsTakenAhead() {
        assertThat(first((t, y, f) -> f[0][0] = t * t, 1, 1))
                .isCloseTo(Math.pow(0.01 * AT_ONE / 2.01, 0.2), within(1e-12));
    }

    /** Two lanes of two variables: of each norm the largest counts, here all in the last place, where |y| = 4 and y' = -3 y. */
    @Test
    void theLargestNumberCounts() {
        DormandPrince54 scheme = DormandPrince54.of(RELATIVE, 1);
        double tolerance = 1 + 4 * RELATIVE;
        // d0 = 4, d1 = 12, h0 = 0.01 / 3, d2 = 36, each over the tolerance.
        double h = first(
                scheme,
                (t, y, f) -> {
                    f[0][0] = 0.1;
                    f[0][1] = -0.2;
                    f[1][0] = 0;
                    f[1][1] = -3 * y[1][1];
                },
                0,
                LONG,
                new double[] {1, -2},
                new double[] {0, -4});
        assertThat(h).isCloseTo(Math.pow(0.01 * tolerance / 36, 0.2), within(1e-12));
    }

    /** From 0 there is no scale: h0 = 1e-6, and the step at most a hundred times that; also where y hardly moves. */
    @Test
    void withoutAScaleTheStepIsVerySmall() {
        assertThat(first((t, y, f) -> f[0][0] = 1, 0, 0)).isCloseTo(1e-4, within(1e-18));
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = 9e-6, 0, LONG, new double[] {1e-3}))
                .isCloseTo(1e-4, within(1e-18));
        assertThat(first((t, y, f) -> f[0][0] = 0, 0, 1)).as("nothing moves").isEqualTo(1e-6);
    }

    /** Exactly 1e-5 is not negligible: h0 = 0.01 x 1e-5 / 1, and 0.01 x 1e-3 / 1e-5 = 1, where h1 = 1000^(1/5). */
    @Test
    void theEdgeOfWhatIsNegligible() {
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = 1, 0, LONG, new double[] {1e-5}))
                .isCloseTo(1e-5, within(1e-18));
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = 1e-5, 0, LONG, new double[] {1e-3}))
                .isCloseTo(Math.pow(1000, 0.2), within(1e-12));
    }

    /** A derivative of 1e-15 tolerances is flat, one above it is not: (0.01 / 2e-15)^(1/5) = 345, more than 100 h0 = 1e-4. */
    @Test
    void theEdgeOfWhatIsFlat() {
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = 1e-15, 0, LONG, new double[] {1e-3}))
                .isEqualTo(1e-6);
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = 2e-15, 0, LONG, new double[] {1e-3}))
                .isCloseTo(1e-4, within(1e-18));
    }

    /** Never beyond the end; the slope is not asked beyond it either. */
    @Test
    void theStepEndsWithTheSpan() {
        DormandPrince54 scheme = DormandPrince54.of(RELATIVE, ABSOLUTE);
        assertThat(first(scheme, decay(1), 0, 1e-3, new double[] {1})).isEqualTo(1e-3);
        assertThat(first(scheme, (t, y, f) -> f[0][0] = 0, 0, 1e-7, new double[] {1}))
                .isEqualTo(1e-7);
        double[] latest = new double[1];
        first(
                scheme,
                (t, y, f) -> {
                    latest[0] = Math.max(latest[0], t);
                    f[0][0] = -y[0][0];
                },
                5,
                1e-3,
                new double[] {1});
        assertThat(latest[0]).isEqualTo(5 + 1e-3);
    }

    /** What is no number gives no step: the fallback, so that the run begins and names the variable. */
    @Test
    void aSlopeThatIsNoNumberGivesTheFallback() {
        assertThat(first((t, y, f) -> f[0][0] = Double.NaN, 0, 1)).isEqualTo(1e-6);
        assertThat(first((t, y, f) -> f[0][0] = Double.POSITIVE_INFINITY, 0, 1)).isEqualTo(1e-6);
        assertThat(first(PLAIN, (t, y, f) -> f[0][0] = Double.NaN, 0, 1e-9, new double[] {1}))
                .isEqualTo(1e-9);
    }
}
