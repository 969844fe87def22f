package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Ablation;
import org.unstuck.study.Scenario;

class ClaimTest {

    /** Two arms of two days in the small network: a tenth of a second a run. */
    private static final String SMALL = """
            {
              "schemaVersion": 1, "name": "Small claims",
              "scenario": {
                "schemaVersion": 1, "name": "Small", "network": "four-networks", "condition": "generalised-anxiety",
                "cohort": {"patients": 4}, "seed": 1, "horizon": "2 d",
                "arms": [
                  {"name": "untreated", "events": []},
                  {"name": "drug", "events": [
                    {"type": "dose", "drug": "alprazolam", "dose": "2 mg", "route": "oral", "at": "22 h"}]}],
                "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4},
                "numerics": {"settle": "1 s", "burst": "4 s"}
              },
              "vary": ["parameters/tolerance/adaptation", "drugs/alprazolam/effects/gaba-a/maximum"],
              "draws": 12, "drawPatients": 3,
              "claims": [
                {"name": "sedates", "says": "The drug sedates.",
                 "left": {"type": "scan", "outcome": "sedation", "arm": "drug", "day": 1}, "is": "more",
                 "right": {"type": "scan", "outcome": "sedation", "arm": "untreated", "day": 1}, "own": ["drug-effects"]},
                {"name": "never", "says": "Sedation is above 2.",
                 "left": {"type": "scan", "outcome": "sedation", "arm": "drug", "day": 1}, "is": "more",
                 "right": {"type": "number", "value": 2}}
              ]
            }
            """;

    @TempDir
    Path folder;

    private ClaimStudy study(String text) throws IOException {
        Path file = folder.resolve("claims.json");
        Files.writeString(file, text);
        return ScenarioReader.claims(file);
    }

    private static Finding finding(Relation is, double margin, double... d) {
        Quantity any = new Quantity.Constant(0);
        Claim claim = new Claim("c", "c", any, is, any, 1, margin, Set.of());
        Measurement[] all = new Measurement[d.length];
        for (int p = 0; p < d.length; p++) {
            all[p] = Double.isNaN(d[p]) ? Measurement.undefined("missing") : Measurement.of(d[p]);
        }
        return Finding.of(claim, all);
    }

    /** Student's interval of 1, 2, 3: 2 +- 4.302653 x 1 / sqrt 3 (R: t.test). */
    @Test
    void intervalOfStudent() {
        Finding f = finding(Relation.MORE, 0, 1, 2, 3, Double.NaN);
        assertThat(f.mean()).isEqualTo(2);
        assertThat(f.low()).isCloseTo(-0.4841377, within(1e-6));
        assertThat(f.high()).isCloseTo(4.4841377, within(1e-6));
        assertThat(f.patients()).isEqualTo(3);
        assertThat(f.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void verdicts() {
        double[] ones = {1, 1.01, 0.99};
        assertThat(finding(Relation.MORE, 0.5, ones).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding(Relation.MORE, 2, ones).verdict()).isEqualTo(Verdict.FLIPS);
        assertThat(finding(Relation.MORE, 1, ones).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding(Relation.LESS, 0, ones).verdict()).isEqualTo(Verdict.FLIPS);
        assertThat(finding(Relation.LESS, 0.5, -1, -1.01, -0.99).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding(Relation.SAME, 2, ones).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding(Relation.SAME, 0.5, ones).verdict()).isEqualTo(Verdict.FLIPS);
        assertThat(finding(Relation.SAME, 0.1, -9, 0, 9).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding(Relation.MORE, 0, 1, 1).verdict()).isEqualTo(Verdict.UNKNOWN);
        // No effect at all is no more than nothing.
        assertThat(finding(Relation.MORE, 0, 0, 0, 0).verdict()).isEqualTo(Verdict.FLIPS);
    }

    /** Wilson's interval of 8 of 10: 0.4901625 to 0.9433178 (R: prop.test without correction). */
    @Test
    void intervalOfWilson() {
        Share s = new Share(8, 10);
        assertThat(s.low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(s.high()).isCloseTo(0.9433178, within(1e-6));
        assertThat(new Share(0, 10).low()).isZero();
        assertThat(new Share(10, 10).high()).isEqualTo(1);
    }

    @Test
    void drawsAuditAndMap() throws IOException {
        ClaimStudy study = study(SMALL);
        List<Draw> one = new ArrayList<>();
        List<Draw> two = new ArrayList<>();
        DrawRun.run(study, Set.of(), 1, one::add, () -> false);
        DrawRun.run(study, Set.of(3L), 2, two::add, () -> false);
        RobustnessMap map = RobustnessMap.of(study, one);
        assertThat(map.draws()).hasSize(12);
        assertThat(two).hasSize(11);
        // Threads change nothing, and rows are read as they were written.
        DrawTable table = new DrawTable(study);
        for (Draw draw : two) {
            assertThat(draw).isEqualTo(map.draws().get((int) draw.index()));
            assertThat(table.draw(table.row(draw))).isEqualTo(draw);
        }
        assertThat(map.rows().get(0).all().holds()).isEqualTo(12);
        assertThat(map.rows().get(1).all().flips()).isEqualTo(12);
        assertThat(map.rows().get(0).byMeaning().values())
                .allSatisfy(t -> assertThat(t.draws()).isEqualTo(4));
        assertThat(map.rows().get(0).decisive()).isEmpty();

        Audit audit = Audit.of(study, 1, what -> {}, () -> false);
        assertThat(audit.label(0)).isEqualTo(Audit.Label.ASSUMED);
        assertThat(audit.needs(0)).containsExactly(Ablation.DRUG_EFFECTS);
        assertThat(audit.label(1)).isEqualTo(Audit.Label.DOES_NOT_HOLD);
        assertThat(audit.followsTreatment(0)).isTrue();
        assertThat(audit.without()).hasSize(Ablation.values().length);

        List<Finding> quick = Draw.findings(study, study.space().base(), () -> false);
        for (SummaryRow row : SummaryRow.of("small", audit, quick, map)) {
            SummaryRow read = SummaryRow.of(row.cells());
            assertThat(read.cells()).isEqualTo(row.cells());
        }
    }

    /** Swapped names: the first arm has what happened in the last. */
    @Test
    void swappedNames() throws IOException {
        Scenario swapped = Audit.swapped(study(SMALL).scenario());
        assertThat(swapped.arms().get(0).name()).isEqualTo("untreated");
        assertThat(swapped.arms().get(0).events()).hasSize(1);
        assertThat(swapped.arms().get(1).events()).isEmpty();
    }

    /** A parameter that decides is found, one that does not is not: 300 synthetic draws, the claim holds where the first is low. */
    @Test
    void decidingParameters() throws IOException {
        ClaimStudy study = study(SMALL.replace("\"draws\": 12", "\"draws\": 300"));
        var space = study.space();
        List<Draw> draws = new ArrayList<>();
        for (long i = 0; i < 300; i++) {
            double[] at = space.design().at(i, space.axes());
            boolean holds = at[1] < 0.4;
            Finding f = new Finding("sedates", 1, 1, 1, 3, holds ? Verdict.HOLDS : Verdict.FLIPS);
            draws.add(new Draw(
                    i,
                    space.at(i, at).levels().stream().map(l -> l.text()).toList(),
                    List.of(at[0], at[1], at[2]),
                    List.of(f, f),
                    ""));
        }
        RobustnessMap.Row row = RobustnessMap.of(study, draws).rows().get(0);
        assertThat(row.all().share(Verdict.HOLDS).value()).isCloseTo(0.4, within(0.01));
        assertThat(row.decisive()).hasSize(1);
        Deciding first = row.decisive().get(0);
        assertThat(first.axis()).isEqualTo("parameters/tolerance/adaptation");
        assertThat(first.low().value()).isEqualTo(1);
        assertThat(first.high().value()).isZero();
    }

    /** Every family is drawn equally often, and numbers of the default mass are put where it is alone. */
    @Test
    void familiesAreDrawn() throws IOException {
        ClaimStudy study =
                study(SMALL.replace("\"draws\": 12", "\"families\": [\"wilson-cowan\", \"wong-wang\"], \"draws\": 12")
                        .replace("\"vary\": [", "\"vary\": [\"parameters/wilsonCowan/globalGain\", "));
        List<Draw> draws = new ArrayList<>();
        DrawRun.run(study, Set.of(), 1, draws::add, () -> false);
        assertThat(draws).hasSize(12).allSatisfy(d -> assertThat(d.failure()).isEmpty());
        RobustnessMap map = RobustnessMap.of(study, draws);
        assertThat(map.rows().get(0).byFamily().keySet()).containsExactly("wilson-cowan", "wong-wang");
        assertThat(map.rows().get(0).byFamily().values())
                .allSatisfy(t -> assertThat(t.draws()).isEqualTo(6));
        assertThat(map.rows().get(0).deciding().stream().map(Deciding::axis)).contains(ClaimStudy.MASS);
        DrawTable table = new DrawTable(study);
        for (Draw draw : map.draws()) {
            assertThat(table.draw(table.row(draw))).isEqualTo(draw);
            var space = study.space();
            Scenario at = study.scenario(space.at(draw.index(), space.design().at(draw.index(), space.axes())));
            String family = draw.values().get(draw.values().size() - 1);
            assertThat(at.parameters().neuralMass().name()).isEqualTo(family);
            double gain = at.parameters().wilsonCowan().globalGain();
            double standard = org.unstuck.mass.WilsonCowan.standard().globalGain();
            assertThat(gain == standard).isEqualTo(family.equals("wong-wang"));
        }
        // The other axes are drawn as without families.
        ClaimStudy without = study(SMALL.replace("\"vary\": [", "\"vary\": [\"parameters/wilsonCowan/globalGain\", "));
        double[] then = without.space().design().at(3, without.space().axes());
        assertThat(map.draws().get(3).positions().subList(0, then.length))
                .isEqualTo(java.util.Arrays.stream(then).boxed().toList());
    }

    @Test
    void familiesAreTheMassesOfScenarioFiles() {
        assertThat(java.util.Arrays.stream(Family.values()).map(Family::word))
                .containsExactlyElementsOf(org.unstuck.mass.NeuralMass.all().stream()
                        .map(org.unstuck.mass.NeuralMass::name)
                        .toList());
        assertThat(java.util.Arrays.stream(Family.values()).map(f -> f.mass().name()))
                .containsExactlyElementsOf(java.util.Arrays.stream(Family.values())
                        .map(Family::word)
                        .toList());
    }

    /** Synthetic draws of a claim that holds in one mass alone: the mass decides, and numbers of the other mass do not. */
    @Test
    void theMassDecides() throws IOException {
        ClaimStudy study =
                study(SMALL.replace("\"draws\": 12", "\"families\": [\"wilson-cowan\", \"wong-wang\"], \"draws\": 300")
                        .replace("\"vary\": [", "\"vary\": [\"parameters/wilsonCowan/globalGain\", "));
        var space = study.space();
        List<Draw> draws = new ArrayList<>();
        for (long i = 0; i < 300; i++) {
            double[] at = space.design().at(i, space.axes());
            List<String> values =
                    space.at(i, at).levels().stream().map(l -> l.text()).toList();
            boolean holds = values.get(values.size() - 1).equals("wong-wang");
            Finding f = new Finding("sedates", 1, 1, 1, 3, holds ? Verdict.HOLDS : Verdict.FLIPS);
            draws.add(new Draw(i, values, java.util.Arrays.stream(at).boxed().toList(), List.of(f, f), ""));
        }
        RobustnessMap.Row row = RobustnessMap.of(study, draws).rows().get(0);
        assertThat(row.decisive()).hasSize(1);
        assertThat(row.decisive().get(0).axis()).isEqualTo(ClaimStudy.MASS);
        assertThat(row.decisive().get(0).highAt()).isEqualTo("wong-wang");
        assertThat(row.byFamily().get("wong-wang").holds()).isEqualTo(150);
        Deciding gain = row.deciding().stream()
                .filter(d -> d.axis().endsWith("globalGain"))
                .findFirst()
                .orElseThrow();
        assertThat(gain.low().of() + gain.high().of()).isLessThanOrEqualTo(150);
        assertThat(gain.low().count()).isZero();
    }

    @Test
    void statusFollowsFromTheRun() {
        assertThat(status(Verdict.HOLDS, 90, 10)).isEqualTo(Ledger.Status.REPRODUCED);
        assertThat(status(Verdict.HOLDS, 60, 40)).isEqualTo(Ledger.Status.CONTESTED);
        assertThat(status(Verdict.FLIPS, 10, 90)).isEqualTo(Ledger.Status.CONTRADICTED);
        assertThat(status(Verdict.UNDECIDED, 100, 0)).isEqualTo(Ledger.Status.CONTESTED);
    }

    private static Ledger.Status status(Verdict baseline, int holds, int flips) {
        Finding f = new Finding("c", 1, 1, 1, 9, baseline);
        return Ledger.status(
                new SummaryRow("s", f, f, Audit.Label.EMERGENT, "", true, new Tally(holds, flips, 900, 0), "", ""));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> study(SMALL.replace("\"arm\": \"drug\"", "\"arm\": \"drugs\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("/claims/0/left/arm: there is no arm \"drugs\". Maybe \"drug\" was meant.");
        assertThatThrownBy(() -> study(SMALL.replace("\"outcome\": \"sedation\"", "\"outcome\": \"sedations\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("Maybe \"sedation\" was meant.");
        assertThatThrownBy(() -> study(SMALL.replace("\"day\": 1}, \"is\"", "\"day\": 9}, \"is\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("there is no scan on day 9. Maybe one of: 0, 1.");
        assertThatThrownBy(() -> study(SMALL.replace("tolerance/adaptation", "tolerance/adaption")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("/vary/0");
        assertThatThrownBy(() -> study(SMALL.replace("\"draws\": 12", "\"families\": [\"wong-wangs\"], \"draws\": 12")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("/families/0")
                .hasMessageContaining("Maybe \"wong-wang\" was meant.");
        assertThatThrownBy(() -> study(
                        SMALL.replace("\"draws\": 12", "\"families\": [\"wong-wang\", \"wong-wang\"], \"draws\": 12")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("wong-wang")
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> study(SMALL.replace("\"name\": \"never\"", "\"name\": \"sedates\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("\"sedates\" is there twice");
        assertThatThrownBy(() -> study(SMALL.replace("\"is\": \"more\"", "\"is\": \"same\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("margin is 0.0, it must be greater than 0");
        assertThatThrownBy(() -> new Statement("s", "s", "s", org.unstuck.describe.Evidence.LOW, List.of(), ""))
                .isInstanceOf(Invalid.class);
    }
}
