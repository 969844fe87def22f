package org.unstuck.viz.explore;

import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JFileChooser;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.KeyStroke;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Mistake;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.WholeFile;

/** Files, views and words about the program. */
final class Menu {

    private final Window window;
    private final JMenuBar bar = new JMenuBar();
    private final JCheckBoxMenuItem dark = new JCheckBoxMenuItem("Dark");
    private final JCheckBoxMenuItem regions = new JCheckBoxMenuItem("Traces of all regions");
    private Path folder = Path.of("").toAbsolutePath();

    Menu(Window window) {
        this.window = window;
        int key = shortcut();
        JMenu file = menu("File", 'F');
        item(file, "Open ...", 'O', KeyStroke.getKeyStroke(KeyEvent.VK_O, key), this::open);
        item(file, "Save session ...", 'S', KeyStroke.getKeyStroke(KeyEvent.VK_S, key), this::save);
        item(file, "Back to the last session", 'B', null, this::restore);
        JMenu presets = new JMenu("Preset");
        presets.setMnemonic('P');
        for (String name : BuiltIn.PRESETS.names()) {
            item(presets, name, (char) 0, null, () -> window.load(Sessions.of(BuiltIn.PRESETS.named(name))));
        }
        file.add(presets);
        file.addSeparator();
        item(file, "Export chart ...", 'C', KeyStroke.getKeyStroke(KeyEvent.VK_E, key), this::chart);
        item(file, "Export data ...", 'D', null, this::data);
        file.addSeparator();
        item(file, "Close", 'Q', KeyStroke.getKeyStroke(KeyEvent.VK_W, key), window::close);
        JMenu view = menu("View", 'V');
        dark.setMnemonic('D');
        dark.setName("dark");
        dark.setSelected(Shade.now().dark());
        dark.addActionListener(e -> window.dress(dark.isSelected()));
        view.add(dark);
        regions.setMnemonic('R');
        regions.setName("regions");
        regions.addActionListener(e -> window.bench().showRegions(regions.isSelected()));
        view.add(regions);
        JMenu help = menu("Help", 'H');
        item(help, "About and safety", 'A', null, () -> show("About Unstuck", String.join("\n\n", Disclaimer.LONG)));
        item(help, "Keys", 'K', KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0), () -> show("Keys", KEYS));
    }

    private static final String KEYS = "Alt+Y: play or pause. Alt+B: one step. Alt+N: new run. Alt+Q: scan.\n"
            + "Alt+G: give dose. Alt+I: infuse. Alt+S: therapy session. Ctrl+O, Ctrl+S: open, save. Ctrl+E: export a chart.\n"
            + "Tab moves through all fields; arrow keys move sliders, and events on the timeline.";

    private static int shortcut() {
        return java.awt.GraphicsEnvironment.isHeadless()
                ? KeyEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
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

    private void item(JMenu menu, String words, char mnemonic, KeyStroke key, Runnable task) {
        JMenuItem item = new JMenuItem(words);
        item.setName("menu-" + words.replaceAll("[^A-Za-z-]+", "-").toLowerCase(java.util.Locale.ROOT));
        if (mnemonic != 0) {
            item.setMnemonic(mnemonic);
        }
        item.setAccelerator(key);
        item.addActionListener(e -> attempt(task));
        menu.add(item);
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (UncheckedIOException e) {
            window.say("Writing failed: " + e.getCause().getMessage() + ".");
        }
    }

    private void show(String title, String words) {
        javax.swing.JTextArea area = new javax.swing.JTextArea(words, 12, 60);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        JOptionPane.showMessageDialog(
                window.frame(), new javax.swing.JScrollPane(area), title, JOptionPane.PLAIN_MESSAGE);
    }

    private JFileChooser chooser(String title, String name) {
        JFileChooser chooser = new JFileChooser(folder.toFile());
        chooser.setDialogTitle(title);
        if (name != null) {
            chooser.setSelectedFile(folder.resolve(name).toFile());
        }
        return chooser;
    }

    private Path toOpen() {
        JFileChooser chooser = chooser("Open a scenario or a session", null);
        return chooser.showOpenDialog(window.frame()) == JFileChooser.APPROVE_OPTION ? remember(chooser) : null;
    }

    private Path toSave(String title, String name) {
        JFileChooser chooser = chooser(title, name);
        if (chooser.showSaveDialog(window.frame()) != JFileChooser.APPROVE_OPTION) {
            return null;
        }
        Path file = remember(chooser);
        boolean free = Files.notExists(file)
                || JOptionPane.showConfirmDialog(
                                window.frame(),
                                file.getFileName() + " is there already. Replace it?",
                                title,
                                JOptionPane.YES_NO_OPTION)
                        == JOptionPane.YES_OPTION;
        return free ? file : null;
    }

    private Path remember(JFileChooser chooser) {
        Path file = chooser.getSelectedFile().toPath().toAbsolutePath();
        folder = file.getParent();
        return file;
    }

    private void open() {
        Path file = toOpen();
        if (file != null) {
            read(file);
        }
    }

    /** Opens {@code file}; if it is broken, says the same as the command line, and the present session stays. */
    void read(Path file) {
        try {
            window.load(Sessions.read(file));
        } catch (BadScenario e) {
            List<String> lines = new ArrayList<>();
            for (Mistake mistake : e.mistakes()) {
                lines.add(mistake.toString());
            }
            window.say(lines.get(0));
            if (lines.size() > 1) {
                show("This file cannot be opened", String.join("\n", lines));
            }
        }
    }

    private void restore() {
        if (Files.exists(window.recovery().earlier())) {
            read(window.recovery().earlier());
        } else {
            window.say("There is no earlier session.");
        }
    }

    private void save() {
        Path file = toSave("Save session", "session.json");
        if (file != null) {
            save(file);
        }
    }

    /** Writes the session. */
    void save(Path file) {
        Session session = window.session();
        write(file, Sessions.text(session));
        window.say("Saved: " + session.runs().size() + " runs in " + file.getFileName() + ".");
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks where, writes, and opens it in the browser if there is one. */
    void saveText(String title, String name, String text) {
        attempt(() -> {
            Path file = toSave(title, name);
            if (file != null) {
                write(file, text);
                window.say("Written: " + file.getFileName() + ".");
                if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                    try {
                        Desktop.getDesktop().browse(file.toUri());
                    } catch (IOException e) {
                        window.say("Written: " + file + "; there is no browser to show it.");
                    }
                }
            }
        });
    }

    private void chart() {
        List<Chart> all = new ArrayList<>();
        for (Chart chart : window.bench().charts()) {
            if (chart.panel().isShowing()) {
                all.add(chart);
            }
        }
        for (Chart chart : window.course().charts()) {
            if (chart.panel().isShowing()) {
                all.add(chart);
            }
        }
        String[] titles = all.stream().map(Chart::title).toArray(String[]::new);
        Object chosen = JOptionPane.showInputDialog(
                window.frame(), "Which chart?", "Export chart", JOptionPane.PLAIN_MESSAGE, null, titles, titles[0]);
        if (chosen == null) {
            return;
        }
        Chart chart = all.get(List.of(titles).indexOf(chosen));
        Path file = toSave("Export chart: the ending .svg, .png or .pdf says how", chart.name() + ".svg");
        if (file != null) {
            export(chart, file);
        }
    }

    /** Writes a chart on light paper, whatever the window looks like. */
    void export(Chart chart, Path file) {
        Shade shade = Shade.now();
        try {
            window.bench().dress(new Shade(false));
            window.course().dress(new Shade(false));
            Export.chart(chart, window.session().scenario(), window.now().sides[Engine.A], file);
            window.say("Written: " + file.getFileName() + ".");
        } finally {
            window.bench().dress(shade);
            window.course().dress(shade);
        }
    }

    private void data() {
        Path file = toSave("Export data", "activity.csv");
        if (file != null) {
            export(file);
        }
    }

    /** Writes the traces. */
    void export(Path file) {
        var scenario = window.session().scenario();
        Export.data(scenario.network(), scenario, window.now(), file);
        window.say("Written: " + file.getFileName() + ".");
    }
}
