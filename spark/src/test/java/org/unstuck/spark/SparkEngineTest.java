package org.unstuck.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.StudyWriter;
import org.unstuck.study.Table;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.LocalEngine;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;

/** A real Spark with two threads. */
class SparkEngineTest {

    private static final Study STUDY = BuiltIn.STUDIES.named("example");
    private static final int RUNS = 12;

    @TempDir
    Path folder;

    private Store open(String name) throws Exception {
        return Store.open(Files.createDirectories(folder.resolve(name)), STUDY, Shard.ALL, false);
    }

    private static void compute(Engine engine, Store store, String master) {
        engine.compute(new Engine.Work(store, StudyWriter.text(STUDY), 2, master, store::add, () -> false));
    }

    private static List<String> tables(Store store) {
        List<String> lines = new ArrayList<>();
        for (Table table : SweepTables.of(store)) {
            table.csv(lines::add);
        }
        return lines;
    }

    private List<String> local() throws Exception {
        try (Store store = open("local")) {
            compute(new LocalEngine(), store, null);
            return tables(store);
        }
    }

    @Test
    void theServiceIsFound() {
        assertThat(ServiceLoader.load(Engine.class).stream().map(e -> e.get().name()))
                .containsExactly("spark");
    }

    @Test
    void sparkGivesTheSameRows() throws Exception {
        try (Store store = open("spark")) {
            compute(new SparkEngine(), store, "local[2]");
            assertThat(tables(store)).isEqualTo(local());
        }
    }

    /** Every third run is lost at its first attempt, as with an executor that dies; Spark computes it elsewhere. */
    @Test
    void aTaskThatIsLostCostsOnlyItself() throws Exception {
        try (Store store = open("lost")) {
            SparkEngine losing = new SparkEngine(task -> {
                if (task % 3 == 0 && TaskContext.get().attemptNumber() == 0) {
                    throw new IllegalStateException("lost");
                }
            });
            compute(losing, store, "local[2,4]");
            assertThat(store.failures()).isZero();
            assertThat(tables(store)).isEqualTo(local());
        }
        assertThat(Files.readAllLines(folder.resolve("lost/results-1-of-1.log")))
                .hasSize(RUNS);
    }

    /** One run is lost again and again, so that Spark gives up: what was computed is kept, and the sweep goes on elsewhere. */
    @Test
    void whatWasComputedBeforeSparkGaveUpIsKept() throws Exception {
        long kept;
        try (Store store = open("aborted")) {
            SparkEngine losing = new SparkEngine(task -> {
                if (task == RUNS - 1) {
                    throw new IllegalStateException("lost for good");
                }
            });
            assertThatThrownBy(() -> compute(losing, store, "local[2,2]")).hasMessageContaining("lost for good");
            kept = store.stored();
            assertThat(kept).isBetween(1L, RUNS - 1L);
        }
        try (Store store = open("aborted")) {
            assertThat(store.stored()).isEqualTo(kept);
            compute(new LocalEngine(), store, null);
            assertThat(tables(store)).isEqualTo(local());
        }
    }
}
