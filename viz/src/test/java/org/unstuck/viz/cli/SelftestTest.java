package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelftestTest {

    private static final double LONGEST_S = 60;

    @TempDir
    Path folder;

    @Test
    void passesHereInLessThanAMinuteAndWritesItsPage() throws Exception {
        Path page = folder.resolve("selftest.html");
        long startedNs = System.nanoTime();
        Shell.Outcome outcome = Shell.run("selftest", "--out", page.toString());
        double seconds = (System.nanoTime() - startedNs) / 1e9;

        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(seconds).isLessThan(LONGEST_S);
        assertThat(outcome.out())
                .contains("Self-test of Unstuck", "numeric semantics", "Elementary functions", "The same bytes")
                .containsPattern("\n(\\d+) of \\1 checks passed")
                .doesNotContain("FAILED");
        assertThat(outcome.out().lines().count()).as("one page").isLessThan(80);
        assertThat(Files.readString(page))
                .contains("default-src 'none'", "passed")
                .doesNotContain("FAILED", "<script");
    }

    @Test
    void thePageIsNotWrittenOverAnother() throws Exception {
        Path page = Files.writeString(folder.resolve("mine.html"), "mine");

        Shell.Outcome outcome = Shell.run("selftest", "--quiet", "--out", page.toString());

        assertThat(outcome.code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(page).hasContent("mine");
    }
}
