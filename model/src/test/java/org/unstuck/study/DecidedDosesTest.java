package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.Happening.Kind;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;

/** Doses that depend on the patient, in whole comparisons. */
class DecidedDosesTest {

    private static Scenario small(Scenario s, int patients) {
        ScanPlan scans = new ScanPlan(List.of(Time.days(0)), Time.seconds(8), 2, Time.seconds(1.5), Time.seconds(4));
        Numerics n = s.numerics();
        return s.withPatients(patients)
                .withScans(scans)
                .withNumerics(new Numerics(
                        n.scheme(), n.step(), n.slowStep(), n.settle(), n.warmUp(), Time.seconds(3), n.sample()));
    }

    private static Comparison run(Scenario s, int threads) {
        return new ComparisonRun(s, Reading.standard()).run(threads, Progress.NONE, () -> false);
    }

    private static String lines(Comparison c) {
        StringBuilder text = new StringBuilder();
        EventLog.of(c).csv(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** What a patient decides does not depend on who is computed beside him, nor on the number of threads. */
    @Test
    void decisionsAreTheSameInAnyGroup() {
        Scenario s = small(BuiltIn.PRESETS.named("benzodiazepine-as-needed"), 5);
        Comparison one = run(s, 1);
        assertThat(lines(run(s, 3))).isEqualTo(lines(one));
        Comparison fewer = run(s.withPatients(2), 2);
        assertThat(fewer.log().get(2).get(1)).isEqualTo(one.log().get(2).get(1));
        assertThat(one.log().get(2).get(1)).isNotEqualTo(one.log().get(2).get(2));
    }

    @Test
    void thePresetTakesLessAsNeededThanThreeTimesADay() {
        Comparison c = run(small(BuiltIn.PRESETS.named("benzodiazepine-as-needed"), 5), 2);
        for (int p = 0; p < 5; p++) {
            List<Happening> always = c.log().get(1).get(p);
            List<Happening> needed = c.log().get(2).get(p).stream()
                    .filter(h -> h.kind() == Kind.DOSE)
                    .toList();
            assertThat(always).hasSize(168).allMatch(h -> h.kind() == Kind.DOSE);
            assertThat(needed.size()).isBetween(1, 112);
            for (int i = 3; i < needed.size(); i++) {
                assertThat(needed.get(i).hours() - needed.get(i - 3).hours()).isGreaterThanOrEqualTo(24);
            }
            assertThat(needed).allMatch(h -> h.hours() < 56 * 24 && h.hours() % 12 == 0);
        }
        assertThat(c.log().get(0)).allMatch(List::isEmpty);
    }

    /** Untreated and undisturbed, everybody is at 1 by definition: above 0.99 gap always, above 1.01 never. */
    @Test
    void theIndexOfAnUntreatedPatientIsOne() {
        for (String above : List.of("0.99 gap", "1.01 gap")) {
            Scenario s = ScenarioReader.parse("test", """
                    {"schemaVersion": 1, "name": "index", "network": "twelve-regions", "condition": "generalised-anxiety",
                     "horizon": "3 d", "ablate": ["drug-effects"], "arms": [{"name": "a", "events": [
                       {"type": "as-needed", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "above": "ABOVE",
                        "from": "0 h", "until": "3 d"}]}]}""".replace("ABOVE", above));
            for (List<Happening> log : run(small(s, 3), 2).log().get(0)) {
                assertThat(log).hasSize(above.startsWith("0") ? 3 : 0);
                assertThat(log).allMatch(h -> h.reason().equals("symptom 1 above 0.99 gap"));
            }
        }
    }

    /** A cue is felt in the step in which it is on, and its answer comes at the next. */
    @Test
    void aStressorIsAnsweredAtTheNextStep() {
        Scenario s = ScenarioReader.parse("test", """
                {"schemaVersion": 1, "name": "answer", "network": "twelve-regions", "condition": "generalised-anxiety",
                 "horizon": "4 d", "ablate": ["learning"], "arms": [{"name": "a", "events": [
                   {"type": "stressor", "session": "2 h", "every": "40 h", "from": "34 h", "until": "40 h", "strength": 2},
                   {"type": "as-needed", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "above": "1.05 gap",
                    "asked": "6 h", "from": "0 h", "until": "4 d"}]}]}""");
        for (List<Happening> log : run(small(s, 3), 2).log().get(0)) {
            assertThat(log.stream().map(Happening::hours)).containsExactly(36.0);
        }
    }

    /** Without drug, health has no gap: nothing is above a threshold. */
    @Test
    void healthyPeopleNeedNothing() {
        Scenario s = ScenarioReader.parse("test", """
                {"schemaVersion": 1, "name": "healthy", "network": "twelve-regions", "condition": "healthy", "horizon": "2 d",
                 "arms": [{"name": "a", "events": [
                   {"type": "as-needed", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "above": "0.1 gap",
                    "from": "0 h", "until": "2 d"}]}]}""");
        assertThat(run(small(s, 2), 1).log().get(0)).allMatch(List::isEmpty);
    }

    /** What was taken is what is in the plasma: area under the curve = dose x F / clearance, with and without forgetting. */
    @Test
    void whatIsForgottenIsNotInThePlasma() {
        Comparison c = run(small(BuiltIn.PRESETS.named("missed-doses"), 3), 2);
        List<Double> ratio = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            double taken = c.log().get(2).get(p).stream()
                    .filter(h -> h.kind() == Kind.DOSE)
                    .count();
            ratio.add(area(c, 2, p) / area(c, 1, p) - taken / 168);
        }
        assertThat(ratio).allSatisfy(r -> assertThat(r).isCloseTo(0, within(1e-3)));
        assertThat(c.log().get(2).get(0)).hasSize(168);
    }

    private static double area(Comparison c, int arm, int patient) {
        double area = 0;
        double before = 0;
        var trace = c.traces().get(arm).get(patient);
        for (int s = 0; s < trace.hours().length; s++) {
            area += trace.plasma()[s][0] * (trace.hours()[s] - before);
            before = trace.hours()[s];
        }
        return area;
    }

    @Test
    void everythingIsInTheLog() {
        String log = lines(run(small(BuiltIn.PRESETS.named("missed-doses"), 2), 2));
        assertThat(log.lines().findFirst()).hasValue("arm,patient,time_h,type,drug,dose,unit,route,reason");
        assertThat(log)
                .contains("every dose,0,6,dose,alprazolam,0.5,mg,oral,planned\n")
                .contains("one in seven forgotten,0,")
                .contains(",missed,alprazolam,0.5,mg,oral,forgotten\n")
                .contains("two weekends left out,1,462,skipped,alprazolam,0.5,mg,oral,day without a dose\n")
                .contains("untreated,all,0,scan,,,,,\n");
    }
}
