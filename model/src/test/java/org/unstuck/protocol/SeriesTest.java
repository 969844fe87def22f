package org.unstuck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;

class SeriesTest {

    private static Series series(String over, String route, Series.Maintenance maintenance) {
        return new Series(
                "ketamine",
                Dose.parse("0.5 mg/kg"),
                over == null ? null : Time.parse(over),
                route,
                3,
                Time.parse("3 d"),
                Time.parse("1 d"),
                maintenance);
    }

    private static List<Double> days(Series series) {
        return series.givings().stream().map(g -> g.hours() / 24).toList();
    }

    @Test
    void threeEveryThirdDay() {
        assertThat(days(series("45 min", null, null))).containsExactly(1.0, 4.0, 7.0);
        assertThat(series("45 min", null, null).ends().hours()).isEqualTo(7 * 24 + 0.75);
        assertThat(series("45 min", null, null).way()).isEqualTo("iv");
    }

    /** After day 7: 4 days, then 8, then 16, and then not longer than 20. */
    @Test
    void maintenanceIsSpacedWiderAndWider() {
        Series.Maintenance m = new Series.Maintenance(Time.parse("4 d"), 2, Time.parse("20 d"), Time.parse("80 d"));
        assertThat(days(series(null, "sublingual", m))).containsExactly(1.0, 4.0, 7.0, 11.0, 19.0, 35.0, 55.0, 75.0);
        assertThat(series(null, "sublingual", m).givings().get(4).note()).isEqualTo("maintenance 2");
    }

    @Test
    void anInfusionThatOverlapsOneOfASeriesIsRefused() {
        Event.Infusion other =
                new Event.Infusion("ketamine", Dose.parse("10 mg"), Time.parse("40 min"), Time.parse("96.5 h"));
        assertThatThrownBy(() -> new Arm("a", List.of(other, series("45 min", null, null))))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "this infusion of ketamine at 4 d overlaps the one at 5790 min. Maybe one of them starts later.");
        assertThat(new Arm("a", List.of(other, series("30 min", null, null))).intakes())
                .hasSize(4);
    }

    @Test
    void tooManyDosesInOneArmAreRefused() {
        Event.Course course = new Event.Course(
                "alprazolam", Dose.parse("1 mg"), "oral", Time.parse("1 h"), Time.parse("0 h"), Time.parse("9000 h"));
        assertThatThrownBy(() -> new Arm("a", java.util.Collections.nCopies(6, course)))
                .hasMessage(
                        "up to this event there are 54000 doses and sessions in this arm, at most 50000 are allowed."
                                + " Maybe longer intervals.");
    }
}
