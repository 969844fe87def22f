package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.scenario.BuiltIn;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ExportTest {

    @TempDir
    Path folder;

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** What JSBML makes of it is tested beside the writer. */
    @Test
    void sbmlHasARateForEveryVariable() throws Exception {
        Shell.Outcome printed = Shell.run("export", "sbml", "four-networks", "--set", "wEE=8");
        assertThat(printed.code()).as(printed.err()).isZero();

        assertThat(xml(printed.out()).getElementsByTagName("rateRule").getLength())
                .isEqualTo(12);
        assertThat(printed.out()).contains("<parameter id=\"wEE\" name=\"recurrent excitation\" value=\"8\"");

        Path file = folder.resolve("model.xml");
        assertThat(Shell.run("export", "sbml", "four-networks", "--set", "wEE=8", "--out", file.toString())
                        .code())
                .isZero();
        assertThat(Shell.text(file)).isEqualTo(printed.out());
        assertThat(Shell.run("export", "sbml", "--out", file.toString()).code()).isEqualTo(Exit.CANNOT_WRITE);
    }

    private static List<String[]> table(Path tsv) {
        return Shell.text(tsv).lines().map(line -> line.split("\t", -1)).toList();
    }

    @Test
    void bidsHasWhatRan() throws Exception {
        Path bids = folder.resolve("bids");
        Shell.Outcome outcome = Shell.run(
                "export",
                "bids",
                "twelve-regions",
                "--condition",
                "generalised-anxiety",
                "--seconds",
                "20",
                "--seed",
                "3",
                "--out",
                bids.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Network ill = BuiltIn.CONDITIONS.named("generalised-anxiety").in(BuiltIn.NETWORKS.named("twelve-regions"), 1);

        List<String[]> weights = table(bids.resolve("sub-01/net/sub-01_desc-excitatory_weights.tsv"));
        assertThat(weights).hasSize(13);
        assertThat(weights.get(0)).containsExactly(ill.regionNames().toArray(String[]::new));
        for (Link link : ill.links()) {
            if (link.kind() == Link.Kind.EXCITATORY) {
                String cell = weights.get(1 + ill.indexOf(link.to()))[ill.indexOf(link.from())];
                assertThat(Double.parseDouble(cell)).isEqualTo(link.weight());
            }
        }

        List<String[]> series = table(bids.resolve("sub-01/ts/sub-01_task-rest_desc-bold_timeseries.tsv"));
        List<String> simulated = Shell.run(
                        "simulate",
                        "--condition",
                        "generalised-anxiety",
                        "--seconds",
                        "20",
                        "--seed",
                        "3",
                        "--observe",
                        "bold")
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(series).hasSize(1 + simulated.size());
        for (int row = 0; row < simulated.size(); row++) {
            String[] cells = simulated.get(row).split(",", 2);
            assertThat(String.join(",", series.get(1 + row))).isEqualTo(cells[1]);
        }
        assertThat(xml(Shell.text(bids.resolve("sub-01/model/sub-01_desc-wilsoncowan_eq.xml")))
                        .getElementsByTagName("rateRule")
                        .getLength())
                .isEqualTo(36);
        assertThat(Shell.text(bids.resolve("README"))).contains("DRAFT", "BEP034", "not medical advice");
    }

    /** Names are key-value pairs, every table has a sidecar, every sidecar is JSON, and what the standard does not know is named. */
    @Test
    void bidsHasTheFormOfADerivative() throws IOException {
        Path bids = folder.resolve("bids");
        Shell.run(
                "export",
                "bids",
                "four-networks",
                "--observe",
                "eeg",
                "--seconds",
                "1",
                "--quiet",
                "--out",
                bids.toString());

        assertThat(Shell.text(bids.resolve("dataset_description.json")))
                .contains("\"DatasetType\": \"derivative\"", "\"GeneratedBy\"", "\"BIDSVersion\"");
        try (Stream<Path> files = Files.walk(bids)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (file.getParent().equals(bids)) {
                    assertThat(name).isIn("dataset_description.json", "README", ".bidsignore", "result.json");
                } else {
                    assertThat(name).matches("sub-01(_task-[a-z]+)?(_desc-[a-z0-9]+)?_[a-z]+\\.(tsv|json|xml)");
                }
                if (name.endsWith(".json")) {
                    assertThat(values(file)).as(name).isPositive();
                } else if (name.endsWith(".tsv") || name.endsWith(".xml")) {
                    assertThat(file.resolveSibling(name.replaceAll("\\.[a-z]+$", ".json")))
                            .isNotEmptyFile();
                }
                if (name.endsWith(".tsv")) {
                    assertThat(table(file).stream().map(row -> row.length).distinct())
                            .hasSize(1);
                }
            }
        }
        assertThat(Shell.text(bids.resolve(".bidsignore"))).contains("result.json", "*/net/", "*/ts/");
        assertThat(Shell.text(bids.resolve("sub-01/ts/sub-01_task-rest_desc-eeg_timeseries.json")))
                .contains("\"SamplingFrequency\": 100");
    }

    private static int values(Path json) throws IOException {
        int values = 0;
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token.isScalarValue() ? 1 : 0;
            }
        }
        return values;
    }

    @Test
    void aFolderIsReplacedOnlyWhenAsked() {
        Path bids = folder.resolve("bids");
        String[] words = {"export", "bids", "four-networks", "--seconds", "2", "--out", bids.toString()};

        assertThat(Shell.run(words).code()).isZero();
        List<String> before = Shell.everything(bids);
        assertThat(Shell.run(words).code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(Shell.everything(bids)).isEqualTo(before);
        Shell.Outcome state = Shell.run("export", "bids", "--observe", "state");
        assertThat(state.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(state.err()).contains("a time series of one quantity is needed");
    }
}
