package org.unstuck.viz.explore;

import java.awt.Component;
import java.awt.Container;
import java.awt.Desktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Mistake;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;
import org.unstuck.viz.report.WholeFile;

/** Opens, saves and exports: everything between the window and files. */
final class Filing {

    private final Window window;
    private Path folder = Path.of("").toAbsolutePath();

    Filing(Window window) {
        this.window = window;
    }

    /** Does {@code task}; that a disk is full, or a folder not to be written into, is said in the window. */
    void attempt(Runnable task) {
        try {
            task.run();
        } catch (UncheckedIOException e) {
            window.warn(List.of("Writing failed: " + e.getCause().getMessage() + "."), true);
        }
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

    /** Asks which file, and opens it. */
    void open() {
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
            window.warn(e.mistakes().stream().map(Mistake::toString).toList(), true);
        }
    }

    /** Opens the session of the window before this one. */
    void restore() {
        if (Files.exists(window.recovery().earlier())) {
            read(window.recovery().earlier());
        } else {
            window.say("There is no earlier session.");
        }
    }

    /** Asks where, and saves the session. */
    void save() {
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

    /** Asks which chart and where, and exports it. */
    void chart() {
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
        JOptionPane pane = new JOptionPane("Which chart?", JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION);
        pane.setWantsInput(true);
        pane.setSelectionValues(titles);
        pane.setInitialSelectionValue(titles[0]);
        name(pane, "Which chart?");
        JDialog dialog = pane.createDialog(window.frame(), "Export chart");
        pane.selectInitialValue();
        dialog.setVisible(true);
        dialog.dispose();
        boolean ok = Integer.valueOf(JOptionPane.OK_OPTION).equals(pane.getValue());
        int chosen = ok ? List.of(titles).indexOf(pane.getInputValue()) : -1;
        if (chosen < 0) {
            return;
        }
        Chart chart = all.get(chosen);
        Path file = toSave("Export chart: the ending .svg, .png or .pdf says how", chart.name() + ".svg");
        if (file != null) {
            export(chart, file);
        }
    }

    /** The list that a question is answered with has no name of its own. */
    private static void name(Container in, String words) {
        for (Component c : in.getComponents()) {
            if (c instanceof JComboBox<?> list) {
                list.getAccessibleContext().setAccessibleName(words);
            } else if (c instanceof Container inner) {
                name(inner, words);
            }
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

    /** Asks where, and exports the traces. */
    void data() {
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
