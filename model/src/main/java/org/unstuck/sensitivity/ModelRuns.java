package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.simulate.Cancelled;
import org.unstuck.study.Progress;

/** Runs a scenario at the points of a design, one point per thread at a time. */
public final class ModelRuns {

    private ModelRuns() {}

    /**
     * The outputs at all points, in their order.
     *
     * @param points {@code [run][input]}, each from 0 to 1
     * @param threads at least 1; results do not depend on it
     * @throws Cancelled if asked to stop
     */
    public static List<Measurement> of(
            Question question, double[][] points, int threads, Progress progress, BooleanSupplier cancelled) {
        if (threads < 1) {
            throw new Invalid("threads is " + threads + ", it must be at least 1.", "Maybe 2.");
        }
        progress.starts(points.length);
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Measurement>> running = new ArrayList<>();
            for (double[] point : points) {
                running.add(pool.submit(() -> {
                    Measurement output = question.at(point, () -> failed.get() || cancelled.getAsBoolean());
                    progress.advances(1);
                    return output;
                }));
            }
            List<Measurement> outputs = new ArrayList<>();
            for (Future<Measurement> one : running) {
                outputs.add(await(one));
            }
            return List.copyOf(outputs);
        } finally {
            failed.set(true);
            pool.shutdownNow();
        }
    }

    private static Measurement await(Future<Measurement> one) {
        try {
            return one.get();
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

    /** Outputs as numbers, NaN where there is none. */
    public static double[] numbers(List<Measurement> outputs) {
        return outputs.stream()
                .mapToDouble(m -> m instanceof Measurement.Defined d ? d.value() : Double.NaN)
                .toArray();
    }
}
