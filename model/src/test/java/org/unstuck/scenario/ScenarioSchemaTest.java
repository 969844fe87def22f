package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Parameters;
import org.unstuck.plasticity.Learning;

class ScenarioSchemaTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "schema", "scenario.schema.json");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(ScenarioSchema.text());

    private static List<String> problems(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** {@code mvn -pl model test -Dtest=ScenarioSchemaTest -Dunstuck.write=true} writes it anew. */
    @Test
    void thePublishedSchemaIsCurrent() throws IOException {
        if (Boolean.getBoolean("unstuck.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, ScenarioSchema.text());
        }
        assertThat(Files.readString(PUBLISHED)).isEqualTo(ScenarioSchema.text());
    }

    @Test
    void itIsASchemaItself() {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(ScenarioSchema.text(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void presetsAndTheirEchoesAreValid() {
        for (String name : BuiltIn.PRESETS.names()) {
            assertThat(problems(BuiltIn.PRESETS.text(name))).as(name).isEmpty();
            assertThat(problems(ScenarioWriter.text(BuiltIn.PRESETS.named(name))))
                    .as("echo of " + name)
                    .isEmpty();
        }
    }

    @Test
    void partsInFilesOfTheirOwnAreValid() {
        for (Map.Entry<String, BuiltIn<?>> part : Map.<String, BuiltIn<?>>of(
                        "Network", BuiltIn.NETWORKS, "Condition", BuiltIn.CONDITIONS, "Drug", BuiltIn.DRUGS)
                .entrySet()) {
            JsonSchema schema = FACTORY.getSchema(ScenarioSchema.text()
                    .replaceFirst("\"type\": \"object\"", "\"\\$ref\": \"#/\\$defs/" + part.getKey() + "\"")
                    .replaceFirst("(?s)\"properties\": .*?\"\\$defs\"", "\"\\$defs\""));
            for (String name : part.getValue().names()) {
                assertThat(schema.validate(part.getValue().text(name), InputFormat.JSON))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    /** Of the typical mistakes, the schema alone finds those that need no second value to judge, and never invents one. */
    @ParameterizedTest
    @MethodSource("org.unstuck.scenario.MistakesTest#cases")
    void mistakesWithinOneValueAreFoundByTheSchemaToo(MistakesTest.Case mistake) throws IOException {
        String bad = MistakesTest.resource("trial.json").replace(mistake.from(), mistake.to());
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(bad);
        } catch (IOException e) {
            return;
        }
        boolean found = !SCHEMA.validate(tree).isEmpty();
        String says = mistake.message();
        if (says.contains("it must be a")
                || says.contains("there is no key")
                || says.contains("is missing")
                || says.contains("has no unit")
                || says.contains("is none of")
                || says.contains("no built-in")) {
            assertThat(found).as(says).isTrue();
        }
    }

    @Test
    void limitsAndDefaultsAreThoseOfTheDeclarations() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ScenarioSchema.text());
        JsonNode rate = schema.at("/$defs/Learning/properties/rate");
        assertThat(rate.get("default").doubleValue())
                .isEqualTo(Parameters.defaults(Learning.class).rate());
        assertThat(rate.get("minimum").intValue()).isZero();
        assertThat(rate.get("description").textValue()).contains("Source: ").contains("Explored from ");
        assertThat(schema.at("/$defs/Cohort/properties/weightKg/minimum").intValue())
                .isEqualTo(20);
        assertThat(schema.at("/$defs/ScanPlan/properties/at/default")).hasSize(10);
        assertThat(schema.at("/$defs/Kinetics/properties/clearance/properties/unit/const")
                        .textValue())
                .isEqualTo("L/h");
        assertThat(schema.at("/required")).hasSize(6);
    }

    /** Each limit of a plain number: the limit itself is read, the next number beyond it is refused. */
    @ParameterizedTest
    @CsvSource({
        "/cohort/patients, 1, 0",
        "/cohort/patients, 10000, 10001",
        "/cohort/weightKg, 20, 19.99",
        "/cohort/weightKg, 300, 300.01",
        "/scans/cues, 0, -1",
        "/scans/cues, 10000, 10001",
        "/network/regions/0/x, 0, -0.01",
        "/network/regions/0/x, 1, 1.01",
        "/network/regions/0/y, 0, -0.01",
        "/network/regions/0/y, 1, 1.01",
        "/network/regions/0/gabaA, 0, -0.01",
        "/network/regions/0/nmda, 0, -0.01",
        "/network/regions/0/plasticity, 0, -0.01",
        "/network/links/0/weight, 0, -0.01",
    })
    void readerAndSchemaDrawTheSameLimits(String pointer, String inside, String outside) throws IOException {
        assertThat(withValue(pointer, inside)).as("reader, schema").containsExactly(true, true);
        assertThat(withValue(pointer, outside)).as("reader, schema").containsExactly(false, false);
    }

    private static List<Boolean> withValue(String pointer, String value) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = (ObjectNode) json.readTree(ScenarioWriter.text(BuiltIn.PRESETS.named("healthy")));
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) root.at(pointer.substring(0, last))).set(pointer.substring(last + 1), json.readTree(value));
        List<Boolean> accepted = new ArrayList<>();
        try {
            ScenarioReader.parse("t", root.toString());
            accepted.add(true);
        } catch (BadScenario e) {
            accepted.add(false);
        }
        accepted.add(problems(root.toString()).isEmpty());
        return accepted;
    }
}
