package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StudySchemaTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "schema", "study.schema.json");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(ScenarioSchema.study());

    /** {@code mvn -pl model test -Dtest=StudySchemaTest -Dunstuck.write=true} writes it anew. */
    @Test
    void thePublishedSchemaIsCurrent() throws IOException {
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(PUBLISHED, ScenarioSchema.study());
        }
        assertThat(Files.readString(PUBLISHED)).isEqualTo(ScenarioSchema.study());
    }

    @Test
    void itIsASchemaItself() {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(ScenarioSchema.study(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void studiesAndTheirEchoesAreValid() {
        for (String name : BuiltIn.STUDIES.names()) {
            assertThat(SCHEMA.validate(BuiltIn.STUDIES.text(name), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
            assertThat(SCHEMA.validate(StudyWriter.text(BuiltIn.STUDIES.named(name)), InputFormat.JSON))
                    .as("echo of " + name)
                    .isEmpty();
        }
    }

    @Test
    void mistakesAreFoundByTheSchemaToo() {
        String text = BuiltIn.STUDIES.text("example");
        for (String[] change : new String[][] {
            {"\"seeds\"", "\"seed\""},
            {"\"steps\": 3", "\"steps\": 0"},
            {"\"sedation\"", "\"sedatio\""},
            {"\"path\": \"condition/severity\"", "\"path\": 5"},
            {"\"log\"", "\"logarithmic\""}
        }) {
            assertThat(SCHEMA.validate(text.replace(change[0], change[1]), InputFormat.JSON))
                    .as(change[1])
                    .isNotEmpty();
        }
    }
}
