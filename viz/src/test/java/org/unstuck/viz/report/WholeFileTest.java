package org.unstuck.viz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;

/** How the explorer saves its session: killed at any moment, the file is one of those that were written, and whole. */
class WholeFileTest {

    /** {@code -Dunstuck.kills=N} for more. */
    private static final int KILLS = Integer.getInteger("unstuck.kills", 3);

    private static final List<String> PRESETS = List.of("depression-rumination", "generalised-anxiety");

    @TempDir
    Path folder;

    private static String session(String preset) {
        return Sessions.text(Sessions.of(BuiltIn.PRESETS.named(preset)));
    }

    /** Saves two sessions in turn, for ever. */
    static final class Saving {

        private Saving() {}

        public static void main(String[] args) throws IOException {
            for (int k = 0; ; k++) {
                WholeFile.write(Path.of(args[0]), session(PRESETS.get(k % 2)).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    @Timeout(3600)
    @DisabledOnOs(OS.WINDOWS)
    void killedWhileItSavesTheFileIsWhole() throws Exception {
        Path file = folder.resolve("session.json");
        String old = "old";
        Draws draws = Address.of(1).with("kill").draws();
        List<String> sessions = PRESETS.stream().map(WholeFileTest::session).toList();
        Set<String> seen = new LinkedHashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Files.writeString(file, old);
            Process saving = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saving.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            while (saving.isAlive() && Files.readString(file).equals(old)) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(draws.below(20_000));
            saving.destroyForcibly().waitFor();
            assertThat(file).content().isIn(sessions);
            seen.add(Files.readString(file));
        }
        // What was cut off lies beside it, hidden, and the next time it is written over.
        WholeFile.write(file, old.getBytes(StandardCharsets.UTF_8));
        assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file));
        assertThat(file).hasContent(old);
        assertThat(seen).isNotEmpty();
    }

    @Test
    void ifWritingFailsTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("session.json"), "old");
        Files.createDirectory(folder.resolve(".session.json.new"));
        Files.writeString(folder.resolve(".session.json.new/x"), "in the way");

        assertThatThrownBy(() -> WholeFile.write(file, new byte[] {1})).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
    }
}
