package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;

/** A search whose answer is known. */
class CalibrationTest {

    private static final Setting SETTING =
            Setting.standard().withSeeds(1).withPatients(2).shortened(4, 24);

    private static final Knob DRIVE = Knob.named("tolerance.adaptation");
    private static final Knob BUILD_UP = Knob.named("tolerance.buildUpDays");

    private static final Phenomenon PLANTED = new Phenomenon(
            "P00",
            "",
            "",
            "",
            "",
            "",
            Evidence.HIGH,
            lab -> List.of(
                    Check.fixed(
                            Band.of("k_a", 0.2, 0.21),
                            lab.setting().parameters().tolerance().adaptation()),
                    Check.fixed(
                            Band.of("tau_on", 40, 41),
                            lab.setting().parameters().tolerance().buildUpDays())));

    @Test
    void findsAPlantedOptimumAndTellsEveryEvaluation() {
        Calibration calibration = new Calibration(
                List.of(new Calibration.Group("planted", List.of(DRIVE, BUILD_UP), List.of(PLANTED))), 200, 1);
        List<String> log = new ArrayList<>();
        Calibration.Found found = calibration.run(SETTING, log::add);
        assertThat(found.before()).isGreaterThan(8);
        assertThat(found.after()).isLessThan(0.5);
        assertThat(found.setting().parameters().tolerance().adaptation()).isCloseTo(0.205, within(0.02));
        assertThat(log.get(0)).isEqualTo("group,evaluation,loss,best,tolerance.adaptation,tolerance.buildUpDays");
        assertThat(log.size()).isBetween(10, 201);
        List<String> again = new ArrayList<>();
        calibration.run(SETTING, again::add);
        assertThat(again).isEqualTo(log);
    }

    @Test
    void groupsAreTunedAlike() {
        List<Phenomenon> rows = List.of(PLANTED);
        assertThatThrownBy(() -> new Calibration(
                        List.of(
                                new Calibration.Group("a", List.of(DRIVE, BUILD_UP), rows),
                                new Calibration.Group(
                                        "b", List.of(DRIVE, BUILD_UP, Knob.named("learning.rate")), rows)),
                        10,
                        1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("same number");
    }

    @Test
    void knobsReachParametersAndDrugs() {
        Knob maximum = Knob.named("drug/alprazolam/gaba-a/maximum");
        assertThat(maximum.low()).isEqualTo(0.3);
        assertThat(maximum.high()).isEqualTo(0.8);
        Setting moved = maximum.in(SETTING, 0.6);
        assertThat(maximum.value(moved)).isEqualTo(0.6);
        assertThat(maximum.value(SETTING)).isNotEqualTo(0.6);
        assertThat(DRIVE.value(DRIVE.in(moved, 0.7))).isEqualTo(0.7);
        assertThatThrownBy(() -> Knob.named("tolerance.adaptatio")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Knob.named("tolerence.adaptation")).hasMessageContaining("tolerance");
    }
}
