package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Command;

/**
 * How smooth the window is, with 12 regions and 2,000 points of each. The limits leave room for a machine that is busy with other
 * things; the figures are printed.
 */
@Timeout(240)
class SpeedWindowTest {

    private static final double LEAST_FRAMES_PER_SECOND = 15;
    private static final double LONGEST_LATENCY_MS = 250;
    private static final double MOST_GROWTH_MB = 24;
    private static final int SOAK_S = Integer.getInteger("unstuck.soak", 20);

    @TempDir
    private Path folder;

    @Test
    void framesLatencyAndMemory() throws Exception {
        try (Hands hands = new Hands(
                Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")), folder.resolve("recovery.json"), false)) {
            Window window = hands.window();
            Hands.on(() -> {
                window.bench().showRegions(true);
                window.engine().speed(64);
                return null;
            });
            hands.until("the traces are full", () -> window.now().sides[0].shown == Frame.SAMPLES);
            Hands.on(() -> {
                window.engine().speed(1);
                return null;
            });
            Thread.sleep(2000);
            long ticks = Hands.on(window::ticks);
            long began = System.nanoTime();
            Thread.sleep(8000);
            double rate = (Hands.on(window::ticks) - ticks) / ((System.nanoTime() - began) / 1e9);

            double[] latency = new double[15];
            for (int k = 0; k < latency.length; k++) {
                double wanted = 7 + 0.05 * k;
                long asked = System.nanoTime();
                Hands.on(() -> {
                    window.engine().command(true, false, new Command.Set("wilsonCowan", "wEE", wanted));
                    return null;
                });
                while (Hands.on(() ->
                                window.now().sides[0].parameters.wilsonCowan().wEE())
                        != wanted) {
                    Thread.sleep(2);
                }
                latency[k] = (System.nanoTime() - asked) / 1e6;
            }
            Arrays.sort(latency);

            Hands.on(() -> {
                window.engine().speed(16);
                return null;
            });
            double before = usedMb();
            Thread.sleep(SOAK_S * 1000L);
            double after = usedMb();
            System.out.printf(
                    java.util.Locale.ROOT,
                    "explorer: %.1f frames/s, latency median %.0f ms, largest %.0f ms, heap %.1f -> %.1f MB in %d s at 16x%n",
                    rate,
                    latency[latency.length / 2],
                    latency[latency.length - 1],
                    before,
                    after,
                    SOAK_S);
            assertThat(rate).isGreaterThan(LEAST_FRAMES_PER_SECOND);
            assertThat(latency[latency.length / 2]).isLessThan(LONGEST_LATENCY_MS);
            assertThat(after - before).isLessThan(MOST_GROWTH_MB);
        }
    }

    private static double usedMb() throws InterruptedException {
        double least = Double.MAX_VALUE;
        for (int k = 0; k < 4; k++) {
            System.gc();
            Thread.sleep(150);
            Runtime r = Runtime.getRuntime();
            least = Math.min(least, (r.totalMemory() - r.freeMemory()) / 1048576.0);
        }
        return least;
    }
}
