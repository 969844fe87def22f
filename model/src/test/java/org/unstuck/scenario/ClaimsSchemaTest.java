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

class ClaimsSchemaTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "schema", "claims.schema.json");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(ScenarioSchema.claims());

    /** {@code mvn -pl model test -Dtest=ClaimsSchemaTest -Dunstuck.write=true} writes it anew. */
    @Test
    void thePublishedSchemaIsCurrent() throws IOException {
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(PUBLISHED, ScenarioSchema.claims());
        }
        assertThat(Files.readString(PUBLISHED)).isEqualTo(ScenarioSchema.claims());
    }

    @Test
    void itIsASchemaItself() {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(ScenarioSchema.claims(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void claimsOfTheProgramAreValid() {
        for (String name : BuiltIn.CLAIMS.names()) {
            assertThat(SCHEMA.validate(BuiltIn.CLAIMS.text(name), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void mistakesAreFoundByTheSchemaToo() {
        String text = BuiltIn.CLAIMS.text("popular-account");
        for (String[] change : new String[][] {
            {"\"vary\"", "\"varies\""},
            {"\"drawPatients\": 6", "\"drawPatients\": 2"},
            {"\"is\": \"more\"", "\"is\": \"larger\""},
            {"\"draws\": 500", "\"families\": [\"wong-wangs\"], \"draws\": 500"},
            {"\"own\": [\"tolerance\"]", "\"own\": [\"tolerances\"]"}
        }) {
            assertThat(SCHEMA.validate(text.replace(change[0], change[1]), InputFormat.JSON))
                    .as(change[1])
                    .isNotEmpty();
        }
        assertThat(SCHEMA.validate(
                        text.replace("\"draws\": 500", "\"families\": [\"wong-wang\"], \"draws\": 500"),
                        InputFormat.JSON))
                .isEmpty();
    }
}
