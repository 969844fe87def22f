package org.unstuck.spark;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.unstuck.simulate.Cancelled;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.Store;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Computes the runs of a sweep as Spark tasks, one run each. The driver holds the store: every result is appended there as soon as
 * its task ends, so that a lost executor costs the runs it was computing, which Spark gives to another one, and a lost driver
 * costs no more than that. Lines are those of the local engine, byte for byte.
 */
public final class SparkEngine implements Engine {

    /** Tasks of one Spark job: as many as its scheduler lists without effort. */
    private static final int BATCH = 10_000;

    private static final long POLL_MS = 200;
    private static final String MASTER = "spark.master";
    private static final String LOOPBACK = "127.0.0.1";

    private final Probe probe;

    /** Told of every run before it is computed, where it is computed; for tests of failing tasks. */
    interface Probe extends Serializable {
        void before(long task);
    }

    /** The engine as it is found on the class path. */
    public SparkEngine() {
        this(task -> {});
    }

    SparkEngine(Probe probe) {
        this.probe = probe;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void compute(Work work) {
        try (JavaSparkContext spark = new JavaSparkContext(conf(work))) {
            spark.setLogLevel("ERROR");
            ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(SparkEngine::daemon);
            watch.scheduleWithFixedDelay(
                    () -> {
                        if (work.cancelled().getAsBoolean()) {
                            spark.cancelAllJobs();
                        }
                    },
                    POLL_MS,
                    POLL_MS,
                    TimeUnit.MILLISECONDS);
            try {
                List<Long> runs = next(work.store(), 0);
                while (!runs.isEmpty() && !work.cancelled().getAsBoolean()) {
                    compute(spark, runs, work);
                    runs = next(work.store(), runs.get(runs.size() - 1) + 1);
                }
            } catch (RuntimeException e) {
                throw work.cancelled().getAsBoolean() ? new Cancelled() : e;
            } finally {
                watch.shutdownNow();
            }
        }
        if (work.cancelled().getAsBoolean()) {
            throw new Cancelled();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cancellation");
        thread.setDaemon(true);
        return thread;
    }

    private static SparkConf conf(Work work) {
        SparkConf conf = new SparkConf()
                .setAppName("unstuck sweep: " + work.store().study().name());
        if (work.master() != null) {
            conf.setMaster(work.master());
        } else if (!conf.contains(MASTER)) {
            conf.setMaster("local[" + work.threads() + "]");
        }
        conf.setIfMissing("spark.ui.enabled", "false");
        if (conf.get(MASTER).startsWith("local[") || conf.get(MASTER).equals("local")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK);
            conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        return conf;
    }

    private static List<Long> next(Store store, long from) {
        List<Long> runs = new ArrayList<>();
        for (long run = store.next(from); run >= 0 && runs.size() < BATCH; run = store.next(run + 1)) {
            runs.add(run);
        }
        return runs;
    }

    private void compute(JavaSparkContext spark, List<Long> runs, Work work) {
        JavaRDD<Long> rdd = spark.parallelize(runs, runs.size());
        RunOnWorker run = new RunOnWorker(spark.broadcast(work.text()), probe);
        Function1<Iterator<Long>, String> compute =
                (Function1<Iterator<Long>, String> & Serializable) each -> run.line(each.next());
        Function2<Object, String, BoxedUnit> take = (partition, line) -> {
            work.sink().accept(line);
            return BoxedUnit.UNIT;
        };
        try {
            spark.sc().runJob(rdd.rdd(), compute, take, ClassTag$.MODULE$.apply(String.class));
        } catch (Exception e) {
            throw unwrapped(e);
        }
    }

    /** What the store said, if it was the store; Spark wraps it. Checked exceptions of Scala come undeclared. */
    private static RuntimeException unwrapped(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException io) {
                return io;
            }
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getMessage(), e);
    }
}
