package org.unstuck.viz.explore;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands frames from the engine to the window without locks: one is being written, one is being shown, one waits in between.
 * Neither side ever waits for the other; a frame that nobody fetched is written again.
 */
final class Exchange {

    private record Slot(Frame frame, boolean fresh) {}

    private final AtomicReference<Slot> between = new AtomicReference<>(new Slot(new Frame(), false));
    private Frame writing = new Frame();
    private Frame showing = new Frame();

    /** The frame to write into; for the engine only. */
    Frame writing() {
        return writing;
    }

    /** Puts the written frame in the place of the waiting one. */
    void publish() {
        writing = between.getAndSet(new Slot(writing, true)).frame();
    }

    /** Whether the last frame has been fetched. */
    boolean isWanted() {
        return !between.get().fresh();
    }

    /** The latest frame; for the window only, and valid until the next call. */
    Frame latest() {
        if (between.get().fresh()) {
            showing = between.getAndSet(new Slot(showing, false)).frame();
        }
        return showing;
    }
}
