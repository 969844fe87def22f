package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.scenario.ScenarioReader;

/** The connectome of the ENIGMA Toolbox, which was not made here, through every program that takes a network. */
class EnigmaConnectomeTest {

    private static final Path DATA = data();
    private static final int REGIONS = 68;
    /** Numbers other than 0 in the matrix. */
    private static final int LINKS = 1394;

    @TempDir
    Path folder;

    private List<String> labels;
    private List<String[]> rows;

    private static Path data() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.getParent();
        return root.resolve("docs/examples/enigma");
    }

    @BeforeEach
    void read() throws IOException {
        labels = List.of(
                Files.readString(DATA.resolve("strucLabels_ctx.csv")).strip().split(","));
        rows = Files.readAllLines(DATA.resolve("strucMatrix_ctx.csv")).stream()
                .map(line -> line.split(","))
                .toList();
    }

    /** The copy is the source: its length in bytes, and every number twice with the same digits. */
    @Test
    void theCopyIsRight() throws IOException {
        assertThat(DATA.resolve("strucMatrix_ctx.csv")).hasSize(30_014);
        assertThat(labels).hasSize(REGIONS).doesNotHaveDuplicates();
        assertThat(rows).hasSize(REGIONS).allMatch(row -> row.length == REGIONS);
        for (int i = 0; i < REGIONS; i++) {
            assertThat(rows.get(i)[i]).isEqualTo("0");
            for (int j = 0; j < i; j++) {
                assertThat(rows.get(i)[j]).as("%d, %d", i, j).isEqualTo(rows.get(j)[i]);
            }
        }
    }

    private String imported(Path file, String... more) {
        String out = folder.resolve("run/cortex.json").toString();
        Shell.Outcome made = Shell.run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "connectome",
                                "import",
                                file.toString(),
                                "--map",
                                DATA.resolve("map.csv").toString(),
                                "--force",
                                "--out",
                                out),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
        assertThat(made.code()).as(made.err()).isZero();
        return out;
    }

    private String imported(String... more) {
        String[] labelled = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "--labels", DATA.resolve("strucLabels_ctx.csv").toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return imported(DATA.resolve("strucMatrix_ctx.csv"), labelled);
    }

    @Test
    void runsEndToEnd() throws IOException {
        String file = imported("--logarithms", "--scale", "1.6", "--suppression", "0.8");

        Network cortex = ScenarioReader.network(Path.of(file));
        assertThat(cortex.regionNames()).isEqualTo(labels);
        assertThat(cortex.links().stream().filter(l -> l.kind() == Link.Kind.EXCITATORY))
                .hasSize(LINKS);
        double[] received = new double[REGIONS];
        cortex.links().stream()
                .filter(l -> l.kind() == Link.Kind.EXCITATORY)
                .forEach(l -> received[labels.indexOf(l.to())] += l.weight());
        assertThat(received).containsOnly(new double[] {1.6}, within(1e-12));

        Shell.Outcome simulated = Shell.run("simulate", file, "--seconds", "1");
        assertThat(simulated.code()).as(simulated.err()).isZero();
        assertThat(simulated.out())
                .startsWith("time_s,E_L_bankssts_fraction,E_L_caudalanteriorcingulate_fraction")
                .hasLineCount(102);

        String points = folder.resolve("points").toString();
        Shell.Outcome looked = Shell.run(
                "landscape",
                "points",
                "--network",
                file,
                "--condition",
                "obsessive-compulsive",
                "--hold",
                "a",
                "--starts",
                "4",
                "--runs",
                "4",
                "--out",
                points);
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(Path.of(points, "report.html")).isNotEmptyFile();

        Path scenario = folder.resolve("run/scenario.json");
        Files.writeString(
                scenario,
                Files.readString(DATA.resolve("scenario.json"))
                        .replace("\"patients\": 12", "\"patients\": 2")
                        .replace("\"horizon\": \"2 d\"", "\"horizon\": \"1 d\""));
        Shell.Outcome compared = Shell.run(
                "compare",
                scenario.toString(),
                "--out",
                folder.resolve("results").toString());
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.err()).contains("2 find no place in network \"cortex\": THAL<->dACC, THAL.");
        assertThat(folder.resolve("results/report.html")).isNotEmptyFile();
    }

    @Test
    void aConditionOfTheAmygdalaIsRefusedInACortex() {
        Shell.Outcome refused = Shell.run("simulate", imported(), "--condition", "generalised-anxiety");

        assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(refused.err()).contains("changes nothing in network \"cortex\"", "AMY<->AI", "Maybe");
    }

    /** The same numbers packed as The Virtual Brain packs them, %.7e behind three blanks, give the same network. */
    @Test
    void anArchiveOfTheSameNumbersIsTheSameNetwork() throws IOException {
        StringBuilder weights = new StringBuilder();
        StringBuilder centres = new StringBuilder();
        StringBuilder lengths = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < REGIONS; j++) {
                weights.append(String.format(Locale.ROOT, "   %.7e", Double.parseDouble(rows.get(i)[j])));
                lengths.append("   0.0000000e+00");
            }
            weights.append('\n');
            lengths.append('\n');
            centres.append(labels.get(i)).append("   0.0000000e+00   0.0000000e+00   0.0000000e+00\n");
            right.append(labels.get(i).startsWith("R_") ? "1\n" : "0\n");
        }
        Path archive = folder.resolve("connectivity_68.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            entry(zip, "weights.txt", weights);
            entry(zip, "tract_lengths.txt", lengths);
            entry(zip, "centres.txt", centres);
            entry(zip, "hemispheres.txt", right);
        }

        Network packed = ScenarioReader.network(Path.of(imported(archive)));
        Network plain = ScenarioReader.network(Path.of(imported()));

        assertThat(packed.regionNames()).isEqualTo(plain.regionNames());
        assertThat(packed.links()).hasSameSizeAs(plain.links());
        for (int e = 0; e < plain.links().size(); e++) {
            assertThat(packed.links().get(e).from())
                    .isEqualTo(plain.links().get(e).from());
            assertThat(packed.links().get(e).weight())
                    .isCloseTo(plain.links().get(e).weight(), within(1e-7));
        }
    }

    private static void entry(ZipOutputStream zip, String name, CharSequence text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
