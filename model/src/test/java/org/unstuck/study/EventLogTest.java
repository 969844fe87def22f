package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.Sham;
import org.unstuck.protocol.Sleep;
import org.unstuck.sweep.Place;

/** The table of events of two patients in one arm, as text. */
class EventLogTest {

    private static Time t(String text) {
        return Time.parse(text);
    }

    private static List<String> csv(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        EventLog.of(comparison).csv(lines::add);
        return lines;
    }

    @Test
    void everythingThatTookPlace() {
        Arm arm = new Arm(
                "a",
                List.of(
                        new Sham(t("90 min"), t("12 h"), t("6 h"), t("8 h"), 0.5),
                        new Sleep(t("1 d"), t("2 d"), 1),
                        new Event.Stop("alprazolam", t("30 h"))));
        Scenario scenario = (Scenario) Place.of("arms").set(MadeUp.SCENARIO, List.of(arm));
        Dose dose = Dose.parse("0.5 mg");
        Comparison three = MadeUp.threePatients();
        Comparison c = new Comparison(
                scenario,
                three.reading(),
                three.people(),
                three.scanHours(),
                three.healthy(),
                three.healthyTraces(),
                three.scans(),
                three.traces(),
                List.of(List.of(
                        List.of(
                                new Happening(6, Happening.Kind.DOSE, 0, "alprazolam", dose, "oral", ""),
                                new Happening(
                                        14.5,
                                        Happening.Kind.MISSED,
                                        0,
                                        "alprazolam",
                                        dose,
                                        "oral",
                                        "forgotten, he says")),
                        List.of(),
                        List.of(new Happening(6, Happening.Kind.INFUSION, 0, "ketamine", dose, "iv", "")))));
        assertThat(csv(c))
                .containsExactly(
                        "arm,patient,time_h,type,drug,dose,unit,route,reason",
                        "a,all,6,sham,,,,,\"sham for 1.5 h, strength 0.5\"",
                        "a,all,24,sleep,,,,,until 2 d",
                        "a,all,30,stop,alprazolam,,,,no later doses",
                        "a,all,0,scan,,,,,",
                        "a,all,48,scan,,,,,",
                        "a,0,6,dose,alprazolam,0.5,mg,oral,planned",
                        "a,0,14.5,missed,alprazolam,0.5,mg,oral,\"forgotten, he says\"",
                        "a,2,6,infusion,ketamine,0.5,mg,iv,planned");
    }

    /** Cells with a separator, a quote or a line end are quoted; names that a spreadsheet would take for formulas are known. */
    @Test
    void tablesAreCsv() {
        List<String> lines = new ArrayList<>();
        new Table("t", List.of("a", "b"), rows -> {
                    rows.accept(List.of("x,y", "say \"no\""));
                    rows.accept(List.of("1\n2", "1\r2"));
                    rows.accept(List.of("plain", ""));
                    rows.accept(List.of(",", "\""));
                    rows.accept(List.of("\n", "\r"));
                })
                .csv(lines::add);
        assertThat(lines)
                .containsExactly(
                        "a,b",
                        "\"x,y\",\"say \"\"no\"\"\"",
                        "\"1\n2\",\"1\r2\"",
                        "plain,",
                        "\",\",\"\"\"\"",
                        "\"\n\",\"\r\"");
        for (String formula : List.of("=1", "+1", "-1", "@a")) {
            assertThat(Table.isFormula(formula)).isTrue();
        }
        assertThat(Table.isFormula("a=1")).isFalse();
        assertThat(Table.isFormula("")).isFalse();
    }
}
