package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Stuck;
import org.unstuck.study.Ablation;
import org.unstuck.study.MadeUp;

/** From made-up findings to shares, labels, the status of a statement and the page; nothing is run. */
class LedgerTest {

    private static final Quantity ANY = new Quantity.Constant(0);

    private static Finding finding(String claim, Verdict verdict) {
        return new Finding(claim, 0.5, 0.25, 0.75, 9, verdict);
    }

    private static SummaryRow row(Verdict baseline, Tally tally) {
        return new SummaryRow(
                "s",
                finding("c", baseline),
                finding("c", baseline),
                Audit.Label.EMERGENT,
                "",
                true,
                tally,
                "loop 1/0/1",
                "");
    }

    private static Statement statement(String name, String... claims) {
        return new Statement(
                name,
                "It is said.",
                "Somebody 2000",
                Evidence.LOW,
                List.of(claims),
                claims.length == 0 ? "no such thing" : "");
    }

    private static ClaimStudy study(String... names) {
        List<Claim> claims = new ArrayList<>();
        for (String name : names) {
            claims.add(
                    new Claim(name, name + " says so.", ANY, Relation.MORE, ANY, 1, 0, Set.of(Ablation.DRUG_EFFECTS)));
        }
        return new ClaimStudy(
                "Study",
                "What is asked.",
                MadeUp.SCENARIO,
                List.of("parameters/tolerance/adaptation"),
                List.of(Stuck.values()),
                List.of(),
                6,
                3,
                claims);
    }

    /** Four of five draws that decide are enough, whatever is undecided; the defaults must agree. */
    @ParameterizedTest
    @CsvSource({
        "HOLDS, 4, 1, 90, REPRODUCED",
        "HOLDS, 79, 21, 0, CONTESTED",
        "HOLDS, 0, 0, 9, CONTESTED",
        "HOLDS, 1, 4, 0, CONTESTED",
        "FLIPS, 1, 4, 0, CONTRADICTED",
        "FLIPS, 4, 1, 0, CONTESTED",
        "FLIPS, 21, 79, 0, CONTESTED",
        "FLIPS, 0, 0, 9, CONTESTED",
        "UNDECIDED, 9, 0, 0, CONTESTED",
        "UNKNOWN, 0, 9, 0, CONTESTED",
        "HOLDS, 0, 0, 0, NOT_RUN"
    })
    void statusOfAClaim(Verdict baseline, int holds, int flips, int undecided, Ledger.Status status) {
        assertThat(Ledger.status(row(baseline, new Tally(holds, flips, undecided, 0))))
                .isEqualTo(status);
    }

    /** A statement has the status that its claims share. */
    @Test
    void statusOfAStatement() {
        Map<String, SummaryRow> rows = Map.of(
                "s/a", row(Verdict.HOLDS, new Tally(9, 0, 0, 0)),
                "s/b", row(Verdict.HOLDS, new Tally(9, 1, 0, 0)),
                "s/c", row(Verdict.FLIPS, new Tally(0, 9, 0, 0)));
        assertThat(Ledger.status(statement("x"), rows)).isEqualTo(Ledger.Status.NOT_MODELLED);
        assertThat(Ledger.status(statement("x", "s/a", "s/b"), rows)).isEqualTo(Ledger.Status.REPRODUCED);
        assertThat(Ledger.status(statement("x", "s/c"), rows)).isEqualTo(Ledger.Status.CONTRADICTED);
        assertThat(Ledger.status(statement("x", "s/a", "s/c"), rows)).isEqualTo(Ledger.Status.CONTESTED);
        assertThat(Ledger.status(statement("x", "s/a", "s/d"), rows)).isEqualTo(Ledger.Status.NOT_RUN);
        assertThat(Ledger.Status.REPRODUCED.words()).isEqualTo("reproduced");
        assertThatThrownBy(() -> new Ledger(1, List.of(statement("x"), statement("x"))))
                .hasMessage("statement \"x\" is there twice.");
        assertThatThrownBy(() -> statement("x", "s")).hasMessageContaining("\"s\" is not study/claim.");
        assertThatThrownBy(() -> new Statement("x", "x", "x", Evidence.LOW, List.of("s/a"), "why"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void talliesAndShares() {
        Tally t = Tally.of(List.of(
                finding("c", Verdict.HOLDS),
                finding("c", Verdict.FLIPS),
                finding("c", Verdict.UNDECIDED),
                finding("c", Verdict.UNKNOWN),
                finding("c", Verdict.HOLDS)));
        assertThat(t).isEqualTo(new Tally(2, 1, 1, 1));
        Tally other = new Tally(1, 2, 3, 4);
        assertThat(other.draws()).isEqualTo(10);
        assertThat(other.share(Verdict.HOLDS)).isEqualTo(new Share(1, 10));
        assertThat(other.share(Verdict.FLIPS)).isEqualTo(new Share(2, 10));
        assertThat(other.share(Verdict.UNDECIDED)).isEqualTo(new Share(3, 10));
        assertThat(other.share(Verdict.UNKNOWN)).isEqualTo(new Share(4, 10));
        for (Verdict verdict : Verdict.values()) {
            assertThat(Verdict.named(verdict.word())).isEqualTo(verdict);
        }
        assertThatThrownBy(() -> Verdict.named("perhaps")).hasMessage("\"perhaps\" is no verdict.");
    }

    private static Draw draw(long index, String meaning, String failure, Verdict... verdicts) {
        List<Finding> findings = new ArrayList<>();
        for (Verdict v : verdicts) {
            findings.add(finding("c", v));
        }
        return new Draw(index, List.of(meaning, "0.5"), List.of(0.1, 0.5), findings, failure);
    }

    /** Three draws that ran and one that failed, told out of order. */
    @Test
    void mapsCountDrawsByMeaning() {
        ClaimStudy study = study("a", "b");
        RobustnessMap map = RobustnessMap.of(
                study,
                List.of(
                        draw(3, "attractor", "", Verdict.HOLDS, Verdict.UNKNOWN),
                        draw(0, "loop", "", Verdict.HOLDS, Verdict.FLIPS),
                        draw(2, "loop", "diverged"),
                        draw(1, "loop", "", Verdict.FLIPS, Verdict.FLIPS)));
        assertThat(map.draws()).extracting(Draw::index).containsExactly(0L, 1L, 2L, 3L);
        assertThat(map.failed()).isEqualTo(1);
        assertThat(map.rows().get(0).all()).isEqualTo(new Tally(2, 1, 0, 0));
        assertThat(map.rows().get(1).all()).isEqualTo(new Tally(0, 2, 0, 1));
        assertThat(map.rows().get(0).claim().name()).isEqualTo("a");
        assertThat(map.rows().get(0).byMeaning())
                .containsExactly(
                        Map.entry("loop", new Tally(1, 1, 0, 0)),
                        Map.entry("attractor", new Tally(1, 0, 0, 0)),
                        Map.entry("variability", new Tally(0, 0, 0, 0)));
        assertThat(map.rows().get(0).byFamily()).isEmpty();
        assertThat(map.rows().get(0).deciding()).hasSize(2);
        assertThat(map.rows().get(0).decisive()).as("two draws decide nothing").isEmpty();
    }

    @Test
    void rowsOfDrawsAreReadAsTheyWereWritten() {
        ClaimStudy study = study("a", "b");
        DrawTable table = new DrawTable(study);
        assertThat(table.header())
                .containsExactly(
                        "study",
                        "draw",
                        "failure",
                        "stuck",
                        "parameters/tolerance/adaptation",
                        "a mean",
                        "a low",
                        "a high",
                        "a patients",
                        "a",
                        "b mean",
                        "b low",
                        "b high",
                        "b patients",
                        "b");
        Draw ran = new Draw(
                2,
                List.of("loop", "0.5"),
                List.of(),
                List.of(
                        finding("a", Verdict.HOLDS),
                        new Finding("b", Double.NaN, Double.NaN, Double.NaN, 1, Verdict.UNKNOWN)),
                "");
        List<String> row = table.row(ran);
        assertThat(row.subList(1, row.size()))
                .containsExactly(
                        "2", "", "loop", "0.5", "0.5", "0.25", "0.75", "9", "holds", "", "", "", "1", "unknown");
        assertThat(row.get(0)).hasSize(12).isEqualTo(table.mark()).isNotEqualTo(new DrawTable(study("a")).mark());
        Draw read = table.draw(row);
        assertThat(read.findings()).isEqualTo(ran.findings());
        assertThat(read.values()).isEqualTo(ran.values());
        double[] at = study.space().design().at(2, study.space().axes());
        assertThat(read.positions()).containsExactly(at[0], at[1]);
        Draw failed = new Draw(1, List.of("loop", "0.5"), List.of(), List.of(), "diverged");
        assertThat(table.draw(table.row(failed)).failure()).isEqualTo("diverged");
        assertThat(table.draw(table.row(failed)).findings()).isEmpty();
        assertThatThrownBy(() -> table.draw(row.subList(0, 14)))
                .hasMessageContaining("this row has 14 cells, it must have 15.");
        List<String> other = new ArrayList<>(row);
        other.set(0, "0");
        assertThatThrownBy(() -> table.draw(other)).hasMessageContaining("this row belongs to study 0, this study is ");
        List<String> letters = new ArrayList<>(row);
        letters.set(1, "two");
        assertThatThrownBy(() -> table.draw(letters)).hasMessageContaining("a cell that is no number");
    }

    private static Audit audit(ClaimStudy study, Verdict asItIs, Ablation off, Finding swapped) {
        Map<Ablation, List<Finding>> without = new EnumMap<>(Ablation.class);
        for (Ablation each : Ablation.values()) {
            without.put(each, List.of(finding("a", each == off ? Verdict.FLIPS : Verdict.HOLDS)));
        }
        return new Audit(study, null, List.of(finding("a", asItIs)), without, List.of(swapped));
    }

    @Test
    void labelsOfAnAudit() {
        ClaimStudy study = study("a");
        Finding same = finding("a", Verdict.HOLDS);
        Audit own = audit(study, Verdict.HOLDS, Ablation.DRUG_EFFECTS, same);
        assertThat(own.label(0)).isEqualTo(Audit.Label.ASSUMED);
        assertThat(own.needs(0)).containsExactly(Ablation.DRUG_EFFECTS);
        assertThat(own.followsTreatment(0)).isTrue();
        Audit emergent = audit(study, Verdict.HOLDS, null, new Finding("a", 0.5, 0.25, 0.76, 9, Verdict.HOLDS));
        assertThat(emergent.label(0)).isEqualTo(Audit.Label.EMERGENT);
        assertThat(emergent.needs(0)).isEmpty();
        assertThat(emergent.followsTreatment(0)).isFalse();
        assertThat(audit(study, Verdict.HOLDS, null, new Finding("a", 0.5, 0.2, 0.75, 9, Verdict.HOLDS))
                        .followsTreatment(0))
                .isFalse();
        assertThat(audit(study, Verdict.HOLDS, null, new Finding("a", 0.6, 0.25, 0.75, 9, Verdict.HOLDS))
                        .followsTreatment(0))
                .isFalse();
        Audit not = audit(study, Verdict.UNDECIDED, null, same);
        assertThat(not.label(0)).isEqualTo(Audit.Label.DOES_NOT_HOLD);
        assertThat(Audit.word(Ablation.DRUG_EFFECTS)).isEqualTo("drug-effects");
    }

    @Test
    void summariesAreRowsOfText() {
        ClaimStudy study = study("a");
        RobustnessMap map = RobustnessMap.of(
                study, List.of(draw(0, "loop", "", Verdict.HOLDS), draw(1, "loop", "", Verdict.FLIPS)));
        Audit audit = audit(study, Verdict.HOLDS, Ablation.DRUG_EFFECTS, finding("a", Verdict.HOLDS));
        Finding quick = new Finding("a", Double.NaN, Double.NaN, Double.NaN, 2, Verdict.UNKNOWN);
        SummaryRow row = SummaryRow.of("s", audit, List.of(quick), map).get(0);
        assertThat(row.cells())
                .containsExactly(
                        "s",
                        "a",
                        "0.5",
                        "0.25",
                        "0.75",
                        "9",
                        "holds",
                        "",
                        "",
                        "",
                        "2",
                        "unknown",
                        "assumed",
                        "drug-effects",
                        "yes",
                        "1",
                        "1",
                        "0",
                        "0",
                        "loop 1/1/2; attractor 0/0/0; variability 0/0/0",
                        "");
        assertThat(SummaryRow.of(row.cells())).isEqualTo(row);
        assertThat(SummaryRow.header()).hasSameSizeAs(row.cells());
        assertThatThrownBy(() -> SummaryRow.of(List.of("s"))).hasMessage("a row has 1 cells, it must have 21.");
        // A claim that does not hold needs nothing.
        Audit not = audit(study, Verdict.FLIPS, Ablation.DRUG_EFFECTS, finding("a", Verdict.HOLDS));
        assertThat(SummaryRow.of("s", not, List.of(quick), map).get(0).needs()).isEmpty();
    }

    /** What decides stands there with the shares at both ends: 9 of 9 and 0 of 9. */
    @Test
    void summariesNameWhatDecides() {
        ClaimStudy study = study("a");
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            Finding f = finding("a", i < 9 ? Verdict.HOLDS : Verdict.FLIPS);
            draws.add(new Draw(i, List.of("loop", "x"), List.of(0.5, i < 9 ? 0.1 : 0.9), List.of(f), ""));
        }
        RobustnessMap map = RobustnessMap.of(study, draws);
        assertThat(map.rows().get(0).decisive()).hasSize(1);
        Audit audit = audit(study, Verdict.HOLDS, null, finding("a", Verdict.HOLDS));
        assertThat(SummaryRow.of("s", audit, List.of(finding("a", Verdict.HOLDS)), map)
                        .get(0)
                        .deciding())
                .isEqualTo("parameters/tolerance/adaptation (lowest third 100 %, highest third 0 %)");
    }

    /** Wilson's interval of 8 of 10 is 49 to 94 %, of 1 of 10 is 2 to 40 %, of 0 of 10 is 0 to 28 % (R: prop.test without correction). */
    @Test
    void thePage() {
        Ledger ledger = new Ledger(1, List.of(statement("x", "s/a"), statement("y"), statement("z", "s/a", "t/d")));
        Map<String, ClaimStudy> studies = new LinkedHashMap<>();
        studies.put("s", study("a", "b"));
        studies.put("t", study("d"));
        Map<String, SummaryRow> rows = new LinkedHashMap<>();
        rows.put(
                "s/a",
                new SummaryRow(
                        "s",
                        finding("a", Verdict.HOLDS),
                        finding("a", Verdict.HOLDS),
                        Audit.Label.EMERGENT,
                        "drug-effects plasticity",
                        true,
                        new Tally(8, 0, 2, 0),
                        "",
                        "this (low 1 %, high 2 %)"));
        rows.put(
                "s/b",
                new SummaryRow(
                        "s",
                        new Finding("b", Double.NaN, Double.NaN, Double.NaN, 2, Verdict.UNKNOWN),
                        finding("b", Verdict.FLIPS),
                        Audit.Label.DOES_NOT_HOLD,
                        "",
                        false,
                        new Tally(1, 8, 1, 0),
                        "",
                        ""));
        String page = LedgerPage.of(ledger, studies, rows);
        assertThat(page)
                .startsWith("# Claims\n\nGenerated by `mvn -Pclaims verify")
                .contains("""
                | statement | the model | claims behind it | what is known | evidence |
                |---|---|---|---|---|
                | It is said. | **reproduced** | `a`: holds, emergent, in 80 % (49-94) of draws | Somebody 2000 | low |
                | It is said. | not modelled | no such thing | Somebody 2000 | low |
                | It is said. | **not run yet** | `a`: holds, emergent, in 80 % (49-94) of draws; `d` | Somebody 2000 | low |

                ## Study

                What is asked. [File](../model/src/main/resources/org/unstuck/claims/s.json). 9 patients at the defaults and in the audit; 10 draws of 1 \
                parameters and the meaning of "stuck", 3 patients each. **A first look: fewer than 500 draws, an audit of few patients.**

                ![Robustness map](images/claims-s.svg)

                | claim | d at the defaults (95 %) | verdict | audit | needs | holds | flips | robust | decided by |
                |---|---|---|---|---|---|---|---|---|
                | **a** a says so. | 0.5 (0.25 to 0.75) | holds | emergent | drug-effects, plasticity | 80 % (49-94) | 0 % (0-28) | holds | this (low 1 %, high 2 %) |
                | **b** b says so. | - (- to -) | unknown | does not hold; follows the name of the arm | - | 10 % (2-40) | 80 % (49-94) | flips | - |
                """);
        assertThat(page).endsWith("\n## Study\n\nNot run yet: What is asked.\n");
        rows.put("s/a", row(Verdict.HOLDS, new Tally(500, 0, 0, 0)));
        assertThat(LedgerPage.of(ledger, studies, rows))
                .contains("500 draws of 1")
                .doesNotContain("A first look:");
        rows.put("s/a", row(Verdict.HOLDS, new Tally(0, 0, 0, 0)));
        assertThat(LedgerPage.of(ledger, studies, rows))
                .contains(", in - of draws")
                .contains(" | - | - | no | - |");
    }
}
