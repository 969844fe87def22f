package org.unstuck.viz.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.Sessions;
import org.unstuck.scenario.StudyReader;
import org.unstuck.study.Scenario;
import org.unstuck.study.Session;
import org.unstuck.sweep.Study;

/** What a word of the command stands for: something built in, else a file. */
final class Named {

    private static final String ENDING = ".json";

    private Named() {}

    static Scenario scenario(String word) {
        return find(word, "preset", BuiltIn.PRESETS, ScenarioReader::read);
    }

    static Study study(String word) {
        return find(word, "study", BuiltIn.STUDIES, StudyReader::read);
    }

    /** A session of the explorer, or a scenario as one in which nothing has happened yet. */
    static Session session(String word) {
        if (BuiltIn.PRESETS.names().contains(word)) {
            return Sessions.of(BuiltIn.PRESETS.named(word));
        }
        return Sessions.read(file(word, "preset", BuiltIn.PRESETS));
    }

    /** A scenario, or a protocol for a body of {@code protocolKg}. */
    static Scenario protocol(String word, double protocolKg) {
        return find(word, "preset", BuiltIn.PRESETS, file -> ScenarioReader.protocol(file, protocolKg));
    }

    static Network network(String word) {
        return find(word, "network", BuiltIn.NETWORKS, ScenarioReader::network);
    }

    static Condition condition(String word) {
        return find(word, "condition", BuiltIn.CONDITIONS, ScenarioReader::condition);
    }

    static ClaimStudy claims(String word) {
        return find(word, "claim study", BuiltIn.CLAIMS, ScenarioReader::claims);
    }

    private static <T> T find(String word, String noun, BuiltIn<T> builtIn, Function<Path, T> reader) {
        if (builtIn.names().contains(word)) {
            return builtIn.named(word);
        }
        return reader.apply(file(word, noun, builtIn));
    }

    private static Path file(String word, String noun, BuiltIn<?> builtIn) {
        Path file = new Convert.Place().read(word);
        if (!word.endsWith(ENDING) && Files.notExists(file)) {
            throw new Invalid(
                    "there is neither a " + noun + " nor a file \"" + Shown.text(word) + "\".",
                    Suggestion.among(builtIn.names(), word));
        }
        return file;
    }
}
