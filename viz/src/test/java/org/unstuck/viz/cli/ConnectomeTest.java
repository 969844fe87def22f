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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.network.Network;
import org.unstuck.scenario.ScenarioReader;

class ConnectomeTest {

    /** Files that were not made here: hostile and good ones of the reference. */
    private static final Path REFERENCE = model().resolve("src/test/resources/reference/connectome");

    /** The module beside this one, wherever the tests were started. */
    private static Path model() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("model")) ? here.resolve("model") : here.resolveSibling("model");
    }

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String out() {
        return folder.resolve("out/network.json").toString();
    }

    private static Shell.Outcome imports(Object file, String... more) {
        return Shell.run(Stream.concat(Stream.of("connectome", "import", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** A TVB archive from elsewhere, through the importer, the simulator and a comparison. */
    @Test
    void anArchiveRunsEndToEnd() throws IOException {
        Path map = file(
                "map.csv",
                "region,network,parts\nr0,SalVentAttn,AI dACC AMY\nr1,Default,mPFC PCC\nr2,Cont,dlPFC\nr3,Limbic,vmPFC\n");

        Shell.Outcome made = imports(
                REFERENCE.resolve("archive/control_ok.zip"), "--map", map.toString(), "--scale", "1.6", "--out", out());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err())
                .startsWith("TVB connectivity archive, 4 regions.")
                .contains(
                        "Tract lengths of 25 to 35 mm: kept in the file; links act at once",
                        "Networks that compete for dominance:");

        Network network = ScenarioReader.network(Path.of(out()));
        assertThat(network.name()).isEqualTo("network");
        assertThat(network.regionNames()).containsExactly("r0", "r1", "r2", "r3");
        assertThat(network.links()).allMatch(link -> link.lengthMm() >= 25 && link.lengthMm() <= 35);
        assertThat(network.conductionSpeed()).isNull();
        Shell.Outcome simulated = Shell.run("simulate", out(), "--seconds", "1");
        assertThat(simulated.code()).as(simulated.err()).isZero();
        assertThat(simulated.out())
                .startsWith("time_s,E_r0_fraction,E_r1_fraction")
                .hasLineCount(102);

        Path scenario = Files.writeString(
                folder.resolve("out/small.json"), Shell.SMALL.replace("four-networks", "network.json"));
        Shell.Outcome compared = Shell.run(
                "compare",
                scenario.toString(),
                "--quiet",
                "--out",
                folder.resolve("results").toString());
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(folder.resolve("results/report.html")).isNotEmptyFile();
    }

    @Test
    void aMatrixWithLabelsRunsEndToEnd() throws IOException {
        Path labels = file("strucLabels.csv", "L_a,L_b,L_c,L_d,R_a,R_b,R_c,R_d\n");

        Shell.Outcome made = imports(
                REFERENCE.resolve("net8_weights.csv"),
                "--labels",
                labels.toString(),
                "--lengths",
                REFERENCE.resolve("net8_lengths_mm.csv").toString(),
                "--normalise",
                "max",
                "--out",
                out());

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err())
                .contains("The weights are symmetric", "divided by the largest", "lengths of 20 to 110 mm");
        Shell.Outcome bold = Shell.run("simulate", out(), "--seconds", "6", "--observe", "bold");
        assertThat(bold.out()).startsWith("time_s,BOLD_L_a_percent").hasLineCount(5);
    }

    /** A length of 35 mm at 5 m/s takes 7 ms; the run differs from that without. */
    @Test
    void aSpeedGivesDelays() {
        Path archive = REFERENCE.resolve("archive/control_ok.zip");
        Shell.Outcome made = imports(archive, "--speed", "5", "--out", out());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("at 5 m/s links take up to 7 ms.");

        Network network = ScenarioReader.network(Path.of(out()));
        assertThat(network.conductionSpeed().value()).isEqualTo(5);
        assertThat(network.delaysMs()).contains(5, 6, 7);
        Shell.Outcome delayed = Shell.run("simulate", out(), "--seconds", "1");
        assertThat(delayed.code()).as(delayed.err()).isZero();
        imports(archive, "--force", "--out", out());
        assertThat(delayed.out())
                .isNotEqualTo(Shell.run("simulate", out(), "--seconds", "1").out());
    }

    static Stream<Path> hostile() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("archive"))) {
            return files.filter(file -> !file.endsWith("control_ok.zip")).sorted().toList().stream();
        }
    }

    /** Refused with the file, exit code 2, and nothing beside or outside of the output. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileArchivesLeaveNothing(Path file) throws IOException {
        Shell.Outcome refused = imports(file, "--out", out());

        assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(refused.err()).contains(file.getFileName() + ": ", "Maybe").doesNotContain("\tat ");
        assertThat(Shell.names(folder)).containsExactly("");
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), "unstuck_evil.txt"))
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --normalise mean     | --normalise is "mean".
            --rows columns       | --rows is "columns".
            --negative keep      | --negative is "keep".
            --scale 0            | scale is 0.0, it must be greater than 0.
            --scale x            | "x" is not a number
            --suppression -1     | suppression is -1.0, it must be 0 or greater.
            --speed 10           | there are no tract lengths. Maybe give them with --lengths.
            --speed -1           | speed is -1.0 m/s, it must be 0 or greater.
            --competing A,B      | no region belongs to a functional network "A"
            --asymmetric refuse  | pairs have different weights in their two directions
            --map nowhere.csv    | nowhere.csv: there is no such file.
            --name               | parameter for option '--name'
            """)
    void wrongOptions(String options, String message) {
        String[] words = (options + " --out " + out()).split(" +");
        if (options.equals("--name")) {
            words = new String[] {"--out", out(), "--name"};
        }

        Shell.Outcome refused = imports(REFERENCE.resolve("matrix/header.csv"), words);

        assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(refused.err()).contains(message);
        assertThat(Shell.names(folder)).containsExactly("");
    }

    @Test
    void whatIsThereIsNotReplacedUnasked() throws IOException {
        Path there = file("there.json", "mine");
        String[] options = {"--quiet", "--out", there.toString()};

        assertThat(imports(REFERENCE.resolve("matrix/header.csv"), options).code())
                .isEqualTo(Exit.CANNOT_WRITE);
        assertThat(there).hasContent("mine");
        Shell.Outcome forced =
                imports(REFERENCE.resolve("matrix/header.csv"), "--quiet", "--force", "--out", there.toString());
        assertThat(forced.code()).isZero();
        assertThat(forced.err()).isEmpty();
        assertThat(ScenarioReader.network(there).size()).isEqualTo(4);
    }

    @Test
    void showWritesNothing() {
        Shell.Outcome shown = Shell.run(
                "connectome", "show", REFERENCE.resolve("matrix/self_loop.csv").toString());

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .startsWith("self_loop.csv: matrix as text, 4 regions")
                .contains("4 of 4 regions have a weight to themselves: set aside")
                .contains("Mean weight that a region receives: excitatory 1, suppressive 0; in twelve-regions: "
                        + "excitatory 1.64, suppressive 1.33.")
                .contains("brain (4): r1, r2, r3, r4");
    }

    @Test
    void theCommandAloneSaysWhatItCan() {
        assertThat(Shell.run("connectome").out()).contains("import", "show");
        assertThat(List.of(Shell.run("connectome", "import", "--help").out().split("\n")))
                .anyMatch(line -> line.contains("--suppression"));
    }
}
