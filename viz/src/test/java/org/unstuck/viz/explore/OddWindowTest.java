package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.JProgressBar;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;

/** What happens seldom: other languages, long names, files opened and windows closed while something computes. */
@Timeout(600)
class OddWindowTest {

    /** Letters that a name of a scenario may have. */
    private static final int LONGEST = 120;

    @TempDir
    private Path folder;

    private Hands open(Session session) throws Exception {
        return new Hands(session, folder.resolve("recovery.json"), false);
    }

    private Hands open() throws Exception {
        return open(Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")));
    }

    /** A comma is a point where one types; what is shown and written is the same in every language. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG"})
    void otherLanguages(String tag) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try (Hands hands = open()) {
            Hands.on(() -> {
                hands.window().goTo(1);
                return null;
            });
            JTextField field = hands.find("wilsonCowan.wEE.value", JTextField.class);
            Hands.on(() -> {
                field.setText("7,25");
                field.postActionEvent();
                return null;
            });
            hands.until(
                    "the patient has it",
                    () -> hands.window().now().sides[0].parameters.wilsonCowan().wEE() == 7.25);
            String shown = Hands.on(() -> field.getText());
            assertThat(shown).isEqualTo("7.25");
            Path data = folder.resolve("data.csv");
            Hands.on(() -> {
                hands.window().filing().export(data);
                hands.window().goTo(3);
                return null;
            });
            assertThat(Files.readAllLines(data).get(2)).matches("A,[0-9.]+,[a-zA-Z]+(,[-0-9.eE]+)+");
            JSpinner patients = hands.find("course-patients", JSpinner.class);
            String digits = Hands.on(() -> ((JSpinner.DefaultEditor) patients.getEditor())
                    .getTextField()
                    .getText());
            assertThat(digits).isEqualTo("6");
            hands.picture("language-" + tag);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void longNamesAtTheLeastSize() throws Exception {
        String name = "a name that says everything about this patient, where it came from and why, and then goes on ";
        String text = ScenarioWriter.text(BuiltIn.PRESETS.named("generalised-anxiety"));
        String own =
                "\"name\": \"" + BuiltIn.PRESETS.named("generalised-anxiety").name() + "\"";
        assertThat(text).contains(own);
        Path file = Files.write(
                folder.resolve("long.json"),
                text.replace(
                                own,
                                "\"name\": \""
                                        + name.repeat(2).substring(0, LONGEST).strip() + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        try (Hands hands = open()) {
            Hands.on(() -> {
                hands.window().frame().setSize(new Dimension(1024, 700));
                hands.window().filing().read(file);
                return null;
            });
            hands.until(
                    "it is open",
                    () -> hands.window().session().scenario().name().startsWith("a name"));
            hands.picture("long-name");
            for (String part : new String[] {"play", "scan", "compare", "clocks"}) {
                var found = hands.find(part, javax.swing.JComponent.class);
                Hands.on(() -> {
                    hands.window().frame().validate();
                    assertThat(found.getWidth()).as(part).isGreaterThanOrEqualTo(found.getPreferredSize().width - 1);
                    return null;
                });
            }
        }
    }

    /** A course that computes belongs to its scenario: another file ends it, and so does closing the window. */
    @Test
    void openedAndClosedWhileACourseComputes() throws Exception {
        Path file = folder.resolve("other.json");
        Files.writeString(file, ScenarioWriter.text(BuiltIn.PRESETS.named("healthy")));
        try (Hands hands = open()) {
            compute(hands);
            Hands.on(() -> {
                hands.window().filing().read(file);
                return null;
            });
            hands.until(
                    "the other is open",
                    () -> hands.window()
                                    .session()
                                    .scenario()
                                    .name()
                                    .equals(BuiltIn.PRESETS.named("healthy").name())
                            && hands.window().now().sides[0].samples > 5);
            hands.until("the course has ended", () -> !computes());
            compute(hands);
        }
        long end = System.currentTimeMillis() + 60_000;
        while (computes() && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
        assertThat(computes()).as("the course goes on without a window").isFalse();
    }

    private static void compute(Hands hands) throws Exception {
        Hands.on(() -> {
            hands.window().goTo(3);
            return null;
        });
        hands.click("course-run");
        JProgressBar progress = hands.find("course-progress", JProgressBar.class);
        hands.until("it computes", () -> computes() && progress.getValue() > 0);
    }

    private static boolean computes() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.isAlive() && t.getName().equals("unstuck-course"));
    }
}
