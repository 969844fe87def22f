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
}
