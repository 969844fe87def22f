package org.unstuck.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.connectome.Choices.Asymmetric;
import org.unstuck.connectome.Choices.Negative;
import org.unstuck.connectome.Choices.Normalise;
import org.unstuck.connectome.Choices.Rows;
import org.unstuck.describe.Status;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.simulate.FastClock;

class ConnectomeTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("brain.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    static Path reference(String name) {
        try {
            return Path.of(ConnectomeTest.class
                    .getResource("/reference/connectome/" + name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsAnArchiveOfTheVirtualBrain() throws IOException {
        Path file = zip(Map.of(
                "brain/weights_3.txt", "0 2.0e0 1\n2 0 0\n1 0 0\n",
                "brain/tract_lengths.txt", "0\t10.5\t20\n10.5\t0\t0\n20\t0\t0\n",
                "brain/centers.txt", "rA1 -30 10 5\nrPFC 0 60 0\nlA1 30 10 5\n",
                "brain/hemispheres.txt", "1\n1\n0\n",
                "brain/cortical.txt", "1\n1\n1\n",
                "brain/areas.txt", "100.5\n90\n80\n",
                "brain/average_orientations.txt", "0 0 1\n0 0 1\n0 0 1\n",
                "brain/info.txt", "made for a test"));

        Connectome read = ConnectomeFile.read(file);

        assertThat(read.format()).isEqualTo("TVB connectivity archive");
        assertThat(read.labels()).containsExactly("rA1", "rPFC", "lA1");
        assertThat(read.weights()).isDeepEqualTo(new double[][] {{0, 2, 1}, {2, 0, 0}, {1, 0, 0}});
        assertThat(read.lengthsMm()[0]).containsExactly(0, 10.5, 20);
        assertThat(read.centresMm()[1]).containsExactly(0, 60, 0);
        assertThat(read.right()).containsExactly(true, true, false);
        assertThat(read.cortical()).containsExactly(true, true, true);
        assertThat(read.areasMm2()).containsExactly(100.5, 90, 80);
        assertThat(read.ignored()).containsExactlyInAnyOrder("brain/average_orientations.txt", "brain/info.txt");
    }

    /** An archive that was not made here: the reference's control. */
    @Test
    void readsTheControlArchiveOfTheReference() {
        Connectome read = ConnectomeFile.read(reference("archive/control_ok.zip"));

        assertThat(read.labels()).containsExactly("r0", "r1", "r2", "r3");
        assertThat(read.weights()[3]).containsExactly(0.526, 0.874, 0.908, 0);
        assertThat(read.lengthsMm()[0]).containsExactly(0, 25, 30, 35);
        assertThat(read.centresMm()[3]).containsExactly(3, 0, 0);
    }

    /** As the ENIGMA Toolbox ships them: a matrix without names, labels in one row of another file. */
    @Test
    void readsAMatrixWithLabelsInAnotherFile() throws IOException {
        Path matrix = file("strucMatrix_ctx_aparc.csv", "0,5.25,0\n5.25,0,1.5\n0,1.5,0\n");
        Path labels = file("strucLabels_ctx_aparc.csv", "L_bankssts,L_caudalanteriorcingulate,R_insula\n");

        Connectome read = ConnectomeFile.withLabels(ConnectomeFile.read(matrix), labels);
        Preparation prepared = Preparation.of(read, Choices.standard());

        assertThat(read.labels()).containsExactly("L_bankssts", "L_caudalanteriorcingulate", "R_insula");
        assertThat(prepared.remarks())
                .anyMatch(r -> r.contains("are log-transformed: they are taken as they are"))
                .anyMatch(r -> r.startsWith("The weights are symmetric"))
                .anyMatch(r -> r.startsWith("4 links, 66.7 % of all possible, weights from 1.5 to 5.25"));
        assertThatThrownBy(() -> ConnectomeFile.withLabels(read, file("two.csv", "a,b\n")))
                .hasMessageContaining("2 labels for 3 regions");
    }

    @ParameterizedTest
    @CsvSource({"<f8,false", ">f8,true", "<f4,false"})
    void readsArraysOfNumPy(String type, boolean fortran) throws IOException {
        String header =
                "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (2, 2), }";
        header += " ".repeat(117 - header.length()) + "\n";
        boolean wide = type.endsWith("8");
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + 4 * (wide ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        bytes.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : fortran ? new double[] {0, 3, 0.5, 0} : new double[] {0, 0.5, 3, 0}) {
            if (wide) {
                bytes.putDouble(value);
            } else {
                bytes.putFloat((float) value);
            }
        }
        Path file = Files.write(folder.resolve("w.npy"), bytes.array());

        Connectome read = ConnectomeFile.read(file);

        assertThat(read.weights()).isDeepEqualTo(new double[][] {{0, 0.5}, {3, 0}});
        assertThat(read.labels()).containsExactly("r1", "r2");
    }

    private static Connectome of(double[][] weights) {
        List<String> labels = IntStream.range(0, weights.length)
                .mapToObj(i -> "" + (char) ('a' + i))
                .toList();
        return new Connectome("f", "test", labels, weights, null, null, null, null, null, List.of());
    }

    private static Choices choices(
            Rows rows, boolean log, Negative negative, Asymmetric asymmetric, Normalise normalise) {
        return new Choices(rows, log, negative, asymmetric, normalise, 2, 0);
    }

    @Test
    void everyNormalisationIsWhatItSays() {
        Connectome c = of(new double[][] {{9, 1, 3}, {2, 0, 0}, {0, 0, 0}});

        double[][] none = Preparation.of(
                        c, choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.NONE))
                .excitatory();
        assertThat(none).isDeepEqualTo(new double[][] {{0, 2, 6}, {4, 0, 0}, {0, 0, 0}});
        double[][] max = Preparation.of(
                        c, choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.MAX))
                .excitatory();
        assertThat(max).isDeepEqualTo(new double[][] {{0, 2.0 / 3, 2}, {4.0 / 3, 0, 0}, {0, 0, 0}});
        Preparation row =
                Preparation.of(c, choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.ROW_SUM));
        assertThat(row.excitatory()).isDeepEqualTo(new double[][] {{0, 0.5, 1.5}, {2, 0, 0}, {0, 0, 0}});
        assertThat(row.remarks())
                .anyMatch(r -> r.startsWith("1 of 3 regions have a weight to themselves: set aside"))
                .anyMatch(r -> r.startsWith("1 regions receive nothing"));
    }

    @Test
    void rowsMayBeSources() {
        Connectome c = of(new double[][] {{0, 1}, {0, 0}});

        Choices sources = choices(Rows.SOURCES, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.NONE);
        assertThat(Preparation.of(c, sources).excitatory()).isDeepEqualTo(new double[][] {{0, 0}, {2, 0}});
    }

    @Test
    void directionsAreKeptAveragedOrRefused() {
        Connectome c = of(new double[][] {{0, 1}, {3, 0}});

        assertThat(Preparation.of(c, choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.MEAN, Normalise.NONE))
                        .excitatory())
                .isDeepEqualTo(new double[][] {{0, 4}, {4, 0}});
        assertThatThrownBy(() -> Preparation.of(
                        c, choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.REFUSE, Normalise.NONE)))
                .hasMessageContaining("1 of 1 pairs have different weights in their two directions, by up to 2");
    }

    @Test
    void logarithmsAreUndoneBeforeSignsAreJudged() {
        Connectome c = of(new double[][] {{0, -1, 2}, {-1, 0, 0}, {2, 0, 0}});

        double[][] w = Preparation.of(c, choices(Rows.TARGETS, true, Negative.REFUSE, Asymmetric.KEEP, Normalise.NONE))
                .excitatory();

        assertThat(w[0][1]).isCloseTo(2 * Math.exp(-1), within(1e-15));
        assertThat(w[0][2]).isCloseTo(2 * Math.exp(2), within(1e-14));
        assertThat(w[1][2]).isZero();
    }

    @Test
    void negativeWeightsAreRefusedDroppedOrSuppress() {
        Connectome c = of(new double[][] {{0, 4}, {-3, 0}});

        assertThatThrownBy(() -> Preparation.of(c, Choices.standard()))
                .hasMessageContaining("1 weight is negative, as that from a to b (-3)")
                .hasMessageContaining("Maybe they are logarithms or correlations");
        Preparation dropped =
                Preparation.of(c, choices(Rows.TARGETS, false, Negative.DROP, Asymmetric.KEEP, Normalise.MAX));
        assertThat(dropped.excitatory()).isDeepEqualTo(new double[][] {{0, 2}, {0, 0}});
        assertThat(dropped.suppressive()).isDeepEqualTo(new double[2][2]);
        Preparation suppress =
                Preparation.of(c, choices(Rows.TARGETS, false, Negative.SUPPRESS, Asymmetric.KEEP, Normalise.MAX));
        assertThat(suppress.suppressive()).isDeepEqualTo(new double[][] {{0, 0}, {1.5, 0}});
    }

    @Test
    void nothingToNormaliseIsRefused() {
        assertThatThrownBy(() -> Preparation.of(of(new double[2][2]), Choices.standard()))
                .hasMessageContaining("there is no connection");
    }

    @Test
    void labelsBecomeNamesThatDiffer() {
        assertThat(ConnectomeNetwork.names(List.of(
                        "7Networks_LH_Vis_1", "ctx-lh-bankssts", "1", "a b", "a_b", "x".repeat(40), "x".repeat(41))))
                .containsExactly(
                        "LH_Vis_1", "ctx-lh-bankssts", "r1", "a_b", "a_b_2", "x".repeat(32), "x".repeat(30) + "_2");
    }

    @Test
    void labelsOfSchaeferSayTheirNetwork() {
        RegionMap map = RegionMap.ofLabels(List.of("7Networks_LH_Default_PFC_1", "7Networks_RH_SalVentAttn_Med_2"));

        assertThat(map.networks()).containsExactly("Default", "SalVentAttn");
        assertThat(map.places().get("7Networks_LH_Default_PFC_1").parts()).containsExactly("mPFC", "PCC", "AG");
        assertThat(RegionMap.ofLabels(List.of("7Networks_LH_Default_PFC_1", "L_insula")))
                .isNull();
        assertThat(RegionMap.ofLabels(List.of("7Networks_LH_Nonsense_1"))).isNull();
    }

    @Test
    void aMapGivesNetworksAndParts() throws IOException {
        Path file = file("map.csv", "region,network,parts\nb,7,\na,amygdala,AMY HIP\n");

        RegionMap map = MapFile.networks(file, List.of("a", "b"));

        assertThat(map.places().get("a").network()).isEqualTo("amygdala");
        assertThat(map.places().get("a").parts()).containsExactly("AMY", "HIP");
        assertThat(map.places().get("b").network()).isEqualTo("Default");
        assertThat(map.places().get("b").parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            region,net~a,x                   | there is no column "net"
            region,network~a,x~b,            | :3:3: the network is ""
            region,network~a,x               | region "b" of the connectome has no line
            region,network~a,x~b,x~b,y       | :4:1: region "b" stands twice
            region,network~a,x~b,x~q,y       | :4:1: the connectome has no region "q"
            region,network~a,x,y~b,x         | :2:5: the line has 3 cells
            a,x~b,y                          | there is no column "a"
            region,network~a;x               | the line has 1 cells
            """)
    void wrongMapsAreRefused(String text, String message) throws IOException {
        Path file = file("map.csv", text.replace('~', '\n') + "\n");

        assertThatThrownBy(() -> MapFile.networks(file, List.of("a", "b"))).hasMessageContaining(message);
    }

    @Test
    void receptorsAreRelativeToTheirMean() throws IOException {
        RegionMap plain = RegionMap.single(List.of("a", "b"));

        RegionMap map = MapFile.withReceptors(
                plain, file("r.csv", "region\tgabaA\tdrive\tserotonin\na\t30\t-0.5\t0.3\nb\t10\t1\t0.1\n"));

        assertThat(map.places().get("a").gabaA()).isCloseTo(1.5, within(1e-15));
        assertThat(map.places().get("b").gabaA()).isCloseTo(0.5, within(1e-15));
        assertThat(map.places().get("a").drive()).isEqualTo(-0.5);
        assertThat(map.places().get("a").serotonin()).isEqualTo(0.3);
        assertThat(map.places().get("a").nmda()).isEqualTo(1);
        assertThatThrownBy(() -> MapFile.withReceptors(plain, file("n.csv", "region,nmda\na,-1\nb,1\n")))
                .hasMessageContaining(":2:3: nmda of a is -1, a density must be 0 or greater");
    }

    private static ConnectomeNetwork.Imported imported(Connectome c, RegionMap map, double suppression) {
        return ConnectomeNetwork.of(
                "n",
                c,
                map,
                null,
                new Choices(
                        Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.ROW_SUM, 1.6, suppression));
    }

    @Test
    void linksRunFromTheColumnToTheRow() {
        Connectome c = of(new double[][] {{0, 1}, {0, 0}});

        Network network = imported(c, RegionMap.single(c.labels()), 0).network();

        assertThat(network.links()).hasSize(1);
        Link link = network.links().get(0);
        assertThat(link.from()).isEqualTo("b");
        assertThat(link.to()).isEqualTo("a");
        assertThat(link.weight()).isEqualTo(1.6);
        assertThat(link.kind()).isEqualTo(Link.Kind.EXCITATORY);
    }

    @Test
    void suppressionIsAShareOfLinksBetweenNetworksAndSaysThatItIsAssumed() throws IOException {
        Connectome c = of(new double[][] {{0, 1, 1}, {1, 0, 0}, {1, 0, 0}});
        RegionMap map = MapFile.networks(file("m.csv", "region,network\na,Cont\nb,Cont\nc,Default\n"), c.labels());

        ConnectomeNetwork.Imported imported = imported(c, map, 0.5);

        List<Link> suppressive = imported.network().links().stream()
                .filter(l -> l.kind() == Link.Kind.SUPPRESSIVE)
                .toList();
        assertThat(suppressive).hasSize(2);
        assertThat(suppressive.get(0).from()).isEqualTo("c");
        assertThat(suppressive.get(0).weight()).isCloseTo(0.4, within(1e-15));
        assertThat(suppressive).allMatch(l -> l.status() == Status.ASSUMED);
        assertThat(imported.network().competing()).containsExactly("Cont", "Default");
        assertThat(imported.remarks()).anyMatch(r -> r.contains("(assumed; not in the file)"));
    }

    @Test
    void whatIsWrittenIsReadBackAndRuns() throws IOException {
        Connectome c = ConnectomeFile.withLengths(
                ConnectomeFile.read(reference("net8_weights.csv")), reference("net8_lengths_mm.csv"));
        Network network = imported(c, RegionMap.single(c.labels()), 0).network();

        Network again = ScenarioReader.network(file("n.json", ScenarioWriter.text(network)));

        assertThat(again).isEqualTo(network);
        assertThat(again.regions()).extracting(Region::name).startsWith("r1", "r2");
        FastClock clock = clock(again);
        clock.run(500, 1, (s, y) -> assertThat(y[0][0]).isBetween(0.0, 1.0));
    }

    private static FastClock clock(Network network) {
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                2,
                1,
                1,
                p -> Address.of(1).with("patient", p));
        clock.purpose("simulate");
        return clock;
    }

    /** 68 to 400 regions, all linked with all, through file and simulator. */
    @ParameterizedTest
    @ValueSource(ints = {68, 76, 400})
    void largeConnectomesRun(int n) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < n; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(i == j ? "0" : "0." + (1 + (i * 31 + j * 17) % 97));
            }
            csv.append(String.join(" ", row)).append('\n');
        }
        Connectome c = ConnectomeFile.read(file("large.txt", csv.toString()));
        Network network = ScenarioReader.network(file(
                "n.json",
                ScenarioWriter.text(imported(c, RegionMap.single(c.labels()), 0).network())));

        assertThat(network.links()).hasSize(n * (n - 1));
        double[] mean = new double[1];
        clock(network).run(200, 200, (s, y) -> mean[0] = y[0][n - 1]);
        assertThat(mean[0]).isBetween(0.01, 0.99);
    }
}
