package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Decision;
import org.unstuck.protocol.Escalation;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.Happening.Kind;
import org.unstuck.protocol.Skip;
import org.unstuck.protocol.Taper;
import org.unstuck.protocol.WhenAbove;

class AgendaTest {

    private static final Address SEED = Address.of(1);

    private static Event.Course course(Skip skip, Escalation escalate, Taper taper) {
        return new Event.Course(
                "alprazolam",
                Dose.parse("0.5 mg"),
                "oral",
                Time.parse("8 h"),
                Time.parse("6 h"),
                Time.parse("8 wk"),
                null,
                taper,
                skip,
                escalate);
    }

    private static List<Double> missed(Arm arm, int patient) {
        return new Agenda(arm, 70, SEED.with("patient", patient))
                .log().stream()
                        .filter(h -> h.kind() == Kind.MISSED)
                        .map(Happening::hours)
                        .toList();
    }

    /** 200 patients of 168 doses: the share has a standard error of 0.0020, so 4 of them are missed once in 16,000 seeds. */
    @Test
    void dosesAreForgottenAsOftenAsSaid() {
        Arm arm = new Arm("a", List.of(course(new Skip(List.of(), 0.15), null, null)));
        double all = 0;
        for (int p = 0; p < 200; p++) {
            all += missed(arm, p).size();
        }
        assertThat(all / (200 * 168)).isCloseTo(0.15, within(4 * 0.0020));
    }

    @Test
    void theSameDosesAreForgottenInEveryArm() {
        Arm one = new Arm("a", List.of(course(new Skip(List.of(), 0.15), null, null)));
        Event.Course other = course(
                new Skip(List.of(), 0.15),
                null,
                new Taper(Taper.Form.LINEAR, Time.parse("4 wk"), Time.days(7), null, null));
        Arm two = new Arm("b", List.of(new Event.Stop("ketamine", Time.days(1)), other));
        assertThat(missed(one, 3))
                .isNotEmpty()
                .isEqualTo(missed(two, 3).stream().filter(t -> t < 56 * 24).toList());
        assertThat(missed(one, 3)).isNotEqualTo(missed(one, 4));
        Arm careless = new Arm("c", List.of(course(new Skip(List.of(), 0.3), null, null)));
        assertThat(missed(careless, 3)).containsAll(missed(one, 3));
    }

    @Test
    void everythingAndNothingCanBeForgotten() {
        Agenda all = new Agenda(new Arm("a", List.of(course(new Skip(List.of(), 1), null, null))), 70, SEED);
        assertThat(all.next()).isInfinite();
        assertThat(all.log()).hasSize(168).allMatch(h -> h.kind() == Kind.MISSED);
        assertThat(missed(new Arm("a", List.of(course(new Skip(List.of(), 0), null, null))), 0))
                .isEmpty();
    }

    private static List<Double> amounts(Agenda agenda, double felt, double until) {
        List<Double> amounts = new ArrayList<>();
        for (double t = 0; t < until; t += 24) {
            agenda.decide(new Decision.Known(t, 1, felt));
            while (agenda.next() < t + 24) {
                amounts.add(agenda.take().doseMg());
            }
        }
        return amounts;
    }

    /** 0.5, then 0.75, 1.125, and 1.5 because that is the most; asked at days 7.25, 14.25, 21.25, answered at the next step. */
    @Test
    void aDoseThatIsNotFeltIsRaisedWeekByWeek() {
        Escalation rule = new Escalation(Threshold.parse("0.3 effect"), Time.days(7), 1.5, Dose.parse("1.5 mg"));
        Agenda agenda = new Agenda(new Arm("a", List.of(course(null, rule, null))), 70, SEED);
        List<Double> amounts = amounts(agenda, 0.2, 56 * 24);
        assertThat(amounts).hasSize(168);
        assertThat(amounts.subList(0, 24)).containsOnly(0.5);
        assertThat(amounts.subList(24, 45)).containsOnly(0.75);
        assertThat(amounts.subList(45, 66)).containsOnly(1.125);
        assertThat(amounts.subList(66, 168)).containsOnly(1.5);
        assertThat(agenda.log().stream().filter(h -> h.kind() == Kind.RAISED)).hasSize(3);
        Agenda content = new Agenda(new Arm("a", List.of(course(null, rule, null))), 70, SEED);
        assertThat(amounts(content, 0.3, 56 * 24)).containsOnly(0.5);
    }

    /** A taper begins from the dose that was reached. */
    @Test
    void aRaisedDoseIsTaperedFromWhereItIs() {
        Escalation rule = new Escalation(Threshold.parse("0.3 effect"), Time.days(7), 2, Dose.parse("1 mg"));
        Taper taper = new Taper(Taper.Form.LINEAR, Time.days(28), Time.days(7), null, null);
        Agenda agenda = new Agenda(new Arm("a", List.of(course(null, rule, taper))), 70, SEED);
        List<Double> amounts = amounts(agenda, 0.2, 85 * 24);
        assertThat(amounts.get(167)).isEqualTo(1);
        assertThat(amounts.get(168)).isCloseTo(0.8, within(1e-15));
        assertThat(amounts.get(amounts.size() - 1)).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void anInfusionByConditionDoesNotOverlapAPlannedOne() {
        Event.Infusion planned =
                new Event.Infusion("ketamine", Dose.parse("35 mg"), Time.parse("40 min"), Time.parse("24.5 h"));
        WhenAbove when = new WhenAbove(
                "ketamine",
                Dose.parse("0.5 mg/kg"),
                Time.parse("40 min"),
                null,
                Threshold.parse("0.5 gap"),
                Time.parse("1 d"),
                5,
                Time.parse("1 d"),
                Time.parse("1 d"),
                Time.parse("0 h"),
                Time.parse("4 d"));
        Agenda agenda = new Agenda(new Arm("a", List.of(planned, when)), 70, SEED);
        amounts(agenda, 0, 96);
        assertThat(agenda.log().stream().map(h -> h.kind() + " " + h.hours()))
                .containsExactly("WITHHELD 24.0", "INFUSION 24.5", "INFUSION 48.0", "INFUSION 72.0");
        assertThat(agenda.log().get(0).reason()).endsWith("but it would overlap another infusion");
    }

    @Test
    void nothingIsDecidedAfterAStop() {
        WhenAbove when = new WhenAbove(
                "ketamine",
                Dose.parse("10 mg"),
                null,
                "iv",
                Threshold.parse("0.5 gap"),
                Time.parse("0 h"),
                100,
                Time.parse("1 d"),
                Time.parse("1 d"),
                Time.parse("0 h"),
                Time.parse("10 d"));
        Agenda agenda = new Agenda(new Arm("a", List.of(when, new Event.Stop("ketamine", Time.days(3)))), 70, SEED);
        assertThat(amounts(agenda, 0, 240)).containsExactly(10.0, 10.0, 10.0);
    }

    private static Agenda agenda(Event... events) {
        return new Agenda(new Arm("a", List.of(events)), 70, null);
    }

    private static Event.Infusion infusion(String at) {
        return new Event.Infusion("ketamine", Dose.parse("0.5 mg/kg"), Time.parse("30 min"), Time.parse(at));
    }

    private static Event.Single single(String drug, String dose, String at) {
        return new Event.Single(drug, Dose.parse(dose), "oral", Time.parse(at));
    }

    /** 0.5 mg/kg in 70 kg over half an hour are 70 mg/h from the start, and none from the end. */
    @Test
    void anInfusionIsARateAndItsEnd() {
        Agenda agenda = agenda(infusion("2 h"), single("alprazolam", "0.25 mg", "2.2 h"));
        assertThat(agenda.next()).isEqualTo(2);
        assertThat(agenda.infuses(1.9)).isFalse();
        assertThat(agenda.infuses(2)).isTrue();
        assertThat(agenda.take()).isEqualTo(new Agenda.Action(2, "ketamine", 0, null, 70));
        assertThat(agenda.take()).isEqualTo(new Agenda.Action(2.2, "alprazolam", 0.25, "oral", Double.NaN));
        assertThat(agenda.next()).isEqualTo(2.5);
        assertThat(agenda.infuses(2.4)).isTrue();
        assertThat(agenda.take()).isEqualTo(new Agenda.Action(2.5, "ketamine", 0, null, 0));
        assertThat(agenda.infuses(2.5)).isFalse();
        assertThat(agenda.next()).isInfinite();
        assertThat(agenda.log())
                .containsExactly(
                        new Happening(2, Kind.INFUSION, 0, "ketamine", Dose.parse("0.5 mg/kg"), "iv", ""),
                        new Happening(2.2, Kind.DOSE, 1, "alprazolam", Dose.parse("0.25 mg"), "oral", ""));
    }

    /** Of two doses at one moment the one of the first name comes first; what is given by hand comes last. */
    @Test
    void dosesOfOneMomentKeepTheirOrder() {
        Agenda agenda = agenda(single("diazepam", "5 mg", "1 h"), single("alprazolam", "1 mg", "1 h"));
        agenda.give(new Arm.Intake(1, "aspirin", Dose.parse("100 mg"), "oral", 0, Agenda.GIVEN, "by hand"));
        assertThat(List.of(
                        agenda.take().drug(),
                        agenda.take().drug(),
                        agenda.take().drug()))
                .containsExactly("alprazolam", "diazepam", "aspirin");
        assertThat(agenda.log().get(2))
                .isEqualTo(new Happening(1, Kind.DOSE, -1, "aspirin", Dose.parse("100 mg"), "oral", "by hand"));
    }

    @Test
    void aDrugIsDroppedAndTheOthersAreNot() {
        Agenda agenda = agenda(
                single("alprazolam", "1 mg", "3 h"),
                single("diazepam", "5 mg", "4 h"),
                infusion("5 h"),
                infusion("9 h"));
        agenda.drop("alprazolam", 1);
        assertThat(agenda.next()).isEqualTo(4);
        assertThat(agenda.take().drug()).isEqualTo("diazepam");
        assertThat(agenda.take()).isEqualTo(new Agenda.Action(5, "ketamine", 0, null, 70));
        // Stopped after 6 min: its rate is 0 from then on, and nothing comes at 9 h.
        agenda.drop("ketamine", 5.1);
        assertThat(agenda.take()).isEqualTo(new Agenda.Action(5.1, "ketamine", 0, null, 0));
        assertThat(agenda.next()).isInfinite();
        agenda.drop("ketamine", 6);
        assertThat(agenda.next()).as("nothing runs").isInfinite();
    }

    private static WhenAbove when(String over, String asked, String from, String until) {
        return new WhenAbove(
                "ketamine",
                Dose.parse("10 mg"),
                over == null ? null : Time.parse(over),
                over == null ? "iv" : null,
                Threshold.parse("0.5 gap"),
                Time.parse("0 h"),
                100,
                Time.parse("1 h"),
                Time.parse(asked),
                Time.parse(from),
                Time.parse(until));
    }

    private static List<Double> given(Agenda agenda, double every, double until, double index) {
        for (double t = 0; t < until; t += every) {
            agenda.decide(new Decision.Known(t, index, 0));
        }
        List<Double> given = new ArrayList<>();
        while (agenda.next() < Double.POSITIVE_INFINITY) {
            Agenda.Action action = agenda.take();
            if (!(action.rateMgPerH() == 0)) {
                given.add(action.hours());
            }
        }
        return given;
    }

    /** Asked every 6 h from 5 h on and before 23 h: at 5, 11 and 17 h, however often there is a step; at a step after that if there is none. */
    @Test
    void aRuleIsAskedAtItsOwnMoments() {
        assertThat(given(agenda(when(null, "6 h", "5 h", "23 h")), 0.5, 48, 0.9))
                .containsExactly(5.0, 11.0, 17.0);
        assertThat(given(agenda(when(null, "6 h", "5 h", "23 h")), 4, 48, 0.9)).containsExactly(8.0, 12.0, 20.0);
        // After a gap of several moments it is asked once, and then at the next of its own.
        Agenda gap = agenda(when(null, "6 h", "5 h", "100 h"));
        for (double t : new double[] {5, 30, 31, 34, 35}) {
            gap.decide(new Decision.Known(t, 0.9, 0));
        }
        assertThat(given(gap, 1, 0, 0)).containsExactly(5.0, 30.0, 35.0);
        assertThat(given(agenda(when(null, "6 h", "5 h", "23 h")), 0.5, 48, 0.5))
                .as("not above")
                .isEmpty();
    }

    /** One that ends when another begins does not overlap it: 23.5 to 24 h and 24.5 to 25 h leave room for half an hour. */
    @Test
    void infusionsMayTouch() {
        Agenda fits = agenda(infusion("23.5 h"), infusion("24.5 h"), when("30 min", "1 d", "24 h", "25 h"));
        assertThat(given(fits, 24, 48, 0.9)).containsExactly(23.5, 24.0, 24.5);
        Agenda before = agenda(infusion("23.6 h"), when("30 min", "1 d", "24 h", "25 h"));
        assertThat(given(before, 24, 48, 0.9)).containsExactly(23.6);
        assertThat(before.log().get(1).kind()).isEqualTo(Kind.WITHHELD);
        Agenda after = agenda(infusion("24.4 h"), when("30 min", "1 d", "24 h", "25 h"));
        assertThat(given(after, 24, 48, 0.9)).containsExactly(24.4);
        // Of another drug it may, and so may a dose at once.
        Agenda other = agenda(
                new Event.Infusion("midazolam", Dose.parse("1 mg"), Time.parse("2 h"), Time.parse("23 h")),
                when("30 min", "1 d", "24 h", "25 h"));
        assertThat(given(other, 24, 48, 0.9)).containsExactly(23.0, 24.0);
        Agenda atOnce = agenda(infusion("23.9 h"), when(null, "1 d", "24 h", "25 h"));
        assertThat(given(atOnce, 24, 48, 0.9)).containsExactly(23.9, 24.0);
    }

    @Test
    void whatIsDecidedIsLogged() {
        Agenda agenda = agenda(single("alprazolam", "1 mg", "90 h"), when("30 min", "1 d", "24 h", "25 h"));
        given(agenda, 24, 48, 0.9);
        assertThat(agenda.log())
                .containsExactly(
                        new Happening(
                                24,
                                Kind.INFUSION,
                                1,
                                "ketamine",
                                Dose.parse("10 mg"),
                                "iv",
                                "symptom 0.9, above 0.5 gap for 0 ms"),
                        new Happening(90, Kind.DOSE, 0, "alprazolam", Dose.parse("1 mg"), "oral", ""));
        assertThat(agenda(when(null, "1 d", "24 h", "25 h")).log()).isEmpty();
    }

    /** Days that are skipped are known beforehand; the log is in order of time. */
    @Test
    void skippedDaysAreLogged() {
        Agenda agenda =
                new Agenda(new Arm("a", List.of(course(new Skip(List.of(Time.days(1)), 0), null, null))), 70, SEED);
        agenda.take();
        assertThat(agenda.log().stream().map(h -> h.kind() + " " + h.hours() + " " + h.reason()))
                .containsExactly(
                        "DOSE 6.0 ",
                        "SKIPPED 30.0 day without a dose",
                        "SKIPPED 38.0 day without a dose",
                        "SKIPPED 46.0 day without a dose");
        assertThat(agenda.log().get(1).route()).isEqualTo("oral");
    }

    /** Asked at 7.25, 14.25 ... days and not at the end: of three weeks' course at 7.25 and 14.25 days only. */
    @Test
    void aDoseIsNotRaisedAtTheEndOrAfterAStop() {
        Escalation rule = new Escalation(Threshold.parse("0.3 effect"), Time.days(7), 1.5, Dose.parse("10 mg"));
        Event.Course threeWeeks = new Event.Course(
                "alprazolam",
                Dose.parse("1 mg"),
                "oral",
                Time.days(1),
                Time.parse("6 h"),
                Time.parse("510 h"),
                null,
                null,
                null,
                rule);
        Agenda agenda = agenda(single("diazepam", "1 mg", "0 h"), threeWeeks);
        for (double t = 0; t < 1000; t += 1) {
            agenda.decide(new Decision.Known(t, 0, 0.29));
        }
        assertThat(agenda.log())
                .containsExactly(
                        new Happening(
                                174,
                                Kind.RAISED,
                                1,
                                "alprazolam",
                                Dose.parse("1.5 mg"),
                                "oral",
                                "felt effect 0.29 below 0.3 effect"),
                        new Happening(
                                342,
                                Kind.RAISED,
                                1,
                                "alprazolam",
                                Dose.parse("2.25 mg"),
                                "oral",
                                "felt effect 0.29 below 0.3 effect"));

        Agenda stopped = agenda(threeWeeks, new Event.Stop("alprazolam", Time.days(10)));
        for (double t = 0; t < 1000; t += 1) {
            stopped.decide(new Decision.Known(t, 0, 0.29));
        }
        assertThat(stopped.log()).hasSize(1);
    }
}
