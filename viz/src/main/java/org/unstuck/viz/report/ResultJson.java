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
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.study.Comparison;

/** {@code result.json}: what made a result, with the whole scenario and the hash of every data file. */
final class ResultJson {

    private ResultJson() {}

    static void write(Comparison comparison, Provenance provenance, List<Path> files, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("result.json"), StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeStringField("disclaimer", "A " + Disclaimer.SHORT + ".");
            json.writeNumberField("seed", comparison.scenario().seed());
            json.writeObjectFieldStart("run");
            json.writeArrayFieldStart("command");
            for (String word : provenance.command()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeNumberField("threads", provenance.threads());
            json.writeFieldName("seconds");
            json.writeNumber(Decimal.of(provenance.seconds(), 3));
            json.writeStringField("java", System.getProperty("java.version", ""));
            json.writeStringField("jvm", System.getProperty("java.vm.name", ""));
            json.writeStringField("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
            json.writeEndObject();
            json.writeObjectFieldStart("sha256");
            for (Path file : files) {
                json.writeStringField("data/" + file.getFileName(), Sha256.of(file));
            }
            json.writeEndObject();
            json.writeFieldName("scenario");
            ScenarioWriter.write(comparison.scenario(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
