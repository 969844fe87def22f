package org.unstuck.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Parameters;

/** One link, one lane: what is learned, kept and forgotten. */
class LinkStateTest {

    private static LinkState taught(Learning rule, double eta) {
        LinkState x = new LinkState(rule, 1, 1);
        x.settle(new double[][] {{0.1}});
        x.advance(0, 0, 0.15, 1, eta, 1, 1);
        return x;
    }

    /** After teaching, H stays at theta: nothing more is learned, r and b come together at tau_r / (tau_r + tau_b) of the change. */
    private static double settledAt(LinkState x) {
        for (int d = 0; d < 400; d++) {
            x.advance(0, 0, 0.1, 0, 1, 1, 24);
        }
        return x.relative(0, 0) - 1;
    }

    @Test
    void anHourOfTeachingChangesALinkByTheRule() {
        // lambda (H/theta - 1) S(1) hours = 0.03 x 0.5 x 1 x 1; S(1) = 1.
        assertThat(taught(Learning.standard(), 1).relative(0, 0)).isCloseTo(1.015, within(1e-12));
        // The window multiplies it, up or down alike.
        assertThat(taught(Learning.standard(), 5).relative(0, 0)).isCloseTo(1.075, within(1e-12));
    }

    @Test
    void aThirdOfAChangeIsConsolidated() {
        LinkState x = taught(Learning.standard(), 1);
        double change = x.relative(0, 0) - 1;
        assertThat(settledAt(x)).isCloseTo(change * 10 / (10 + 20), within(1e-6));
    }

    @Test
    void retentionConsolidatesMore() {
        LinkState x = taught(Learning.standard(), 1);
        double change = x.relative(0, 0) - 1;
        for (int d = 0; d < 400; d++) {
            x.advance(0, 0, 0.1, 0, 1, 1.5, 24);
        }
        assertThat(x.relative(0, 0) - 1).isCloseTo(change * 15 / (15 + 20), within(1e-6));
    }

    @Test
    void entrenchmentGivesEvenWhatIsConsolidatedBack() {
        double kept = settledAt(taught(Learning.standard(), 1));
        double entrenched = settledAt(taught(Parameters.with(Learning.standard(), "entrenchment", 0.01), 1));
        assertThat(entrenched).isBetween(0.0, 0.1 * kept);
    }
}
