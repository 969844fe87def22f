package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.unstuck.sweep.Store;

/**
 * Stores results as they come and says how far a sweep is: on a terminal a line that is drawn again and again, elsewhere a line
 * every tenth of the work or every half minute. Once a second what was stored is forced to the disk.
 */
final class SweepProgress implements AutoCloseable {

    private static final long FORCE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long REDRAW_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LINE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int TENTHS = 10;
    private static final int WIDTH = 79;

    private final Store store;
    private final long all;
    private final PrintWriter err;
    private final boolean drawn;
    private final long startedNs = System.nanoTime();
    private long forcedNs = startedNs;
    private long saidNs = startedNs;
    private long done;

    private SweepProgress(Store store, long all, PrintWriter err) {
        this.store = store;
        this.all = all;
        this.err = err;
        this.drawn = err != null && Terminal.isThere();
    }

    /**
     * Progress towards {@code pending} runs.
     *
     * @param err where it is said; null to be quiet
     */
    static SweepProgress of(Store store, long pending, PrintWriter err) {
        return new SweepProgress(store, pending, err);
    }

    /** Stores a line. */
    void store(String line) {
        store.add(line);
        if (advance()) {
            store.force(); // By this thread alone, the others compute.
        }
    }

    /** Counts and tells; says whether it is time to force. */
    private synchronized boolean advance() {
        done++;
        long now = System.nanoTime();
        boolean due = now - forcedNs >= FORCE_NS;
        forcedNs = due ? now : forcedNs;
        tell(now);
        return due;
    }

    private void tell(long now) {
        if (err == null) {
            return;
        }
        if (drawn && (now - saidNs >= REDRAW_NS || done == all)) {
            saidNs = now;
            String line = words(now);
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            err.flush();
        } else if (!drawn && (done * TENTHS / all > (done - 1) * TENTHS / all || now - saidNs >= LINE_NS)) {
            saidNs = now;
            err.println(words(now));
            err.flush();
        }
    }

    private String words(long now) {
        double seconds = (now - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
        double rate = done / Math.max(seconds, 1e-3);
        long failures = store.failures();
        return String.format(
                Locale.ROOT,
                "%d of %d runs%s, %.3g runs/s%s",
                done,
                all,
                failures == 0 ? "" : ", " + failures + " failed",
                rate,
                done < all ? ", about " + SweepEstimate.span((all - done) / rate) + " left" : "");
    }

    @Override
    public void close() {
        store.force();
        if (drawn) {
            err.println();
        }
    }
}
