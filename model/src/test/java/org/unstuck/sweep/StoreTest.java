package org.unstuck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Table;

/** Results survive what happens to them. Values are made up: nothing is simulated here. */
class StoreTest {

    private static final Study STUDY = BuiltIn.STUDIES.named("example");
    private static final Keys KEYS = new Keys(STUDY);
    private static final int RUNS = (int) STUDY.tasks();

    @TempDir
    Path folder;

    private static String line(int run) {
        Task task = STUDY.task(run);
        if (run == 5) {
            return Line.of(new Result.Failed(run, KEYS.of(task), "it diverged; at 3 %\tof the course"));
        }
        Result.Shape shape = new Result.Shape(2, 2, 4, 8);
        double[] values = new double[shape.size()];
        Draws draws = Address.of(run).draws();
        for (int k = 0; k < values.length; k++) {
            values[k] = k == 3 ? Double.NaN : draws.gaussian();
        }
        return Line.of(new Result.Done(
                run, KEYS.of(task), shape, values, List.of(new Result.Gap(3, 1, "no days = none; there"))));
    }

    private Store open() {
        return Store.open(folder, STUDY, Shard.ALL, false);
    }

    private static List<String> tables(Store store) {
        List<String> lines = new ArrayList<>();
        for (Table table : SweepTables.of(store)) {
            lines.add("# " + table.name());
            table.csv(lines::add);
        }
        return lines;
    }

    private List<String> whole(Path place) throws IOException {
        Files.createDirectories(place);
        try (Store store = Store.open(place, STUDY, Shard.ALL, false)) {
            for (int run = 0; run < RUNS; run++) {
                store.add(line(run));
            }
            return tables(store);
        }
    }

    @Test
    void aLineIsReadBackExactly() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = line(run).getBytes(StandardCharsets.UTF_8);
            assertThat(Line.task(bytes)).isEqualTo(run);
            assertThat(Line.of(Line.read(bytes))).isEqualTo(line(run));
        }
        assertThat(((Result.Failed) Line.read(line(5).getBytes(StandardCharsets.UTF_8))).reason())
                .isEqualTo("it diverged; at 3 %\tof the course");
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] bytes = line(0).getBytes(StandardCharsets.UTF_8);
        for (int k = 0; k < bytes.length; k++) {
            byte[] changed = bytes.clone();
            changed[k] ^= 1;
            assertThat(Line.task(changed)).as("byte %d", k).isEqualTo(-1);
        }
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws IOException {
        List<String> wanted = whole(folder.resolve("whole"));
        try (Store store = open()) {
            for (int k = 0; k < RUNS; k++) {
                store.add(line(k * 5 % RUNS));
            }
            assertThat(tables(store)).isEqualTo(wanted);
            assertThat(store.failures()).isEqualTo(1);
            assertThat(store.pending()).isZero();
        }
        assertThat(wanted).contains("2,0.5,1,2,it diverged; at 3 %\tof the course");
    }

    /** The file may end anywhere: in front of it everything is kept, behind it everything is computed again. */
    @Test
    void aLogThatIsCutAnywhereGoesOn() throws IOException {
        List<String> wanted = whole(folder.resolve("whole"));
        byte[] log = Files.readAllBytes(folder.resolve("whole/results-1-of-1.log"));
        Draws draws = Address.of(1).draws();
        for (int trial = 0; trial < 40; trial++) {
            int cut = draws.below(log.length + 1);
            Path place = Files.createDirectory(folder.resolve("cut-" + trial));
            Path file = Files.write(place.resolve("results-1-of-1.log"), java.util.Arrays.copyOf(log, cut));
            try (Store store = Store.open(place, STUDY, Shard.ALL, false)) {
                assertThat(store.stored())
                        .isEqualTo(new String(log, 0, cut, StandardCharsets.UTF_8)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
                for (long run = store.next(0); run >= 0; run = store.next(run + 1)) {
                    store.add(line((int) run));
                }
                assertThat(tables(store)).isEqualTo(wanted);
            }
            assertThat(file).hasBinaryContent(log);
        }
    }

    @Test
    void aDamagedRowIsNamedAndTheRestIsKept() throws IOException {
        List<String> wanted = whole(folder);
        Path file = folder.resolve("results-1-of-1.log");
        byte[] log = Files.readAllBytes(file);
        int third = new String(log, StandardCharsets.UTF_8).indexOf("\n2\t") + 60;
        log[third] ^= 1;
        Files.write(file, log);
        try (Store store = open()) {
            assertThat(store.damages())
                    .containsExactly(
                            "results-1-of-1.log, line 3: the row of run 2 is damaged (checksum); it is computed again");
            assertThat(store.stored()).isEqualTo(RUNS - 1L);
            assertThat(store.next(0)).isEqualTo(2);
            assertThat(store.next(3)).isEqualTo(-1);
            store.add(line(2));
            assertThat(tables(store)).isEqualTo(wanted);
        }
        try (Store store = open()) {
            assertThat(store.pending()).isZero();
            assertThat(store.damaged()).as("the damaged row stays where it is").isEqualTo(1);
        }
    }

    @Test
    void rowsOfAnotherStudyAreNotTaken() throws IOException {
        whole(folder);
        Study other = STUDY.with(STUDY.base().withPatients(5));
        try (Store store = Store.open(folder, other, Shard.ALL, false)) {
            assertThat(store.stored()).isZero();
            assertThat(store.damages().get(0)).contains("belongs to another study or version");
        }
    }

    @Test
    void twoProcessesDoNotShareALog() {
        try (Store first = open()) {
            assertThat(first.stored()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(Store.InUse.class)
                    .hasMessage("another process is computing these results.");
            assertThatThrownBy(() -> Store.open(folder, STUDY, new Shard(1, 3), false))
                    .isInstanceOf(Store.InUse.class);
        }
        try (Store again = open()) {
            assertThat(again.pending()).isEqualTo(RUNS);
        }
    }

    @Test
    void shardsAreOneStudy() throws IOException {
        List<String> wanted = whole(folder.resolve("whole"));
        Path place = Files.createDirectory(folder.resolve("parts"));
        for (int part = 1; part <= 3; part++) {
            Shard shard = new Shard(part, 3);
            try (Store store = Store.open(place, STUDY, shard, false)) {
                assertThat(store.pending()).isEqualTo(shard.size(RUNS));
                for (long run = store.next(0); run >= 0; run = store.next(run + 1)) {
                    assertThat(shard.has(run)).isTrue();
                    store.add(line((int) run));
                }
            }
        }
        try (Store store = Store.open(place, STUDY, Shard.ALL, false)) {
            assertThat(store.pending()).isZero();
            assertThat(tables(store)).isEqualTo(wanted);
        }
    }

    @Test
    void partsOfOtherFoldersAreCopiedOnce() throws IOException {
        List<String> wanted = whole(folder.resolve("whole"));
        Path place = Files.createDirectory(folder.resolve("copy"));
        try (Store store = Store.open(place, STUDY, Shard.ALL, false)) {
            store.add(line(0));
            store.copy(folder.resolve("whole"));
            store.copy(folder.resolve("whole"));
            assertThat(tables(store)).isEqualTo(wanted);
        }
        assertThat(Files.readAllLines(place.resolve("results-1-of-1.log"))).hasSize(RUNS);
    }

    @Test
    void failuresAreRetriedOnlyWhenAsked() throws IOException {
        whole(folder);
        try (Store store = Store.open(folder, STUDY, Shard.ALL, true)) {
            assertThat(store.pending()).isEqualTo(1);
            assertThat(store.next(0)).isEqualTo(5);
            Task task = STUDY.task(5);
            Result.Shape shape = new Result.Shape(1, 1, 1, 8);
            store.add(Line.of(new Result.Done(5, KEYS.of(task), shape, new double[8], List.of())));
            assertThat(store.failures()).isZero();
            assertThat(store.stored()).isEqualTo(RUNS);
        }
        try (Store store = open()) {
            assertThat(store.failures())
                    .as("success outlives the failure before it")
                    .isZero();
        }
    }
}
