package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateSequenceTest {

    /** A three-state Markov chain of 2000 samples; one sample is 1 s, so that dwell times are in samples. */
    @Test
    void equalsTheReference() {
        int[] labels = Arrays.stream(Reference.column(Reference.table("MK3_states"), 0))
                .mapToInt(x -> (int) x)
                .toArray();
        StateSequence states = StateSequence.of(labels, 3, 1000);
        double[][] dwell = Reference.table("MK3_dwell");
        double[][] transition = Reference.matrix("MK3_transition");
        for (int k = 0; k < 3; k++) {
            StateSequence.Dwell d = states.dwell(k);
            Reference.assertClose(states.occupancy()[k], dwell[k][1], 1e-12, 1e-12, "occupancy");
            assertThat(d.visits()).isEqualTo((int) dwell[k][2]);
            Reference.assertClose(d.meanS(), dwell[k][3], 1e-12, 1e-12, "mean");
            Reference.assertClose(d.medianS(), dwell[k][4], 1e-12, 1e-12, "median");
            Reference.assertClose(d.longestS(), dwell[k][5], 1e-12, 1e-12, "longest");
            Reference.assertClose(d.meanWholeS(), dwell[k][6], 1e-12, 1e-12, "mean of whole stays");
            for (int to = 0; to < 3; to++) {
                Reference.assertClose(states.probability(k, to), transition[k][to], 1e-12, 1e-12, "P");
            }
        }
        Map<String, Double> global = Reference.quantities("MK3_global");
        assertThat(states.transitions()).isEqualTo(global.get("switches").intValue());
        Reference.assertClose(states.entropyRatePerSample(), global.get("entropy_rate_bits"), 1e-12, 1e-12, "rate");
        Reference.assertClose(
                states.occupancyEntropy(), global.get("occupancy_entropy_bits"), 1e-12, 1e-12, "occupancy entropy");
    }

    @Test
    void embeddedChainByHand() {
        // 0 -> 1 -> 0 -> none -> 0 -> 1 -> 0 -> none -> 0 -> 1 -> 0: from 0: 3 x 1, 2 x none; others always to 0.
        int[] labels = {0, 0, 1, 0, -1, -1, 0, 1, 0, -1, 0, 1, 1, 0};
        StateSequence states = StateSequence.of(labels, 2, 500);
        assertThat(states.transitions()).isEqualTo(10);
        assertThat(states.embeddedProbability(0, 1)).isEqualTo(Measurement.of(0.6));
        assertThat(states.embeddedProbability(0, 2)).isEqualTo(Measurement.of(0.4));
        assertThat(states.embeddedProbability(2, 0)).isEqualTo(Measurement.of(1));
        // 5 of 10 steps leave state 0: half of H(0.6, 0.4) = 0.970950594... bits
        Reference.assertClose(states.entropyRate(), 0.9709505944546686 / 2, 1e-14, 0, "entropy rate");
        StateSequence.Dwell none = states.dwell(2);
        assertThat(none.visits()).isEqualTo(2);
        assertThat(none.meanS()).isEqualTo(Measurement.of(0.75));
        assertThat(none.longestS()).isEqualTo(Measurement.of(1));
        assertThat(states.occupancy()[2]).isEqualTo(3.0 / 14);
        assertThat(states.counts()[0]).containsExactly(1, 3, 2);
    }

    @Test
    void whatCannotBeSaidIsUndefined() {
        StateSequence still = StateSequence.of(new int[] {0, 0, 0}, 2, 100);
        assertThat(still.entropyRate()).isEqualTo(Measurement.undefined("0 transitions, at least 10 are needed"));
        assertThat(still.entropyRatePerSample()).isEqualTo(Measurement.of(0));
        assertThat(still.dwell(1).meanS()).isEqualTo(Measurement.undefined("state 1 was never visited"));
        assertThat(still.dwell(0).meanWholeS().isDefined()).isFalse();
        assertThat(still.probability(2, 0)).isEqualTo(Measurement.undefined("no step from state none was seen"));
        assertThat(still.embeddedProbability(0, 0).isDefined()).isFalse();
        assertThat(StateSequence.of(new int[] {-1}, 2, 100)
                        .entropyRatePerSample()
                        .isDefined())
                .isFalse();
        assertThatThrownBy(() -> StateSequence.of(new int[] {0, 3}, 3, 100)).hasMessageContaining("labels[1] is 3");
        assertThatThrownBy(() -> StateSequence.of(new int[] {}, 3, 100)).hasMessageContaining("0 samples");
    }
}
