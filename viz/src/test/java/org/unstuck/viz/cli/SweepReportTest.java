package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.viz.report.Disclaimer;

/** The page of a sweep, and the studies that come with the program. */
class SweepReportTest {

    @TempDir
    Path folder;

    private String report(String study, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("study.json"), study);
        Path out = folder.resolve("out");
        String[] words = Stream.concat(
                        Stream.of("sweep", file.toString(), "--out", out.toString(), "--quiet"), Stream.of(more))
                .toArray(String[]::new);
        Shell.Outcome outcome = Shell.run(words);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .doesNotContain("<script")
                .contains(Disclaimer.LONG.get(0))
                .contains("prefers-color-scheme: dark");
        try (Stream<Path> charts = Files.list(out.resolve("charts"))) {
            List<String> names =
                    charts.map(p -> p.getFileName().toString()).sorted().toList();
            assertThat(names).isNotEmpty();
            for (String name : names) {
                if (name.endsWith(".svg")) {
                    assertThat(names).contains(name.replace(".svg", ".png"));
                    assertThat(page).contains("id=\"" + name.replace(".svg", "") + "-figure\"");
                }
            }
        }
        assertThat(Shell.names(out)).noneMatch(n -> n.contains(".tmp-"));
        assertThat(Files.readString(out.resolve("result.json"))).contains("report.html");
        return page;
    }

    /** Two axes of a grid: a map for every outcome. The mean of a cell is that of summary.csv. */
    @Test
    void mapsOfTwoAxes() throws IOException {
        String page = report(SweepTest.STUDY);
        assertThat(page)
                .contains("over severity and dose")
                .contains("day 1")
                .contains("<figure id=\"over-relief-figure\" class=\"map\">");
        String row = Shell.text(folder.resolve("out/summary.csv"))
                .lines()
                .filter(l -> l.startsWith("5,1,1,1,benzodiazepine,1,intensity,"))
                .findFirst()
                .orElseThrow();
        double mean = Double.parseDouble(row.split(",")[10]);
        assertThat(page).contains(">" + org.unstuck.describe.Decimal.fixed(mean, 2) + "<");
    }

    @Test
    void theDayIsChosen() throws IOException {
        assertThat(report(SweepTest.STUDY, "--day", "0.2")).contains("on day 0 over severity and dose");
    }

    /** One axis of numbers: curves; no axis: patients one by one. */
    @Test
    void curvesAndPatients() throws IOException {
        String severity = "    {\"name\": \"severity\", \"path\": \"condition/severity\", \"values\": [0.5, 1]},\n";
        assertThat(SweepTest.STUDY).contains(severity);
        assertThat(report(SweepTest.STUDY.replace(severity, "")))
                .contains("One panel per arm")
                .contains("Equal ratios are equally far apart");
    }

    /** A design that is no grid: every axis by itself. */
    @Test
    void everyAxisByItself() throws IOException {
        String page = report(SweepTest.STUDY.replace(
                "{\"type\": \"grid\", \"steps\": 3}", "{\"type\": \"latin-hypercube\", \"points\": 5}"));
        assertThat(page)
                .contains("over-relief-figure")
                .contains("over-relief-axis-2-figure")
                .contains("the other axes anywhere");
    }

    static Stream<String> studies() {
        return BuiltIn.STUDIES.names().stream();
    }

    /** Every study that comes with the program is estimated, and its first run is computed with two patients, with doses matched. */
    @ParameterizedTest
    @MethodSource("studies")
    void studiesOfTheProgramRun(String name) {
        Shell.Outcome estimate = Shell.run("sweep", name, "--dry-run");
        assertThat(estimate.code()).as(estimate.err()).isZero();
        assertThat(estimate.out()).containsPattern("[0-9]+ runs?: roughly .* of results");
        String out = folder.resolve(name).toString();
        long runs = BuiltIn.STUDIES.named(name).tasks();
        Shell.Outcome part = Shell.run(
                "sweep",
                name,
                "--quick",
                "--patients",
                "2",
                "--out",
                out,
                "--quiet",
                "--threads",
                "1",
                "--shard",
                "1/" + runs);
        assertThat(part.code()).as(part.err()).isZero();
        Shell.Outcome tables = Shell.run("sweep", "merge", out, "--partial", "--quiet");
        assertThat(tables.code()).as(tables.err()).isZero();
        assertThat(Shell.text(Path.of(out, "failed.csv")).lines()).hasSize(1);
        assertThat(Shell.text(Path.of(out, "rows.csv")).lines().count()).isGreaterThan(5);
        assertThat(Shell.text(Path.of(out, "report.html"))).contains("What each arm does");
    }
}
