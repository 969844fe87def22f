package org.unstuck.fuzz;

import java.nio.charset.StandardCharsets;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.scenario.Sessions;

/**
 * Target for Jazzer: the bytes of a scenario or of a session of the explorer. Whatever they are, a scenario comes out that can be written and read
 * back, or {@link BadScenario}; anything else is a finding.
 */
public final class FuzzScenario {

    private FuzzScenario() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            var scenario = ScenarioReader.parse("fuzz", text);
            if (!ScenarioReader.parse("again", ScenarioWriter.text(scenario)).equals(scenario)) {
                throw new IllegalStateException("what is written is not read back");
            }
        } catch (BadScenario e) {
            check(e);
        }
        try {
            Sessions.parse("fuzz", text);
        } catch (BadScenario e) {
            check(e);
        }
    }

    private static void check(BadScenario e) {
        if (e.mistakes().isEmpty()
                || e.getMessage().indexOf('\n') >= 0 && e.mistakes().size() == 1) {
            throw new IllegalStateException("a message of several lines: " + e.getMessage());
        }
    }
}
