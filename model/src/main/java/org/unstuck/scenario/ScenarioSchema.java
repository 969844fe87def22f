package org.unstuck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Sourced;

/**
 * The JSON Schema (draft 2020-12) of scenario files, made from the declarations that {@link Binder} reads by. What the reader
 * accepts the schema accepts; what needs two values to judge (a drug that is not there, a scan after the horizon) only the
 * reader refuses. {@code $defs} has the schemas of networks, conditions and drugs in files of their own.
 */
public final class ScenarioSchema {

    private static final String PATH = "^(?!/)(?!.*\\.\\.)[^\\\\:]+\\.json$";

    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Map<String, Class<?>> owners = new LinkedHashMap<>();

    private ScenarioSchema() {}

    /** The schema as a document. */
    public static String text() {
        ScenarioSchema schema = new ScenarioSchema();
        Map<String, Object> root = head(
                "urn:unstuck:scenario:1",
                "Unstuck scenario",
                "Everything that decides a comparison of treatments in a model of a brain network.");
        root.putAll(schema.record(ScenarioFile.class, ""));
        root.put("$defs", schema.definitions);
        return text(root);
    }

    /** The schema of study files as a document. */
    public static String study() {
        ScenarioSchema schema = new ScenarioSchema();
        Map<String, Object> root = head(
                "urn:unstuck:study:1",
                "Unstuck study",
                "A comparison at many points of its parameters, conditions and treatments. Keys of a scenario replace those of the "
                        + "scenario that it begins with.");
        root.putAll(StudySchema.root(schema));
        root.put("$defs", schema.definitions);
        return text(root);
    }

    /** The schema of claims files as a document. */
    public static String claims() {
        ScenarioSchema schema = new ScenarioSchema();
        Map<String, Object> root = head(
                "urn:unstuck:claims:1",
                "Unstuck claims",
                "Statements about a scenario that a run can show to be true or false, and what is drawn to see how far they hold.");
        root.putAll(schema.record(ClaimsFile.class, ""));
        root.put("$defs", schema.definitions);
        return text(root);
    }

    private static Map<String, Object> head(String id, String title, String description) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", id);
        root.put("title", title);
        root.put("description", description);
        return root;
    }

    private static String text(Map<String, Object> root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            write(root, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    Map<String, Object> record(Class<?> type, String word) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        if (!word.isEmpty()) {
            properties.put(Binder.TYPE, Map.of("const", word));
            required.add(Binder.TYPE);
        }
        if (Shelves.holds(type)) {
            properties.put(Binder.VERSION, Map.of("const", 1));
        }
        for (RecordComponent component : Binder.components(type)) {
            Located absent = Binder.absent(component);
            properties.put(component.getName(), component(component, absent));
            if (absent == null && !component.isAnnotationPresent(Optional.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        Meaning meaning = type.getAnnotation(Meaning.class);
        if (meaning != null) {
            schema.put("description", meaning.value());
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> component(RecordComponent component, Located absent) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Parameter parameter = component.getAnnotation(Parameter.class);
        Meaning meaning = component.getAnnotation(Meaning.class);
        if (parameter != null) {
            schema.put("description", description(parameter));
        } else if (meaning != null) {
            boolean plainNumber =
                    component.getType() == double.class && !meaning.unit().isEmpty();
            schema.put("description", meaning.value() + (plainNumber ? unit(meaning.unit()) : ""));
        }
        schema.putAll(value(component.getGenericType()));
        if (parameter != null) {
            rule(parameter.rule(), schema);
        }
        Limits limits = component.getAnnotation(Limits.class);
        if (limits != null) {
            limits(limits, schema);
        }
        if (component.getType() == Sourced.class) {
            schema.put("properties", Map.of("unit", Map.of("const", meaning.unit())));
        }
        if (absent != null) {
            schema.put("default", absent);
        }
        return schema;
    }

    private static String description(Parameter p) {
        return p.symbol() + ": " + p.meaning() + unit(p.unit()) + ". Explored from " + Decimal.exact(p.low()) + " to "
                + Decimal.exact(p.high()) + ". Source: " + p.source() + " (evidence " + Text.word(p.evidence()) + ", "
                + Text.word(p.status()) + ").";
    }

    private static String unit(String unit) {
        return unit.equals("1") ? "" : ", in " + unit;
    }

    Map<String, Object> value(Type type) {
        if (type instanceof ParameterizedType list) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "array");
            schema.put("items", value(list.getActualTypeArguments()[0]));
            if (list.getRawType() == Set.class) {
                schema.put("uniqueItems", true);
            }
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        Text text = Text.of(plain);
        if (text != null) {
            return text(text);
        }
        if (plain.isPrimitive()) {
            String name = plain == double.class ? "number" : plain == boolean.class ? "boolean" : "integer";
            return new LinkedHashMap<>(Map.of("type", name));
        }
        if (BuiltIn.of(plain) != null) {
            List<Object> ways = new ArrayList<>();
            ways.add(Map.of("enum", BuiltIn.of(plain).names()));
            ways.add(text(new Text("", List.of(), PATH, null, null)));
            ways.add(reference(plain, ""));
            return new LinkedHashMap<>(Map.of("anyOf", ways));
        }
        if (plain.isSealed()) {
            List<Object> ways = new ArrayList<>();
            Binder.words(plain).forEach((word, record) -> ways.add(reference(record, word)));
            return new LinkedHashMap<>(Map.of("oneOf", ways));
        }
        return reference(plain, "");
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (!text.words().isEmpty()) {
            schema.put("enum", text.words());
        }
        if (!text.pattern().isEmpty()) {
            schema.put("pattern", text.pattern());
        }
        return schema;
    }

    private Map<String, Object> reference(Class<?> type, String word) {
        String name = word.isEmpty() ? type.getSimpleName() : word;
        if (owners.getOrDefault(name, type) != type) {
            name = word + "-" + type.getSimpleName(); // One word, two things: an event and a side of a claim.
        }
        owners.put(name, type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, record(type, word));
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + name));
    }

    private static void rule(Rule rule, Map<String, Object> schema) {
        switch (rule) {
            case POSITIVE -> schema.put("exclusiveMinimum", 0);
            case NON_NEGATIVE -> schema.put("minimum", 0);
            case FRACTION -> {
                schema.put("minimum", 0);
                schema.put("maximum", 1);
            }
            default -> {}
        }
    }

    private static void limits(Limits limits, Map<String, Object> schema) {
        String what = switch (String.valueOf(schema.get("type"))) {
            case "array" -> "Items";
            case "string" -> "Length";
            default -> "imum";
        };
        if (limits.low() > (what.equals("imum") ? Double.NEGATIVE_INFINITY : 0)) {
            schema.put("min" + what, limits.low());
        }
        if (limits.high() < Double.POSITIVE_INFINITY) {
            schema.put("max" + what, limits.high());
        }
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(each, json);
            }
            json.writeEndArray();
        } else if (value instanceof Located literal) {
            write(plain(literal), json);
        } else if (value instanceof Number number) {
            json.writeNumber(Decimal.exact(number.doubleValue()));
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString((String) value);
        }
    }

    private static Object plain(Located literal) {
        return switch (literal.kind()) {
            case TEXT -> literal.text();
            case NUMBER -> Double.valueOf(literal.text());
            case LIST -> literal.elements().stream().map(ScenarioSchema::plain).toList();
            case OBJECT -> Map.of();
            case TRUE -> true;
            case FALSE -> false;
            default ->
                throw new IllegalStateException(
                        "a default is " + literal.kind().words().toLowerCase(Locale.ROOT));
        };
    }
}
