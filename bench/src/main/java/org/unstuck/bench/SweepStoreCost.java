package org.unstuck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Keys;
import org.unstuck.sweep.LatinHypercube;
import org.unstuck.sweep.Line;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Result;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Space;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;

/**
 * What a sweep costs besides its runs: making, hashing and storing a row of 5 arms x 5 scans x 12 patients x 8 outcomes, reading the
 * store again, and writing a row into the tables. Times are of this thread ({@link Cpu}), since the disk is not ours alone.
 *
 * <p>{@code mvn -q -pl bench -am compile exec:java -Dexec.mainClass=org.unstuck.bench.SweepStoreCost}
 */
public final class SweepStoreCost {

    private static final int[] RUNS = {1000, 4000};
    private static final Result.Shape SHAPE = new Result.Shape(5, 5, 12, 8);
    private static final double NS_PER_MS = 1e6;
    private static final double MB = 1e6;

    private SweepStoreCost() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        System.out.println(
                "| runs | store, ms per run | open again, ms per run | tables, ms per run | memory held, MB |");
        System.out.println("|---|---|---|---|---|");
        for (int runs : RUNS) {
            measure(100);
            System.out.println(measure(runs));
        }
    }

    private static String measure(int runs) throws IOException {
        var base = BuiltIn.PRESETS.named("generalised-anxiety").withPatients(SHAPE.patients());
        Study study = new Study(
                "cost",
                "",
                new Space(
                        base,
                        List.of(
                                Axis.declared("parameters/tolerance/adaptation", base),
                                Axis.declared("parameters/learning/rate", base)),
                        new LatinHypercube(runs, 1)),
                List.of(1L),
                Reported.names().stream()
                        .limit(SHAPE.outcomes())
                        .map(Reported::new)
                        .toList(),
                List.of());
        Path folder = Files.createTempDirectory("sweep");
        try {
            return measure(study, runs, folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static String measure(Study study, int runs, Path folder) {
        Draws draws = Address.of(1).draws();
        double[] values = new double[SHAPE.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = draws.gaussian();
        }
        Keys keys = new Keys(study);
        double stored;
        try (Store store = Store.open(folder, study, Shard.ALL, false)) {
            double from = Cpu.ns();
            for (int run = 0; run < runs; run++) {
                store.add(Line.of(new Result.Done(run, keys.of(study.task(run)), SHAPE, values, List.of())));
            }
            store.force();
            stored = (Cpu.ns() - from) / NS_PER_MS / runs;
        }
        System.gc();
        long before = used();
        double from = Cpu.ns();
        try (Store store = Store.open(folder, study, Shard.ALL, false)) {
            double opened = (Cpu.ns() - from) / NS_PER_MS / runs;
            System.gc();
            double held = (used() - before) / MB;
            from = Cpu.ns();
            SweepTables.of(store).forEach(table -> table.csv(line -> {}));
            double tables = (Cpu.ns() - from) / NS_PER_MS / runs;
            return String.format(
                    Locale.ROOT, "| %d | %.3f | %.3f | %.2f | %.2f |", runs, stored, opened, tables, Math.max(0, held));
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
