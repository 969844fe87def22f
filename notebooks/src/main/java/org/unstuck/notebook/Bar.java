package org.unstuck.notebook;

import java.util.concurrent.TimeUnit;
import org.unstuck.study.Progress;

/** A progress bar in the cell, redrawn at most five times a second. */
final class Bar implements Progress, AutoCloseable {

    private static final long APART_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int PERCENT = 100;

    private final String what;
    private final String id;
    private long units = 1;
    private long done;
    private long shownNs;

    Bar(String what) {
        this.what = what;
        this.id = Cell.html(html());
    }

    @Override
    public synchronized void starts(long all) {
        units = Math.max(1, all);
        done = 0;
    }

    @Override
    public synchronized void advances(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - shownNs >= APART_NS) {
            shownNs = now;
            Cell.replace(id, html());
        }
    }

    private String html() {
        long percent = Math.min(PERCENT, PERCENT * done / units);
        return "<progress value=\"" + percent + "\" max=\"100\"></progress> " + Rows.escape(what) + ", " + percent
                + " %";
    }

    /** Leaves nothing of it. */
    @Override
    public synchronized void close() {
        Cell.replace(id, "");
    }
}
