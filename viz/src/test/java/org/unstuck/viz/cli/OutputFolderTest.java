package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final int RUNS_AT_ONCE = 8;

    @TempDir
    Path folder;

    @Test
    void numbersGoOnFromTheHighest() throws IOException {
        Path parent = folder.resolve("a").resolve("results");
        assertThat(numbered(parent)).isEqualTo(parent.resolve("run-001"));
        assertThat(numbered(parent)).isEqualTo(parent.resolve("run-002"));
        Files.createDirectory(parent.resolve("run-041"));
        Files.createDirectory(parent.resolve("run-x99"));
        assertThat(numbered(parent)).isEqualTo(parent.resolve("run-042"));
        Files.createDirectory(parent.resolve("run-999"));
        assertThat(numbered(parent)).isEqualTo(parent.resolve("run-1000"));
    }

    private Path numbered(Path parent) throws IOException {
        try (OutputFolder output = OutputFolder.numbered(parent, "run")) {
            Files.writeString(output.place().resolve(OutputFolder.MARK), "{}");
            return output.publish();
        }
    }

    @Test
    void runsAtTheSameTimeGetDifferentNumbers() throws Exception {
        CyclicBarrier together = new CyclicBarrier(RUNS_AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(RUNS_AT_ONCE);
        List<Callable<Path>> runs = new ArrayList<>();
        for (int i = 0; i < RUNS_AT_ONCE; i++) {
            String content = "run " + i;
            runs.add(() -> {
                try (OutputFolder output = OutputFolder.numbered(folder, "run")) {
                    Files.writeString(output.place().resolve(OutputFolder.MARK), content);
                    together.await();
                    Path published = output.publish();
                    assertThat(Files.readString(published.resolve(OutputFolder.MARK)))
                            .isEqualTo(content);
                    return published;
                }
            });
        }
        List<Path> published = new ArrayList<>();
        for (Future<Path> run : threads.invokeAll(runs)) {
            published.add(run.get());
        }
        threads.shutdown();

        assertThat(published).doesNotHaveDuplicates().hasSize(RUNS_AT_ONCE);
        assertThat(Shell.everything(folder)).hasSize(1 + 2 * RUNS_AT_ONCE);
    }

    @Test
    void nothingIsVisibleBeforeTheEnd() throws IOException {
        Path target = folder.resolve("results");
        try (OutputFolder output = OutputFolder.at(target, false)) {
            Files.writeString(output.place().resolve("a.txt"), "a");
            assertThat(target).doesNotExist();
            assertThat(output.place().getFileName().toString()).startsWith(".results.tmp-");
            assertThat(output.place()).hasParent(folder);
            assertThat(output.publish()).isEqualTo(target);
        }
        assertThat(Shell.everything(folder)).containsExactly("", "results", "results/a.txt: a");
    }

    @Test
    void closingWithoutPublishingRemovesWhatWasMade() throws IOException {
        try (OutputFolder output = OutputFolder.at(folder.resolve("a/b/results"), false)) {
            Files.createDirectory(output.place().resolve("data"));
            Files.writeString(output.place().resolve("data/a.csv"), "a");
        }
        assertThat(Shell.everything(folder)).containsExactly("");
    }

    @Test
    void aFolderThatAnotherRunUsesAsWellIsNotRemoved() throws IOException {
        try (OutputFolder first = OutputFolder.at(folder.resolve("a/first"), false);
                OutputFolder second = OutputFolder.at(folder.resolve("a/second"), false)) {
            first.close();
            Files.writeString(second.place().resolve("a.txt"), "a");
            second.publish();
        }
        assertThat(Shell.everything(folder)).containsExactly("", "a", "a/second", "a/second/a.txt: a");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEmptyFolderIsTakenWithItsPermissions() throws IOException {
        Path target = Files.createDirectory(
                folder.resolve("results"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (OutputFolder output = OutputFolder.at(target, false)) {
            Files.writeString(output.place().resolve("a.txt"), "a");
            output.publish();
        }
        assertThat(Shell.everything(folder)).containsExactly("", "results", "results/a.txt: a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatFilledUpInTheMeantimeIsKept() throws IOException {
        Path target = Files.createDirectory(folder.resolve("results"));
        try (OutputFolder output = OutputFolder.at(target, false)) {
            Files.writeString(output.place().resolve("a.txt"), "a");
            Files.writeString(target.resolve("mine.txt"), "mine");
            assertThatThrownBy(output::publish).isInstanceOf(CannotWrite.class).hasMessageContaining("is not empty");
        }
        assertThat(Shell.everything(folder)).containsExactly("", "results", "results/mine.txt: mine");
    }

    @Test
    void forceReplacesTheOldResultsAsAWhole() throws IOException {
        Path target = oldResults();
        try (OutputFolder output = OutputFolder.at(target, true)) {
            Files.writeString(output.place().resolve(OutputFolder.MARK), "new");
            assertThat(target.resolve("old.txt")).exists();
            output.publish();
        }
        assertThat(Shell.everything(folder)).containsExactly("", "results", "results/result.json: new");
    }

    @Test
    void forceKeepsTheOldResultsIfThereAreNoNewOnes() throws IOException {
        Path target = oldResults();
        List<String> before = Shell.everything(folder);
        try (OutputFolder output = OutputFolder.at(target, true)) {
            Files.writeString(output.place().resolve(OutputFolder.MARK), "half");
        }
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    @Test
    void forceKeepsTheOldResultsIfTheNewOnesCannotBePutThere() throws IOException {
        Path target = oldResults();
        List<String> before = Shell.everything(folder);
        try (OutputFolder output = OutputFolder.at(target, true)) {
            Files.delete(output.place());
            assertThatThrownBy(output::publish).isInstanceOf(CannotWrite.class);
        }
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatALinkPointsToIsNeverRemoved() throws IOException {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("a.txt"), "a");
        Path target = oldResults();
        Files.createSymbolicLink(target.resolve("link"), precious);
        try (OutputFolder output = OutputFolder.at(target, true)) {
            Files.createSymbolicLink(output.place().resolve("link"), precious);
        }
        try (OutputFolder output = OutputFolder.at(target, true)) {
            Files.writeString(output.place().resolve(OutputFolder.MARK), "new");
            output.publish();
        }
        assertThat(Shell.everything(folder))
                .containsExactly("", "precious", "precious/a.txt: a", "results", "results/result.json: new");
    }

    private Path oldResults() throws IOException {
        Path target = Files.createDirectory(folder.resolve("results"));
        Files.writeString(target.resolve(OutputFolder.MARK), "old");
        Files.writeString(target.resolve("old.txt"), "old");
        return target;
    }

    /** What a process leaves behind that was killed: its claim is there, but nobody holds it. */
    private void killed(String target, String number) throws IOException {
        Path place = Files.createDirectory(folder.resolve("." + target + ".tmp-" + number));
        Files.writeString(place.resolve("half.csv"), "1,");
        Files.createFile(folder.resolve("." + target + ".tmp-" + number + Claim.ENDING));
    }

    @Test
    void whatKilledProcessesLeftIsTidiedUpByTheNextRun() throws IOException {
        killed("r", "99999999");
        killed("r", "99999998-2");
        killed("other", "99999999");
        try (OutputFolder output = OutputFolder.at(folder.resolve("r"), false)) {
            assertThat(Shell.names(folder))
                    .noneMatch(name -> name.contains("r.tmp-9999999") && !name.contains("other"));
            Files.writeString(output.place().resolve(OutputFolder.MARK), "{}");
            output.publish();
        }
        assertThat(Shell.names(folder))
                .containsExactlyInAnyOrder(
                        "",
                        "r",
                        "r/result.json",
                        ".other.tmp-99999999",
                        ".other.tmp-99999999/half.csv",
                        ".other.tmp-99999999.lock");
    }

    @Test
    void whatALivingProcessWritesIsLeftAlone() throws IOException {
        try (OutputFolder first = OutputFolder.at(folder.resolve("r"), false);
                OutputFolder second = OutputFolder.at(folder.resolve("r"), false)) {
            assertThat(first.place()).isEmptyDirectory().isNotEqualTo(second.place());
            assertThat(second.place()).isEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void resultsThatWereJustBeingReplacedArePutBack() throws IOException {
        killed("r", "99999999");
        Path old = Files.createDirectory(folder.resolve(".r.tmp-99999999.old"));
        Files.writeString(old.resolve(OutputFolder.MARK), "old");

        assertThatThrownBy(() -> OutputFolder.at(folder.resolve("r"), false)).hasMessageContaining("is not empty");

        assertThat(Shell.everything(folder)).containsExactly("", "r", "r/result.json: old");
    }

    @Test
    void anOldCopyIsRemovedOnceTheNewResultsAreThere() throws IOException {
        killed("r", "99999999");
        Path old = Files.createDirectory(folder.resolve(".r.tmp-99999999.old"));
        Files.writeString(old.resolve(OutputFolder.MARK), "old");
        Files.createDirectory(folder.resolve("r"));
        Files.writeString(folder.resolve("r").resolve(OutputFolder.MARK), "new");

        OutputFolder.at(folder.resolve("r"), true).close();

        assertThat(Shell.everything(folder)).containsExactly("", "r", "r/result.json: new");
    }

    @Test
    void ofTwoWritersOfANewFileOneWinsAndTheOtherSaysSo() throws IOException {
        Path file = folder.resolve("x.csv");
        try (OutputFile first = OutputFile.at(file, false);
                OutputFile second = OutputFile.at(file, false)) {
            Files.writeString(first.place(), "first");
            Files.writeString(second.place(), "second");
            first.publish();
            assertThatThrownBy(second::publish)
                    .isInstanceOf(CannotWrite.class)
                    .hasMessageContaining("is there already");
        }
        assertThat(Shell.everything(folder)).containsExactly("", "x.csv: first");
    }
}
