package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class HysteresisStatesTest {

    private static final HysteresisStates STATES = HysteresisStates.of(2, 0.5, 0.25, 0.125);

    private static int[] labels(double[]... activity) {
        return STATES.of(activity, 100).labels();
    }

    @Test
    void followsItsDefinition() {
        assertThat(labels(
                        new double[] {0.5, 0}, // not above on
                        new double[] {0.75, 0}, // above on, clear lead
                        new double[] {0.3, 0}, // below on but not below off: kept
                        new double[] {0.3, 0.4}, // behind by less than the margin: kept
                        new double[] {0.3, 0.45}, // overtaken, and the other is not above its on: none
                        new double[] {0.3, 0.75}, // the other
                        new double[] {0.7, 0.75}, // still the other
                        new double[] {0.75, 0.625}, // behind by just the margin: kept
                        new double[] {0.8, 0.625}, // overtaken
                        new double[] {0.2, 0.1})) // below off: none
                .containsExactly(-1, 0, 0, 0, -1, 1, 1, 1, 0, -1);
    }

    @Test
    void nothingDominatesWithoutALead() {
        assertThat(labels(new double[] {0.9, 0.9}, new double[] {0.9, 0.8}, new double[] {0.9, 0.75}))
                .containsExactly(-1, -1, 0);
    }

    @Test
    void aSingleNetworkOnlyHasThresholds() {
        assertThat(HysteresisStates.of(1, 0.5, 0.25, 0.125)
                        .of(new double[][] {{0.4}, {0.6}, {0.3}, {0.2}, {0.4}}, 1)
                        .labels())
                .containsExactly(-1, 0, 0, -1, -1);
    }

    @Test
    void renamingTheNetworksRenamesTheLabels() {
        double[][] activity = new double[5000][3];
        double[][] turned = new double[5000][3];
        Draws draws = Address.of(4).draws();
        for (int t = 0; t < activity.length; t++) {
            for (int k = 0; k < 3; k++) {
                activity[t][k] = draws.uniform();
                turned[t][(k + 1) % 3] = activity[t][k];
            }
        }
        HysteresisStates states = HysteresisStates.of(3, 0.5, 0.25, 0.125);
        int[] a = states.of(activity, 1).labels();
        int[] b = states.of(turned, 1).labels();
        for (int t = 0; t < a.length; t++) {
            assertThat(b[t]).isEqualTo(a[t] < 0 ? -1 : (a[t] + 1) % 3);
        }
        assertThat(a).contains(-1, 0, 1, 2);
    }

    @Test
    void hysteresisRemovesChatter() {
        double[][] activity = new double[1000][2];
        Draws draws = Address.of(5).draws();
        for (double[] row : activity) {
            row[0] = 0.5 + 0.2 * (draws.uniform() - 0.5);
        }
        activity[0][0] = 0;
        int withBand = HysteresisStates.of(2, 0.5, 0.25, 0).of(activity, 1).transitions();
        int without = HysteresisStates.of(2, 0.5, 0.5, 0).of(activity, 1).transitions();
        assertThat(withBand).isEqualTo(1);
        assertThat(without).isGreaterThan(300);
    }

    /** Bytes allocated by this thread over a million samples: room for what the JIT compiler or the counter itself does. */
    @Test
    void trackerAllocatesNothingPerSample() {
        HysteresisStates.Tracker tracker = STATES.start();
        double[] activity = {0.4, 0.6};
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int inState = 0;
        long before = threads.getThreadAllocatedBytes(thread);
        for (int t = 0; t < 1_000_000; t++) {
            activity[t & 1] = (t % 100) * 0.01;
            inState += tracker.accept(activity) >= 0 ? 1 : 0;
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(inState).isBetween(1, 999_999);
        assertThat(allocated).isLessThan(100_000);
    }

    @Test
    void refusesExchangedThresholdsAndBrokenActivity() {
        assertThatThrownBy(() -> HysteresisStates.of(2, 0.2, 0.3, 0)).hasMessageContaining("off <= on");
        assertThatThrownBy(() -> HysteresisStates.of(2, 0.3, 0.2, -1)).hasMessageContaining("margin");
        assertThatThrownBy(() -> STATES.start().accept(new double[] {0.1, Double.NaN}))
                .hasMessageContaining("activity[1] is NaN");
        assertThatThrownBy(() -> STATES.start().accept(new double[] {0.1})).hasMessageContaining("1 networks");
    }
}
