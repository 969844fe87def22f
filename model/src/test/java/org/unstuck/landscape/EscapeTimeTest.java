package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.metric.Measurement;
import org.unstuck.simulate.Cancelled;

/** Escape times of runs whose leaving is known: what is counted, and its interval. */
class EscapeTimeTest {

    private static final double CLOSE = 1e-9;

    /** dx/dt = 1 without noise. */
    private static final Noisy STEADY = Noisy.white(VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = 1), 0);

    /** From 0, looked at every 0.05. */
    private static EscapeTime escape(Exit exit, int runs, double horizon) {
        return EscapeTime.of(STEADY, new double[] {0}, exit, runs, horizon, 0.01, 5, Systems.SEED, () -> false);
    }

    /** The level 0.52 is passed at 0.52 and seen at 0.55, by all. */
    @Test
    void leavingIsSeenAtTheNextLook() {
        EscapeTime time = escape(Exit.above(0, 0.52), 6, 10);
        assertThat(time.count()).isEqualTo(6);
        assertThat(time.times()).containsOnly(time.times()[0]);
        assertThat(time.times()[0]).isCloseTo(0.55, within(CLOSE));
        assertThat(time.mean().orElseThrow()).isCloseTo(0.55, within(CLOSE));
        assertThat(time.low().orElseThrow()).isCloseTo(0.55, within(CLOSE));
        assertThat(time.high().orElseThrow()).isCloseTo(0.55, within(CLOSE));
        assertThat(time.staying(0.54)).isEqualTo(1);
        assertThat(time.staying(0.56)).isZero();
    }

    /** Six looks up to 0.3, none left: 2 x 6 x 0.3 over 7.3778, the 97.5 % point of chi-squared with 2 degrees of freedom. */
    @Test
    void nobodyLeft() {
        EscapeTime time = escape(Exit.above(0, 5), 6, 0.295);
        assertThat(time.count()).isZero();
        assertThat(time.escaped()).containsOnly(false);
        assertThat(time.times()[5]).isCloseTo(0.3, within(CLOSE));
        assertThat(time.low().orElseThrow()).isCloseTo(2 * 1.8 / 7.377758908, within(1e-8));
        assertThat(time.mean()).isEqualTo(Measurement.undefined("no run left within 0.295"));
        assertThat(time.high()).isEqualTo(time.mean());
        assertThat(time.staying(100)).isEqualTo(1);
    }

    /**
     * Three of ten are outside at the first look, 0.05; seven stay to 0.3. Lived: 0.15 + 2.1 = 2.25, a third of it the mean. Tables of
     * chi-squared: 17.535 (97.5 %, 8 degrees of freedom) and 1.237 (2.5 %, 6).
     */
    @Test
    void someLeft() {
        int[] looks = new int[1];
        EscapeTime time = escape(
                x -> {
                    looks[0]++;
                    assertThat(x[0]).hasSize(looks[0] == 1 ? 10 : 7);
                    boolean[] left = new boolean[x[0].length];
                    for (int k = 0; k < left.length; k++) {
                        left[k] = looks[0] == 1 && k % 4 == 1;
                    }
                    return left;
                },
                10,
                0.295);
        assertThat(looks[0]).isEqualTo(6);
        assertThat(time.escaped()).containsExactly(false, true, false, false, false, true, false, false, false, true);
        assertThat(time.count()).isEqualTo(3);
        assertThat(time.times()[5]).isCloseTo(0.05, within(CLOSE));
        assertThat(time.times()[4]).isCloseTo(0.3, within(CLOSE));
        assertThat(time.mean().orElseThrow()).isCloseTo(0.75, within(CLOSE));
        assertThat(time.low().orElseThrow()).isCloseTo(4.5 / 17.535, within(1e-4));
        assertThat(time.high().orElseThrow()).isCloseTo(4.5 / 1.237, within(2e-3));
        assertThat(time.staying(0.04)).isEqualTo(1);
        assertThat(time.staying(time.times()[1])).isEqualTo(0.7);
        assertThat(time.staying(1000)).isEqualTo(0.7);
    }

    @Test
    void itStopsWhenTold() {
        assertThatThrownBy(() -> EscapeTime.of(
                        STEADY, new double[] {0}, Exit.above(0, 5), 2, 1, 0.01, 5, Systems.SEED, () -> true))
                .isInstanceOf(Cancelled.class);
    }
}
