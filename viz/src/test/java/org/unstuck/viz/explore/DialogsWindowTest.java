package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;

/** Dialogs are used with keys alone, and have names for somebody who does not see them. */
@Timeout(600)
class DialogsWindowTest {

    @TempDir
    private Path folder;

    private Hands open() throws Exception {
        return new Hands(
                Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")), folder.resolve("recovery.json"), false);
    }

    private static Component owner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    private static java.awt.Window front() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow();
    }

    /** Whether no dialog is open; where no window manager is, the focus does not come back by itself. */
    private static boolean alone() {
        for (java.awt.Window each : java.awt.Window.getWindows()) {
            if (each instanceof java.awt.Dialog && each.isShowing()) {
                return false;
            }
        }
        return true;
    }

    private void asks(Hands hands, int letter) throws Exception {
        hands.click("step"); // So that the window has the focus.
        hands.until("the window has the focus", () -> front() == hands.window().frame());
        hands.keys(KeyEvent.VK_CONTROL, letter);
    }

    private void answer(Hands hands, Path file) throws Exception {
        hands.until("it asks for a name", () -> front() instanceof java.awt.Dialog && owner() instanceof JTextField);
        named(hands);
        hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        hands.type(file.toString());
        hands.until(
                "the name is there",
                () -> owner() instanceof JTextField f && f.getText().equals(file.toString()));
        hands.keys(KeyEvent.VK_ENTER);
    }

    /** The dialog in front and every part of it that can be operated has a name. */
    private static void named(Hands hands) throws Exception {
        Hands.on(() -> {
            java.awt.Window dialog = front();
            assertThat(dialog.getAccessibleContext().getAccessibleName()).isNotBlank();
            named(dialog);
            return null;
        });
        hands.check();
    }

    private static void named(Container in) {
        for (Component c : in.getComponents()) {
            boolean part = c instanceof AbstractButton || c instanceof JComboBox || c instanceof JTextField;
            boolean inside =
                    c.getParent() instanceof JComboBox || c.getClass().getName().contains("ScrollBar");
            if (part && c.isShowing() && c.isFocusable() && !inside) {
                assertThat(c.getAccessibleContext().getAccessibleName())
                        .as("name of %s", c)
                        .isNotBlank();
            }
            if (c instanceof Container inner && !(c instanceof JComboBox)) {
                named(inner);
            }
        }
    }

    @Test
    void aSessionIsSavedReplacedOrNotAndOpened() throws Exception {
        Path file = folder.resolve("mine.json");
        try (Hands hands = open()) {
            asks(hands, KeyEvent.VK_S);
            answer(hands, file);
            hands.until("it is saved", () -> Files.exists(file) && alone());
            Files.writeString(file, "not to be lost");

            asks(hands, KeyEvent.VK_S);
            answer(hands, file);
            hands.until("it asks whether to replace", () -> owner() instanceof AbstractButton);
            named(hands);
            hands.keys(KeyEvent.VK_ESCAPE);
            hands.until("it is left alone", () -> alone());
            assertThat(file).hasContent("not to be lost");

            asks(hands, KeyEvent.VK_S);
            answer(hands, file);
            hands.until("it asks again", () -> owner() instanceof AbstractButton);
            hands.keys(KeyEvent.VK_SPACE);
            hands.until("it is replaced", () -> alone());
            assertThat(Sessions.read(file).runs()).hasSize(1);

            asks(hands, KeyEvent.VK_O);
            answer(hands, file);
            hands.until("it is open", () -> alone() && hands.window().now().sides[0].on);
        }
    }

    @Test
    void aChartAndDataAreExported() throws Exception {
        Path chart = folder.resolve("chart.svg");
        Path data = folder.resolve("data.csv");
        try (Hands hands = open()) {
            asks(hands, KeyEvent.VK_E);
            hands.until(
                    "it asks which chart", () -> front() instanceof java.awt.Dialog && owner() instanceof JComboBox);
            named(hands);
            hands.keys(KeyEvent.VK_ENTER);
            hands.until("it asks where", () -> owner() instanceof JTextField);
            answer(hands, chart);
            hands.until("it is written", () -> Files.exists(chart) && alone());
            assertThat(Files.readString(chart)).contains("not medical advice");

            asks(hands, KeyEvent.VK_D);
            answer(hands, data);
            hands.until("they are written", () -> Files.exists(data) && alone());
            assertThat(Files.readString(data)).startsWith("# Unstuck");
        }
    }
}
