package org.unstuck.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;

/** Intervals of resampled numbers, and elementary effects of runs that fail. */
class EstimateTest {

    /** The 2.5 % and 97.5 % points of 0, 1, ..., 100 are 2.5 and 97.5 (R: quantile, type 7), in whatever order they come. */
    @Test
    void intervalsAreQuantiles() {
        double[] resampled = new double[101];
        for (int b = 0; b <= 100; b++) {
            resampled[b] = (b * 37) % 101;
        }
        Estimate e = Estimate.of(50, resampled);
        assertThat(e.value()).isEqualTo(50);
        assertThat(e.low()).isCloseTo(2.5, within(1e-9));
        assertThat(e.high()).isCloseTo(97.5, within(1e-9));
        assertThat(Estimate.of(1, new double[] {7}).high()).isEqualTo(7);
        // 0.025 and 0.975 of the way from 1 to 3.
        assertThat(Estimate.of(2, new double[] {3, 1}).low()).isCloseTo(1.05, within(1e-12));
        assertThat(Estimate.of(2, new double[] {3, 1}).high()).isCloseTo(2.95, within(1e-12));
    }

    /** y = 3 a + a b on three trajectories of two inputs; effects by hand. */
    @Test
    void effectsByHand() {
        // From (0, 0): a up, b up. From (1, 1): b down, a down. From (0, 1): a up, b down.
        double[][][] steps = {
            {{0, 0}, {1, 0}, {1, 1}},
            {{1, 1}, {1, 0}, {0, 0}},
            {{0, 1}, {1, 1}, {1, 0}}
        };
        MorrisDesign design = new MorrisDesign(java.util.List.of(steps), 2);
        double[] y = {0, 3, 4, 4, 3, 0, 0, 4, 3};
        ElementaryEffects e = ElementaryEffects.of(design, y, Address.of(1));
        // a: 3, 3, 4; b: 1, 1, 1.
        assertThat(e.mu()[0]).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(e.sigma()[0]).isCloseTo(1 / Math.sqrt(3), within(1e-12));
        assertThat(e.mu()[1]).isEqualTo(1);
        assertThat(e.sigma()[1]).isZero();
        assertThat(e.muStar().get(1).low()).isEqualTo(1);

        y[7] = Double.NaN;
        ElementaryEffects two = ElementaryEffects.of(design, y, Address.of(1));
        assertThat(two.missing()).isEqualTo(1);
        assertThat(two.used()).as("two effects are enough").containsExactly(2, 2);
        assertThat(two.mu()[0]).isEqualTo(3);
        y[4] = Double.NaN;
        assertThatThrownBy(() -> ElementaryEffects.of(design, y, Address.of(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("input 0 has 1 elementary effects, at least 2 are needed.");
    }
}
