package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;
import org.unstuck.viz.cli.Main;

/** A file that is wrong, opened by hand: the window says what the command line says, and the present session goes on. */
@Timeout(600)
class BadFileWindowTest {

    @TempDir
    private Path folder;

    private Hands open() throws Exception {
        return new Hands(Sessions.of(BuiltIn.PRESETS.named("healthy")), folder.resolve("recovery.json"), false);
    }

    private Path file(String text) throws Exception {
        return Files.write(folder.resolve("mine.json"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@code explore FILE} prints before it gives up. */
    private static String commandLine(Path file) {
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "explore", file.toString());
        assertThat(code).isEqualTo(2);
        return err.toString().strip();
    }

    private static boolean taskCue(Hands hands) {
        return Arrays.stream(hands.window().now().sides[0].cues).sum() > 0;
    }

    private static boolean typed(String words) {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() instanceof JTextField field
                && field.getText().equals(words);
    }

    private void refused(Path file, String... parts) throws Exception {
        String expected = commandLine(file);
        assertThat(expected).contains(parts);
        try (Hands hands = open()) {
            hands.click("cue-task");
            hands.until("the cue is on", () -> taskCue(hands));
            Session before = Hands.on(() -> hands.window().session());

            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_O);
            hands.untilDialog("the window asks for a file");
            hands.type(file.toString());
            hands.until("its name is there", () -> typed(file.toString()));
            hands.keys(KeyEvent.VK_ENTER);
            hands.until("the notice is there", () -> hands.shows("notice-text"));

            assertThat(hands.find("notice-text", JTextArea.class).getText()).isEqualTo(expected);
            hands.picture("bad-file");
            long at = hands.a().samples;
            hands.until("the patient goes on", () -> hands.window().now().sides[0].samples > at + 10 && taskCue(hands));
            Session after = Hands.on(() -> hands.window().session());
            assertThat(after.scenario()).isEqualTo(before.scenario());
            assertThat(after.runs().get(0).commands())
                    .isEqualTo(before.runs().get(0).commands());
            hands.click("notice-text"); // Where no window manager gives the focus back.
            hands.keys(KeyEvent.VK_ESCAPE);
            hands.until("the notice is put away", () -> !hands.shows("notice-text"));
        }
    }

    @Test
    void thatIsNoJson() throws Exception {
        refused(file("{\"schemaVersion\": 1, \"name\": }"), "mine.json:1:");
    }

    @Test
    void withSeveralMistakes() throws Exception {
        String good = ScenarioWriter.text(BuiltIn.PRESETS.named("healthy"));
        refused(
                file(good.replace("\"seed\": 1", "\"seed\": -1, \"sed\": 1").replace("\"horizon\"", "\"horizn\"")),
                "seed",
                "horizn");
    }
}
