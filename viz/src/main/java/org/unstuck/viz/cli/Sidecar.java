package org.unstuck.viz.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unstuck.describe.Version;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.Sha256;

/**
 * What made a table, in a file beside it: {@code x.csv.json} for {@code x.csv}, so that every reader of CSV still reads the
 * table. It has the SHA-256 of the table; one that does not fit is of an earlier table (a process was killed between the two).
 */
final class Sidecar implements AutoCloseable {

    private static final String ENDING = ".json";

    private final Path table;
    private final OutputFile file;

    private Sidecar(Path table, OutputFile file) {
        this.table = table;
        this.file = file;
    }

    /** What one kind of table adds. */
    @FunctionalInterface
    interface Body {
        /** Writes fields into the open object. */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * The file beside {@code table}: new, or with {@code replace} an earlier one.
     *
     * @throws CannotWrite if it is anything else, or cannot be made
     */
    static Sidecar of(Path table, boolean replace) {
        Path name = table.getFileName();
        if (name == null) {
            throw new CannotWrite(table, "is no file", "Maybe give a name inside it.");
        }
        return new Sidecar(table, OutputFile.at(table.resolveSibling(name + ENDING), replace));
    }

    /**
     * Writes about the table, which is whole at {@code staged}.
     *
     * @param command the words of the command line
     * @throws CannotWrite if that fails
     */
    void write(Path staged, String kind, List<String> command, Body body) {
        try (Writer out = Files.newBufferedWriter(file.place(), StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("kind", kind);
            json.writeStringField("version", Version.current());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeStringField("disclaimer", "A " + Disclaimer.SHORT + ".");
            json.writeObjectFieldStart("run");
            json.writeArrayFieldStart("command");
            for (String word : command) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeStringField("java", System.getProperty("java.version", ""));
            json.writeStringField("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
            json.writeEndObject();
            json.writeObjectFieldStart("sha256");
            json.writeStringField(table.getFileName().toString(), Sha256.of(staged));
            json.writeEndObject();
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new CannotWrite(table, e);
        }
    }

    /** The hashes of those {@code words} that are files, not names of something built in. */
    static void inputs(JsonGenerator json, List<String> builtIn, String... words) throws IOException {
        json.writeObjectFieldStart("inputs");
        for (String word : words) {
            if (!builtIn.contains(word)) {
                json.writeStringField(word, Sha256.of(Path.of(word)));
            }
        }
        json.writeEndObject();
    }

    /**
     * Puts the file in its place; the table is there already.
     *
     * @throws CannotWrite if that fails
     */
    void publish() {
        file.publish();
    }

    @Override
    public void close() {
        file.close();
    }
}
