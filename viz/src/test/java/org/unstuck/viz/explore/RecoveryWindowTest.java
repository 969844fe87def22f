package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;

/** The process of a window is killed, as by a power cut: the next window brings its session back. */
@Timeout(600)
class RecoveryWindowTest {

    @TempDir
    private Path folder;

    /** The process that is killed: a window in which a dose is given and a second run begun. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws Exception {
            Hands hands = new Hands(Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")), Path.of(args[0]), false);
            hands.click("give");
            hands.click("restart");
            hands.click("cue-threat");
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
    }

    @Test
    void whatWasDoneComesBackAfterAKill() throws Exception {
        Path kept = folder.resolve("explorer.json");
        new Hands(Sessions.of(BuiltIn.PRESETS.named("healthy")), folder.resolve("screen.json"), false).close();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        kept.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "output"))
                .start();
        try {
            while (process.isAlive() && !(Files.exists(kept) && commands(kept) >= 2)) {
                Thread.sleep(200);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Hands hands = new Hands(Sessions.of(BuiltIn.PRESETS.named("healthy")), kept, false)) {
            assertThat(hands.find("message", javax.swing.JLabel.class).getText())
                    .contains("Back to the last session");
            Hands.on(() -> {
                hands.window().filing().restore();
                return null;
            });
            hands.until(
                    "the runs are back",
                    () -> hands.window().session().runs().size() == 2
                            && hands.window().now().sides[0].run.equals("run 2")
                            && hands.window().now().sides[0].cues[0] > 0);
            hands.click("run-1");
            hands.until(
                    "the dose of run 1 is felt",
                    () -> hands.window().now().sides[0].level(Slow.GABA) > 0);
            hands.picture("recovered");
        }
    }

    /** Commands in all runs of a file that is being replaced again and again; it is whole at any moment. */
    private static int commands(Path file) {
        List<Session.Run> runs = Sessions.read(file).runs();
        return runs.stream().mapToInt(run -> run.commands().size()).sum();
    }
}
