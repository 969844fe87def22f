package org.unstuck.viz.explore;

import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.viz.report.Disclaimer;

/** Everything that can be done, with its key: files, acts, views and words about the program. */
final class Menu {

    /** Sizes of letters, points beyond the usual. */
    private static final int[] LARGER = {0, 3, 6};

    private static final List<String> SIZES = List.of("Usual letters", "Large letters", "Largest letters");

    private static final String OTHER_KEYS = """

            Tab, Shift+Tab      next and previous field
            Arrow keys          sliders, lists, tabs; on the timeline up and down choose an event,
                                left and right move it by a day (with Shift: by an hour)
            Space               press the button that has the focus
            Enter               take over a number that was typed; Esc: put away a notice
            Alt+letter          whatever is underlined; Alt+F, Alt+A, Alt+V, Alt+H: these menus
            F8                  the divider beside the parameters, then arrow keys
            """;

    private final Window window;
    private final JMenuBar bar = new JMenuBar();
    private final JCheckBoxMenuItem dark = new JCheckBoxMenuItem("Dark");
    private final JCheckBoxMenuItem regions = new JCheckBoxMenuItem("Traces of all regions");
    private final List<JMenuItem> items = new ArrayList<>();
    private final int key = shortcut();

    Menu(Window window) {
        this.window = window;
        files(menu("File", 'F'), window.filing());
        acts(menu("Act", 'A'));
        views(menu("View", 'V'));
        JMenu help = menu("Help", 'H');
        item(help, "Keys", 'K', KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0), () -> show("Keys", keys()));
        item(help, "About and safety", 'A', null, () -> show("About Unstuck", String.join("\n\n", Disclaimer.LONG)));
    }

    private void files(JMenu file, Filing filing) {
        item(file, "Open ...", 'O', control(KeyEvent.VK_O), filing::open);
        item(file, "Save session ...", 'S', control(KeyEvent.VK_S), filing::save);
        item(file, "Back to the last session", 'B', null, filing::restore);
        JMenu presets = new JMenu("Preset");
        presets.setMnemonic('P');
        for (String name : BuiltIn.PRESETS.names()) {
            item(presets, name, (char) 0, null, () -> window.load(Sessions.of(BuiltIn.PRESETS.named(name))));
        }
        file.add(presets);
        file.addSeparator();
        item(file, "Export chart ...", 'C', control(KeyEvent.VK_E), filing::chart);
        item(file, "Export data ...", 'D', control(KeyEvent.VK_D), filing::data);
        file.addSeparator();
        item(file, "Close", 'Q', control(KeyEvent.VK_W), window::close);
    }

    private void acts(JMenu act) {
        item(act, "Play or pause", 'P', KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0), window::toggle);
        item(act, "One step", 'O', KeyStroke.getKeyStroke(KeyEvent.VK_F7, 0), window::step);
        item(act, "Faster", 'F', control(KeyEvent.VK_PERIOD), () -> window.hurry(2));
        item(act, "Slower", 'L', control(KeyEvent.VK_COMMA), () -> window.hurry(0.5));
        item(act, "New run", 'N', control(KeyEvent.VK_N), window::restart);
        item(act, "Compare A | B", 'C', control(KeyEvent.VK_B), window::compare);
        item(act, "Scan", 'S', control(KeyEvent.VK_K), window::scan);
        act.addSeparator();
        item(
                act,
                "Give dose",
                'G',
                control(KeyEvent.VK_G),
                () -> window.interventions().give());
        item(
                act,
                "Infuse dose",
                'I',
                control(KeyEvent.VK_I),
                () -> window.interventions().infuse());
        item(act, "Stop drug", 'D', null, () -> window.interventions().stop());
        item(
                act,
                "Start session",
                'T',
                control(KeyEvent.VK_T),
                () -> window.interventions().begin());
        act.addSeparator();
        for (int c = 0; c < InterventionPanel.CUE_WORDS.size(); c++) {
            int cue = c;
            item(
                    act,
                    InterventionPanel.CUE_WORDS.get(c) + " cue",
                    (char) ('1' + c),
                    KeyStroke.getKeyStroke(KeyEvent.VK_1 + c, InputEvent.ALT_DOWN_MASK),
                    () -> window.interventions().cue(cue));
        }
    }

    private void views(JMenu view) {
        List<String> tabs = List.of("Do", "Parameters", "Lessons", "Course");
        for (int t = 0; t < tabs.size(); t++) {
            int tab = t;
            item(
                    view,
                    "Go to " + tabs.get(t),
                    tabs.get(t).charAt(0),
                    control(KeyEvent.VK_1 + t),
                    () -> window.goTo(tab));
        }
        view.addSeparator();
        dark.setMnemonic('K');
        dark.setName("dark");
        dark.setSelected(Shade.now().dark());
        dark.addActionListener(e -> window.dress(dark.isSelected()));
        view.add(dark);
        ButtonGroup group = new ButtonGroup();
        for (int k = 0; k < LARGER.length; k++) {
            int larger = LARGER[k];
            JRadioButtonMenuItem size = new JRadioButtonMenuItem(SIZES.get(k), larger == 0);
            size.setName("letters-" + larger);
            size.setAccelerator(KeyStroke.getKeyStroke(
                    KeyEvent.VK_1 + k,
                    Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx() | InputEvent.SHIFT_DOWN_MASK));
            size.addActionListener(e -> window.letters(larger));
            group.add(size);
            view.add(size);
            items.add(size);
        }
        regions.setMnemonic('R');
        regions.setName("regions");
        regions.addActionListener(e -> {
            if (window.isBuilt()) { // Otherwise it will look here.
                window.bench().showRegions(regions.isSelected());
            }
        });
        view.addSeparator();
        view.add(regions);
        item(view, "Full screen", 'F', KeyStroke.getKeyStroke(KeyEvent.VK_F11, 0), window::fill);
    }

    /** The list of keys, made from the menus themselves. */
    String keys() {
        StringBuilder words = new StringBuilder();
        for (JMenuItem item : items) {
            if (item.getAccelerator() != null) {
                words.append(String.format(Locale.ROOT, "%-20s%s%n", words(item.getAccelerator()), item.getText()));
            }
        }
        return words + OTHER_KEYS.stripTrailing();
    }

    private static String words(KeyStroke key) {
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        return (modifiers.isEmpty() ? "" : modifiers + "+") + KeyEvent.getKeyText(key.getKeyCode());
    }

    private KeyStroke control(int code) {
        return KeyStroke.getKeyStroke(code, key);
    }

    private static int shortcut() {
        return Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    }

    JMenuBar bar() {
        return bar;
    }

    boolean showsRegions() {
        return regions.isSelected();
    }

    private JMenu menu(String words, char mnemonic) {
        JMenu menu = new JMenu(words);
        menu.setMnemonic(mnemonic);
        bar.add(menu);
        return menu;
    }

    private void item(JMenu menu, String words, char mnemonic, KeyStroke accelerator, Runnable task) {
        JMenuItem item = new JMenuItem(words);
        item.setName("menu-" + words.replaceAll("[^A-Za-z-]+", "-").toLowerCase(Locale.ROOT));
        if (mnemonic != 0) {
            item.setMnemonic(mnemonic);
        }
        item.setAccelerator(accelerator);
        item.addActionListener((ActionEvent e) -> {
            if (window.isBuilt()) {
                window.filing().attempt(task);
            }
        });
        menu.add(item);
        items.add(item);
    }

    private void show(String title, String words) {
        JTextArea area = new JTextArea(words, 24, 66);
        area.setName("help-text");
        area.getAccessibleContext().setAccessibleName(title);
        area.setFont(new java.awt.Font(
                java.awt.Font.MONOSPACED, java.awt.Font.PLAIN, area.getFont().getSize()));
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setCaretPosition(0);
        JOptionPane.showMessageDialog(window.frame(), new JScrollPane(area), title, JOptionPane.PLAIN_MESSAGE);
    }
}
