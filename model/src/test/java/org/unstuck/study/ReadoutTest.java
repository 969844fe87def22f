package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Live;

/** A readout against the same numbers counted from every sample of a live patient of four regions, 250 ms a sample. */
class ReadoutTest {

    private static final double SAMPLE_MS = 250;
    private static final Network NETWORK = BuiltIn.NETWORKS.named("four-networks");
    private static final int SAMPLES = 300;
    /** Samples in 10 s and in a minute. */
    private static final int LOUD = 40;

    private static final int MINUTE = 240;

    @Test
    void remembersAndCounts() {
        Live live = new Live(Sessions.setting(MadeUp.SCENARIO));
        Readout readout = new Readout(NETWORK, Condition.Symptom.BOTH, Reading.standard(), SAMPLE_MS, 10);
        double[][] seen = new double[SAMPLES][4];
        int[] states = new int[SAMPLES];
        HysteresisStates.Tracker tracker =
                HysteresisStates.of(3, 0.35, 0.25, 0.05).start();
        assertThat(readout.remembered()).isZero();
        assertThat(readout.loudness(new double[] {1, 1})).isNaN();
        assertThat(readout.share(0)).isNaN();
        for (int t = 0; t < SAMPLES; t++) {
            live.advance(1, () -> {});
            readout.accept(live);
            for (int i = 0; i < 4; i++) {
                seen[t][i] = live.excitatory(i);
            }
            // Every competing network is one region here: DMN, SN, FPN.
            states[t] = tracker.accept(new double[] {seen[t][0], seen[t][1], seen[t][2]});
            if (t == LOUD - 2) {
                assertThat(readout.shiftsPerMinute())
                        .as("before there are 10 s")
                        .isNaN();
            }
            if (t == LOUD - 1) {
                assertThat(readout.shiftsPerMinute()).isEqualTo(shifts(states, 0, t) * 6.0);
                assertThat(readout.remembered()).isEqualTo(LOUD);
            }
        }
        assertThat(readout.samples()).isEqualTo(SAMPLES);
        assertThat(readout.remembered())
                .as("a minute is kept, although 10 samples were asked for")
                .isEqualTo(MINUTE);
        for (int back : new int[] {0, 1, 100, MINUTE - 1}) {
            assertThat(readout.activity(3, back)).isEqualTo(seen[SAMPLES - 1 - back][3]);
            assertThat(readout.network(1, back)).isEqualTo(seen[SAMPLES - 1 - back][1]);
            assertThat(readout.state(back)).isEqualTo(states[SAMPLES - 1 - back]);
        }
        assertThat(readout.shiftsPerMinute()).isEqualTo(shifts(states, SAMPLES - MINUTE, SAMPLES - 1));
        double threat = 0;
        double self = 0;
        for (int t = SAMPLES - LOUD; t < SAMPLES; t++) {
            threat += (seen[t][1] + seen[t][3]) / 2 / LOUD;
            self += seen[t][0] / LOUD;
        }
        assertThat(readout.levels()).containsExactly(new double[] {threat, self}, within(1e-12));
        assertThat(readout.loudness(new double[] {threat, self / 2})).isCloseTo(1.5, within(1e-12));
        for (int state = HysteresisStates.NONE; state < 3; state++) {
            int there = 0;
            for (int t = SAMPLES - MINUTE; t < SAMPLES; t++) {
                there += states[t] == state ? 1 : 0;
            }
            assertThat(readout.share(state)).isCloseTo(there / 240.0, within(1e-12));
        }
    }

    /** Changes from one network to another, whatever "none" lies between. */
    private static int shifts(int[] states, int from, int to) {
        int shifts = 0;
        int last = -1;
        for (int t = from; t <= to; t++) {
            if (states[t] >= 0) {
                shifts += last >= 0 && states[t] != last ? 1 : 0;
                last = states[t];
            }
        }
        return shifts;
    }
}
