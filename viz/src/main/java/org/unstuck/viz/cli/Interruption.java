package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.unstuck.simulate.Cancelled;

/**
 * Turns Ctrl-C (SIGINT) and SIGTERM into a request to stop, while it is open. The thread that opened it is interrupted, so
 * that waiting and writing end at once, and has 10 s to clean up; then the process ends with {@link Exit#INTERRUPTED}. Must be
 * opened before the output and hence closed after it.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_S = 10;

    private static final AtomicInteger WATCHING = new AtomicInteger();
    private static final String NOTHING = "Interrupted; nothing was written.";

    private static volatile boolean ending;
    private static volatile boolean finished;

    private final Thread worker = Thread.currentThread();
    private final PrintWriter err;
    private final String message;
    private final Thread hook = new Thread(this::stop, "interruption");
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile boolean published;
    private volatile AutoCloseable remains;

    private Interruption(PrintWriter err, String message) {
        this.err = err;
        this.message = message;
    }

    /** Watches from now on. */
    static Interruption watch(PrintWriter err) {
        return watch(err, NOTHING);
    }

    /** From now on a signal ends the process with {@link Exit#INTERRUPTED} even while nothing is watched: nothing is written then. */
    static void everywhere(PrintWriter err) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!finished && WATCHING.get() == 0) {
                                err.println(NOTHING);
                                err.flush();
                                Runtime.getRuntime().halt(Exit.INTERRUPTED);
                            }
                        },
                        "interruption everywhere"));
    }

    /** The command is done: the process ends by itself. */
    static void finished() {
        finished = true;
    }

    /** Watches from now on, and says {@code message} if the process is ended. */
    static Interruption watch(PrintWriter err, String message) {
        Interruption watching = new Interruption(err, message);
        Runtime.getRuntime().addShutdownHook(watching.hook);
        WATCHING.incrementAndGet();
        return watching;
    }

    /** Whether to stop. */
    boolean asked() {
        return asked;
    }

    /**
     * The last moment at which nothing has been written yet.
     *
     * @throws Cancelled if asked to stop
     */
    void check() {
        if (asked) {
            throw new Cancelled();
        }
    }

    /** From now on it is too late to stop. */
    void published() {
        published = true;
    }

    /** What to close if the program does not do it in time. */
    void remains(AutoCloseable output) {
        remains = output;
    }

    /** Whether the process is being ended by a signal: what fails from now on is a consequence of that. */
    static boolean isEnding() {
        return ending;
    }

    private void stop() {
        ending = true;
        asked = true;
        worker.interrupt();
        boolean inTime = await();
        if (published) {
            Runtime.getRuntime().halt(Exit.OK);
        }
        if (!inTime) {
            closeRemains();
        }
        err.println(message);
        err.flush();
        Runtime.getRuntime().halt(Exit.INTERRUPTED);
    }

    private boolean await() {
        try {
            return cleaned.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeRemains() {
        try {
            if (remains != null) {
                remains.close();
            }
        } catch (Exception e) {
            // The process ends now; what could not be removed stays hidden.
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            WATCHING.decrementAndGet();
        } catch (IllegalStateException e) {
            // The process is ending: the hook is waiting for this.
        }
        cleaned.countDown();
    }
}
