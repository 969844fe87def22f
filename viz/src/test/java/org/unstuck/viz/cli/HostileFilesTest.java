package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every hostile file at every door of the command: exit code 2, a message that names the file, no stack trace, nothing written, at
 * once. The small files are in the repository; with the reference folder at hand all of its files are taken, those of
 * JSONTestSuite too.
 */
class HostileFilesTest {

    /** Of a processor: promised are 5 s with the start of Java, and a busy machine shall not count. */
    private static final double LONGEST_S = 2;
    /** A file with many mistakes is told of the first twenty. */
    private static final int MOST_LINES = 21;

    /** Where a file comes in; {@code FILE} stands for it, {@code @} for the folder of the test. */
    static final List<String> DOORS = List.of(
            "compare FILE --out @/r",
            "dose FILE --out @/r.csv",
            "validate FILE",
            "verify FILE",
            "simulate FILE --seconds 1 --out @/r.csv",
            "simulate --condition FILE --seconds 1 --out @/r.csv",
            "explore FILE --recovery @/session.json",
            "presets show FILE",
            "presets show depression --diff FILE",
            "measure FILE --dt 1s --windows 10s --out @/r",
            "measure @/series.csv --dt 1s --windows 10s --modules FILE --out @/r",
            "sweep FILE --out @/new/r",
            "claims FILE --out @/new/r --log @/new/draws.csv",
            "sensitivity FILE --outcome relief --arm untreated --day 1 --out @/new/r",
            "landscape basins FILE --out @/new/r",
            "landscape basins --network FILE --out @/new/r",
            "landscape basins --condition FILE --out @/new/r",
            "connectome import @/matrix.csv --labels FILE --out @/new/n.json",
            "connectome import @/matrix.csv --map FILE --out @/new/n.json",
            "connectome import @/matrix.csv --receptors FILE --out @/new/n.json");

    /** Where a square matrix of four regions comes in. */
    static final List<String> MATRIX_DOORS = List.of(
            "connectome import FILE --out @/new/n.json",
            "connectome show FILE",
            "connectome import @/matrix.csv --lengths FILE --out @/new/n.json");

    /** Harmless as files, and none the less neither a scenario nor a recording. */
    private static final Set<String> CONTROLS = Set.of("control_ok.zip", "header.csv");

    /** Odd but clear: the same twelve weights of four regions, which the doors of matrices may read. */
    private static final Set<String> READABLE = Set.of(
            "asymmetric.csv",
            "bom.csv",
            "control_ok.zip",
            "crlf_mixed.csv",
            "header.csv",
            "quoted.csv",
            "row_labels.csv",
            "self_loop.csv",
            "spaces.txt",
            "tab.csv");

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @BeforeEach
    void aRecording() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c\n");
        for (int t = 0; t < 60; t++) {
            csv.append(t % 7)
                    .append(',')
                    .append(t % 5)
                    .append(',')
                    .append(t % 3)
                    .append('\n');
        }
        Files.writeString(folder.resolve("series.csv"), csv);
        Files.writeString(folder.resolve("matrix.csv"), "0,1,2,1\n1,0,3,1\n2,3,0,1\n1,1,1,0\n");
    }

    static List<Path> kept() throws IOException {
        List<Path> files = new ArrayList<>(in(Path.of("../model/src/test/resources/scenario/badinput")));
        files.addAll(in(Path.of("src/test/resources/hostile/matrix")));
        files.addAll(in(Path.of("src/test/resources/hostile/archive")));
        return files;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFilesAreThere() throws IOException {
        assertThat(kept()).hasSize(66 + 29 + 19);
        assertThat(kept()).extracting(f -> f.getFileName().toString()).containsAll(CONTROLS);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void areRefusedAtEveryDoor(Path file) throws IOException {
        areRefused(file);
    }

    private void areRefused(Path file) throws IOException {
        for (String door : DOORS) {
            assertRefused(door, file);
        }
        for (String door : MATRIX_DOORS) {
            // Lengths of 0 mean no delay; as weights they are no connectome.
            boolean zeroLengths = door.contains("--lengths") && file.endsWith("all_zero.csv");
            if (!READABLE.contains(file.getFileName().toString()) && !zeroLengths) {
                assertRefused(door, file);
            }
        }
    }

    /** A word that names nothing: refused before a folder is made. */
    @Test
    void nonsenseLeavesNoFolder() {
        List<String> before = Shell.names(folder);
        for (String door : DOORS) {
            String words = door.replace("FILE", "nonsense").replace("@", folder.toString());
            Shell.Outcome outcome = Shell.run(words.split(" "));

            assertThat(outcome.code()).as("%s%n%s", words, outcome.err()).isEqualTo(Exit.BAD_INPUT);
            assertThat(outcome.err()).as(words).contains("nonsense", "Maybe ");
            assertThat(Shell.names(folder)).as(words).isEqualTo(before);
        }
    }

    /** What is odd but clear loses nothing: the same twelve weights come out of all of these files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "matrix/asymmetric.csv",
                "matrix/bom.csv",
                "archive/control_ok.zip",
                "matrix/crlf_mixed.csv",
                "matrix/header.csv",
                "matrix/quoted.csv",
                "matrix/row_labels.csv",
                "matrix/self_loop.csv",
                "matrix/spaces.txt",
                "matrix/tab.csv"
            })
    void oddMatricesAreReadWhole(String name) {
        assertThat(READABLE).contains(Path.of(name).getFileName().toString());
        Shell.Outcome outcome =
                Shell.run("connectome", "show", "src/test/resources/hostile/" + name, "--normalise", "none");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("4 regions", "12 links, 100 % of all possible, weights from 0.123 to 0.914")
                .contains("weights in their two directions");
    }

    @Test
    void theWholeCorpusIsRefusedAtEveryDoor() throws IOException {
        Path reference = ReferenceFolder.find();
        assumeTrue(reference != null, "needs the reference folder: -Dunstuck.reference=...");
        int files = 0;
        for (String part : List.of("json", "jsontestsuite", "matrix", "archive")) {
            for (Path file : in(reference.resolve("badinput").resolve("open").resolve(part))) {
                files++;
                areRefused(file);
            }
        }
        assertThat(files).isGreaterThan(250);
    }

    /** Whole lines of 10 MB, and files that lie about their size: refused from their first bytes. */
    @Test
    void largeFilesAreRefusedAtEveryDoor() throws IOException {
        Path line = Files.writeString(folder.resolve("one_line_10mb.csv"), "1,".repeat(5_000_000));
        Path brackets = Files.writeString(folder.resolve("deep_array.json"), "[".repeat(1_000_000));
        Path endless = folder.resolve("one_line_1gb.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(endless.toFile(), "rw")) {
            sparse.setLength(1_000_000_000);
        }
        for (Path file : List.of(line, brackets, endless)) {
            areRefused(file);
        }
    }

    private void assertRefused(String door, Path file) throws IOException {
        List<String> before = Shell.names(folder);
        List<String> words = new ArrayList<>();
        for (String word : door.split(" ")) {
            words.add(word.equals("FILE") ? file.toString() : word.replace("@", folder.toString()));
        }
        String what = door + " with " + file.getFileName();

        long startNs = CLOCK.getCurrentThreadCpuTime();
        Shell.Outcome outcome = Shell.run(words.toArray(String[]::new));
        double seconds = (CLOCK.getCurrentThreadCpuTime() - startNs) / 1e9;

        assertThat(outcome.code()).as("%s%n%s", what, outcome.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.out()).as(what).isEmpty();
        assertThat(outcome.err())
                .as(what)
                .contains(file.getFileName().toString())
                .doesNotContain("\tat ", "Exception", "Error:");
        assertThat(outcome.err().lines()).as(what).hasSizeBetween(1, MOST_LINES).allMatch(l -> l.length() < 1_500);
        assertThat(outcome.err().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .as(what)
                .isEmpty();
        assertThat(Shell.names(folder)).as(what).isEqualTo(before);
        assertThat(seconds).as(what).isLessThan(LONGEST_S);
    }
}
