package org.unstuck.viz.explore;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.unstuck.study.Session;

/** Opens the explorer. */
public final class Explorer {

    /** Letters as the system has them, once they have been changed. */
    private static java.awt.Font letters;

    private Explorer() {}

    /** Where the session of the last window is kept. */
    public static Path recoveryFile() {
        return Path.of(System.getProperty("user.home"), ".unstuck", "explorer.json");
    }

    /** Loads what a window needs on threads of its own while the command line and the scenario are being read. */
    public static void warm() {
        Thread screen = new Thread(
                () -> {
                    if (!GraphicsEnvironment.isHeadless()) {
                        SwingUtilities.invokeLater(() -> dress(false));
                    }
                },
                "unstuck-screen");
        screen.setDaemon(true);
        screen.start();
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @param session what to begin with
     * @param dark whether to begin with dark colours
     * @param recovery where the session is kept
     * @throws InterruptedException if interrupted while waiting
     */
    public static void run(Session session, boolean dark, Path recovery) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> {
            if (dark || !(UIManager.getLookAndFeel() instanceof FlatLightLaf)) {
                dress(dark);
            }
            Window window = new Window(session, new Recovery(recovery));
            window.frame().addWindowListener(new java.awt.event.WindowAdapter() {
                @Override
                public void windowClosed(java.awt.event.WindowEvent e) {
                    closed.countDown();
                }
            });
            window.open();
        });
        closed.await();
    }

    /** Letters {@code larger} points larger than those of the system; seen after the next {@link #dress}. */
    static void letters(int larger) {
        UIManager.put("defaultFont", null);
        java.awt.Font usual = UIManager.getLookAndFeelDefaults().getFont("defaultFont");
        if (letters == null) {
            letters = usual;
        }
        UIManager.put("defaultFont", larger == 0 ? null : letters.deriveFont(letters.getSize2D() + larger));
    }

    /** Light or dark. */
    static void dress(boolean dark) {
        if (dark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }
}
