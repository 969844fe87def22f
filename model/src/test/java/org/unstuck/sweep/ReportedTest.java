package org.unstuck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.metric.Measurement;
import org.unstuck.recording.Slow;
import org.unstuck.study.Comparison;
import org.unstuck.study.MadeUp;

/** What tables of sweeps say of three patients made by hand: see the table of {@link MadeUp#threePatients}. */
class ReportedTest {

    private static final Comparison THREE = MadeUp.threePatients();

    /**
     * In units of the own gap, 0.6, 0.4 and 0.2, relief of the days is 0, 2/3, 4/3; 0, 1/2, -1/2; 0, 0, 1/2. The scan of day 2 stands at the
     * begin of the third day: the area is that of two whole days.
     */
    @ParameterizedTest
    @CsvSource({
        "relief, share of the gap to health, 1.3333333333333333, -0.5, 0.5",
        "peak-relief, share of the gap to health, 1.3333333333333333, 0.5, 0.5",
        "relief-area, days, 0.6666666666666667, 0.5, 0",
        "response, 0 or 1, 1, 0, 1",
        "reported-relief, share of the gap to health, 1.5833333333333333, -0.5, 0.5",
        "intensity, ratio to healthy, 1.6, 1.8, 0.8",
        "threat, mean activity, 0.4, 0.45, 0.2"
    })
    void onTheScanOfDayTwo(String name, String unit, double first, double second, double third) {
        Comparison c = MadeUp.threePatients();
        c.traces().get(1).get(0).of(Slow.EXPECTANCY)[2] = 0.25;
        Reported reported = new Reported(name);
        assertThat(reported.unit()).isEqualTo(unit);
        assertThat(Arrays.stream(reported.values(c, 1, 1))
                        .mapToDouble(Measurement::orElseThrow)
                        .toArray())
                .containsExactly(new double[] {first, second, third}, within(1e-9));
        assertThat(reported.mean(c, "drug", 2).orElseThrow()).isCloseTo((first + second + third) / 3, within(1e-9));
    }

    @Test
    void reliefOfTheFirstDayAndOfTheUntreated() {
        assertThat(new Reported("relief").mean(THREE, "drug", 0)).isEqualTo(MadeUp.m(0));
        assertThat(new Reported("relief").mean(THREE, "untreated", 2)).isEqualTo(MadeUp.m(0));
        assertThat(new Reported("relief-area").values(THREE, 1, 0)[0].isDefined())
                .isFalse();
        assertThat(Reliefs.meanGap(THREE)).isCloseTo(0.4, within(1e-12));
        assertThat(Reliefs.of(THREE, 1, 0, false, 0.4).daily()).containsExactly(new double[] {0, 1, 2}, within(1e-12));
    }

    /** Whoever is not ill has no relief, and the mean is that of the others. */
    @Test
    void patientsWithoutAGap() {
        Comparison c = MadeUp.comparison(
                MadeUp.SCENARIO,
                MadeUp.scans(1, 1),
                List.of(MadeUp.course(1), MadeUp.course(1)),
                List.of(List.of(), List.of()),
                List.of(
                        List.of(MadeUp.course(1.5, 1.5, 1.5), MadeUp.course(1, 1, 1)),
                        List.of(MadeUp.course(1.5, 1.5, 1.25), MadeUp.course(1, 1, 1))));
        Measurement[] relief = new Reported("relief").values(c, 1, 1);
        assertThat(relief[0].orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(relief[1].isDefined()).isFalse();
        assertThat(new Reported("relief").mean(c, 1, 1).orElseThrow()).isCloseTo(0.5, within(1e-12));
        c.traces().get(1).get(0).inSession()[2] = true;
        assertThat(new Reported("relief").mean(c, 1, 1)).isEqualTo(Measurement.undefined("undefined in every patient"));
        assertThat(new Reported("peak-relief").values(c, 1, 1)[0].orElseThrow()).isZero();
        Arrays.fill(c.traces().get(1).get(0).inSession(), true);
        assertThat(new Reported("peak-relief").values(c, 1, 1)[0])
                .isEqualTo(Measurement.undefined("all days are sessions"));
    }

    @Test
    void namesAndPlaces() {
        assertThat(Reported.names())
                .startsWith(
                        "intensity", "relief", "reported-relief", "peak-relief", "relief-area", "response", "threat")
                .hasSize(6 + 23);
        assertThatThrownBy(() -> new Reported("releif")).hasMessageContaining("there is no outcome \"releif\"");
        assertThat(Reported.arm(THREE, "drug")).isEqualTo(1);
        assertThatThrownBy(() -> Reported.arm(THREE, "drag"))
                .hasMessage("there is no arm \"drag\". Maybe \"drug\" was meant.");
        assertThat(Reported.scan(THREE, 2)).isEqualTo(1);
        assertThatThrownBy(() -> Reported.scan(THREE, 2.5))
                .hasMessage("there is no scan on day 2.5. Maybe one of: 0, 2.");
    }
}
