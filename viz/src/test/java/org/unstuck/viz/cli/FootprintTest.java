package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

class FootprintTest {

    private static final double MB = 1e6;

    private static double usedBytes() {
        for (int again = 0; again < 3; again++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void estimateIsWithinAQuarterOfWhatAResultTakes() {
        Scenario scenario = ScenarioReader.parse(
                        "small",
                        Shell.SMALL
                                .replace("\"2 d\"", "\"80 d\"")
                                .replace("\"cues\": 4", "\"cues\": 20")
                                .replace("\"2 s\"", "\"0.1 s\", \"warmUp\": \"0.1 s\""))
                .withPatients(200);
        ComparisonRun run = new ComparisonRun(scenario, Reading.standard());
        Footprint estimate = Footprint.of(scenario, run.slowSteps());
        double before = usedBytes();
        Comparison comparison = run.run(2, Progress.NONE, () -> false);
        double taken = usedBytes() - before;

        assertThat(comparison.people()).hasSize(200);
        assertThat(taken).as("enough to be measured").isGreaterThan(3 * MB);
        assertThat(estimate.result() / taken)
                .as("%.3g estimated, %.3g taken", estimate.result(), taken)
                .isCloseTo(1, within(0.25));
    }

    @Test
    void aComparisonThatDoesNotFitIsRefusedWithAdvice() {
        Footprint large = new Footprint(7 * 1000 * MB, 250 * MB);

        assertThatCode(() -> large.check(4, 10_000 * MB)).doesNotThrowAnyException();
        assertThatThrownBy(() -> large.check(8, 10_000 * MB))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "this comparison needs about 11 GB of memory, Java may use 10 GB. Maybe fewer --patients or "
                                + "--threads, or more memory: java -Xmx11g -jar unstuck.jar ...");
    }
}
