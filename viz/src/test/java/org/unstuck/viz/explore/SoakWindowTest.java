package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;

/**
 * Two patients for a long time, with doses, cues, sessions and new runs: memory, open files and threads stay as they are. 20 s unless
 * {@code -Dunstuck.soak=1800}; samples in {@code target/soak.csv}.
 */
class SoakWindowTest {

    private static final int LONG_S = Integer.getInteger("unstuck.soak", 20);
    /** Time between samples, s. */
    private static final int EVERY_S = Math.max(5, LONG_S / 60);
    /** Growth that is allowed: what a session of some hundred commands needs is less than 1 MB. */
    private static final double MOST_GROWTH_MB = 16;

    private static final long MOST_FILES = 8;

    @TempDir
    private Path folder;

    private record Sample(double seconds, double heapMb, long files, int threads, double rate) {}

    @Test
    void memoryStaysFlat() throws Exception {
        Path csv = Path.of("target", "soak.csv");
        Files.createDirectories(csv.getParent());
        List<Sample> samples = new ArrayList<>();
        try (Hands hands = new Hands(
                        Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")),
                        folder.resolve("recovery.json"),
                        false);
                PrintStream out = new PrintStream(Files.newOutputStream(csv), true, StandardCharsets.UTF_8)) {
            out.println("seconds,heap_mb,open_files,threads,frames_per_second");
            Window window = hands.window();
            hands.click("compare");
            hands.until("B is there", () -> window.now().sides[1].on);
            Hands.on(() -> {
                window.bench().showRegions(true);
                window.engine().speed(16);
                return null;
            });
            Thread.sleep(4000);
            long began = System.nanoTime();
            for (int k = 0; (System.nanoTime() - began) / 1e9 < LONG_S; k++) {
                int turn = k;
                Hands.on(() -> {
                    window.interventions().cue(turn % 4);
                    window.interventions().give();
                    if (turn % 3 == 0) {
                        window.interventions().begin();
                    }
                    return null;
                });
                long ticks = Hands.on(window::ticks);
                long from = System.nanoTime();
                Thread.sleep(EVERY_S * 1000L);
                double rate = (Hands.on(window::ticks) - ticks) / ((System.nanoTime() - from) / 1e9);
                Sample now = new Sample((System.nanoTime() - began) / 1e9, usedMb(), files(), threads(), rate);
                samples.add(now);
                out.printf(
                        Locale.ROOT,
                        "%.0f,%.1f,%d,%d,%.1f%n",
                        now.seconds(),
                        now.heapMb(),
                        now.files(),
                        now.threads(),
                        now.rate());
                hands.check();
            }
        }
        Sample first = samples.get(Math.min(1, samples.size() - 1));
        Sample last = samples.get(samples.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "explorer: heap %.1f -> %.1f MB, files %d -> %d, threads %d -> %d, %.1f frames/s at the end of %.0f s%n",
                first.heapMb(),
                last.heapMb(),
                first.files(),
                last.files(),
                first.threads(),
                last.threads(),
                last.rate(),
                last.seconds());
        assertThat(last.heapMb() - first.heapMb()).isLessThan(MOST_GROWTH_MB);
        assertThat(last.files() - first.files()).isLessThan(MOST_FILES);
        assertThat(last.threads() - first.threads()).isLessThan(4);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** Open files of this process; 0 where the system does not say. */
    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static double usedMb() throws InterruptedException {
        double least = Double.MAX_VALUE;
        for (int k = 0; k < 3; k++) {
            System.gc();
            Thread.sleep(150);
            Runtime r = Runtime.getRuntime();
            least = Math.min(least, (r.totalMemory() - r.freeMemory()) / 1048576.0);
        }
        return least;
    }
}
