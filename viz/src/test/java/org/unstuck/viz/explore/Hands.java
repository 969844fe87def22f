package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Assumptions;
import org.unstuck.study.Session;

/** Hands and eyes of a user: opens the real window, clicks and drags with the mouse, waits for what shows. */
final class Hands implements AutoCloseable {

    /** A test that waits longer than this, ms, has failed; much, because many tests may run on a few cores. */
    private static final long PATIENCE_MS = 1000 * Long.getLong("unstuck.patience", 120);

    private static final int MOST_TABS = 60;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Robot robot;
    private Window window;

    /** Opens the window on {@code session}. */
    Hands(Session session, Path recovery, boolean dark) throws Exception {
        Assumptions.assumeTrue(
                !Boolean.getBoolean("java.awt.headless") && hasScreen(),
                "there is no screen. Maybe xvfb-run -a mvn verify");
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> failures.add(problem));
        robot = new Robot();
        robot.setAutoDelay(8);
        on(() -> {
            Explorer.dress(dark);
            window = new Window(session, new Recovery(recovery));
            window.frame().setLocationByPlatform(false);
            window.frame().setLocation(0, 0);
            window.open();
            return null;
        });
        until("the window is complete", window::isComplete);
        until("the patient moves", () -> window.now().sides[Engine.A].on && window.now().sides[Engine.A].samples > 5);
    }

    private static boolean hasScreen() {
        return System.getenv("DISPLAY") != null
                || !System.getProperty("os.name").startsWith("Linux");
    }

    Window window() {
        return window;
    }

    Frame.Side a() throws Exception {
        return on(() -> window.now().sides[Engine.A]);
    }

    /** Does {@code task} on the event thread. */
    static <T> T on(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeAndWait(future);
        return future.get();
    }

    /** Waits until {@code condition}, asked on the event thread, holds. */
    void until(String what, BooleanSupplier condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!on(condition::getAsBoolean)) {
            check();
            assertThat(System.currentTimeMillis()).as("waiting until %s", what).isLessThan(end);
            Thread.sleep(20);
        }
        check();
    }

    /** No exception on any thread. */
    void check() {
        assertThat(failures)
                .as("exceptions on the event thread or the engine's")
                .isEmpty();
    }

    /** The component called {@code name}. */
    <T extends Component> T find(String name, Class<T> type) throws Exception {
        Component found = on(() -> {
            for (java.awt.Window each : java.awt.Window.getWindows()) {
                Component here = each.isShowing() ? find(each, name) : null;
                if (here != null) {
                    return here;
                }
            }
            return null;
        });
        assertThat(found).as("component " + name).isInstanceOf(type);
        return type.cast(found);
    }

    private static Component find(Component in, String name) {
        if (name.equals(in.getName())) {
            return in;
        }
        if (in instanceof JMenu menu) {
            Component found = find(menu.getPopupMenu(), name);
            if (found != null) {
                return found;
            }
        }
        if (in instanceof Container container) {
            for (Component child : container.getComponents()) {
                Component found = find(child, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Waits until the component can be used, scrolls to it and clicks on it. */
    void click(String name) throws Exception {
        until(name + " can be clicked", () -> usable(name));
        JComponent part = find(name, JComponent.class);
        Point at = where(part, 0.5, 0.5);
        press(at);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
        check();
    }

    private static boolean usable(String name) {
        Component part = showing(name);
        return part != null && part.isEnabled() && part.getWidth() > 0;
    }

    /** Presses Tab until the part that has the focus has a name that begins so. */
    void tabTo(String name) throws Exception {
        for (int k = 0; k < MOST_TABS && !focused(name); k++) {
            Component before = on(() -> focusOwner());
            keys(KeyEvent.VK_TAB);
            until("the focus moves", () -> focusOwner() != null && focusOwner() != before);
        }
        assertThat(focused(name)).as("focus on " + name).isTrue();
    }

    /** Whether the part that has the focus has a name that begins so. */
    static boolean focused(String name) {
        Component owner = focusOwner();
        return owner != null && owner.getName() != null && owner.getName().startsWith(name);
    }

    private static Component focusOwner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    /** Waits until a dialog is in front and has the focus: keys that are pressed earlier are lost. */
    void untilDialog(String what) throws Exception {
        until(
                what,
                () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow() instanceof Dialog
                        && focusOwner() != null);
    }

    /** Presses keys together, as in Ctrl+O. */
    void keys(int... codes) throws Exception {
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int k = codes.length - 1; k >= 0; k--) {
            robot.keyRelease(codes[k]);
        }
        robot.waitForIdle();
        check();
    }

    /** Puts words into whatever has the focus, by way of the clipboard: the layout of the keyboard does not matter. */
    void type(String text) throws Exception {
        StringSelection words = new StringSelection(text);
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(words, words);
        keys(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    }

    /** Whether a component of this name is on the screen. */
    boolean shows(String name) {
        return showing(name) != null;
    }

    private static Component showing(String name) {
        for (java.awt.Window each : java.awt.Window.getWindows()) {
            Component here = each.isShowing() ? find(each, name) : null;
            if (here != null && here.isShowing()) {
                return here;
            }
        }
        return null;
    }

    /** Moves the pointer onto a place of a component and leaves it there. */
    void hover(String name, double x, double y) throws Exception {
        Point at = where(find(name, JComponent.class), x, y);
        robot.mouseMove(at.x, at.y);
        robot.waitForIdle();
    }

    /** Drags from one place of the component to another; places are shares of its width and height. */
    void drag(String name, double fromX, double fromY, double toX, double toY) throws Exception {
        JComponent part = find(name, JComponent.class);
        press(where(part, fromX, fromY));
        for (int k = 1; k <= 10; k++) {
            Point p = where(part, fromX + (toX - fromX) * k / 10, fromY + (toY - fromY) * k / 10);
            robot.mouseMove(p.x, p.y);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
        check();
    }

    private void press(Point at) {
        robot.mouseMove(at.x, at.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    }

    private Point where(JComponent part, double x, double y) throws Exception {
        return on(() -> {
            SwingUtilities.getWindowAncestor(part).validate(); // What is about to move has moved.
            if (SwingUtilities.getAncestorOfClass(JScrollPane.class, part) != null) {
                part.scrollRectToVisible(new Rectangle(0, 0, part.getWidth(), part.getHeight()));
            }
            Point corner = part.getLocationOnScreen();
            return new Point(corner.x + (int) (x * part.getWidth()), corner.y + (int) (y * part.getHeight()));
        });
    }

    /** A picture of the window, for people to look at. */
    BufferedImage picture(String name) throws Exception {
        robot.waitForIdle();
        Thread.sleep(250);
        Rectangle bounds = on(() -> window.frame().getBounds());
        BufferedImage image = robot.createScreenCapture(bounds);
        File folder = new File("target/screens");
        assertThat(folder.isDirectory() || folder.mkdirs()).isTrue();
        ImageIO.write(image, "png", new File(folder, name + ".png"));
        return image;
    }

    @Override
    public void close() throws Exception {
        try {
            on(() -> {
                for (java.awt.Window each : java.awt.Window.getWindows()) {
                    if (each != window.frame()) {
                        each.dispose();
                    }
                }
                window.close();
                return null;
            });
            Thread.sleep(100);
            check();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
