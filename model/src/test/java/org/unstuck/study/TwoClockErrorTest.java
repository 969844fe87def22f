package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Time;
import org.unstuck.metric.Measurement;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;

/**
 * The error of the two clocks: with the slow step halved and the burst doubled, the intensity of every arm moves by less than 5%
 * of the gap between illness and health (mean over patients; the noise of both runs is the same, so this is no statistical test).
 */
class TwoClockErrorTest {

    private static final double TOLERANCE = 0.05;

    @Test
    void halvingTheStepAndDoublingTheBurstMovesSlowOutputsByLessThanFivePercent() {
        Scenario scenario = BuiltIn.PRESETS.named("generalised-anxiety");
        ScanPlan scans = new ScanPlan(
                List.of(Time.days(0), Time.days(7), Time.days(28), Time.days(60)),
                Time.seconds(60),
                0,
                Time.seconds(1.5),
                Time.seconds(4));
        Scenario small = scenario.withPatients(24).withScans(scans);
        Numerics n = small.numerics();
        Comparison usual = run(small);
        Comparison finer = run(small.withNumerics(new Numerics(
                n.scheme(),
                n.step(),
                new Time(n.slowStep().hours() / 2),
                n.settle(),
                n.warmUp(),
                new Time(n.burst().hours() * 2),
                n.sample())));
        double gap = mean(usual.intensity(0, 0)) - 1;
        assertThat(gap).isGreaterThan(0.5);
        for (int arm = 0; arm < scenario.arms().size(); arm++) {
            for (int scan = 0; scan < usual.scanHours().size(); scan++) {
                double moved = Math.abs(mean(usual.intensity(arm, scan)) - mean(finer.intensity(arm, scan))) / gap;
                assertThat(moved)
                        .as(
                                "%s, day %s",
                                scenario.arms().get(arm).name(),
                                usual.scanHours().get(scan) / 24)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    private static Comparison run(Scenario scenario) {
        return new ComparisonRun(scenario, Reading.standard()).run(2, Progress.NONE, () -> false);
    }

    private static double mean(Measurement[] values) {
        double sum = 0;
        for (Measurement value : values) {
            sum += value.orElseThrow();
        }
        return sum / values.length;
    }
}
