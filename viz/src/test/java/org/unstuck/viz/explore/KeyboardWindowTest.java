package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.jfree.chart.ChartPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;

/** Everything can be done without a mouse, and everything has a name for somebody who does not see it. */
@Timeout(600)
class KeyboardWindowTest {

    /** A focus that changes fewer pixels than this is not seen. */
    private static final int SEEN = 12;

    @TempDir
    private Path folder;

    private Hands open() throws Exception {
        return new Hands(
                Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")), folder.resolve("recovery.json"), false);
    }

    /** The window with two patients, a lesson that waits for a prediction, a notice, and tab {@code tab} in front. */
    private Hands full(int tab) throws Exception {
        Hands hands = open();
        Hands.on(() -> {
            hands.window().goTo(2);
            return null;
        });
        hands.click("lesson-begin");
        hands.until("the lesson is on", () -> hands.shows("lesson-next"));
        hands.click("lesson-next");
        hands.click("compare");
        hands.until("B is there", () -> hands.window().now().sides[Engine.B].on);
        Hands.on(() -> {
            hands.window().warn(List.of("Something was wrong."), false);
            hands.window().goTo(tab);
            return null;
        });
        hands.until("both patients can be aimed at", () -> hands.shows("to-B") && hands.shows("notice-text"));
        return hands;
    }

    /** What somebody can operate: not the parts that such a component is made of. */
    private static boolean operable(Component c) {
        if (!c.isShowing() || !c.isEnabled() || c.getWidth() == 0) {
            return false;
        }
        for (Container p = c.getParent(); p != null; p = p.getParent()) {
            if (p instanceof JComboBox || p instanceof JSpinner || p instanceof javax.swing.JScrollBar) {
                return p instanceof JSpinner && c instanceof JTextComponent;
            }
        }
        return c instanceof AbstractButton && !(c instanceof JMenu) && !isTabButton(c)
                || c instanceof JSlider
                || c instanceof JTextComponent
                || c instanceof JComboBox
                || c instanceof JTabbedPane
                || c instanceof JTable
                || c instanceof ChartPanel && c.isFocusable();
    }

    private static boolean isTabButton(Component c) {
        return c.getParent() instanceof JTabbedPane || c.getName() == null;
    }

    private static void all(Container in, List<Component> found) {
        for (Component c : in.getComponents()) {
            if (operable(c)) {
                found.add(c);
            }
            if (c instanceof Container inner) {
                all(inner, found);
            }
        }
    }

    private static List<Component> operables(Hands hands) throws Exception {
        List<Component> found = new ArrayList<>();
        Hands.on(() -> {
            all(hands.window().frame().getContentPane(), found);
            return null;
        });
        return found;
    }

    private static String called(Component c) {
        return c.getClass().getSimpleName() + " " + c.getName();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyPartHasANameAndADescription(int tab) throws Exception {
        try (Hands hands = full(tab)) {
            List<Component> parts = operables(hands);
            assertThat(parts).hasSizeGreaterThan(10);
            for (Component c : parts) {
                AccessibleContext said = c.getAccessibleContext();
                assertThat(said.getAccessibleName()).as("name of %s", called(c)).isNotBlank();
                if (!(c instanceof JTabbedPane) && !isText(c)) {
                    assertThat(said.getAccessibleDescription())
                            .as("description of %s", called(c))
                            .isNotBlank();
                }
            }
        }
    }

    /** A text to read says itself. */
    private static boolean isText(Component c) {
        return c instanceof JTextComponent text && !text.isEditable();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyPartIsReachedWithTab(int tab) throws Exception {
        try (Hands hands = full(tab)) {
            List<Component> parts = operables(hands);
            List<Component> reached = Hands.on(() -> {
                Container root = hands.window().frame();
                var policy = root.getFocusTraversalPolicy();
                List<Component> order = new ArrayList<>();
                Component at = policy.getFirstComponent(root);
                while (at != null && !order.contains(at)) {
                    order.add(at);
                    at = policy.getComponentAfter(root, at);
                }
                return order;
            });
            // Of radio buttons and buttons of a group Tab reaches the one that is chosen; the arrow keys reach the
            // others.
            parts.removeIf(c -> c instanceof javax.swing.JToggleButton b
                    && b.getModel() instanceof javax.swing.DefaultButtonModel m
                    && m.getGroup() != null);
            parts.removeIf(c -> isText(c) && c.getName() == null);
            assertThat(reached).containsAll(parts);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noLetterIsTakenTwice(int tab) throws Exception {
        try (Hands hands = full(tab)) {
            Map<Integer, List<String>> letters = new TreeMap<>();
            Hands.on(() -> {
                collect(hands.window().frame().getRootPane(), letters);
                return null;
            });
            assertThat(letters).hasSizeGreaterThan(8);
            letters.forEach((letter, parts) ->
                    assertThat(parts).as("Alt+%s", (char) letter.intValue()).hasSize(1));
        }
    }

    private static void collect(Container in, Map<Integer, List<String>> letters) {
        for (Component c : in.getComponents()) {
            if (!c.isShowing()) {
                continue;
            }
            if (c instanceof AbstractButton b && b.getMnemonic() != 0) {
                letters.computeIfAbsent(b.getMnemonic(), k -> new ArrayList<>()).add(b.getText());
            } else if (c instanceof JLabel l && l.getDisplayedMnemonic() != 0) {
                letters.computeIfAbsent(l.getDisplayedMnemonic(), k -> new ArrayList<>())
                        .add(l.getText());
            } else if (c instanceof JTabbedPane t) {
                for (int i = 0; i < t.getTabCount(); i++) {
                    if (t.getMnemonicAt(i) > 0) {
                        letters.computeIfAbsent(t.getMnemonicAt(i), k -> new ArrayList<>())
                                .add(t.getTitleAt(i));
                    }
                }
            }
            if (c instanceof Container inner) {
                collect(inner, letters);
            }
        }
    }

    @Test
    void everyItemOfTheMenusHasAKeyOfItsOwn() throws Exception {
        try (Hands hands = open()) {
            List<String> keys = new ArrayList<>();
            Hands.on(() -> {
                for (int m = 0; m < hands.window().menu().bar().getMenuCount(); m++) {
                    JMenu menu = hands.window().menu().bar().getMenu(m);
                    List<Integer> letters = new ArrayList<>();
                    for (int i = 0; i < menu.getItemCount(); i++) {
                        JMenuItem item = menu.getItem(i);
                        if (item == null) {
                            continue;
                        }
                        if (item.getMnemonic() != 0) {
                            assertThat(letters).as(item.getText()).doesNotContain(item.getMnemonic());
                            letters.add(item.getMnemonic());
                        }
                        if (item.getAccelerator() != null) {
                            keys.add(item.getAccelerator().toString());
                        }
                    }
                }
                return null;
            });
            assertThat(keys).hasSizeGreaterThan(20).doesNotHaveDuplicates();
            assertThat(hands.window().menu().keys())
                    .contains("F5", "Play or pause", "Ctrl+G", "Give dose", "Alt+1", "Threat cue", "Tab");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 0, 1, 2})
    void theFocusIsSeen(int tab) throws Exception {
        try (Hands hands = full(tab)) {
            if (tab != 3) {
                hands.keys(KeyEvent.VK_F5);
            }
            List<String> kinds = new ArrayList<>();
            for (Component c : operables(hands)) {
                String kind = c.getClass().getSimpleName()
                        + (c.getName() != null && c.getName().endsWith(".reset"));
                if (c instanceof JComponent part && c.isFocusable() && !kinds.contains(kind)) {
                    kinds.add(kind);
                    assertThat(changed(hands, part))
                            .as("focus of %s in tab %s", called(c), tab)
                            .isGreaterThan(SEEN);
                }
            }
            assertThat(kinds).hasSizeGreaterThan(3);
        }
    }

    private static int changed(Hands hands, JComponent part) throws Exception {
        JComponent elsewhere = hands.find("step", JComponent.class);
        if (part == elsewhere) {
            elsewhere = hands.find("scan", JComponent.class);
        }
        BufferedImage without = painted(hands, part, elsewhere);
        BufferedImage with = painted(hands, part, part);
        int n = 0;
        for (int y = 0; y < with.getHeight(); y++) {
            for (int x = 0; x < with.getWidth(); x++) {
                n += with.getRGB(x, y) == without.getRGB(x, y) ? 0 : 1;
            }
        }
        return n;
    }

    private static BufferedImage painted(Hands hands, JComponent part, JComponent focus) throws Exception {
        Hands.on(focus::requestFocusInWindow);
        hands.until(
                called(focus) + " has the focus",
                () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() == focus
                        || focus instanceof JSpinner);
        return Hands.on(() -> {
            JComponent whole = part;
            if (part.getParent().getParent() instanceof JScrollPane pane) {
                whole = pane;
            }
            Rectangle size = whole.getBounds();
            BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
            whole.paint(image.createGraphics());
            return image;
        });
    }

    @Test
    void aLessonInAMinuteWithoutAMouse() throws Exception {
        try (Hands hands = open()) {
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_3);
            hands.keys(KeyEvent.VK_ALT, KeyEvent.VK_B);
            hands.until("the lesson is on", () -> hands.shows("lesson-next"));
            hands.keys(KeyEvent.VK_ALT, KeyEvent.VK_X);
            hands.until("the question is there", () -> hands.shows("lesson-choice-more"));
            hands.tabTo("lesson-choice");
            hands.keys(KeyEvent.VK_SPACE);
            JButton run = hands.find("lesson-run", JButton.class);
            hands.until("a prediction is chosen", run::isEnabled);
            hands.keys(KeyEvent.VK_ALT, KeyEvent.VK_R);
            hands.until("it runs or is over", () -> !run.isEnabled());
            hands.keys(KeyEvent.VK_ALT, KeyEvent.VK_E);
            hands.until("it is over", () -> hands.shows("lesson-seeds") && Hands.focused("lesson-next"));
        }
    }

    @Test
    void actsHaveKeys() throws Exception {
        try (Hands hands = open()) {
            Window window = hands.window();
            hands.keys(KeyEvent.VK_F5);
            hands.until("it stands", () -> !window.now().playing);
            long at = Hands.on(() -> window.now().sides[0].samples);
            hands.keys(KeyEvent.VK_F7);
            hands.until("one sample has passed", () -> window.now().sides[0].samples == at + 1);
            hands.keys(KeyEvent.VK_F5);
            hands.until("it plays", () -> window.now().playing);
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_PERIOD);
            hands.until("it is faster", () -> window.now().speed == 2);
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_G);
            hands.until("the dose is felt", () -> window.now().sides[0].level(Slow.GABA) > 0.01);
            hands.keys(KeyEvent.VK_ALT, KeyEvent.VK_1);
            hands.until(
                    "the cue is on",
                    () -> Arrays.stream(window.now().sides[0].cues).sum() > 0);
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_T);
            hands.until(
                    "the session was begun",
                    () -> window.session().runs().get(0).commands().stream()
                            .anyMatch(c -> c.does() instanceof org.unstuck.simulate.Command.Session));
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
            hands.until("B is there", () -> window.now().sides[1].on);
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
            hands.until("there are three runs", () -> window.session().runs().size() == 3);
            hands.keys(KeyEvent.VK_F1);
            hands.until("the keys are listed", () -> hands.shows("help-text"));
            hands.untilDialog("the list has the focus");
            hands.picture("keys");
            hands.keys(KeyEvent.VK_ESCAPE);
            hands.until("and put away", () -> !hands.shows("help-text"));
        }
    }

    @Test
    void theTimelineHasKeys() throws Exception {
        try (Hands hands = open()) {
            hands.keys(KeyEvent.VK_CONTROL, KeyEvent.VK_4);
            hands.until("the course is there", () -> hands.shows("timeline"));
            hands.tabTo("timeline");
            ChartPanel timeline = hands.find("timeline", ChartPanel.class);
            String before = Hands.on(() -> description(timeline));
            hands.keys(KeyEvent.VK_RIGHT);
            hands.until("the event has moved", () -> !description(timeline).equals(before));
            hands.keys(KeyEvent.VK_LEFT);
            hands.until("it is back", () -> description(timeline).equals(before));
            hands.picture("timeline-keys");
        }
    }

    private static String description(ChartPanel timeline) {
        return timeline.getAccessibleContext().getAccessibleDescription();
    }
}
