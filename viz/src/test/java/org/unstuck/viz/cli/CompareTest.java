package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Ablation;
import org.unstuck.study.Comparison;
import org.unstuck.study.Scenario;
import org.unstuck.viz.report.Provenance;
import org.unstuck.viz.report.SummaryTable;

class CompareTest {

    @TempDir
    Path folder;

    private Path small;
    private Path results;

    @BeforeEach
    void scenario() {
        small = Shell.small(folder);
        results = folder.resolve("results");
    }

    /** Keeps what it is given. */
    static final class Kept implements Reports {
        final List<Comparison> comparisons = new ArrayList<>();
        final List<Provenance> provenances = new ArrayList<>();

        @Override
        public void write(Comparison comparison, Provenance provenance, Path into) throws IOException {
            comparisons.add(comparison);
            provenances.add(provenance);
            Files.writeString(into.resolve(OutputFolder.MARK), "new");
        }

        @Override
        public String table(Comparison comparison, boolean colour) {
            return "the table\n";
        }
    }

    /** Writes half and fails. */
    record Failing(Throwable reason) implements Reports {
        @Override
        public void write(Comparison comparison, Provenance provenance, Path into) throws IOException {
            Files.writeString(into.resolve(OutputFolder.MARK), "half");
            if (reason instanceof IOException e) {
                throw e;
            }
            if (reason instanceof Error e) {
                throw e;
            }
            throw (RuntimeException) reason;
        }

        @Override
        public String table(Comparison comparison, boolean colour) {
            return "";
        }
    }

    private Shell.Outcome compare(Reports reports, String... options) {
        List<String> words = new ArrayList<>(List.of("compare", small.toString(), "--out", results.toString()));
        words.addAll(List.of(options));
        return Shell.run(reports, words.toArray(String[]::new));
    }

    @Test
    void writesTheFolderAndPrintsTheTable() {
        Kept kept = new Kept();
        Shell.Outcome outcome = compare(kept);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("the table", "Written: " + results.resolve("report.html"));
        assertThat(Shell.everything(results)).containsExactly("", "result.json: new");
        assertThat(outcome.err())
                .contains("Small: 2 arms x 2 patients over 2 d, seed 1")
                .contains("100 % done");
        assertThat(kept.comparisons).hasSize(1);
        assertThat(kept.provenances.get(0).command())
                .containsExactly("compare", small.toString(), "--out", results.toString());
        assertThat(kept.provenances.get(0).threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(kept.provenances.get(0).seconds()).isPositive();
    }

    @Test
    void theReportIsWritten() throws IOException {
        Shell.Outcome outcome = compare(Reports.STANDARD);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        for (String file : List.of("report.html", "result.json")) {
            assertThat(results.resolve(file)).isNotEmptyFile();
        }
        try (Stream<Path> data = Files.list(results.resolve("data"))) {
            assertThat(data).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
        assertThat(outcome.out()).contains("untreated", "benzodiazepine", "not medical advice");
    }

    @Test
    void optionsReplaceWhatTheScenarioSays() {
        Kept kept = new Kept();
        compare(kept, "--seed", "-7", "--patients", "3", "--threads", "1", "--ablate", "learning,pool");

        Scenario run = kept.comparisons.get(0).scenario();
        assertThat(run.seed()).isEqualTo(-7);
        assertThat(run.cohort().patients()).isEqualTo(3);
        assertThat(run.ablate()).isEqualTo(Set.of(Ablation.LEARNING, Ablation.POOL));
        assertThat(kept.provenances.get(0).threads()).isEqualTo(1);
    }

    @Test
    void quietPrintsTheFolderOnly() {
        Shell.Outcome outcome = compare(new Kept(), "--quiet");

        assertThat(outcome.out()).isEqualTo(results + System.lineSeparator());
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        Kept kept = new Kept();
        compare(kept, "--threads", "1", "--patients", "40");
        compare(kept, "--threads", "3", "--patients", "40", "--force");

        assertThat(SummaryTable.text(kept.comparisons.get(1), false))
                .isEqualTo(SummaryTable.text(kept.comparisons.get(0), false));
    }

    @Test
    void forceReplacesOnlyWhenTheNewResultsAreWhole() {
        assertThat(compare(new Kept()).code()).isZero();
        List<String> before = Shell.everything(folder);

        assertThat(compare(new Kept()).code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(compare(new Failing(new IOException("No space left on device")), "--force")
                        .code())
                .isEqualTo(Exit.CANNOT_WRITE);
        assertThat(Shell.everything(folder)).isEqualTo(before);

        assertThat(compare(new Kept(), "--force").code()).isZero();
        assertThat(Shell.everything(results)).containsExactly("", "result.json: new");
    }

    @Test
    void aFailureWhileWritingLeavesNothing() {
        List<String> before = Shell.everything(folder);
        Shell.Outcome outcome = compare(new Failing(new IOException("No space left on device")));

        assertThat(outcome.code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(outcome.err()).contains("results cannot be written: No space left on device. Maybe");
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    @Test
    void aBugIsOneLineAndItsPlaceOnlyWithDebug() {
        List<String> before = Shell.everything(folder);
        Reports broken = new Failing(new IllegalStateException("lost"));
        Shell.Outcome outcome = compare(broken, "--quiet");

        assertThat(outcome.code()).isEqualTo(Exit.BUG);
        assertThat(outcome.err().lines())
                .containsExactly("This is a bug in Unstuck: IllegalStateException (lost). Maybe report it as an issue, "
                        + "with the command, its files and what --debug adds.");
        assertThat(compare(new Failing(new Invalid("days must ascend")), "--quiet")
                        .code())
                .as("what the report refuses after the run")
                .isEqualTo(Exit.BUG);
        assertThat(compare(broken, "--debug").err()).contains("\tat org.unstuck.viz.cli.CompareTest");
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    @Test
    void tooLittleMemoryIsSaidWithAdvice() {
        Shell.Outcome outcome = compare(new Failing(new OutOfMemoryError("Java heap space")), "--quiet");

        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("--patients", "--threads", "-Xmx");
        assertThat(results).doesNotExist();
    }

    @Test
    void quickIsSmallAndStaysWithinTheHorizon() {
        Scenario full = BuiltIn.PRESETS.named("generalised-anxiety");
        Scenario quick = Quick.of(full);

        assertThat(quick.cohort().patients()).isEqualTo(6);
        assertThat(quick.scans().at())
                .containsExactly(Time.days(0), Time.days(1), Time.days(7), Time.days(28), Time.days(84));
        assertThat(quick.scans().rest()).isEqualTo(Time.seconds(48));
        assertThat(quick.scans().cues()).isEqualTo(12);
        assertThat(quick.numerics().burst()).isEqualTo(Time.seconds(6));
        assertThat(quick.arms()).isEqualTo(full.arms());

        Kept kept = new Kept();
        compare(kept, "--quick", "--patients", "2");
        assertThat(kept.comparisons.get(0).scanHours()).containsExactly(0.0, 24.0);
        assertThat(kept.comparisons.get(0).people()).hasSize(2);
    }
}
