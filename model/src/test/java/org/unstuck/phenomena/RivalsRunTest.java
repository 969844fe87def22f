package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;

/**
 * The phenomena and the default comparison with every mass: {@code mvn -Privals verify}. Writes {@code target/rivals.md}, and {@code
 * docs/rivals.md} with {@code -Dunstuck.write=true}. For a look: {@code -Drivals.patients=4 -Drivals.seeds=1 -Drivals.masses=wong-wang
 * -Drivals.rows=P26}.
 */
@Tag("rivals")
class RivalsRunTest {

    private static final int PATIENTS = 12;
    private static final int SEEDS = 2;
    /** Shorter than in the suite of the default mass alone: six masses are run, one of them at an eighth of the step. */
    private static final double BURST_S = 10;

    private static final double REST_S = 120;

    @Test
    void everyMassIsRunAndNothingIsHidden() throws Exception {
        int patients = Integer.getInteger("rivals.patients", PATIENTS);
        int seeds = Integer.getInteger("rivals.seeds", SEEDS);
        String only = System.getProperty("rivals.masses", "");
        String rows = System.getProperty("rivals.rows", "");
        Setting standard = Setting.standard();
        Setting setting = standard.withPatients(patients)
                .withSeeds(standard.seeds().subList(0, seeds).stream()
                        .mapToLong(s -> s)
                        .toArray())
                .withThreads(1)
                .shortened(BURST_S, REST_S);
        List<Phenomenon> phenomena = rows.isEmpty() ? Rivals.rows() : Phenomena.named(rows.split(","));
        List<NeuralMass> masses = NeuralMass.all().stream()
                .filter(m -> m instanceof WilsonCowan
                        || only.isEmpty()
                        || List.of(only.split(",")).contains(m.name()))
                .toList();
        Rivals[] done = new Rivals[masses.size()];
        Log log = new Log();
        // One thread for each mass: no result depends on it.
        ExecutorService pool = Executors.newFixedThreadPool(masses.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int m = 0; m < done.length; m++) {
                int at = m;
                running.add(pool.submit(() -> {
                    done[at] = Rivals.of(masses.get(at), phenomena, setting, log::add);
                    log.page(done, setting);
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        String page = RivalsPage.of(List.of(done), setting);
        boolean whole = only.isEmpty() && rows.isEmpty() && patients == PATIENTS && seeds == SEEDS;
        if (whole && Boolean.getBoolean("unstuck.write")) {
            Files.writeString(Path.of("..", "docs", "rivals.md"), page);
        }
        for (Rivals rival : done) {
            assertThat(page).contains(rival.mass().name());
            assertThat(rival.phenomena()).hasSameSizeAs(phenomena);
            // What could not be run says why.
            assertThat(rival.statements().isEmpty()).isEqualTo(!rival.reason().isEmpty());
        }
    }

    /** What is told, and the page of what is done so far. */
    private static final class Log {
        private final long began = System.nanoTime();
        private final List<String> lines = new ArrayList<>();

        synchronized void add(String line) {
            lines.add(String.format("%7.1f s  %s", (System.nanoTime() - began) / 1e9, line));
            write("rivals.log", String.join("\n", lines));
        }

        synchronized void page(Rivals[] done, Setting setting) {
            if (done[0] != null) {
                write(
                        "rivals.md",
                        RivalsPage.of(
                                Arrays.stream(done).filter(Objects::nonNull).toList(), setting));
            }
        }

        private static void write(String file, String text) {
            try {
                Files.writeString(Path.of("target", file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
