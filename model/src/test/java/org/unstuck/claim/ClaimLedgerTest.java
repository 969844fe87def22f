package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.scenario.BuiltIn;

/** The ledger in docs is what its runs say, and the runs still say it. */
class ClaimLedgerTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final int FEWEST_STATEMENTS = 14;
    private static final int FEWEST_CLAIMS = 12;

    private static Map<String, SummaryRow> summary() throws IOException {
        Map<String, SummaryRow> rows = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(DOCS.resolve("claims").resolve("summary.csv"));
        for (String line : lines.subList(1, lines.size())) {
            SummaryRow row = SummaryRow.of(cells(line));
            rows.put(row.study() + "/" + row.baseline().claim(), row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Test
    void thePageFollowsFromTheResults() throws IOException {
        Map<String, ClaimStudy> studies = new LinkedHashMap<>();
        BuiltIn.CLAIMS.names().forEach(n -> studies.put(n, BuiltIn.CLAIMS.named(n)));
        String page = LedgerPage.of(BuiltIn.LEDGERS.named("claims"), studies, summary());
        assertThat(Files.readString(DOCS.resolve("claims.md"))).isEqualTo(page);
    }

    @Test
    void thereAreEnoughStatementsAndEveryClaimIsUsed() {
        Ledger ledger = BuiltIn.LEDGERS.named("claims");
        assertThat(ledger.statements()).hasSizeGreaterThanOrEqualTo(FEWEST_STATEMENTS);
        List<String> linked =
                ledger.statements().stream().flatMap(s -> s.claims().stream()).toList();
        List<String> known = BuiltIn.CLAIMS.names().stream()
                .flatMap(n -> BuiltIn.CLAIMS.named(n).claims().stream().map(c -> n + "/" + c.name()))
                .toList();
        assertThat(known).hasSizeGreaterThanOrEqualTo(FEWEST_CLAIMS).containsAll(linked);
    }

    static Stream<String> studies() {
        return BuiltIn.CLAIMS.names().stream();
    }

    /**
     * Runs every claim again with the patients of a draw: none may have changed its sign since the ledger was written. Equal code gives
     * equal numbers; the sign is compared where the recorded interval is clear of 0.
     */
    @ParameterizedTest
    @MethodSource("studies")
    void noLinkedRunHasChangedItsSign(String name) throws IOException {
        ClaimStudy study = BuiltIn.CLAIMS.named(name);
        Map<String, SummaryRow> rows = summary();
        assumeTrue(
                rows.keySet().stream().anyMatch(k -> k.startsWith(name + "/")),
                "no results of " + name + " yet: the page says so; mvn -Pclaims verify -Dunstuck.write=true");
        for (Finding now : Draw.findings(study, study.space().base(), () -> false)) {
            Finding then = rows.get(name + "/" + now.claim()).quick();
            boolean clear = then.low() > 0 || then.high() < 0;
            if (clear) {
                assertThat(Math.signum(now.mean()))
                        .as("sign of %s", now.claim())
                        .isEqualTo(Math.signum(then.mean()));
            }
            boolean turned = now.verdict() == Verdict.HOLDS && then.verdict() == Verdict.FLIPS
                    || now.verdict() == Verdict.FLIPS && then.verdict() == Verdict.HOLDS;
            assertThat(turned)
                    .as("%s turned from %s", now.claim(), then.verdict())
                    .isFalse();
        }
    }
}
