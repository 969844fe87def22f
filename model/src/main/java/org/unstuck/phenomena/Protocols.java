package org.unstuck.phenomena;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Scenario;

/** The protocols of the phenomena: scenario files in {@code org/unstuck/phenomena}. */
final class Protocols {

    private Protocols() {}

    /**
     * The scenario in {@code name}.json.
     *
     * @throws Missing if it names something that the model does not have
     */
    static Scenario named(String name) {
        String text = text(name + ".json");
        try {
            return ScenarioReader.parse(name + ".json", text);
        } catch (BadScenario e) {
            throw new Missing(
                    "what " + name + ".json names: " + e.mistakes().get(0).problem());
        }
    }

    static String text(String file) {
        try (InputStream in = Protocols.class.getResourceAsStream("/org/unstuck/phenomena/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
