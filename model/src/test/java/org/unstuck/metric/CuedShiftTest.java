package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CuedShiftTest {

    //                                    0  1  2  3  4  5  6  7   8  9 10 11 12 13 14
    private static final int[] LABELS = {0, 0, 0, 1, 1, 1, 0, 1, -1, 0, 0, 1, 1, 1, 1};

    private static CuedShift shift(int[] cues, int[] targets, double windowMs, double holdMs) {
        return CuedShift.of(LABELS, 100, cues, targets, 2, windowMs, holdMs);
    }

    @Test
    void latencyIsCountedFromTheCueToTheHeldOnset() {
        CuedShift shift = shift(new int[] {1}, new int[] {1}, 300, 300);
        assertThat(shift.trials()).hasSize(1);
        assertThat(shift.medianLatencyMs()).isEqualTo(Measurement.of(200));
        assertThat(shift.success()).isEqualTo(Measurement.of(1));
    }

    @Test
    void tooLateOrTooShortIsAFailure() {
        assertThat(shift(new int[] {1}, new int[] {1}, 200, 0).success()).isEqualTo(Measurement.of(0));
        assertThat(shift(new int[] {1}, new int[] {1}, 300, 400).success()).isEqualTo(Measurement.of(0));
        // onset inside the window counts although the hold ends after it; the visit of one sample at 7 does not
        assertThat(shift(new int[] {7}, new int[] {1}, 500, 200).medianLatencyMs())
                .isEqualTo(Measurement.of(400));
        assertThat(shift(new int[] {7}, new int[] {1}, 500, 100).medianLatencyMs())
                .isEqualTo(Measurement.of(0));
    }

    @Test
    void onlyEligibleCuesAreTrials() {
        // at 5 the state before is 1 already; at 13 the recording ends inside window + hold
        CuedShift shift = shift(new int[] {5, 1, 13, 9}, new int[] {1, 1, 0, 0}, 300, 200);
        assertThat(shift.alreadyThere()).isEqualTo(1);
        assertThat(shift.cutOff()).isEqualTo(1);
        assertThat(shift.trials()).extracting(CuedShift.Trial::cueSample).containsExactly(1, 9);
        assertThat(shift.trials()).extracting(CuedShift.Trial::from).containsExactly(0, -1);
    }

    @Test
    void matrixHasCellsFromNoneAndSaysWhereItIsEmpty() {
        CuedShift shift = shift(new int[] {1, 2, 9, 9, 6}, new int[] {1, 1, 0, 1, 0}, 200, 200);
        assertThat(shift.count(0, 1)).isEqualTo(2);
        assertThat(shift.success(0, 1)).isEqualTo(Measurement.of(0.5));
        assertThat(shift.success(2, 0)).isEqualTo(Measurement.of(1));
        assertThat(shift.success(2, 1)).isEqualTo(Measurement.of(0));
        assertThat(shift.success(1, 0)).isEqualTo(Measurement.of(0));
        assertThat(shift.success(0, 0).isDefined()).isFalse();
        assertThat(shift.success()).isEqualTo(Measurement.of(0.4));
        assertThat(shift.balancedSuccess()).isEqualTo(Measurement.of(1.5 / 4));
        assertThat(shift.medianLatencyMs(2, 1)).isEqualTo(Measurement.undefined("no successful trial"));
        CuedShift one = shift(new int[] {1}, new int[] {1}, 200, 200);
        assertThat(one.success(1, 0)).isEqualTo(Measurement.undefined("no eligible trial from state 1 to 0"));
    }

    @Test
    void noTrialIsUndefined() {
        CuedShift shift = shift(new int[] {4}, new int[] {1}, 300, 0);
        assertThat(shift.success()).isEqualTo(Measurement.undefined("no eligible trial"));
        assertThat(shift.balancedSuccess().isDefined()).isFalse();
    }

    @Test
    void refusesACueWithoutASampleBefore() {
        assertThatThrownBy(() -> shift(new int[] {0}, new int[] {1}, 300, 0)).hasMessageContaining("sample 0");
        assertThatThrownBy(() -> shift(new int[] {1}, new int[] {2}, 300, 0)).hasMessageContaining("network 2");
        assertThatThrownBy(() -> shift(new int[] {1}, new int[] {1}, 0, 0)).hasMessageContaining("windowMs");
        assertThatThrownBy(() -> shift(new int[] {1}, new int[] {}, 300, 0)).hasMessageContaining("cueTarget");
    }
}
