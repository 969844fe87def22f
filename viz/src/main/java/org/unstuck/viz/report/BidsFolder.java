package org.unstuck.viz.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Version;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.scenario.ScenarioWriter;

/**
 * A run as a folder in the style of BIDS derivatives: {@code dataset_description.json}, and for one subject the weights, the nodes, the
 * equations, the parameters and the time series, as tables (TSV) with sidecars (JSON).
 *
 * <p>A draft: the extensions of BIDS for computational models (BEP034) and for connectivity (BEP017) are not final, so names and keys
 * can change. {@code .bidsignore} names what the standard does not know yet.
 *
 * @param network the network that ran, as the condition makes it
 * @param condition its name
 * @param parameters of the mass and the noise
 * @param sbml the equations
 * @param series what was recorded
 * @param provenance what made it
 * @param seed root of the noise
 */
public record BidsFolder(
        Network network,
        String condition,
        List<Record> parameters,
        String sbml,
        Series series,
        Provenance provenance,
        long seed) {

    private static final String SUBJECT = "sub-01";
    private static final String BIDS_VERSION = "1.9.0";
    private static final double MS = 1000;

    /**
     * A time series.
     *
     * @param description letters and digits, as in "bold"
     * @param quantity in words
     * @param unit of the numbers
     * @param samplingMs time between rows
     * @param columns one for each region, or one for all
     */
    public record Series(String description, String quantity, String unit, double samplingMs, List<String> columns) {
        public Series {
            columns = List.copyOf(columns);
        }
    }

    public BidsFolder {
        parameters = List.copyOf(parameters);
    }

    /** Where the numbers of the time series belong: rows of {@link Series#columns}, separated by tabs, below a line of names. */
    public Path seriesFile(Path folder) {
        return folder.resolve(SUBJECT)
                .resolve("ts")
                .resolve(SUBJECT + "_task-rest_desc-" + series.description + "_timeseries.tsv");
    }

    /**
     * Writes everything but the numbers of the time series.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path folder) {
        try {
            for (String part : List.of("net", "coord", "model", "ts")) {
                Files.createDirectories(folder.resolve(SUBJECT).resolve(part));
            }
            description(folder);
            weights(folder, Link.Kind.EXCITATORY, "C: onto excitatory cells of the target");
            weights(folder, Link.Kind.SUPPRESSIVE, "D: onto inhibitory cells of the target");
            nodes(folder);
            equations(folder);
            sidecarOfSeries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void description(Path folder) throws IOException {
        json(folder.resolve("dataset_description.json"), json -> {
            json.writeStringField("Name", "Unstuck: network " + network.name() + ", condition " + condition);
            json.writeStringField("BIDSVersion", BIDS_VERSION);
            json.writeStringField("DatasetType", "derivative");
            json.writeArrayFieldStart("GeneratedBy");
            json.writeStartObject();
            json.writeStringField("Name", "Unstuck");
            json.writeStringField("Version", provenance.version());
            json.writeStringField("Description", "Simulated; no data of a person. " + Disclaimer.LONG.get(0));
            json.writeEndObject();
            json.writeEndArray();
        });
        Files.writeString(
                folder.resolve("README"),
                "A simulated run of network " + network.name() + " under condition " + condition + ", seed " + seed
                        + ".\n\nDRAFT: folders net, coord, model and ts follow the drafts of BEP034 (computational models) and "
                        + "BEP017 (connectivity),\nwhich are not final. There is no subject: sub-01 is a set of equations.\n\n"
                        + String.join("\n", Disclaimer.LONG) + "\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(".bidsignore"),
                "result.json\n*/net/\n*/coord/\n*/model/\n*/ts/\n",
                StandardCharsets.UTF_8);
        json(folder.resolve("result.json"), json -> {
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("kind", "bids");
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeNumberField("seed", seed);
            json.writeArrayFieldStart("command");
            for (String word : provenance.command()) {
                json.writeString(word);
            }
            json.writeEndArray();
        });
    }

    private void weights(Path folder, Link.Kind kind, String meaning) throws IOException {
        int n = network.size();
        double[][] weights = new double[n][n];
        List<String> names = network.regionNames();
        java.util.Map<String, Integer> index = new java.util.LinkedHashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        for (Link link : network.links()) {
            if (link.kind() == kind) {
                weights[index.get(link.to())][index.get(link.from())] = link.weight();
            }
        }
        String word = kind.name().toLowerCase(Locale.ROOT);
        Path net = folder.resolve(SUBJECT).resolve("net");
        String stem = SUBJECT + "_desc-" + word + "_weights";
        try (Writer tsv = Files.newBufferedWriter(net.resolve(stem + ".tsv"), StandardCharsets.UTF_8)) {
            tsv.append(String.join("\t", names)).append('\n');
            for (double[] row : weights) {
                tsv.append(row(row)).append('\n');
            }
        }
        json(net.resolve(stem + ".json"), json -> {
            json.writeStringField("Description", "Weights of " + word + " links, " + meaning + ".");
            json.writeStringField("Rows", "targets, in the order of the columns");
            json.writeStringField("Columns", "sources");
            json.writeStringField("Units", "1");
        });
    }

    /** A line of a table. */
    public static String row(double[] values) {
        StringBuilder row = new StringBuilder();
        for (int j = 0; j < values.length; j++) {
            row.append(j == 0 ? "" : "\t").append(Decimal.exact(values[j]));
        }
        return row.toString();
    }

    private void nodes(Path folder) throws IOException {
        Path coord = folder.resolve(SUBJECT).resolve("coord");
        try (Writer tsv = Files.newBufferedWriter(coord.resolve(SUBJECT + "_nodes.tsv"), StandardCharsets.UTF_8)) {
            tsv.append("index\tname\tlabel\tnetwork\tdrive\tgabaA\tnmda\tserotonin\tplasticity\n");
            for (int i = 0; i < network.size(); i++) {
                Region r = network.regions().get(i);
                tsv.append(Integer.toString(i + 1))
                        .append('\t')
                        .append(String.join("\t", r.name(), plain(r.label()), plain(r.network())))
                        .append('\t')
                        .append(row(new double[] {r.drive(), r.gabaA(), r.nmda(), r.serotonin(), r.plasticity()}))
                        .append('\n');
            }
        }
        json(coord.resolve(SUBJECT + "_nodes.json"), json -> {
            column(json, "index", "from 1, the order of rows and columns of the weights");
            column(json, "network", "functional network");
            column(json, "drive", "constant input P, no unit");
            column(json, "gabaA", "density of GABA-A receptors relative to the mean over regions");
            column(json, "nmda", "density of NMDA receptors relative to the mean over regions");
            column(json, "serotonin", "density of serotonin transporters relative to the amygdala");
            column(json, "plasticity", "how much new synapses form, relative to prefrontal cortex");
        });
    }

    private static void column(JsonGenerator json, String name, String description) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("Description", description);
        json.writeEndObject();
    }

    /** A cell without what would end it. */
    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }

    private void equations(Path folder) throws IOException {
        Path model = folder.resolve(SUBJECT).resolve("model");
        String stem = SUBJECT + "_desc-wilsoncowan";
        Files.writeString(model.resolve(stem + "_eq.xml"), sbml, StandardCharsets.UTF_8);
        json(model.resolve(stem + "_eq.json"), json -> {
            json.writeStringField("Description", "The equations without noise, treatment and slow clock. Time in ms.");
            json.writeStringField("Format", "SBML Level 3 Version 2 core (the draft of BEP034 has LEMS)");
        });
        json(model.resolve(stem + "_param.json"), json -> {
            for (Record record : parameters) {
                for (Parameters.Declaration p : Parameters.of(record.getClass())) {
                    Parameter declared = p.declared();
                    json.writeObjectFieldStart(p.name());
                    json.writeStringField("Description", declared.meaning());
                    json.writeFieldName("Value");
                    json.writeNumber(Decimal.exact(Parameters.value(record, p.name())));
                    json.writeStringField("Units", declared.unit());
                    json.writeStringField("Source", declared.source());
                    json.writeEndObject();
                }
            }
        });
    }

    private void sidecarOfSeries(Path folder) throws IOException {
        String tsv = seriesFile(folder).getFileName().toString();
        json(seriesFile(folder).resolveSibling(tsv.replace(".tsv", ".json")), json -> {
            json.writeStringField("Description", series.quantity + ", simulated");
            json.writeStringField("TaskName", "rest");
            json.writeStringField("Units", series.unit);
            json.writeFieldName("SamplingFrequency");
            json.writeNumber(Decimal.exact(MS / series.samplingMs));
            json.writeFieldName("StartTime");
            json.writeNumber(0);
            json.writeStringField("Columns", "regions, in the order of the nodes, or one sum over all");
        });
    }

    /** Writes the fields of one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static void json(Path file, Fields fields) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
