package org.rapaio.jupyter.kernel.channels;

/**
 * A thread that does the same again and again until it is told to stop. It stands before the class of this name in the kernel's jar (3.0.1),
 * which has two faults: it begins to run before it is marked as running, and may then end at once; and it dies if the first message arrives
 * before the handlers are there. Either way the kernel never answers: a few starts in a hundred. To be deleted with a kernel that has neither.
 */
public final class LoopThread extends Thread {

    /** How often a message may come before its handler is there. */
    private static final int EARLY = 200;

    private static final long EARLY_WAIT_MS = 10;

    private final long sleepMs;
    private final Runnable body;
    private volatile boolean running = true;

    /**
     * A thread, not started.
     *
     * @param name of the thread
     * @param sleepMs pause after each round, ms
     * @param body a round
     */
    public LoopThread(String name, long sleepMs, Runnable body) {
        super(name);
        this.sleepMs = sleepMs;
        this.body = body;
    }

    @Override
    public void run() {
        int early = 0;
        try {
            while (running) {
                try {
                    body.run();
                } catch (NullPointerException e) {
                    if (++early > EARLY) {
                        throw e;
                    }
                    Thread.sleep(EARLY_WAIT_MS);
                }
                Thread.sleep(sleepMs);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Lets the round that is on be the last. */
    public void shutdown() {
        running = false;
    }
}
