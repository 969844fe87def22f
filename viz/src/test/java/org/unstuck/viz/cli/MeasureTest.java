package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code unstuck measure} on files made with NumPy, and on files that are wrong. */
class MeasureTest {

    @TempDir
    Path folder;

    private static Path recording(String name) {
        try {
            return Path.of(MeasureTest.class.getResource("/recordings/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Shell.Outcome measure(Path series, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("measure", series.toString(), "--surrogates", "9"));
        words.addAll(List.of(more));
        if (!words.contains("--out")) {
            words.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        return Shell.run(words.toArray(String[]::new));
    }

    /** A cell of the first lines of measures.csv, which hold no quotes. */
    private static double cell(Path out, int line, String column) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("data/measures.csv"));
        int at = List.of(lines.get(0).split(",")).indexOf(column);
        return Double.parseDouble(lines.get(line).split(",", -1)[at]);
    }

    @Test
    void measuresAFileOfNumPy() throws IOException {
        Shell.Outcome outcome = measure(
                recording("var.csv"),
                "--dt",
                "2s",
                "--modules",
                recording("modules.csv").toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        Path out = folder.resolve("out");
        for (String file : List.of("report.html", "result.json", "charts/fcd.svg", "charts/communities.png")) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        for (String table :
                List.of("measures", "regions", "connectivity", "fcd", "communities", "gamma-omega", "states")) {
            assertThat(out.resolve("data/" + table + ".csv")).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(out.resolve("data/regions.csv"))).hasSize(13);
        assertThat(Files.readAllLines(out.resolve("data/communities.csv"))).hasSize(1 + 12 * 20);
        assertThat(Files.readString(out.resolve("result.json")))
                .contains("\"regions\": 12", "\"windowSamples\": 30", "\"sha256\"", "\"pAbove\"");
        assertThat(cell(out, 1, "value")).isBetween(0.1, 0.6);
        assertThat(cell(out, 1, "null_2.5%")).isLessThan(cell(out, 1, "null_97.5%"));
        assertThat(cell(out, 1, "p_above")).isBetween(0.1, 1.0);
        assertThat(cell(out, 1, "seeds_low")).isLessThanOrEqualTo(cell(out, 1, "value"));
        assertThat(outcome.out()).contains("flexibility (multilayer modularity)", "phase-randomised", "report.html");
        // numpy.corrcoef of the columns DMN1 and DMN2 of the file.
        String pair = Files.readAllLines(out.resolve("data/connectivity.csv")).get(1);
        assertThat(pair).startsWith("DMN1,DMN2,");
        assertThat(Double.parseDouble(pair.split(",")[2])).isCloseTo(CORRELATION, within(1e-12));
    }

    private static final double CORRELATION = 0.2848048878564953;

    /** float64 in C order and float32 in Fortran order hold the same series, to the digits of float32. */
    @Test
    void readsNpyOfBothWidthsAndOrders() throws IOException {
        assertThat(measure(
                                recording("var_f8.npy"),
                                "--dt",
                                "2 s",
                                "--out",
                                folder.resolve("a").toString())
                        .code())
                .isZero();
        assertThat(measure(
                                recording("var_f4F.npy"),
                                "--dt",
                                "2 s",
                                "--out",
                                folder.resolve("b").toString())
                        .code())
                .isZero();
        for (String column : List.of("value", "null_mean")) {
            assertThat(cell(folder.resolve("b"), 1, column))
                    .isCloseTo(cell(folder.resolve("a"), 1, column), within(0.02));
        }
        assertThat(Files.readString(folder.resolve("a/data/regions.csv"))).contains("\nr12,");
    }

    @Test
    void sameFileAndSeedSameBytesAndAnotherSeedOtherSurrogates() throws IOException {
        for (String[] run : new String[][] {{"a", "1"}, {"b", "1"}, {"c", "2"}}) {
            measure(
                    recording("var.csv"),
                    "--dt",
                    "2 s",
                    "--seed",
                    run[1],
                    "--out",
                    folder.resolve(run[0]).toString());
        }
        for (String table : List.of("measures", "regions", "communities", "states")) {
            byte[] a = Files.readAllBytes(folder.resolve("a/data/" + table + ".csv"));
            assertThat(folder.resolve("b/data/" + table + ".csv")).hasBinaryContent(a);
        }
        assertThat(Files.readString(folder.resolve("c/data/measures.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("a/data/measures.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :1:1: the file is empty.",
                "a,b | :2:1: there is no sample below the names.",
                "'1,2;3,4' | :1:1: the first line has numbers, it must name the regions.",
                "'a;1;2' | :1:1: there is one column, at least 2 regions are needed. Maybe the file holds a single region.",
                "'a,b;1,2;3' | :3:1: the line has 1 cells, the first line has 2 names.",
                "'a,b;1,2;3,4,5' | :3:5: the line has 3 cells, the first line has 2 names. Maybe decimal commas",
                "'a,b;1,x' | :2:3: \"b\" is \"x\", which is not a number.",
                "'a,b;1,0x10' | :2:3: \"b\" is \"0x10\", which is not a number.",
                "'a,b;1,1e999' | :2:3: \"b\" is \"1e999\", which is too large.",
                "'a,b;1,NaN' | :2:3: \"b\" is NaN, values must be finite numbers.",
                "'a,b;-inf,1' | :2:1: \"a\" is -inf, values must be finite numbers.",
                "'a,b;1,;2,3' | :2:3: the cell of \"b\" is empty, every sample needs a number.",
                "'a,b;1,2;;3,4' | :3:1: the line is empty.",
                "'a,a;1,2' | :1:3: \"a\" names two columns, names must differ.",
                "'a,;1,2' | :1:3: column 2 has no name.",
                "'a,\"b;1,2' | :1:3: the quote is not closed on this line.",
                "'a,b;1,5;2,5;3,5' | :1:2: column 2 (\"b\") has the same value in all 3 samples",
                "'time_s,b,c;1,2,3;2,3,5;3,5,4' | :1:1: column 1 is called \"time_s\", every column must be a region.",
                "'a,b;1,2;2,3;3,5' | : the recording has 3 samples of 2 s, two windows of 1 min need 60."
            })
    void refusesWrongCsvWithItsPlace(String content, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), content.replace(';', '\n'));

        Shell.Outcome outcome = measure(file, "--dt", "2s");

        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("bad.csv" + expected).contains("Maybe ");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Shell.names(folder)).containsExactly("", "bad.csv");
    }

    @Test
    void refusesSemicolonsBinariesAndMissingFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), "a;b\n1;2\n");
        assertThat(measure(file, "--dt", "2s").err())
                .contains("there is one column", "separated by something else than a comma");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(measure(file, "--dt", "2s").err()).contains("is not text in UTF-8");
        assertThat(measure(folder.resolve("none.csv"), "--dt", "2s").err()).contains("there is no such file");
        assertThat(measure(folder, "--dt", "2s").err()).contains("is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2 hours", "-1 s", "0 s", "2,5 s", "s"})
    void refusesAWrongTimeBetweenSamples(String dt) {
        Shell.Outcome outcome = measure(recording("var.csv"), "--dt=" + dt);
        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("--dt");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aWrongUnitOfTimeIsSuspected() {
        assertThat(measure(recording("var.csv"), "--dt", "2 min").err())
                .contains("a window of 1 min holds 0.5 samples of 2 min", "Maybe --dt has another unit");
        assertThat(measure(recording("var.csv"), "--dt", "2 ms").err())
                .contains("two windows of 1 min need 60000", "--dt has another unit");
        assertThat(measure(recording("var.csv")).err()).contains("--dt");
    }

    private Path npy(String header, int bytes) throws IOException {
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        byte[] all = new byte[10 + padded.length() + bytes];
        all[0] = (byte) 0x93;
        System.arraycopy("NUMPY".getBytes(StandardCharsets.US_ASCII), 0, all, 1, 5);
        all[6] = 1;
        all[8] = (byte) padded.length();
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, all, 10, padded.length());
        return Files.write(folder.resolve("x.npy"), all);
    }

    static Stream<Arguments> wrongNpy() {
        return Stream.of(
                Arguments.of("<i8", "False", "(4, 2)", 64, "the numbers have type \"<i8\""),
                Arguments.of("|O", "False", "(4, 2)", 64, "the numbers have type \"|O\""),
                Arguments.of("<f8", "False", "(8,)", 64, "the shape is (8,), two dimensions"),
                Arguments.of("<f8", "False", "(2, 2, 2)", 64, "the shape is (2, 2, 2), two dimensions"),
                Arguments.of("<f8", "False", "(4, 2)", 63, "numbers need 192"),
                Arguments.of("<f8", "False", "(4, 2)", 65, "numbers need 192"),
                Arguments.of("<f8", "False", "(64, 1)", 512, "there are 1 columns"),
                Arguments.of("<f8", "False", "(999999999, 999999999)", 0, "at most 1000000"),
                Arguments.of("<f8", "Maybe", "(4, 2)", 64, "is not that of a plain array"),
                Arguments.of("['a']", "False", "(4, 2)", 64, "is not that of a plain array"));
    }

    @ParameterizedTest
    @MethodSource("wrongNpy")
    void refusesWrongNpy(String type, String fortran, String shape, int bytes, String expected) throws IOException {
        Path file = npy("{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }", bytes);
        Shell.Outcome outcome = measure(file, "--dt", "2s");
        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("x.npy: ").contains(expected);
    }

    @Test
    void refusesNpyThatIsCutOrNotFinite() throws IOException {
        byte[] whole = Files.readAllBytes(recording("var_f8.npy"));
        for (int length : new int[] {0, 5, 9, 40, 127, 200, whole.length - 1}) {
            Path file = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
            Shell.Outcome outcome = measure(file, "--dt", "2s");
            assertThat(outcome.code()).as("%s bytes: %s", length, outcome.err()).isEqualTo(Exit.BAD_INPUT);
        }
        byte[] bad = whole.clone();
        Arrays.fill(bad, 128 + 8 * 14, 128 + 8 * 15, (byte) 0xff); // NaN in sample 1, column 2
        Path file = Files.write(folder.resolve("nan.npy"), bad);
        assertThat(measure(file, "--dt", "2s").err())
                .contains("nan.npy:2:3: sample 1 of column 2 (both from 0) is NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :1:1: the file is empty.",
                "'a,b' | :1:1: the first line must be region,module.",
                "'region,module;DMN9,x' | :2:1: the recording has no region \"DMN9\". Maybe",
                "'region,module;DMN1' | :2:1: the line has 1 cells, it must have 2",
                "'region,module;DMN1,' | :2:6: the module is empty",
                "'region,module;DMN1,a;DMN1,b' | :3:1: region \"DMN1\" stands twice.",
                "'region,module;DMN1,a' | :1:1: region \"DMN2\" of the recording has no module."
            })
    void refusesWrongModules(String content, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("modules.csv"), content.replace(';', '\n'));
        Shell.Outcome outcome = measure(recording("var.csv"), "--dt", "2s", "--modules", file.toString());
        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("modules.csv" + expected);
    }

    @Test
    void refusesNumbersOutOfRangeAndAFullFolder() throws IOException {
        assertThat(measure(recording("var.csv"), "--dt", "2s", "--states", "8").err())
                .contains("states is 8");
        assertThat(measure(recording("var.csv"), "--dt", "2s", "--states", "1").code())
                .isEqualTo(Exit.BAD_INPUT);
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "x");
        Shell.Outcome outcome = measure(recording("var.csv"), "--dt", "2s");
        assertThat(outcome.code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(Shell.names(folder)).containsExactly("", "out", "out/mine.txt");
    }

    /** What the program simulates can be measured by it: choose the columns of activity. */
    @Test
    void measuresWhatSimulateWrites() {
        Path simulated = folder.resolve("run.csv");
        assertThat(Shell.run("simulate", "--seconds", "60", "--out", simulated.toString())
                        .code())
                .isZero();
        Shell.Outcome outcome = measure(simulated, "--dt", "10 ms", "--columns", "E_", "--windows", "6 s");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("12 regions");
    }
}
