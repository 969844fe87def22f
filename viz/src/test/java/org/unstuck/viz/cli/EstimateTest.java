package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

class EstimateTest {

    @TempDir
    Path folder;

    @Test
    void theCommandSaysItAndDoesNothing() {
        Path small = Shell.small(folder);
        Shell.Outcome outcome = Shell.run(
                "compare",
                small.toString(),
                "--estimate",
                "--threads",
                "1",
                "--out",
                folder.resolve("r").toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).matches("Small: about 1 s, \\d+ MB of memory, \\d+ MB of files, on 1 thread\\.\n");
        assertThat(Shell.names(folder)).containsExactlyInAnyOrder("", "small.json");
    }

    /** The data files of a scenario with many patients and scans, within a half and the double. */
    @Test
    void theFilesAreAsLargeAsItSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"),
                Shell.SMALL
                        .replace("\"patients\": 2", "\"patients\": 60")
                        .replace(
                                "\"at\": [\"0 d\", \"1 d\"]",
                                "\"at\": [\"0 d\", \"6 h\", \"12 h\", \"1 d\", \"36 h\", \"2 d\"]"));
        Shell.Outcome made = Shell.run(
                "compare",
                file.toString(),
                "--quiet",
                "--out",
                folder.resolve("r").toString());
        assertThat(made.code()).as(made.err()).isZero();
        long bytes;
        try (Stream<Path> all = Files.walk(folder.resolve("r"))) {
            bytes = all.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
        Scenario s = ScenarioReader.read(file);
        double said = Estimate.disk(s, new ComparisonRun(s, Reading.standard()).slowSteps())
                .disk();
        assertThat((double) bytes).isBetween(said / 4, said * 2);
    }

    @ParameterizedTest
    @CsvSource({"24, 3.0", "240, 30"})
    void timeGrowsWithPatients(int patients, double least) {
        Scenario s = BuiltIn.PRESETS.named("generalised-anxiety").withPatients(patients);
        int steps = new ComparisonRun(s, Reading.standard()).slowSteps();
        Estimate one = Estimate.of(s, steps, 1);
        assertThat(one.seconds()).isGreaterThan(least);
        assertThat(one.text()).matches("about .*, \\d+ MB of memory, \\d+ MB of files");
    }

    @Test
    void whatDoesNotFitOnTheDiskIsRefused() {
        assertThatThrownBy(() -> new Estimate(1, 1, 1e18).checkFits(folder.resolve("new/r")))
                .isInstanceOf(CannotWrite.class)
                .hasMessageContaining("needs about 1000000000000 MB, and ")
                .hasMessageContaining("Maybe choose another disk");
        assertThatCode(() -> new Estimate(1, 1, 1).checkFits(folder.resolve("new/r")))
                .doesNotThrowAnyException();
    }
}
