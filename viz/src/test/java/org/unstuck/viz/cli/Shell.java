package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the command inside the test, and the files that the tests start from. */
final class Shell {

    /** Two patients, two arms, two days: a quarter of a second. */
    static final String SMALL = """
            {
              "schemaVersion": 1, "name": "Small", "network": "four-networks", "condition": "generalised-anxiety",
              "cohort": {"patients": 2}, "seed": 1, "horizon": "2 d",
              "arms": [
                {"name": "untreated", "events": []},
                {"name": "benzodiazepine", "events": [
                  {"type": "dose", "drug": "alprazolam", "dose": "0.5 mg", "route": "oral", "at": "6 h"}]}
              ],
              "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4},
              "numerics": {"settle": "1 s", "burst": "2 s"}
            }
            """;

    /** What a command did. */
    record Outcome(int code, String out, String err) {}

    private Shell() {}

    static Outcome run(Reports reports, String... args) {
        CommandLine line = Main.line(reports);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = Failures.run(line, args);
        return new Outcome(code, out.toString(), err.toString());
    }

    static Outcome run(String... args) {
        return run(Reports.STANDARD, args);
    }

    /** Writes the small scenario into {@code folder}. */
    static Path small(Path folder) {
        try {
            return Files.writeString(folder.resolve("small.json"), SMALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every path below {@code folder}, hidden ones too, and the text of every file. */
    static List<String> everything(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted()
                    .map(p -> folder.relativize(p) + (Files.isRegularFile(p) ? ": " + bytes(p) : ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also of files that are no text: a character for each byte. */
    private static String bytes(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every path below {@code folder}, hidden ones too. */
    static List<String> names(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(p -> folder.relativize(p).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
