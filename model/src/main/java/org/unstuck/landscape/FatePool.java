package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.unstuck.simulate.Cancelled;

/** Tells the fates of many starting points on several threads. What it tells does not depend on their number. */
final class FatePool implements AutoCloseable {

    private final ExecutorService pool;
    private final ThreadLocal<Fates> own;
    private final BooleanSupplier cancelled;

    /**
     * @param fates makes what tells the fate; called once per thread, always with the same result
     * @param threads at least 1
     * @param cancelled asked before every part whether to stop
     */
    FatePool(Supplier<Fates> fates, int threads, BooleanSupplier cancelled) {
        this.pool = Executors.newFixedThreadPool(threads);
        this.own = ThreadLocal.withInitial(fates);
        this.cancelled = cancelled;
    }

    /**
     * The fates of the points of each part.
     *
     * @param parts each makes {@code from[coordinate][point]} when its turn comes, on any thread
     * @return {@code fate[part][point]}
     * @throws Cancelled if told to stop
     */
    int[][] of(List<Supplier<double[][]>> parts) {
        List<Future<int[]>> running = new ArrayList<>();
        for (Supplier<double[][]> part : parts) {
            running.add(pool.submit(() -> {
                if (cancelled.getAsBoolean()) {
                    throw new Cancelled();
                }
                return own.get().of(part.get());
            }));
        }
        int[][] fate = new int[parts.size()][];
        try {
            for (int k = 0; k < fate.length; k++) {
                fate[k] = running.get(k).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("a part of the starting points failed", e.getCause());
        }
        return fate;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
