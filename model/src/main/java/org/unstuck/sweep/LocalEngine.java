package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.unstuck.simulate.Cancelled;

/** Computes one run per thread; a thread that is free takes the next. */
public final class LocalEngine implements Engine {

    /** The word for it. */
    public static final String NAME = "local";

    private static final long PATIENCE_S = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void compute(Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(work.threads());
        AtomicBoolean stop = new AtomicBoolean();
        Next next = new Next(work.store());
        Keys keys = new Keys(work.store().study());
        BooleanSupplier stopped = () -> stop.get() || work.cancelled().getAsBoolean();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int k = 0; k < work.threads(); k++) {
                running.add(pool.submit(() -> {
                    for (long task = next.take(); task >= 0; task = next.take()) {
                        if (stopped.getAsBoolean()) {
                            throw new Cancelled();
                        }
                        Study study = work.store().study();
                        work.sink().accept(Line.of(PointRun.of(study, keys, study.task(task), stopped)));
                    }
                }));
            }
            await(running, stop);
        } finally {
            stop.set(true);
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** The store must not be closed under a thread that is adding to it. */
    private static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands out tasks that are not stored yet, each once. */
    private static final class Next {

        private final Store store;
        private long from;

        Next(Store store) {
            this.store = store;
        }

        /** The next task; negative if there is none. */
        synchronized long take() {
            long task = store.next(from);
            if (task >= 0) {
                from = task + 1;
            }
            return task;
        }
    }

    private static void await(List<Future<?>> running, AtomicBoolean stop) {
        RuntimeException problem = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                stop.set(true);
                Thread.currentThread().interrupt();
                problem = problem == null ? new Cancelled() : problem;
            } catch (ExecutionException e) {
                stop.set(true);
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                RuntimeException cause = (RuntimeException) e.getCause();
                problem = problem == null || problem instanceof Cancelled ? cause : problem;
            }
        }
        if (problem != null) {
            throw problem;
        }
    }
}
