package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code unstuck claims} and {@code unstuck sensitivity} as a user meets them. */
class ClaimsTest {

    @TempDir
    Path folder;

    private Path claims() throws IOException {
        Path file = folder.resolve("claims.json");
        Files.writeString(file, """
                {"schemaVersion": 1, "name": "Small claims", "scenario": %s,
                 "vary": ["parameters/tolerance/adaptation", "drugs/alprazolam/effects/gaba-a/maximum"],
                 "draws": 6, "drawPatients": 3,
                 "claims": [
                   {"name": "sedates", "says": "It sedates.", "left": {"type": "scan", "outcome": "sedation", "arm": "benzodiazepine", "day": 1},
                    "is": "more", "right": {"type": "number", "value": 0}},
                   {"name": "calms", "says": "It calms.", "left": {"type": "scan-relief", "arm": "benzodiazepine", "day": 1},
                    "is": "more", "right": {"type": "number", "value": 0}}]}
                """.replace("%s", Shell.SMALL.replace("\"patients\": 2", "\"patients\": 3")));
        return file;
    }

    @Test
    void reportTablesAndGoingOn() throws IOException {
        Path log = folder.resolve("draws.csv");
        Path out = folder.resolve("out");
        String[] command = {
            "claims", claims().toString(), "--log", log.toString(), "--out", out.toString(), "--threads", "1"
        };

        Shell.Outcome first = Shell.run(command);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("sedates", "calms", "report.html");
        assertThat(log).as("its draws are in the results").doesNotExist();
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page).contains("How far it holds", "What it rests on", "same to the last bit", "not medical advice");
        List<String> draws = Files.readAllLines(out.resolve("data/draws.csv"));
        assertThat(draws).hasSize(7);

        // A run that was ended, the last line torn: only what is missing is computed, and the result is the same.
        Files.writeString(
                log,
                String.join("\n", draws.subList(0, 4)) + "\n" + draws.get(4).substring(0, 30));
        command[5] = folder.resolve("again").toString();
        Shell.Outcome second = Shell.run(command);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("3 of them there already");
        assertThat(Files.readAllLines(folder.resolve("again/data/draws.csv"))).isEqualTo(draws);

        // Draws of another study are refused.
        Files.write(log, draws);
        Shell.Outcome other = Shell.run(
                "claims", claims().toString(), "--draws", "7", "--log", log.toString(), "--out", folder + "/new");
        assertThat(other.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(other.err()).contains("line 2: this row belongs to study");
        assertThat(folder.resolve("new")).doesNotExist();

        // A damaged row is named.
        Files.write(log, draws);
        Files.writeString(log, "damaged,row\n", StandardOpenOption.APPEND);
        Shell.Outcome damaged =
                Shell.run("claims", claims().toString(), "--log", log.toString(), "--out", folder + "/new");
        assertThat(damaged.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(damaged.err()).contains("line 8", "2 cells").doesNotContain("Exception");
    }

    @Test
    void sensitivityByAllMethods() throws IOException {
        Path scenario = Shell.small(folder);
        for (String method : List.of("morris", "sobol", "local")) {
            Path out = folder.resolve(method);
            Shell.Outcome done = Shell.run(
                    "sensitivity",
                    scenario.toString(),
                    "--outcome",
                    "sedation",
                    "--arm",
                    "benzodiazepine",
                    "--minus",
                    "untreated",
                    "--day",
                    "1",
                    "--vary",
                    "parameters/tolerance/sedationLoss,drugs/alprazolam/effects/sedation/ec50",
                    "--method",
                    method,
                    "--samples",
                    "4",
                    "--out",
                    out.toString(),
                    "--threads",
                    "1");
            assertThat(done.code()).as(done.err()).isZero();
            List<String> indices = Files.readAllLines(out.resolve("data/indices.csv"));
            assertThat(indices).hasSize(3);
            // A day of drug has built up little tolerance: the dose-response decides.
            assertThat(indices.get(1)).startsWith("drugs/alprazolam/effects/sedation/ec50,");
            assertThat(out.resolve("charts")).isDirectoryContaining("glob:**.svg");
        }
    }

    @Test
    void mistakesOfSensitivity() throws IOException {
        Path scenario = Shell.small(folder);
        assertThat(sensitivity(scenario, "sedaton", "benzodiazepine", "1").err())
                .contains("Maybe \"sedation\" was meant");
        assertThat(sensitivity(scenario, "sedation", "benzo", "1").err()).contains("there is no arm \"benzo\"");
        assertThat(sensitivity(scenario, "sedation", "benzodiazepine", "9").err())
                .contains("Maybe one of: 0, 1.");
        assertThat(sensitivity(scenario, "sedation", "benzodiazepine", "9").code())
                .isEqualTo(Exit.BAD_INPUT);
    }

    private static Shell.Outcome sensitivity(Path scenario, String outcome, String arm, String day) {
        return Shell.run("sensitivity", scenario.toString(), "--outcome", outcome, "--arm", arm, "--day", day);
    }
}
