package org.unstuck.viz.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.metric.Against;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.scenario.ScenarioWriter;

/** {@code result.json} of a measured recording: the numbers, what made them and the hash of every data file. */
final class MeasureJson {

    private MeasureJson() {}

    static void write(Recording recording, Provenance provenance, List<Path> files, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("result.json"), StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("kind", "measures");
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeNumberField("seed", recording.settings().seed());
            run(provenance, json);
            settings(recording, json);
            input(recording, json);
            json.writeArrayFieldStart("measures");
            for (RecordingMeasures.Row row : recording.measures().rows()) {
                row(row, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("sha256");
            for (Path file : files) {
                json.writeStringField("data/" + file.getFileName(), Sha256.of(file));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void run(Provenance provenance, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeArrayFieldStart("command");
        for (String word : provenance.command()) {
            json.writeString(word);
        }
        json.writeEndArray();
        json.writeFieldName("seconds");
        json.writeNumber(Decimal.of(provenance.seconds(), 3));
        json.writeStringField("java", System.getProperty("java.version", ""));
        json.writeEndObject();
    }

    private static void settings(Recording recording, JsonGenerator json) throws IOException {
        json.writeStringField("recording", recording.name());
        json.writeNumberField("regions", recording.regions().size());
        json.writeFieldName("samplingMs");
        json.writeNumber(Decimal.exact(recording.settings().samplingMs()));
        json.writeNumberField("windowSamples", recording.settings().window());
        json.writeNumberField("states", recording.settings().states());
        json.writeNumberField("surrogates", recording.settings().surrogates());
        json.writeFieldName("omega");
        json.writeNumber(Decimal.exact(recording.measures().omega()));
        json.writeArrayFieldStart("modules");
        for (String name : recording.modules().names()) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    /** What {@code verify} needs to measure the same again. */
    private static void input(Recording recording, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("input");
        json.writeStringField("sha256", recording.sha256());
        json.writeArrayFieldStart("regions");
        for (String region : recording.regions()) {
            json.writeString(region);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("module");
        for (int module : recording.modules().module()) {
            json.writeNumber(module);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void row(RecordingMeasures.Row row, JsonGenerator json) throws IOException {
        Against a = row.against();
        json.writeStartObject();
        json.writeStringField("measure", row.name());
        if (!row.unit().isEmpty()) {
            json.writeStringField("unit", row.unit());
        }
        number("value", a.value(), json);
        if (a.value() instanceof Measurement.Undefined none) {
            json.writeStringField("reason", none.reason());
        }
        number("seedsLow", row.seeds().low(), json);
        number("seedsHigh", row.seeds().high(), json);
        if (!row.hypothesis().isEmpty()) {
            json.writeStringField("null", row.hypothesis());
            number("nullMean", a.nullMean(), json);
            number("nullLow", a.nullQuantile(0.025), json);
            number("nullHigh", a.nullQuantile(0.975), json);
            number("z", a.z(), json);
            number("pAbove", a.p(), json);
            number("pBelow", a.pBelow(), json);
        }
        json.writeEndObject();
    }

    /** Nothing where there is no number. */
    private static void number(String name, Measurement value, JsonGenerator json) throws IOException {
        if (value.isDefined()) {
            json.writeFieldName(name);
            json.writeNumber(Decimal.exact(value.orElseThrow()));
        }
    }
}
