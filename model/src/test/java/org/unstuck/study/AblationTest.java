package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Time;
import org.unstuck.metric.Measurement;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;

/** A mechanism that is switched off has no effect left, and leaves the others alone. A small version of the main scenario. */
class AblationTest {

    private static final int UNTREATED = 0;
    private static final int BENZODIAZEPINE = 1;
    private static final int KETAMINE = 2;
    private static final int BOTH = 3;
    private static final int THERAPY = 4;

    private static final Scenario SMALL = small(BuiltIn.PRESETS.named("generalised-anxiety"));

    private static Comparison whole;

    @BeforeAll
    static void runWithAllMechanisms() {
        // Not in a static initialiser: the threads of the run need this class to be initialised.
        whole = run(Set.of());
    }

    private static Scenario small(Scenario s) {
        ScanPlan scans = new ScanPlan(
                List.of(Time.days(0), Time.days(1), Time.days(28)),
                Time.seconds(12),
                3,
                Time.seconds(1.5),
                Time.seconds(4));
        Numerics n = s.numerics();
        return s.withPatients(2)
                .withScans(scans)
                .withNumerics(new Numerics(
                        n.scheme(), n.step(), n.slowStep(), n.settle(), n.warmUp(), Time.seconds(4), n.sample()));
    }

    private static Comparison run(Set<Ablation> off) {
        return new ComparisonRun(SMALL.without(off), Reading.standard()).run(2, Progress.NONE, () -> false);
    }

    private static Trace trace(Comparison c, int arm) {
        return c.traces().get(arm).get(0);
    }

    private static double[] intensity(Comparison c, int arm) {
        return java.util.Arrays.stream(c.intensity(arm, 1))
                .mapToDouble(Measurement::orElseThrow)
                .toArray();
    }

    @Test
    void withAllMechanismsTheArmsDiffer() {
        assertThat(intensity(whole, BENZODIAZEPINE)).isNotEqualTo(intensity(whole, UNTREATED));
        assertThat(intensity(whole, KETAMINE)).isNotEqualTo(intensity(whole, UNTREATED));
        assertThat(trace(whole, THERAPY).activity())
                .isNotEqualTo(trace(whole, UNTREATED).activity());
    }

    @Test
    void withoutDrugEffectsTheDrugArmsAreTheUntreatedOneExactly() {
        Comparison c = run(EnumSet.of(Ablation.DRUG_EFFECTS));
        for (int arm : new int[] {BENZODIAZEPINE, KETAMINE}) {
            assertThat(trace(c, arm).activity())
                    .isDeepEqualTo(trace(c, UNTREATED).activity());
            assertThat(intensity(c, arm)).containsExactly(intensity(c, UNTREATED));
        }
        assertThat(trace(c, BOTH).activity()).isDeepEqualTo(trace(c, THERAPY).activity());
        assertThat(trace(c, BENZODIAZEPINE).plasma())
                .isDeepEqualTo(trace(whole, BENZODIAZEPINE).plasma());
        assertThat(trace(c, THERAPY).activity())
                .isDeepEqualTo(trace(whole, THERAPY).activity());
    }

    @Test
    void withoutToleranceTheEffectStaysAndNothingReboundsOnStopping() {
        Comparison c = run(EnumSet.of(Ablation.TOLERANCE));
        assertThat(trace(c, BENZODIAZEPINE).of(Slow.COUNTER)).containsOnly(0);
        assertThat(java.util.Arrays.stream(trace(whole, BENZODIAZEPINE).of(Slow.COUNTER))
                        .max()
                        .orElseThrow())
                .isGreaterThan(0.05);
        assertThat(trace(c, KETAMINE).activity())
                .isDeepEqualTo(trace(whole, KETAMINE).activity());
    }

    /** The parts of adaptation, each alone. */
    @Test
    void withoutOnePartOfAdaptationTheOthersStay() {
        for (Slow part : List.of(Slow.SEDATION_TOLERANCE, Slow.SENSITIVITY_LOSS, Slow.COUNTER)) {
            Ablation off = switch (part) {
                case SEDATION_TOLERANCE -> Ablation.SEDATION_TOLERANCE;
                case SENSITIVITY_LOSS -> Ablation.RECEPTOR_LOSS;
                default -> Ablation.COUNTER_DRIVE;
            };
            Comparison c = run(EnumSet.of(off));
            for (Slow other : List.of(Slow.SEDATION_TOLERANCE, Slow.SENSITIVITY_LOSS, Slow.COUNTER)) {
                if (other == part) {
                    assertThat(trace(c, BENZODIAZEPINE).of(other)).containsOnly(0);
                } else {
                    assertThat(trace(c, BENZODIAZEPINE).of(other))
                            .containsExactly(
                                    trace(whole, BENZODIAZEPINE).of(other),
                                    org.assertj.core.api.Assertions.within(1e-15));
                }
            }
            assertThat(trace(c, KETAMINE).activity())
                    .isDeepEqualTo(trace(whole, KETAMINE).activity());
        }
    }

    /** A switch reaches no group of parameters but its own, and is not without effect on it. */
    @ParameterizedTest
    @CsvSource({
        "DRUG_EFFECTS, ''",
        "TOLERANCE, Tolerance",
        "SEDATION_TOLERANCE, Tolerance",
        "RECEPTOR_LOSS, Tolerance",
        "COUNTER_DRIVE, Tolerance",
        "BLUNTING, GlutamateCascade",
        "HABITUATION, Dissociation",
        "SEROTONIN, Serotonin",
        "EXPECTANCY, Expectancy",
        "LIFE, Life",
        "WINDOW, GlutamateCascade Homeostasis",
        "POOL, Homeostasis",
        "LEARNING, Learning",
        "HOMEOSTASIS, Homeostasis",
        "SESSIONS, StimulusStrength",
    })
    void aSwitchReachesItsOwnParametersOnly(Ablation off, String groups) {
        List<Record> before = SMALL.parameters().groups();
        List<Record> after = off.of(SMALL.parameters()).groups();
        List<String> changed = new ArrayList<>();
        for (int g = 0; g < before.size(); g++) {
            if (!before.get(g).equals(after.get(g))) {
                changed.add(before.get(g).getClass().getSimpleName());
            }
        }
        assertThat(String.join(" ", changed)).isEqualTo(groups);
    }

    @Test
    void everySwitchIsInTheTableAbove() {
        assertThat(Ablation.values()).hasSize(15);
    }

    @Test
    void withoutWindowPoolAndLearningKetamineLeavesNothingAfterClearance() {
        Comparison c = run(EnumSet.of(Ablation.WINDOW, Ablation.POOL, Ablation.LEARNING));
        double[][] ketamine = trace(c, KETAMINE).activity();
        double[][] untreated = trace(c, UNTREATED).activity();
        double[] hours = trace(c, KETAMINE).hours();
        int late = 0;
        for (int s = 0; s < hours.length; s++) {
            if (hours[s] > 10 * 24) {
                late++;
                assertThat(ketamine[s]).containsExactly(untreated[s], org.assertj.core.api.Assertions.within(1e-6));
            }
        }
        assertThat(late).isGreaterThan(50);
    }

    @Test
    void withoutLearningTherapyDoesNothingOutsideItsSessions() {
        Comparison c = run(EnumSet.of(Ablation.LEARNING));
        Trace therapy = trace(c, THERAPY);
        for (int s = 0; s < therapy.hours().length; s++) {
            if (!therapy.inSession()[s]) {
                assertThat(therapy.activity()[s])
                        .containsExactly(trace(c, UNTREATED).activity()[s]);
            }
        }
        assertThat(therapy.inSession()).contains(true);
    }

    @Test
    void withoutSessionsTherapyIsTheUntreatedArmExactly() {
        Comparison c = run(EnumSet.of(Ablation.SESSIONS));
        assertThat(c.values(Outcome.THREAT, THERAPY, 2)).containsExactly(c.values(Outcome.THREAT, UNTREATED, 2));
    }

    @Test
    void withoutHomeostasisLocalInhibitionStays() {
        Comparison c = run(EnumSet.of(Ablation.HOMEOSTASIS));
        assertThat(intensity(c, KETAMINE)).isNotEqualTo(intensity(whole, KETAMINE));
        assertThat(trace(c, BENZODIAZEPINE).activity())
                .isDeepEqualTo(trace(whole, BENZODIAZEPINE).activity());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Comparison one = new ComparisonRun(SMALL, Reading.standard()).run(1, Progress.NONE, () -> false);
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        Tables.of(one).forEach(t -> t.csv(line -> a.append(line).append('\n')));
        Tables.of(whole).forEach(t -> t.csv(line -> b.append(line).append('\n')));
        assertThat(a.toString()).isEqualTo(b.toString());
        assertThat(a.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** The shortcut for arms in which nothing happens gives what the long way gives, bit for bit. */
    @Test
    void stillArmsAreWhatTheyWouldBeStepByStep() {
        Scenario twoArms = new Scenario(
                SMALL.name(),
                SMALL.description(),
                SMALL.network(),
                SMALL.condition(),
                SMALL.drugs(),
                SMALL.parameters(),
                SMALL.cohort(),
                SMALL.seed(),
                SMALL.horizon(),
                List.of(
                        SMALL.arms().get(UNTREATED),
                        new Arm("stopped before it began", List.of(new Event.Stop("alprazolam", Time.days(1))))),
                SMALL.scans(),
                SMALL.numerics(),
                Set.of());
        Comparison c = new ComparisonRun(twoArms, Reading.standard()).run(2, Progress.NONE, () -> false);
        assertThat(trace(c, 0).activity()).isDeepEqualTo(trace(c, 1).activity());
        assertThat(trace(c, 0).hours()).containsExactly(trace(c, 1).hours());
        for (int scan = 0; scan < c.scanHours().size(); scan++) {
            for (Outcome outcome : Outcome.values()) {
                assertThat(c.values(outcome, 0, scan)).containsExactly(c.values(outcome, 1, scan));
            }
        }
    }
}
