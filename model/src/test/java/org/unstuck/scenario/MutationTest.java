package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.study.Scenario;

/**
 * Every value of a scenario that has everything written out, damaged in every way: the reader either accepts a legal scenario
 * or says what is wrong and where; nothing else ever comes out, and what it accepts the schema accepts.
 */
class MutationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ScenarioSchema.text());

    /** Replacements, as JSON; those that no place of a scenario allows are {@link #NEVER}. */
    private static final List<String> SOMETIMES = List.of(
            "-1",
            "0",
            "-0.0",
            "0.5",
            "1",
            "1e308",
            "-1e308",
            "4.9e-324",
            "9223372036854775808",
            "\"\"",
            "\"   \"",
            "\"1 h\"",
            "\"-1 h\"",
            "\"1e300 wk\"",
            "\"NaN mg\"",
            "\"1e308 mg\"",
            "\"AMY\"",
            "\"oral\"",
            "\"../../evil.json\"",
            "\"%s%n{0}\"",
            "\"\ud83e\udde0\"",
            "\"healthy\"",
            "[]",
            "{}");

    private static final List<String> NEVER = List.of(
            "null",
            "true",
            "NaN",
            "-Infinity",
            "1e400",
            "1e-400",
            "0x10",
            "+1",
            "01",
            ".5",
            "1,5",
            "[null]",
            "[[]]",
            "{\"zz\": 1}",
            "\"\\ud800\"",
            "\"a\\u0000b\"");

    private static final String PLACE = "\"a place\"";
    private static final ObjectNode FULL = full();

    /** The main preset with everything written out, but the smallest network. */
    private static ObjectNode full() {
        try {
            Scenario preset = BuiltIn.PRESETS.named("generalised-anxiety");
            ObjectNode node = (ObjectNode) JSON.readTree(ScenarioWriter.text(preset));
            node.set("network", JSON.readTree(BuiltIn.NETWORKS.text("four-networks")));
            return node;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> pointers() {
        List<String> all = new ArrayList<>();
        walk("", FULL, all::add);
        return all.stream();
    }

    private static void walk(String pointer, JsonNode node, Consumer<String> visitor) {
        visitor.accept(pointer);
        if (node instanceof ObjectNode object) {
            // Parameters of a group are alike too.
            int most = pointer.matches("/parameters/.+|/cohort/spread") ? 2 : object.size();
            object.properties().stream()
                    .limit(most)
                    .forEach(e -> walk(pointer + "/" + e.getKey(), e.getValue(), visitor));
        }
        // Elements of a list are alike, but for the events of the arms.
        int most = pointer.startsWith("/arms") ? 4 : 1;
        for (int i = 0; node instanceof ArrayNode array && i < Math.min(most, array.size()); i++) {
            walk(pointer + "/" + i, array.get(i), visitor);
        }
    }

    /** The document on lines of its own, with {@link #PLACE} at {@code pointer}. */
    private static String print(String pointer) {
        if (pointer.isEmpty()) {
            return PLACE;
        }
        ObjectNode copy = FULL.deepCopy();
        JsonNode holder = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), "a place");
        } else {
            ((ObjectNode) holder).put(key, "a place");
        }
        return copy.toPrettyString();
    }

    @Test
    void theWholeScenarioIsAccepted() {
        assertThat(ScenarioReader.parse("full", FULL.toString()).arms()).hasSize(5);
        assertThat(pointers().count()).isGreaterThan(180);
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void noValueBreaksTheReader(String pointer) {
        String document = print(pointer);
        for (String value : NEVER) {
            String text = document.replace(PLACE, value);
            assertThat(problem(text)).as("%s = %s", pointer, value).isNotNull();
        }
        for (String value : SOMETIMES) {
            String text = document.replace(PLACE, value);
            if (problem(text) == null) {
                assertThat(schemaSays(text)).as("%s = %s", pointer, value).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void aValueOfTheWrongKindIsFoundAtItsPlace(String pointer) {
        String text = print(pointer).replace(PLACE, "null");
        Mistake mistake = problem(text);
        int at = pointer.isEmpty() ? 0 : text.indexOf("null");
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        assertThat(mistake.pointer()).isEqualTo(pointer);
        assertThat(mistake.line()).isEqualTo(line);
        assertThat(mistake.column()).isEqualTo(pointer.isEmpty() ? 1 : column);
    }

    @ParameterizedTest
    @MethodSource("pointers")
    void everyKeyIsNeededOrHasADefault(String pointer) {
        if (!(FULL.at(pointer) instanceof ObjectNode)) {
            return;
        }
        List<String> names = new ArrayList<>();
        FULL.at(pointer).fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            ObjectNode copy = FULL.deepCopy();
            ObjectNode object = (ObjectNode) copy.at(pointer);
            JsonNode value = object.remove(name);
            Mistake absent = problem(copy.toString());
            if (absent == null) {
                assertThat(schemaSays(copy.toString()))
                        .as("%s/%s absent", pointer, name)
                        .isEmpty();
            }
            object.set(name + "zz", value);
            Mistake unknown = problem(copy.toString());
            assertThat(unknown).as("%s/%s renamed", pointer, name).isNotNull();
            assertThat(schemaSays(copy.toString())).isNotEmpty();
        }
    }

    /** The first mistake, or null if the text is accepted; any other outcome is a fault. */
    private static Mistake problem(String text) {
        try {
            ScenarioReader.parse("t", text);
            return null;
        } catch (BadScenario e) {
            assertThat(e.getMessage()).startsWith("t:").doesNotContain("\n");
            return e.mistakes().get(0);
        } catch (RuntimeException e) {
            return fail("not a BadScenario for\n" + text, e);
        }
    }

    private static List<String> schemaSays(String text) {
        try {
            return SCHEMA.validate(JSON.readTree(text)).stream()
                    .map(Object::toString)
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
