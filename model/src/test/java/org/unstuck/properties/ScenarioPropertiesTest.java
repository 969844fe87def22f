package org.unstuck.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.study.Scenario;

/** Scenario files: what is written is read back; order and white space mean nothing (18); any damage is refused or harmless. */
class ScenarioPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<String> presets() {
        return Arbitraries.of(BuiltIn.PRESETS.names());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            Collections.shuffle(keys, random);
            ObjectNode other = JSON.createObjectNode();
            keys.forEach(key -> other.set(key, shuffled(object.get(key), random)));
            return other;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode other = JSON.createArrayNode();
            list.forEach(element -> other.add(shuffled(element, random)));
            return other;
        }
        return node;
    }

    @Property(tries = 60)
    void theOrderOfKeysMeansNothing(@ForAll("presets") String name, @ForAll long seed) {
        Scenario scenario = BuiltIn.PRESETS.named(name);
        String text = ScenarioWriter.text(scenario);
        String other = shuffled(tree(text), new Random(seed)).toPrettyString();
        assertThat(ScenarioReader.parse("other", other)).isEqualTo(scenario);
        assertThat(ScenarioReader.parse("same", text)).isEqualTo(scenario);
    }

    /** Letters taken out, doubled or replaced anywhere: a scenario comes out, or a message with a place; nothing else. */
    @Property(tries = 300)
    void damagedTextIsRefusedOrHarmless(
            @ForAll("presets") String name, @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int wounds) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(BuiltIn.PRESETS.text(name));
        for (int w = 0; w < wounds; w++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x250));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
        }
        Throwable thrown = catchThrowable(() -> ScenarioReader.parse("damaged", text.toString()));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(BadScenario.class);
            assertThat(thrown.getMessage()).startsWith("damaged:").doesNotContain("\n");
        }
    }

    /** Any text at all. */
    @Property(tries = 300)
    void anyTextIsRefused(@ForAll String text) {
        assertThat(catchThrowable(() -> ScenarioReader.parse("any", text))).isInstanceOf(BadScenario.class);
    }
}
