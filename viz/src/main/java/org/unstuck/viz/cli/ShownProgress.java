package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.unstuck.study.Progress;

/** How far a run is, on standard error: a bar on a terminal, a line every 10% elsewhere, nothing if it shall be quiet. */
interface ShownProgress extends Progress, AutoCloseable {

    @Override
    void close();

    /** The kind that fits. */
    static ShownProgress of(String task, boolean quiet, PrintWriter err) {
        if (quiet) {
            return new Hidden();
        }
        return Terminal.isThere() ? new Bar(task, err) : new Lines(err);
    }

    /** Nothing. */
    final class Hidden implements ShownProgress {
        @Override
        public void starts(long units) {
            // Quiet.
        }

        @Override
        public void advances(long units) {
            // Quiet.
        }

        @Override
        public void close() {
            // Quiet.
        }
    }

    /** A line that is drawn again and again, with the time left. */
    final class Bar implements ShownProgress {
        /** A terminal is at least this wide. Asking how wide it is would take a native library or another process. */
        private static final int WIDTH = 79;

        private static final int REDRAW_MS = 250;

        private final String task;
        private final PrintWriter err;
        private ProgressBar bar;

        Bar(String task, PrintWriter err) {
            this.task = task;
            this.err = err;
        }

        @Override
        public void starts(long units) {
            bar = ProgressBar.builder()
                    .setTaskName(task)
                    .setInitialMax(units)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MS)
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                    .build();
        }

        private void draw(String line) {
            err.print("\r" + line);
            err.flush();
        }

        @Override
        public void advances(long units) {
            bar.stepBy(units);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                err.println();
            }
        }
    }

    /** A line at every tenth of the work. */
    final class Lines implements ShownProgress {
        private static final int TENTHS = 10;

        private final PrintWriter err;
        private final AtomicLong done = new AtomicLong();
        private long all;
        private long startedNs;

        Lines(PrintWriter err) {
            this.err = err;
        }

        @Override
        public synchronized void starts(long units) {
            all = units;
            startedNs = System.nanoTime();
        }

        @Override
        public synchronized void advances(long units) {
            long now = done.addAndGet(units);
            long tenths = now * TENTHS / all;
            if (tenths > (now - units) * TENTHS / all) {
                double seconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
                long left = Math.round(seconds * (all - now) / now);
                err.println(tenths * TENTHS + " % done" + (now < all ? ", about " + left + " s left" : ""));
            }
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
