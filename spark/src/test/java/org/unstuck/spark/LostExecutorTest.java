package org.unstuck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.StudyWriter;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.LocalEngine;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;

/**
 * A real cluster on this machine: a master, two workers, and two executors that are processes of their own, one of which is killed. Spark
 * looks for its jars below a home; a folder of links to those of the class path will do.
 */
@DisabledOnOs(OS.WINDOWS)
class LostExecutorTest {

    private static final Study STUDY = BuiltIn.STUDIES.named("example");
    private static final int RUNS = 12;

    @TempDir
    Path folder;

    private final List<String> properties = new ArrayList<>();

    @BeforeEach
    void home() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        Files.createDirectories(folder.resolve("home/launcher/target/scala-2.13"));
        List<Path> path = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        for (Path jar : path.stream().filter(Files::isRegularFile).toList()) {
            Path link = jars.resolve(jar.getFileName());
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, jar.toAbsolutePath());
            }
        }
        property("spark.testing", "true");
        property("spark.test.home", folder.resolve("home").toString());
        property("spark.driver.host", "127.0.0.1");
        property("spark.driver.bindAddress", "127.0.0.1");
        property("spark.executor.memory", "512m");
        property("spark.local.dir", folder.resolve("local").toString());
        property(
                "spark.executor.extraClassPath",
                path.stream()
                        .filter(Files::isDirectory)
                        .map(p -> p.toAbsolutePath().toString())
                        .collect(Collectors.joining(System.getProperty("path.separator"))));
    }

    private void property(String key, String value) {
        System.setProperty(key, value);
        properties.add(key);
    }

    @AfterEach
    void asBefore() {
        properties.forEach(System::clearProperty);
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void aKilledExecutorCostsOnlyItsOwnRuns() throws Exception {
        String attempts = Files.createDirectories(folder.resolve("attempts")).toString();
        SparkEngine engine = new SparkEngine(task -> begun(attempts, task));
        AtomicInteger arrived = new AtomicInteger();
        List<String> killed = new ArrayList<>();
        try (Store store = open("spark")) {
            engine.compute(new Engine.Work(
                    store,
                    StudyWriter.text(STUDY),
                    2,
                    "local-cluster[2,1,1024]",
                    line -> {
                        store.add(line);
                        if (arrived.incrementAndGet() == 2) {
                            killed.add(killOne(attempts));
                        }
                    },
                    () -> false));
            assertThat(killed).as("an executor was killed").hasSize(1).doesNotContain("none");
            assertThat(store.failures()).isZero();
            try (Store local = open("local")) {
                new LocalEngine()
                        .compute(new Engine.Work(local, StudyWriter.text(STUDY), 1, null, local::add, () -> false));
                assertThat(tables(store)).isEqualTo(tables(local));
            }
        }
        try (Stream<Path> begun = Files.list(folder.resolve("attempts"))) {
            List<String> names = begun.map(p -> p.getFileName().toString()).toList();
            assertThat(names.stream().map(n -> n.split("-")[0]).distinct()).hasSize(RUNS);
            // One core an executor: the run it was computing, and one that it had just taken.
            assertThat(names.size()).as("runs begun: %s", names).isBetween(RUNS, RUNS + 2);
        }
    }

    private static void begun(String folder, long task) {
        try {
            Files.createFile(Path.of(
                    folder,
                    task + "-" + TaskContext.get().taskAttemptId() + "-"
                            + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the executor that began a run first: each leaves its number with every run that it begins. */
    private static String killOne(String attempts) {
        try (Stream<Path> begun = Files.list(Path.of(attempts))) {
            long pid = begun.mapToLong(
                            p -> Long.parseLong(p.getFileName().toString().split("-")[2]))
                    .min()
                    .orElseThrow();
            assertThat(pid)
                    .as("an executor is a process of its own")
                    .isNotEqualTo(ProcessHandle.current().pid());
            return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false) ? "killed" : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Store open(String name) throws IOException {
        return Store.open(Files.createDirectories(folder.resolve(name)), STUDY, Shard.ALL, false);
    }

    private static List<String> tables(Store store) {
        List<String> lines = new ArrayList<>();
        SweepTables.of(store).forEach(table -> table.csv(lines::add));
        return lines;
    }
}
