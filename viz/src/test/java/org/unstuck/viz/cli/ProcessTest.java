package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen only from outside: signals, two programs at once, standard streams. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class ProcessTest {

    private static final String LONG =
            Shell.SMALL.replace("\"2 d\"", "\"1500 d\"").replace("\"24 h\"", "\"1 h\"");
    /** SIGINT in the mask of ignored signals. */
    private static final long SIGINT_BIT = 1L << (2 - 1);

    @TempDir
    Path folder;

    @BeforeEach
    void scenarios() throws IOException {
        Shell.small(folder);
        Files.writeString(folder.resolve("long.json"), LONG);
    }

    private ProcessBuilder unstuck(String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(args));
        return new ProcessBuilder(words).directory(folder.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsTheRunAndLeavesNothing(String signal) throws Exception {
        assumeTrue(signal.equals("TERM") || hearsSigint(), "SIGINT is ignored here, as in a background job");
        List<String> before = Shell.everything(folder);
        Process run = unstuck("compare", "long.json", "--out", "new/results").start();
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        assertThat(err.readLine()).contains("Small: 2 arms");
        awaitStaging();

        new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(Exit.INTERRUPTED);
        assertThat(err.lines().filter(line -> !line.contains("% done") && !line.startsWith("Note: ")))
                .containsExactly("Interrupted; nothing was written.");
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    /** A job that a shell starts in the background ignores SIGINT, and so do its children. */
    private static boolean hearsSigint() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .noneMatch(mask -> (mask & SIGINT_BIT) != 0);
    }

    private void awaitStaging() throws Exception {
        while (Shell.names(folder).stream().noneMatch(path -> path.contains(".results.tmp-"))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void twoRunsAtOnceGetFoldersOfTheirOwn() throws Exception {
        List<Process> runs = List.of(
                unstuck("compare", "small.json", "--quiet").start(),
                unstuck("compare", "small.json", "--quiet").start());
        List<String> printed = new ArrayList<>();
        for (Process run : runs) {
            printed.add(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            assertThat(run.waitFor()).isZero();
        }

        assertThat(printed).containsExactlyInAnyOrder("unstuck-results/compare-001", "unstuck-results/compare-002");
        for (String results : printed) {
            assertThat(folder.resolve(results).resolve(OutputFolder.MARK)).isNotEmptyFile();
        }
        assertThat(Shell.names(folder)).noneMatch(path -> path.contains(".tmp-"));
    }

    @Test
    void longRunsStreamInLittleMemory() throws Exception {
        Process run = new ProcessBuilder(
                        withHeap(unstuck("simulate", "--seconds", "300").command()))
                .directory(folder.toFile())
                .start();
        long bytes = 0;
        long firstAt = 0;
        byte[] chunk = new byte[1 << 16];
        for (int n = run.getInputStream().read(chunk);
                n >= 0;
                n = run.getInputStream().read(chunk)) {
            bytes += n;
            firstAt = firstAt == 0 && run.isAlive() ? bytes : firstAt;
        }
        assertThat(run.waitFor())
                .as(new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        assertThat(bytes).as("more than the heap").isGreaterThan(20_000_000);
        assertThat(firstAt).as("rows come before the end").isPositive().isLessThan(bytes);
    }

    private static List<String> withHeap(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add(1, "-Xmx16m");
        return words;
    }

    @Test
    void aClosedPipeIsNoStackTrace() throws Exception {
        Process run = unstuck("simulate", "--seconds", "60").start();
        run.getInputStream().close();
        String err = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(err.lines())
                .containsExactly("unstuck: standard output is closed. Maybe write to a file with --out.");
    }
}
