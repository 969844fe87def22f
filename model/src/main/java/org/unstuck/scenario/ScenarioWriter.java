package org.unstuck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Word;
import org.unstuck.network.Network;
import org.unstuck.study.Scenario;

/**
 * Writes a scenario in full: every default, the network, the condition and the drugs. Equal scenarios give equal bytes on
 * every machine, and what is read back equals what was written.
 */
public final class ScenarioWriter {

    private static final int VERSION = 1;

    private ScenarioWriter() {}

    /** The scenario as a document: two spaces of indentation, '\n', keys in the order of their declaration. */
    public static String text(Scenario scenario) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(layout());
            write(scenario, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** The network as a file of its own: a line for each region and each link. */
    public static String text(Network network) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(layout(Lines.OF_KEYS).withArrayIndenter(Lines.OF_ELEMENTS));
            json.writeStartObject();
            json.writeNumberField(Binder.VERSION, VERSION);
            components(network, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** New lines for the keys of the document and the elements of its lists; what is inside an element stays on its line. */
    private enum Lines implements DefaultPrettyPrinter.Indenter {
        OF_KEYS(1),
        OF_ELEMENTS(2);

        private final int deepest;

        Lines(int deepest) {
            this.deepest = deepest;
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            json.writeRaw(level > deepest ? "" : "\n" + "  ".repeat(level));
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }

    /**
     * Writes the scenario as one value, for a document that contains it.
     *
     * @throws IOException if {@code json} cannot write
     */
    public static void write(Scenario scenario, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField(Binder.VERSION, VERSION);
        components(scenario, json);
        json.writeEndObject();
    }

    /** The layout of all JSON that is written: the same on every platform. */
    public static DefaultPrettyPrinter layout() {
        return layout(new DefaultIndenter("  ", "\n"));
    }

    private static DefaultPrettyPrinter layout(DefaultPrettyPrinter.Indenter indenter) {
        return new DefaultPrettyPrinter(new Separators(
                        Separators.DEFAULT_ROOT_VALUE_SEPARATOR,
                        ':',
                        Spacing.AFTER,
                        ',',
                        Spacing.NONE,
                        "",
                        ',',
                        Spacing.NONE,
                        ""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    static void value(Object value, JsonGenerator json) throws IOException {
        value(value, json, true);
    }

    /** Writes a value, with its word if it is one of several that could stand here. */
    private static void value(Object value, JsonGenerator json, boolean oneOfSeveral) throws IOException {
        Text text = Text.of(kind(value));
        if (text != null) {
            json.writeString(text.write().apply(value));
        } else if (value instanceof Double number) {
            json.writeNumber(Decimal.exact(number));
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                value(each, json);
            }
            json.writeEndArray();
        } else {
            json.writeStartObject();
            Word word = value.getClass().getAnnotation(Word.class);
            if (word != null && oneOfSeveral) {
                json.writeStringField(Binder.TYPE, word.value());
            }
            components((Record) value, json);
            json.writeEndObject();
        }
    }

    /** The declared type of a value that is written as text: that of a constant or an integrator is not its class. */
    static Class<?> kind(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass();
        }
        return value instanceof org.unstuck.integrate.Scheme ? org.unstuck.integrate.Scheme.class : value.getClass();
    }

    private static void components(Record record, JsonGenerator json) throws IOException {
        for (RecordComponent component : Binder.components(record.getClass())) {
            Object value = read(record, component);
            if (value != null) {
                json.writeFieldName(component.getName());
                value(value, json, !component.getType().isRecord());
            }
        }
    }

    static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
