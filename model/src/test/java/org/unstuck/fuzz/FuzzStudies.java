package org.unstuck.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.StudyReader;
import org.unstuck.scenario.StudyWriter;

/**
 * Target for Jazzer: the bytes of a study, of a file of claims, of a network, a condition or a drug. A description comes out, and a study is read back
 * as it was written, or {@link BadScenario}; anything else is a finding.
 */
public final class FuzzStudies {

    private static final List<Function<Path, Object>> READERS =
            List.of(ScenarioReader::claims, ScenarioReader::network, ScenarioReader::condition, ScenarioReader::drug);

    private FuzzStudies() {}

    /** One input; every reader gets it. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            String written = StudyWriter.text(StudyReader.parse("fuzz", text));
            if (!StudyWriter.text(StudyReader.parse("again", written)).equals(written)) {
                throw new IllegalStateException("what is written is not read back");
            }
        } catch (BadScenario e) {
            check(e);
        }
        Path file = Scratch.file("f.json", data);
        for (Function<Path, Object> reader : READERS) {
            try {
                reader.apply(file);
            } catch (BadScenario e) {
                check(e);
            }
        }
    }

    static void check(BadScenario e) {
        if (e.mistakes().isEmpty()
                || e.mistakes().stream().anyMatch(m -> m.toString().indexOf('\n') >= 0)) {
            throw new IllegalStateException("no message, or one of several lines: " + e.getMessage());
        }
    }
}
