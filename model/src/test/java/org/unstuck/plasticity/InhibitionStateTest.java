package org.unstuck.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * tau_J dJ/dt = 1 - J + kappa_J (h_0 + g + s_J p) (E - rho_0), solved: J goes to its goal by the share 1 - exp(-t / tau_J). Here
 * kappa_J = 0.4, h_0 = 0.1, s_J = 0.5, rho_0 = 0.25, tau_J = 2 h.
 */
class InhibitionStateTest {

    private static final double EXACT = 1e-15;

    private static final Homeostasis RULE = new Homeostasis(0.4, 0.1, 0.5, 0.25, 2);

    private static InhibitionState one() {
        return new InhibitionState(RULE, 1, 1);
    }

    @Test
    void inhibitionRelaxesToItsGoal() {
        InhibitionState J = one();
        assertThat(J.relative(0, 0)).isEqualTo(1);
        // Learning 1.5, window 0.3, pool 0.8: open 0.1 + 0.3 + 0.4 = 0.8; goal 1 + 0.4 x 1.5 x 0.8 x (0.75 - 0.25) =
        // 1.24.
        J.advance(0, 0, 0.75, 1.5, 0.3, 0.8, 2);
        assertThat(J.relative(0, 0)).isCloseTo(1 + 0.24 * (1 - Math.exp(-1)), within(EXACT));
        // On from there for three time constants.
        J.advance(0, 0, 0.75, 1.5, 0.3, 0.8, 6);
        assertThat(J.relative(0, 0)).isCloseTo(1.24 - 0.24 * Math.exp(-4), within(EXACT));
        // Nothing open but h_0, activity on target: back to 1.
        J.advance(0, 0, 0.25, 1.5, 0, 0, 2);
        assertThat(J.relative(0, 0)).isCloseTo(1 + 0.24 * (1 - Math.exp(-4)) * Math.exp(-1), within(EXACT));
    }

    /** Two half steps are one step. */
    @Test
    void stepsMayBeCut() {
        InhibitionState whole = one();
        InhibitionState halves = one();
        whole.advance(0, 0, 0.1, 1, 1, 0, 3);
        halves.advance(0, 0, 0.1, 1, 1, 0, 1);
        halves.advance(0, 0, 0.1, 1, 1, 0, 2);
        assertThat(halves.relative(0, 0)).isCloseTo(whole.relative(0, 0), within(EXACT));
        // Goal 1 + 0.4 x 1.1 x (0.1 - 0.25) = 0.934.
        assertThat(whole.relative(0, 0)).isCloseTo(1 - 0.066 * (1 - Math.exp(-1.5)), within(EXACT));
    }

    /** Window, pool and rest each open the loop; a rest fraction of 0 leaves it shut without a window. */
    @Test
    void whatOpensTheLoop() {
        double long_ = 1e6;
        InhibitionState J = one();
        J.advance(0, 0, 0.35, 1, 0, 0, long_);
        assertThat(J.relative(0, 0)).as("rest: 0.4 x 0.1 x 0.1").isCloseTo(1.004, within(EXACT));
        J.advance(0, 0, 0.35, 1, 1, 0, long_);
        assertThat(J.relative(0, 0)).as("window: 0.4 x 1.1 x 0.1").isCloseTo(1.044, within(EXACT));
        J.advance(0, 0, 0.35, 1, 0, 1, long_);
        assertThat(J.relative(0, 0)).as("pool: 0.4 x 0.6 x 0.1").isCloseTo(1.024, within(EXACT));
        J.follow(Homeostasis.standard());
        J.advance(0, 0, 0.9, 1, 0, 0, long_);
        assertThat(J.relative(0, 0)).as("standard, shut").isCloseTo(1, within(EXACT));
    }

    @Test
    void inhibitionStaysBetweenHalfAndTwice() {
        InhibitionState J = new InhibitionState(new Homeostasis(1, 0, 0, 0.5, 1), 1, 1);
        J.advance(0, 0, 1, 10, 1, 0, 50); // goal 6
        assertThat(J.relative(0, 0)).isEqualTo(2);
        J.advance(0, 0, 0, 10, 1, 0, 50); // goal -4
        assertThat(J.relative(0, 0)).isEqualTo(0.5);
    }

    @Test
    void regionsAndLanesAreTheirOwn() {
        InhibitionState J = new InhibitionState(RULE, 2, 3);
        J.advance(1, 2, 0.75, 1.5, 0.3, 0.8, 1e6);
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(J.relative(i, k)).isCloseTo(i == 1 && k == 2 ? 1.24 : 1, within(EXACT));
            }
        }
    }
}
