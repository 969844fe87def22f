package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.scenario.BuiltIn;

/**
 * All built-in claims at full size: {@code mvn -Pclaims verify}; with {@code -Dunstuck.write=true} it writes {@code docs/claims.md}, its
 * table and its pictures. Draws are kept in {@code viz/target/claims}: a run that was ended goes on. For a look: {@code
 * -Dclaims.draws=20 -Dclaims.patients=6}, which writes nothing into docs.
 */
@Tag("claims")
class ClaimsSuiteTest {

    @Test
    void theLedgerFollowsFromItsRuns() throws IOException {
        boolean full = System.getProperty("claims.draws") == null && System.getProperty("claims.patients") == null;
        int draws = Integer.getInteger("claims.draws", 0);
        Path logs = Files.createDirectories(Path.of("target", "claims"));
        ClaimsBook book = new ClaimsBook();
        for (String name : BuiltIn.CLAIMS.names()) {
            ClaimStudy of = BuiltIn.CLAIMS.named(name);
            ClaimStudy study = draws > 0 ? of.withDraws(draws) : of;
            int patients =
                    Integer.getInteger("claims.patients", of.scenario().cohort().patients());
            int threads = Runtime.getRuntime().availableProcessors();
            book.audit(name, study, patients, threads, line -> {});
            book.draw(name, study, logs, threads);
        }
        Files.writeString(Path.of("target", "claims.md"), book.page());
        assertThat(book.rows().values())
                .allSatisfy(row -> assertThat(row.followsTreatment())
                        .as(
                                "%s follows the treatment, not the name of the arm",
                                row.baseline().claim())
                        .isTrue());
        if (full && Boolean.getBoolean("unstuck.write")) {
            book.write(Path.of("..", "docs"));
        }
        if (full) {
            assertThat(Files.readString(Path.of("..", "docs", "claims.md"))).isEqualTo(book.page());
        }
    }
}
