package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Time;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Network;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Evoked;
import org.unstuck.recording.Scan;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.ScanPlan;

/** Read-outs of challenges: planted ones, and those of a real run. */
class ReactionsTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");

    private static Evoked planted(Challenge challenge, String region, double rise) {
        double[][] without = new double[40][NETWORK.size()];
        double[][] with = new double[40][NETWORK.size()];
        for (int t = 0; t < 10; t++) {
            with[t][NETWORK.indexOf(region)] = rise;
        }
        return new Evoked(challenge, 40, 10, with, without);
    }

    @Test
    void plantedResponsesAreRead() {
        Scan scan = new Scan(
                40,
                new double[100][NETWORK.size()],
                new double[0][],
                new int[0],
                new int[0],
                List.of(
                        planted(Challenge.THREAT, "AMY", 0.3),
                        planted(Challenge.TASK, "PPC", 0.2),
                        planted(Challenge.POSITIVE, "vmPFC", 0.12)),
                0.25,
                0.5);
        Reactions r = Reactions.of(scan, NETWORK);
        assertThat(r.threat().orElseThrow()).isCloseTo(0.15, within(1e-12));
        assertThat(r.negative().orElseThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(r.engagement().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(r.positive().orElseThrow()).isCloseTo(0.04, within(1e-12));
        assertThat(r.responsiveness().orElseThrow()).isCloseTo(0.17, within(1e-12));
        assertThat(r.recoveryS().orElseThrow()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void withoutChallengesTheyAreUndefinedWithAReason() {
        Scan scan =
                new Scan(40, new double[100][NETWORK.size()], new double[0][], new int[0], new int[0], List.of(), 0, 0);
        assertThat(Reactions.of(scan, NETWORK).threat()).isInstanceOf(Measurement.Undefined.class);
    }

    @Test
    void aScanWithChallengesReportsThemAndChangesNothingElse() {
        Scenario small = BuiltIn.PRESETS.named("generalised-anxiety").withPatients(6);
        ScanPlan plain = new ScanPlan(List.of(Time.days(0)), Time.seconds(24), 3, Time.seconds(1.5), Time.seconds(4));
        ScanPlan challenged = plain.with(List.of(Challenge.values()));
        Comparison a = first(small.withScans(plain));
        Comparison b = first(small.withScans(challenged));
        for (Outcome outcome : Outcome.values()) {
            boolean challenge = List.of(
                            Outcome.REACTIVITY,
                            Outcome.RECOVERY,
                            Outcome.ENGAGEMENT,
                            Outcome.HEADROOM,
                            Outcome.RESPONSIVENESS)
                    .contains(outcome);
            if (!challenge) {
                assertThat(b.values(outcome, 0, 0)).containsExactly(a.values(outcome, 0, 0));
            } else if (outcome != Outcome.RECOVERY) {
                // A pulse of 1 raises the regions it drives in the mean over patients, whatever their state.
                assertThat(b.interval(outcome, 0, 0).mean().orElseThrow())
                        .as(outcome.key())
                        .isPositive();
            }
        }
    }

    private static Comparison first(Scenario scenario) {
        Scenario untreated = new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.network(),
                scenario.condition(),
                scenario.drugs(),
                scenario.parameters(),
                scenario.cohort(),
                scenario.seed(),
                Time.days(1),
                scenario.arms().subList(0, 1),
                scenario.scans(),
                scenario.numerics(),
                scenario.ablate());
        return new ComparisonRun(untreated, Reading.standard()).run(1, Progress.NONE, () -> false);
    }
}
