package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** A sweep and the accidents that befall it. {@code bench/kill.sh} does the same at greater length. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class SweepProcessTest {

    private static final int RUNS = 24;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void study() throws IOException {
        Files.writeString(
                folder.resolve("study.json"), SweepTest.STUDY.replace("\"seeds\": [1]", "\"seeds\": [1, 2, 3, 4]"));
        log = folder.resolve("results/results-1-of-1.log");
    }

    private List<String> command(String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                "study.json",
                "--quiet"));
        words.addAll(List.of(args));
        return words;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    private static String err(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private long stored() throws IOException {
        return Files.exists(log) ? Files.readString(log).lines().count() : 0;
    }

    private void awaitMoreThan(long rows, Process process) throws Exception {
        while (process.isAlive() && stored() <= rows) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void sameAsUndisturbed(String patients) throws Exception {
        assertThat(Shell.run(
                                "sweep",
                                folder.resolve("study.json").toString(),
                                "--quiet",
                                "--patients",
                                patients,
                                "--out",
                                folder.resolve("whole").toString())
                        .code())
                .isZero();
        for (String table : List.of("rows.csv", "summary.csv", "failed.csv", "undefined.csv")) {
            assertThat(folder.resolve("results").resolve(table))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(table));
        }
        assertThat(Files.readAllLines(log)).hasSize(RUNS).doesNotHaveDuplicates();
    }

    @Test
    void killedAgainAndAgainItLosesAndRepeatsNothing() throws Exception {
        Draws draws = Address.of(1).with("kill").draws();
        for (int kill = 0; kill < KILLS; kill++) {
            Process run = start(command("--out", "results"));
            awaitMoreThan(stored(), run);
            TimeUnit.MILLISECONDS.sleep(draws.below(200));
            run.destroyForcibly().waitFor();
        }
        Process last = start(command("--out", "results"));
        assertThat(last.waitFor()).as(err(last)).isZero();
        sameAsUndisturbed("1");
    }

    @Test
    void interruptedItSaysThatItGoesOn() throws Exception {
        Process run = start(command("--out", "results", "--threads", "1"));
        awaitMoreThan(0, run);
        run.toHandle().destroy();
        assertThat(run.waitFor()).isEqualTo(Exit.INTERRUPTED);
        assertThat(err(run).lines())
                .containsExactly("Interrupted. What was computed is stored; the same command goes on from there.");
        assertThat(stored()).isBetween(1L, RUNS - 1L);
        Process again = start(command("--out", "results"));
        assertThat(again.waitFor()).as(err(again)).isZero();
        sameAsUndisturbed("1");
    }

    /** A limit on the size of files stands for a full disk: the system refuses to write more. */
    @Test
    void aFullDiskLosesNothing() throws Exception {
        String java = String.join("' '", command("--out", "results", "--threads", "1", "--patients", "6"));
        // 30 blocks of 1024 bytes: study.json fits, and about half of the results.
        Process full = start(List.of("bash", "-c", "ulimit -f 30; exec '" + java + "'"));
        assertThat(full.waitFor()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(err(full)).contains("cannot be written: File too large");
        assertThat(stored()).isBetween(1L, RUNS - 1L);
        assertThat(Files.readString(log)).as("no torn line is left").endsWith("\n");
        Process again = start(command("--out", "results", "--patients", "6"));
        assertThat(again.waitFor()).as(err(again)).isZero();
        sameAsUndisturbed("6");
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        // So many patients that the first is still at it when the second has started.
        Process first = start(command("--out", "results", "--threads", "1", "--patients", "24"));
        awaitMoreThan(0, first);
        Process second = start(command("--out", "results", "--patients", "24"));
        assertThat(second.waitFor()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(err(second)).contains("is in use: another process is computing these results. Maybe wait for it.");
        assertThat(first.waitFor()).isZero();
        assertThat(Files.readAllLines(log)).hasSize(RUNS).doesNotHaveDuplicates();
    }
}
