package org.unstuck.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;

class SensitivityTest {

    /** Of a linear function the elementary effects are its coefficients, everywhere: no spread. */
    @Test
    void aPlaneHasConstantEffects() {
        MorrisDesign design = MorrisDesign.random(8, 3, 4, Address.of(7));
        double[] y = SensitivityReferenceTest.run(design.points(), u -> 2 * u[0] - 5 * u[1]);
        ElementaryEffects effects = ElementaryEffects.of(design, y, Address.of(7));
        double[] coefficients = {2, -5, 0};
        for (int k = 0; k < 3; k++) {
            assertThat(effects.mu()[k]).isCloseTo(coefficients[k], within(1e-12));
            assertThat(effects.muStar().get(k).value()).isCloseTo(Math.abs(coefficients[k]), within(1e-12));
            assertThat(effects.sigma()[k]).isCloseTo(0, within(1e-12));
        }
    }

    /** Each trajectory moves every input once, by two thirds of its range, and stays on the grid. */
    @Test
    void trajectoriesAreOnTheGrid() {
        MorrisDesign design = MorrisDesign.spread(5, 30, 6, 4, Address.of(3));
        assertThat(design.trajectories()).hasSize(5).allSatisfy(t -> {
            boolean[] moved = new boolean[6];
            for (int s = 1; s < t.length; s++) {
                for (int k = 0; k < 6; k++) {
                    assertThat(t[s][k] * 3).isCloseTo(Math.rint(t[s][k] * 3), within(1e-12));
                    if (t[s][k] != t[s - 1][k]) {
                        assertThat(Math.abs(t[s][k] - t[s - 1][k])).isCloseTo(2.0 / 3, within(1e-12));
                        assertThat(moved[k]).isFalse();
                        moved[k] = true;
                    }
                }
            }
            assertThat(moved).containsOnly(true);
        });
    }

    /** Chosen trajectories lie farther apart than the first ones that were drawn. */
    @Test
    void spreadTrajectoriesAreFartherApart() {
        MorrisDesign drawn = MorrisDesign.random(6, 5, 4, Address.of(11));
        MorrisDesign chosen = MorrisDesign.spread(6, 60, 5, 4, Address.of(11));
        assertThat(apart(chosen)).isGreaterThan(apart(drawn));
    }

    private static double apart(MorrisDesign design) {
        double sum = 0;
        for (double[][] a : design.trajectories()) {
            for (double[][] b : design.trajectories()) {
                sum += MorrisDesign.distance(a, b) * MorrisDesign.distance(a, b);
            }
        }
        return sum;
    }

    /** Of a power law the elasticities are its exponents; to second order in the step. */
    @Test
    void powerLawsHaveTheirExponentAsElasticity() {
        double[] at = {2, 3, 5};
        double[][] points = Elasticities.points(at, new double[] {1, 1, 1}, new double[] {10, 10, 10}, 0.001);
        double[] y = SensitivityReferenceTest.run(points, x -> x[0] * x[0] / x[1]);
        Elasticities e = Elasticities.of(points, y);
        assertThat(e.elasticity()[0]).isCloseTo(2, within(1e-4));
        assertThat(e.elasticity()[1]).isCloseTo(-1, within(1e-4));
        assertThat(e.elasticity()[2]).isZero();
        assertThat(e.slope()[0]).isCloseTo(4.0 / 3, within(1e-4));
    }

    /** At the end of its range an input is moved to one side only; at 0 there is no elasticity. */
    @Test
    void endsOfRanges() {
        double[][] points = Elasticities.points(new double[] {0}, new double[] {0}, new double[] {4}, 0.25);
        assertThat(points).isDeepEqualTo(new double[][] {{0}, {0}, {1}});
        Elasticities e = Elasticities.of(points, new double[] {1, 1, 3});
        assertThat(e.slope()[0]).isEqualTo(2);
        assertThat(e.elasticity()[0]).isNaN();
    }

    /** A run without output costs its own base sample and nothing else: as if that had not been drawn. */
    @Test
    void missingRunsAreLeftOutAndCounted() {
        double[][] pairs = UnitPoints.random(64, 4, Address.of(1));
        SobolDesign design = SobolDesign.of(pairs);
        double[] y = SensitivityReferenceTest.run(design.points(), u -> u[0] + u[0] * u[1]);
        y[4 * 17 + 2] = Double.NaN;
        y[4 * 17 + 3] = Double.NaN;
        y[4 * 62] = Double.NaN;
        SobolIndices indices = SobolIndices.of(design, y, Address.of(1));
        assertThat(indices.missing()).isEqualTo(2);
        assertThat(indices.used()).isEqualTo(62);
        SobolDesign without = SobolDesign.of(java.util.stream.IntStream.range(0, 64)
                .filter(j -> j != 17 && j != 62)
                .mapToObj(j -> pairs[j])
                .toArray(double[][]::new));
        SobolIndices expected = SobolIndices.of(
                without, SensitivityReferenceTest.run(without.points(), u -> u[0] + u[0] * u[1]), Address.of(1));
        assertThat(indices.first()).isEqualTo(expected.first());
        assertThat(indices.total()).isEqualTo(expected.total());
    }

    /** The estimators do not depend on where zero is, once the mean is taken away. */
    @Test
    void aShiftChangesNothing() {
        SobolDesign design = SobolDesign.of(128, 3, Address.of(5));
        var f = TestFunctions.ishigami(7, 0.1);
        double[] y = SensitivityReferenceTest.run(design.points(), f);
        double[] up = Arrays.stream(y).map(x -> x + 1000).toArray();
        List<Estimate> first = SobolIndices.of(design, y, Address.of(5)).first();
        List<Estimate> shifted = SobolIndices.of(design, up, Address.of(5)).first();
        for (int k = 0; k < 3; k++) {
            assertThat(shifted.get(k).value()).isCloseTo(first.get(k).value(), within(1e-9));
        }
    }

    /**
     * The bootstrap interval covers the truth about as often as it says: of 60 indices from 20 random designs, expected 57. Fewer than
     * 51 happens by chance with probability 0.5 % at true coverage 0.95; percentile intervals cover a little less.
     */
    @Test
    void intervalsCoverTheTruth() {
        double[] truth = {0.5575888552099592, 0.4424111447900409, 0.2436836640621477};
        int covered = 0;
        for (int seed = 1; seed <= 20; seed++) {
            SobolDesign design = SobolDesign.of(UnitPoints.random(1024, 6, Address.of(seed)));
            double[] y = SensitivityReferenceTest.run(design.points(), TestFunctions.ishigami(7, 0.1));
            SobolIndices indices = SobolIndices.of(design, y, Address.of(seed));
            for (int k = 0; k < 3; k++) {
                Estimate e = indices.total().get(k);
                covered += e.low() <= truth[k] && truth[k] <= e.high() ? 1 : 0;
            }
        }
        assertThat(covered).isBetween(51, 60);
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> MorrisDesign.random(4, 3, 3, Address.of(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("levels is 3");
        assertThatThrownBy(() -> UnitPoints.halton(10, 41))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("41 inputs");
        SobolDesign design = SobolDesign.of(8, 2, Address.of(1));
        assertThatThrownBy(() -> SobolIndices.of(design, new double[32], Address.of(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("same in all runs");
        double[] failed = new double[32];
        Arrays.fill(failed, Double.NaN);
        assertThatThrownBy(() -> SobolIndices.of(design, failed, Address.of(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("0 of 8 base samples");
        assertThatThrownBy(() -> RegressionIndices.of(new double[][] {{1}, {1}, {1}, {1}}, new double[] {1, 2, 3, 4}))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("does not vary");
    }
}
