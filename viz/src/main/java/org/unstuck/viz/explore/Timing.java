package org.unstuck.viz.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.swing.SwingUtilities;

/**
 * With {@code -Dunstuck.timing=true}: prints how long it took from the start of the process until something was on the screen. With
 * {@code -Dunstuck.timing=close} the window closes after that: for measuring, and for making a class-data archive.
 */
final class Timing {

    private static final double MS = 1e6;

    private boolean windowSeen;
    private boolean frameSeen;

    private final String asked = System.getProperty("unstuck.timing", "");
    private final boolean close = asked.equals("close");
    private final boolean on = close || asked.equals("true");
    private final Runnable closes;

    /** {@code closes} is done at the end if the window is to close. */
    Timing(Runnable closes) {
        this.closes = closes;
    }

    /** The window has been painted for the first time. */
    void window() {
        if (on && !windowSeen) {
            windowSeen = true;
            print("window");
        }
    }

    /** A frame of the running patient has been handed to the charts; they are painted before what is asked later. */
    void frame() {
        if (on && !frameSeen) {
            frameSeen = true;
            SwingUtilities.invokeLater(() -> {
                print("moving");
                if (close) {
                    closes.run();
                }
            });
        }
    }

    private static void print(String what) {
        ProcessHandle.Info info = ProcessHandle.current().info();
        Instant began = info.startInstant().orElse(Instant.now());
        System.err.printf(
                Locale.ROOT,
                "%s after %.0f ms, %.0f ms of processor time%n",
                what,
                Duration.between(began, Instant.now()).toNanos() / MS,
                info.totalCpuDuration().orElse(Duration.ZERO).toNanos() / MS);
    }
}
