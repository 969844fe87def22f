package org.unstuck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Place;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Study;

/**
 * Writes a study in full, so that it stands on its own: the scenario, every value of every axis. Equal studies give equal bytes on
 * every machine, and what is read back equals what was written.
 */
public final class StudyWriter {

    private static final int VERSION = 1;

    private StudyWriter() {}

    /**
     * The study as a document.
     *
     * @throws IllegalArgumentException if its design is a list of points, which no file names
     */
    public static String text(Study study) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            write(study, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(Study study, JsonGenerator json) throws IOException {
        if (!(study.space().design() instanceof org.unstuck.sweep.Design.Drawn)) {
            throw new IllegalArgumentException("a list of points is no design of a file");
        }
        json.writeStartObject();
        json.writeNumberField(Binder.VERSION, VERSION);
        json.writeStringField("name", study.name());
        json.writeStringField("description", study.description());
        json.writeFieldName(StudyReader.SCENARIO);
        ScenarioWriter.write(study.base(), json);
        json.writeFieldName("drugs");
        ScenarioWriter.value(study.base().drugs(), json);
        json.writeFieldName(StudyReader.SEEDS);
        ScenarioWriter.value(study.seeds(), json);
        json.writeFieldName(StudyReader.AXES);
        json.writeStartArray();
        for (Axis axis : study.space().axes()) {
            write(axis, json);
        }
        json.writeEndArray();
        json.writeFieldName(StudyReader.DESIGN);
        ScenarioWriter.value(study.space().design(), json);
        json.writeFieldName(StudyReader.OUTCOMES);
        ScenarioWriter.value(study.outcomes().stream().map(Reported::name).toList(), json);
        json.writeFieldName(StudyReader.MATCH);
        ScenarioWriter.value(study.matches(), json);
        json.writeEndObject();
    }

    private static void write(Axis axis, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", axis.name());
        if (axis instanceof Axis.Span span) {
            json.writeStringField("path", span.place().path());
            end("low", span.low(), span.unit(), json);
            end("high", span.high(), span.unit(), json);
            json.writeFieldName("scale");
            ScenarioWriter.value(span.scale(), json);
        } else if (axis instanceof Axis.Levels some) {
            json.writeStringField("path", some.place().path());
            values(some.levels(), json);
        } else {
            Axis.Linked linked = (Axis.Linked) axis;
            json.writeFieldName("paths");
            ScenarioWriter.value(linked.places().stream().map(Place::path).toList(), json);
            values(linked.levels(), json);
        }
        json.writeEndObject();
    }

    private static void end(String key, double value, String unit, JsonGenerator json) throws IOException {
        if (unit.isEmpty()) {
            json.writeFieldName(key);
            json.writeNumber(Decimal.exact(value));
        } else {
            json.writeStringField(key, Decimal.exact(value) + " " + unit);
        }
    }

    private static void values(List<Level> levels, JsonGenerator json) throws IOException {
        json.writeFieldName("values");
        ScenarioWriter.value(levels.stream().map(Level::value).toList(), json);
        json.writeFieldName("labels");
        ScenarioWriter.value(levels.stream().map(Level::text).toList(), json);
    }
}
