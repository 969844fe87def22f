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

    private static List<String> log(int evaluations, List<Knob> knobs, Phenomenon... rows) {
        List<String> log = new ArrayList<>();
        new Calibration(List.of(new Calibration.Group("g", knobs, List.of(rows))), evaluations, 1)
                .run(SETTING, log::add);
        return log;
    }

    /** The search begins where the numbers stand, stays within the declared ranges, and ends with its budget. */
    @Test
    void beginsWhereTheNumbersStand() {
        List<String> log = log(30, List.of(DRIVE, BUILD_UP), PLANTED);
        String[] first = log.get(1).split(",");
        assertThat(first[0]).isEqualTo("g");
        assertThat(first[1]).isEqualTo("1");
        assertThat(Double.parseDouble(first[4])).isCloseTo(DRIVE.value(SETTING), within(1e-12));
        assertThat(Double.parseDouble(first[5])).isCloseTo(BUILD_UP.value(SETTING), within(1e-9));
        assertThat(BUILD_UP.low()).as("a range that does not begin at 0").isPositive();
        double best = Double.POSITIVE_INFINITY;
        assertThat(log).hasSize(31);
        for (int i = 1; i < log.size(); i++) {
            String[] cells = log.get(i).split(",");
            best = Math.min(best, Double.parseDouble(cells[2]));
            assertThat(cells[1]).isEqualTo(Integer.toString(i));
            assertThat(Double.parseDouble(cells[3])).isEqualTo(best);
            assertThat(Double.parseDouble(cells[4])).isBetween(DRIVE.low(), DRIVE.high());
            assertThat(Double.parseDouble(cells[5])).isBetween(BUILD_UP.low(), BUILD_UP.high());
        }
        assertThat(log(1, List.of(DRIVE, BUILD_UP), PLANTED)).hasSize(2);
    }

    /**
     * Where every point is as bad, CMA-ES of Commons Math ends after two generations. Before them the start is evaluated twice, by the search and by the
     * optimiser. A generation has 4 + 3 ln n members: 6 for two numbers, 7 for three. A row that cannot be run costs 16.
     */
    @Test
    void aFlatLossEndsAfterTwoGenerations() {
        Phenomenon missing = new Phenomenon("P00", "", "", "", "", "", Evidence.LOW, lab -> {
            throw new Missing("a thing");
        });
        Phenomenon diverges = new Phenomenon("P00", "", "", "", "", "", Evidence.LOW, lab -> {
            throw new org.unstuck.simulate.Diverged("run", 1, "AMY", "E", Double.NaN, "lane 0");
        });
        List<String> two = log(100, List.of(DRIVE, BUILD_UP), missing, diverges);
        assertThat(two).hasSize(1 + 2 + 2 * 6);
        assertThat(two.subList(1, two.size()))
                .allSatisfy(line -> assertThat(line.split(",")[2]).isEqualTo("32.0"));
        Knob third = Knob.named("tolerance.fadeDays");
        assertThat(log(100, List.of(DRIVE, BUILD_UP, third), diverges)).hasSize(1 + 2 + 2 * 7);
    }

    /** The second group begins from what the first has found; changes are told with the range. */
    @Test
    void changesAreLinesOfATable() {
        Calibration calibration =
                new Calibration(List.of(new Calibration.Group("g", List.of(DRIVE, BUILD_UP), List.of(PLANTED))), 5, 1);
        Setting moved = BUILD_UP.in(SETTING, 20.5);
        assertThat(calibration.changes(SETTING, moved).get(1))
                .isEqualTo("| tolerance.buildUpDays | " + Band.number(BUILD_UP.value(SETTING)) + " | 20.5 | "
                        + Band.number(BUILD_UP.low()) + " to " + Band.number(BUILD_UP.high()) + " |");
        assertThat(calibration.changes(SETTING, moved)).hasSize(2);
        assertThatThrownBy(() -> new Calibration(List.of(), 5, 1)).hasMessageContaining("there are 0 groups");
        assertThatThrownBy(() -> new Calibration(
                        List.of(new Calibration.Group("g", List.of(DRIVE, BUILD_UP), List.of(PLANTED))), 0, 1))
                .hasMessageContaining("0 evaluations");
        assertThatThrownBy(() ->
                        new Calibration(List.of(new Calibration.Group("g", List.of(DRIVE), List.of(PLANTED))), 5, 1))
                .hasMessageContaining("at least 2");
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
