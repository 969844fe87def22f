package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;
import org.unstuck.scenario.BuiltIn;

/** Relief, rebound and the symptom index on numbers made by hand. */
class ReliefTest {

    private static final double GAP = 0.5;

    private static Relief of(double[] hours, double... r) {
        double[] untreated = new double[r.length];
        Arrays.fill(untreated, 1.5);
        double[] treated = Arrays.stream(r).map(x -> 1.5 - x * GAP).toArray();
        return Relief.of(hours, new boolean[r.length], untreated, treated, GAP);
    }

    private static double[] daily(int days) {
        double[] hours = new double[days];
        Arrays.setAll(hours, d -> 24.0 * (d + 1));
        return hours;
    }

    @Test
    void daysAreMeansWeightedByTheLengthOfSteps() {
        // Six hours at 1, eighteen at 0; then a step that spans a day and a half at 0.5, and half a day at 0.
        Relief r = of(new double[] {6, 24, 60, 72}, 1, 0, 0.5, 0);
        assertThat(r.daily()).containsExactly(new double[] {0.25, 0.5, 0.25}, within(1e-12));
        assertThat(r.mean(0, 3).orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(r.area(0, 2).orElseThrow()).isCloseTo(0.75, within(1e-12));
        assertThat(r.responds(1)).isTrue();
        assertThat(r.responds(2)).isFalse();
        assertThat(r.on(3).isDefined()).isFalse();
    }

    @Test
    void sessionsAreLeftOut() {
        Relief r = Relief.of(
                new double[] {12, 24, 48},
                new boolean[] {true, false, true},
                new double[] {1.5, 1.5, 1.5},
                new double[] {0, 1.25, 0},
                GAP);
        assertThat(r.daily()[0]).isCloseTo(0.5, within(1e-12));
        assertThat(r.on(1).isDefined()).isFalse();
    }

    @Test
    void reboundIsTheLargestWorseningAfterTheStop() {
        Relief r = of(daily(8), 0.6, 0.5, 0.1, -0.2, -0.4, -0.3, -0.15, 0);
        Relief.Rebound rebound = r.rebound(2);
        assertThat(rebound.size()).isCloseTo(0.4, within(1e-12));
        assertThat(rebound.peakDay()).isEqualTo(2.5);
        assertThat(rebound.settledDay().orElseThrow()).isEqualTo(4.5);
        assertThat(of(daily(3), 0.5, 0.2, 0).rebound(1).size()).isZero();
        assertThat(of(daily(3), 0.5, 0, -0.4).rebound(1).settledDay().isDefined())
                .isFalse();
    }

    @Test
    void aGapThatCannotBeDividedByIsRefused() {
        assertThatThrownBy(() -> Relief.of(daily(1), new boolean[1], new double[] {1}, new double[] {1}, 0.001))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at least 0.02");
    }

    @Test
    void theIndexIsRelativeToTwinsAndTheReportIsBiasedByTheGap() {
        Network network = BuiltIn.NETWORKS.named("twelve-regions");
        double[] twin = new double[network.size()];
        Arrays.fill(twin, 0.2);
        Symptom symptom = Symptom.of(Condition.Symptom.THREAT, network, new double[][] {twin});
        Trace trace = Trace.of(1, network.size(), 0);
        for (String region : new String[] {"AMY", "AI", "dACC"}) {
            trace.activity()[0][network.indexOf(region)] = 0.3;
        }
        trace.of(Slow.EXPECTANCY)[0] = 0.2;
        assertThat(symptom.of(twin)).isCloseTo(1, within(1e-12));
        assertThat(symptom.course(trace)[0]).isCloseTo(1.5, within(1e-12));
        assertThat(symptom.reported(trace, GAP)[0]).isCloseTo(1.4, within(1e-12));
    }
}
