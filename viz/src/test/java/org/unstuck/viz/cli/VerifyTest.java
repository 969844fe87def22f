package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result made again from its own words; every change of a file is found and named. */
class VerifyTest {

    @TempDir
    Path folder;

    private Path compared() {
        Shell.Outcome made = Shell.run(
                "compare",
                Shell.small(folder).toString(),
                "--seed",
                "7",
                "--quiet",
                "--out",
                folder.resolve("r").toString());
        assertThat(made.code()).as(made.err()).isZero();
        return folder.resolve("r");
    }

    private static Shell.Outcome verify(Path result, String... more) {
        String[] words = new String[2 + more.length];
        words[0] = "verify";
        words[1] = result.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return Shell.run(words);
    }

    @Test
    void aComparisonIsTheSameAgain() {
        Path result = compared();
        List<String> before = Shell.names(folder);
        for (String threads : List.of("1", "3")) {
            Shell.Outcome again = verify(result, "--threads", threads, "--quiet");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out()).matches("The same: \\d+ data files made again, byte for byte\\.\n");
        }
        assertThat(verify(result.resolve("result.json"), "--files").out()).startsWith("The same: ");
        assertThat(Shell.names(folder)).as("nothing is written").isEqualTo(before);
    }

    @Test
    void aChangedNumberIsNamed() throws IOException {
        Path scans = compared().resolve("data/scans.csv");
        List<String> lines = Files.readAllLines(scans);
        String[] cells = lines.get(2).split(",", -1);
        String column = lines.get(0).split(",", -1)[cells.length - 1];
        String was = cells[cells.length - 1];
        cells[cells.length - 1] = "123.5";
        lines.set(2, String.join(",", cells));
        Files.writeString(scans, String.join("\n", lines) + "\n");

        Shell.Outcome files = verify(folder.resolve("r"), "--files");
        assertThat(files.code()).isEqualTo(Exit.DIFFERS);
        assertThat(files.err()).contains("data/scans.csv: the file was changed after it had been written");
        // A forger would renew the hash as well: then the numbers made again say so.
        Path json = folder.resolve("r/result.json");
        String hash = org.unstuck.viz.report.Sha256.of(scans);
        Files.writeString(
                json, Files.readString(json).replaceFirst("(\"data/scans.csv\" ?: \")[0-9a-f]+", "$1" + hash));
        assertThat(verify(folder.resolve("r"), "--files").code()).isZero();
        Shell.Outcome again = verify(folder.resolve("r"), "--quiet");
        assertThat(again.code()).isEqualTo(Exit.DIFFERS);
        assertThat(again.err())
                .isEqualTo("data/scans.csv: line 3, " + column + ": 123.5 in the file, " + was + " now.\n");
        assertThat(again.out()).isEqualTo("NOT the same: 1 difference.\n");
    }

    @Test
    void anotherSeedAndAMissingFileAreFound() throws IOException {
        Path result = compared();
        Files.delete(result.resolve("data/links.csv"));
        Path json = result.resolve("result.json");
        Files.writeString(json, Files.readString(json).replaceAll("(\"seed\" ?: )7", "$18"));

        Shell.Outcome again = verify(result, "--quiet");

        assertThat(again.code()).isEqualTo(Exit.DIFFERS);
        assertThat(again.err())
                .contains("data/links.csv: there is no such file beside result.json.")
                .contains("data/scans.csv: line 2, ");
    }

    @Test
    void aMeasuredRecordingIsTheSameAgain() throws IOException {
        Path series = folder.resolve("series.csv");
        StringBuilder csv = new StringBuilder("a,b,c,d\n");
        for (int t = 0; t < 90; t++) {
            csv.append(t % 7 + "," + t * t % 11 + "," + t % 5 + "," + (t * 31 + t * t) % 17 + "\n");
        }
        Files.writeString(series, csv);
        Files.writeString(folder.resolve("modules.csv"), "region,module\na,x\nb,x\nc,y\nd,y\n");
        Shell.Outcome made = Shell.run(("measure " + series + " --dt 1s --windows 20s --surrogates 9 --quiet --modules "
                        + folder.resolve("modules.csv") + " --out " + folder.resolve("m"))
                .split(" "));
        assertThat(made.code()).as(made.err()).isZero();

        assertThat(verify(folder.resolve("m"), "--files").code()).isZero();
        Shell.Outcome without = verify(folder.resolve("m"));
        assertThat(without.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(without.err()).contains("Maybe --recording series.csv, or --files.");
        Shell.Outcome again = verify(folder.resolve("m"), "--recording", series.toString());
        assertThat(again.code()).as(again.err()).isZero();
        Files.writeString(series, csv.append("1,2,3,4\n"));
        assertThat(verify(folder.resolve("m"), "--recording", series.toString()).err())
                .contains("this is not the recording that was measured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"data/scans.csv\" | \"../../evil.csv\" | is not the name of a data file",
                "\"data/scans.csv\" | \"data/../x.csv\" | is not the name of a data file",
                "\"product\" | \"produce\" | this is not the result.json of a result",
                "\"schemaVersion\" : 1 | \"schemaVersion\" : 9 | it must be 1",
                "\"numericSemantics\" : 1 | \"numericSemantics\" : \"x\" | it must be a number",
                "\"horizon\" | \"horizn\" | Maybe \"horizon\" was meant",
                "\"sha256\" | \"sha\" | the key \"sha256\" is missing"
            })
    void aDamagedResultIsRefused(String was, String is, String message) throws IOException {
        Path json = compared().resolve("result.json");
        String text = Files.readString(json);
        assertThat(text.replace("\" : ", "\": ")).contains(was.replace("\" : ", "\": "));
        Files.writeString(
                json, text.replace("\" : ", "\": ").replace(was.replace("\" : ", "\": "), is.replace("\" : ", "\": ")));

        Shell.Outcome outcome = verify(json);

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("result.json:", message).doesNotContain("\tat ");
    }

    @Test
    void otherNumericSemanticsAreMentioned() throws IOException {
        Path json = compared().resolve("result.json");
        Files.writeString(json, Files.readString(json).replaceFirst("(\"numericSemantics\" ?: )\\d+", "$1999"));

        Shell.Outcome outcome = verify(json, "--quiet");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("with numeric semantics 999, this program has ");
    }
}
