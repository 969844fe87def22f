package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Scenario;
import org.unstuck.study.Table;
import org.unstuck.study.Tables;
import org.unstuck.sweep.Study;

class SweepTest {

    /** Six runs of one patient: a tenth of a second each. */
    static final String STUDY = BuiltIn.STUDIES
            .text("example")
            .replace("\"patients\": 4", "\"patients\": 1")
            .replace("\"seeds\": [1, 2]", "\"seeds\": [1]");

    private static final List<String> TABLES =
            List.of("rows.csv", "summary.csv", "failed.csv", "undefined.csv", "columns.csv");

    @TempDir
    Path folder;

    private Path study;

    @BeforeEach
    void file() throws IOException {
        study = Files.writeString(folder.resolve("study.json"), STUDY);
    }

    private Shell.Outcome sweep(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "sweep";
        System.arraycopy(words, 0, all, 1, words.length);
        return Shell.run(all);
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    private void sameTables(String a, String b) {
        for (String table : TABLES) {
            assertThat(folder.resolve(a).resolve(table))
                    .hasSameTextualContentAs(folder.resolve(b).resolve(table));
        }
    }

    @Test
    void threadsAndPartsGiveTheSameTables() {
        Shell.Outcome one = sweep(study.toString(), "--out", place("one"), "--threads", "1");
        assertThat(one.err()).contains("6 runs: roughly").contains("6 of 6 runs");
        assertThat(one.out()).startsWith("6 of 6 runs.\nWritten: ");
        assertThat(one.code()).isZero();
        assertThat(sweep(study.toString(), "--out", place("two"), "--threads", "2")
                        .code())
                .isZero();
        sameTables("one", "two");

        for (int part = 1; part <= 3; part++) {
            Shell.Outcome outcome =
                    sweep(study.toString(), "--out", place("parts"), "--shard", part + "/3", "--threads", "1");
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.out()).startsWith("Part " + part + "/3 is done: 2 runs in ");
            assertThat(folder.resolve("parts/rows.csv")).doesNotExist();
            if (part < 3) {
                Shell.Outcome early = sweep("merge", place("parts"));
                assertThat(early.code()).isEqualTo(Exit.BAD_INPUT);
                assertThat(early.err()).contains(" of 6 runs are missing").contains("Maybe a part was not finished");
            }
        }
        assertThat(sweep("merge", place("parts"), "--quiet").out().strip()).isEqualTo(place("parts"));
        sameTables("one", "parts");
    }

    @Test
    void partsOnSeveralMachinesAreMerged() {
        sweep(study.toString(), "--out", place("one"), "--quiet");
        sweep(study.toString(), "--out", place("a"), "--shard", "1/2", "--quiet");
        sweep(study.toString(), "--out", place("b"), "--shard", "2/2", "--quiet");
        Shell.Outcome half = sweep("merge", place("a"), "--partial", "--quiet");
        assertThat(half.code()).as(half.err()).isZero();
        assertThat(Shell.text(folder.resolve("a/rows.csv")).lines()).hasSize(1 + 3 * 2 * 2);
        Shell.Outcome merged = sweep("merge", place("a"), place("b"), "--out", place("whole"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.out()).startsWith("6 of 6 runs.");
        sameTables("one", "whole");
    }

    /** A run of a sweep is nothing but a comparison: the same numbers, to the last digit that tables show. */
    @Test
    void rowsAreThoseOfTheComparison() {
        sweep(study.toString(), "--out", place("one"), "--quiet");
        Study read = org.unstuck.scenario.StudyReader.read(study);
        Scenario last = read.scenario(read.task(5));
        var comparison = new org.unstuck.study.ComparisonRun(last, org.unstuck.study.Reading.standard())
                .run(1, org.unstuck.study.Progress.NONE, () -> false);
        Table scans = Tables.of(comparison).stream()
                .filter(t -> t.name().equals("scans"))
                .findFirst()
                .orElseThrow();
        List<String> wanted = new java.util.ArrayList<>();
        scans.csv(line -> {
            if (line.startsWith("benzodiazepine,0,1,sedation,")) {
                wanted.add(line.split(",")[5]);
            }
        });
        List<String> header = List.of(Shell.text(folder.resolve("one/rows.csv"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(","));
        String row = Shell.text(folder.resolve("one/rows.csv"))
                .lines()
                .filter(line -> line.startsWith("5,1,1,1,benzodiazepine,0,1,"))
                .findFirst()
                .orElseThrow();
        assertThat(wanted).hasSize(1);
        assertThat(row.split(",")[header.indexOf("sedation")]).isEqualTo(wanted.get(0));
    }

    @Test
    void anotherStudyIsRefused() throws IOException {
        sweep(study.toString(), "--out", place("one"), "--quiet");
        List<String> before = Shell.everything(folder.resolve("one"));
        Path other = Files.writeString(folder.resolve("other.json"), STUDY.replace("[0.5, 1]", "[0.5, 2]"));
        Shell.Outcome outcome = sweep(other.toString(), "--out", place("one"));
        assertThat(outcome.code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(outcome.err())
                .contains("holds the results of another study: line ")
                .contains("here it is 2.");
        assertThat(Shell.everything(folder.resolve("one"))).isEqualTo(before);
        assertThat(sweep("merge", place("one"), place("nowhere"), "--out", place("whole"))
                        .code())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(folder.resolve("nowhere")).doesNotExist();
        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/diary.txt"), "dear diary");
        assertThat(sweep(study.toString(), "--out", place("mine")).err()).contains("it holds no sweep");
    }

    @Test
    void anEndedSweepIsNotComputedAgain() throws IOException {
        sweep(study.toString(), "--out", place("one"), "--quiet");
        byte[] log = Files.readAllBytes(folder.resolve("one/results-1-of-1.log"));
        Shell.Outcome again = sweep(study.toString(), "--out", place("one"));
        assertThat(again.err()).contains("6 of 6 runs are stored already.").doesNotContain("runs/s");
        assertThat(folder.resolve("one/results-1-of-1.log")).hasBinaryContent(log);
    }

    @Test
    void runsThatFailAreCountedAndNamed() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), STUDY.replace("[0.5, 1]", "[1, 7]"));
        Shell.Outcome outcome = sweep(bad.toString(), "--out", place("bad"));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("3 failed");
        assertThat(outcome.out()).startsWith("6 of 6 runs, 3 of them failed: see failed.csv.");
        assertThat(Shell.text(folder.resolve("bad/failed.csv")).lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("severity is 7.0, it must be from 0 to 3."));
        assertThat(sweep(bad.toString(), "--out", place("bad"), "--retry-failed")
                        .err())
                .contains("3 of 3 runs, 3 failed");
    }

    @Test
    void aHugeSweepIsEstimatedAndRefused() throws IOException {
        Path huge = Files.writeString(
                folder.resolve("huge.json"),
                STUDY.replace("{\"type\": \"grid\", \"steps\": 3}", "{\"type\": \"sobol\", \"points\": 1000000000}"));
        Shell.Outcome outcome = sweep(huge.toString(), "--out", place("huge"));
        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err())
                .contains("this is much to do: 1000000000 runs: roughly ")
                .contains("--yes begins anyway");
        assertThat(folder.resolve("huge")).doesNotExist();
        assertThat(sweep(huge.toString(), "--dry-run").out()).startsWith("1000000000 runs: roughly");
        Path impossible = Files.writeString(
                folder.resolve("impossible.json"),
                STUDY.replace("\"steps\": 3", "\"steps\": 1000000")
                        .replace("\"values\": [0.5, 1]", "\"low\": 0.5, \"high\": 1"));
        assertThat(sweep(impossible.toString(), "--out", place("huge"), "--yes").err())
                .contains("at most 2147483639 are possible");
    }

    @Test
    void wordsThatAreWrongAreExplained() {
        assertThat(sweep("exmple", "--out", place("x")).err()).contains("Maybe \"example\" was meant.");
        assertThat(sweep("example").err()).contains("--out is missing");
        assertThat(sweep("example", "--out", place("x"), "--shard", "0/4").err())
                .contains("Maybe parts are counted from 0");
        assertThat(sweep("example", "--out", place("x"), "--format", "npy").err())
                .contains("Maybe \"npz\" was meant.");
        assertThat(sweep("example", "--out", place("x"), "--engine", "spark").err())
                .contains("the Spark engine is a separate artifact")
                .contains("mvn -Pspark package");
        assertThat(sweep("example", "--out", place("x"), "--engine", "flink").err())
                .contains("Maybe one of: local, spark.");
        assertThat(sweep("example", "--out", place("x"), "--master", "local[2]").err())
                .contains("--engine spark");
        assertThat(sweep("merge", place("nowhere")).err()).contains("holds no sweep");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void matchedDosesAreKept() throws IOException {
        Path matched = Files.writeString(
                folder.resolve("matched.json"),
                STUDY.replace("\"axes\"", """
                        "arms": [
                          {"name": "untreated", "events": []},
                          {"name": "one", "events": [{"type": "course", "drug": "alprazolam", "dose": "0.5 mg", "route": "oral", "every": "8 h", "from": "6 h", "until": "1 wk"}]},
                          {"name": "other", "events": [{"type": "course", "drug": "alprazolam", "dose": "0.2 mg", "route": "oral", "every": "8 h", "from": "6 h", "until": "1 wk"}]}
                        ],
                        "match": [{"reference": "one", "arms": ["other"], "on": "relief-area", "days": 7}],
                        "axes"
                        """).replace("arms/benzodiazepine/events/0/dose", "arms/one/events/0/dose"));
        Shell.Outcome first = sweep(matched.toString(), "--out", place("matched"));
        assertThat(first.err()).as(first.err()).contains("Matching doses.\nDoses of \"other\" times ");
        double factor = Double.parseDouble(first.err().replaceAll("(?s).*Doses of \"other\" times ([0-9.]+):.*", "$1"));
        assertThat(factor).as("the doses were 0.2 and 0.5 mg of the same drug").isBetween(2.2, 2.8);
        assertThat(sweep(matched.toString(), "--out", place("matched")).err()).doesNotContain("Matching");
    }
}
