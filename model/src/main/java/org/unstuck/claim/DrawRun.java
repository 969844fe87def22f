package org.unstuck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.unstuck.describe.Invalid;
import org.unstuck.simulate.Cancelled;
import org.unstuck.sweep.Space;

/** Runs the draws of a study, one draw per thread at a time. A draw does not depend on the others nor on the threads. */
public final class DrawRun {

    private DrawRun() {}

    /**
     * Runs all draws but those that are there.
     *
     * @param done numbers of draws that are not run again
     * @param threads at least 1
     * @param sink given every draw when it is ready, one at a time, in no fixed order
     * @param cancelled asked often whether to stop
     * @throws Cancelled if asked to stop; what the sink was given until then is whole
     */
    public static void run(
            ClaimStudy study, Set<Long> done, int threads, Consumer<Draw> sink, BooleanSupplier cancelled) {
        if (threads < 1) {
            throw new Invalid("threads is " + threads + ", it must be at least 1.", "Maybe 2.");
        }
        Space space = study.space();
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (long index = 0; index < study.draws(); index++) {
                long at = index;
                if (!done.contains(at)) {
                    running.add(pool.submit(() -> {
                        Draw draw = Draw.of(study, space, at, () -> failed.get() || cancelled.getAsBoolean());
                        synchronized (sink) {
                            sink.accept(draw);
                        }
                    }));
                }
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            failed.set(true);
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
