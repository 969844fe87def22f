package org.unstuck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.network.Region;
import org.unstuck.scenario.BuiltIn;

/** Moments of the slow clock, counted by hand, and what stimuli drive. */
class SlowGridTest {

    private static Time t(String text) {
        return Time.parse(text);
    }

    private static List<Double> hours(double horizon, double step, List<Double> scans, Event... events) {
        return SlowGrid.of(List.of(new Arm("a", List.of(events))), scans, horizon, step)
                .hours();
    }

    @Test
    void ticksScansAndTheEnd() {
        assertThat(hours(24, 12, List.of())).containsExactly(0.0, 12.0, 24.0);
        assertThat(hours(20, 12, List.of(6.0))).containsExactly(0.0, 6.0, 12.0, 20.0);
        assertThat(SlowGrid.of(List.of(), List.of(), 24, 12).steps()).isEqualTo(2);
        assertThat(hours(2, 0.5, List.of())).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
        // Scans after the end are no moments; less than a second apart is the same moment, and the end is exact.
        assertThat(hours(24, 12, List.of(30.0, 12.0002, 23.9999))).containsExactly(0.0, 12.0, 24.0);
        assertThat(hours(24, 12, List.of(12.0003))).containsExactly(0.0, 12.0, 12.0003, 24.0);
    }

    /** Two sessions of an hour, from 6 h on every 12 h and before 20 h. */
    @Test
    void sessionsBeginAndEnd() {
        Event session = new Sham(t("1 h"), t("12 h"), t("6 h"), t("20 h"), 1);
        assertThat(hours(24, 24, List.of(), session)).containsExactly(0.0, 6.0, 7.0, 18.0, 19.0, 24.0);
    }

    @Test
    void decisionsAndWhatLasts() {
        Event asNeeded = new AsNeeded(
                "alprazolam",
                Dose.parse("1 mg"),
                "oral",
                Threshold.parse("0.5 gap"),
                3,
                t("4 h"),
                t("3 h"),
                t("2 h"),
                t("11 h"));
        assertThat(hours(24, 24, List.of(), asNeeded)).as("none at the end").containsExactly(0.0, 2.0, 5.0, 8.0, 24.0);
        Event.Course raised = new Event.Course(
                "alprazolam",
                Dose.parse("1 mg"),
                "oral",
                t("24 h"),
                t("2 h"),
                t("14 h"),
                null,
                null,
                null,
                new Escalation(Threshold.parse("0.3 effect"), t("5 h"), 1.5, Dose.parse("2 mg")));
        assertThat(hours(24, 24, List.of(), raised)).containsExactly(0.0, 2.0, 7.0, 12.0, 24.0);
        Event.Course plain = new Event.Course("alprazolam", Dose.parse("1 mg"), "oral", t("8 h"), t("2 h"), t("14 h"));
        assertThat(hours(24, 24, List.of(), plain))
                .as("plain doses are no moments")
                .containsExactly(0.0, 24.0);
        Event sleep = new Sleep(t("5 h"), t("9 h"), 1);
        assertThat(hours(24, 24, List.of(), sleep)).containsExactly(0.0, 5.0, 9.0, 24.0);
    }

    /**
     * After the start of an infusion: 10 min up to 40 min, then 20 min up to 2 h, 1 h up to 6 h, 3 h up to 12 h, 6 h up to 24 h. This one
     * ends 30 min after it began.
     */
    @Test
    void stepsAreFineWhileAnInfusionIsAcute() {
        Event infusion = new Event.Infusion("ketamine", Dose.parse("10 mg"), t("30 min"), t("10 h"));
        double[] after = {0, 10, 20, 30, 40, 60, 80, 100, 120, 180, 240, 300, 360, 540, 720, 1080, 1440};
        List<Double> grid = hours(48, 48, List.of(), infusion);
        assertThat(grid).hasSize(after.length + 2);
        for (int k = 0; k < after.length; k++) {
            assertThat(grid.get(k + 1)).isCloseTo(10 + after[k] / 60, within(1e-9));
        }
        Event dose = new Event.Single("alprazolam", Dose.parse("1 mg"), "oral", t("10 h"));
        assertThat(hours(48, 48, List.of(), dose))
                .as("a dose at once has no steps")
                .containsExactly(0.0, 48.0);
    }

    @Test
    void whatStimuliDrive() {
        StimulusStrength strength = new StimulusStrength(0.5, 1.25, 1);
        var network = BuiltIn.NETWORKS.named("twelve-regions");
        Region amygdala = network.regions().get(network.indexOf("AMY"));
        Region control = network.regions().get(network.indexOf("dlPFC"));
        Region thalamus = network.regions().get(network.indexOf("THAL"));
        assertThat(strength.of(Stimulus.THERAPY, amygdala)).isEqualTo(0.5);
        assertThat(strength.of(Stimulus.THERAPY, control)).isEqualTo(1.25);
        assertThat(strength.of(Stimulus.THERAPY, thalamus)).isZero();
        assertThat(strength.of(Stimulus.SHAM, thalamus)).isEqualTo(1.25);
        Region both = BuiltIn.NETWORKS.named("four-networks").regions().get(3);
        assertThat(strength.of(Stimulus.EXPOSURE, both))
                .as("amygdala and vmPFC are one region")
                .isEqualTo(1.75);
        assertThat(Stimulus.EXPOSURE.engaged()).containsExactly("vmPFC");
        assertThat(Stimulus.SOCIAL.threatened()).containsExactly("AMY", "mPFC");
        for (Stimulus stimulus : Stimulus.values()) {
            assertThat(Stimulus.named(stimulus.word())).isEqualTo(stimulus);
        }
        assertThatThrownBy(() -> Stimulus.named("treat"))
                .hasMessage("there is no cue \"treat\". Maybe \"threat\" was meant.");
        assertThat(Challenge.TASK.parts()).containsExactly("dlPFC", "PPC");
        assertThat(Challenge.TASK.drives(control)).isTrue();
        assertThat(Challenge.TASK.drives(amygdala)).isFalse();
    }

    @Test
    void sessionsOfEveryKind() {
        Sham sham = new Sham(t("1 h"), t("12 h"), t("6 h"), t("20 h"), 1);
        assertThat(sham.type()).isEqualTo("sham");
        assertThat(sham.stimulus()).isEqualTo(Stimulus.SHAM);
        Exposure exposure = new Exposure(t("1 h"), t("12 h"), t("6 h"), t("20 h"), 0.5);
        assertThat(exposure.type()).isEqualTo("exposure");
        assertThat(exposure.stimulus()).isEqualTo(Stimulus.EXPOSURE);
        List<Arm.Session> sessions = new Arm("a", List.of(sham, exposure)).sessions();
        assertThat(sessions).extracting(Arm.Session::fromHours).containsExactly(6.0, 6.0, 18.0, 18.0);
        assertThat(sessions.get(0).type())
                .as("of one moment in the order of stimuli")
                .isEqualTo("exposure");
        assertThat(sessions.get(1).untilHours()).isEqualTo(7);
        assertThat(sessions.get(0).strength()).isEqualTo(0.5);
        assertThatThrownBy(() -> new Sham(t("13 h"), t("12 h"), t("6 h"), t("20 h"), 1))
                .hasMessageContaining("session");
        assertThatThrownBy(() -> new Exposure(t("13 h"), t("12 h"), t("6 h"), t("20 h"), 1))
                .hasMessageContaining("session");
        assertThatThrownBy(() -> new Sham(t("1 h"), t("12 h"), t("6 h"), t("20 h"), -1))
                .hasMessageContaining("strength");
        assertThatThrownBy(() -> new Sham(t("1 h"), t("12 h"), t("6 h"), t("6 h"), 1))
                .hasMessageContaining("until");
    }
}
