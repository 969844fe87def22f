package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All thirty phenomena at full size: {@code mvn -Pphenomena verify}. Writes {@code target/phenomena.md}, and {@code
 * docs/phenomena.md} with {@code -Dunstuck.write=true}. Smaller runs for a look: {@code -Dphenomena.patients=40
 * -Dphenomena.seeds=1 -Dphenomena.rows=P13,P14}; these assert nothing about how many pass.
 */
@Tag("phenomena")
class PhenomenaSuiteTest {

    /** How many must pass. */
    private static final int ENOUGH = 24;

    @Test
    void enoughPhenomenaAreShownAndTheRestIsExplained() throws IOException {
        Setting setting = Setting.standard();
        int patients = Integer.getInteger("phenomena.patients", setting.patients());
        int seeds = Integer.getInteger("phenomena.seeds", setting.seeds().size());
        String only = System.getProperty("phenomena.rows", "");
        setting = setting.withPatients(patients)
                .withSeeds(setting.seeds().subList(0, seeds).stream()
                        .mapToLong(s -> s)
                        .toArray());
        List<Phenomenon> rows = only.isEmpty() ? Phenomena.ALL : Phenomena.named(only.split(","));
        List<String> log = new ArrayList<>();
        long began = System.nanoTime();
        List<Verdict> verdicts = Phenomena.run(rows, setting, line -> {
            log.add(String.format("%7.1f s  %s", (System.nanoTime() - began) / 1e9, line));
        });
        Map<String, String> reasons = PhenomenaPage.reasons();
        String page = PhenomenaPage.of(verdicts, setting, reasons);
        Files.writeString(Path.of("target", "phenomena.md"), page);
        Files.write(Path.of("target", "phenomena.log"), log);
        assertThat(verdicts).hasSameSizeAs(rows);
        boolean full = only.isEmpty() && patients == Setting.standard().patients() && seeds == 5;
        if (!full) {
            return;
        }
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(Path.of("..", "docs", "phenomena.md"), page);
        }
        assertThat(PhenomenaPage.stale(verdicts, reasons))
                .as("reasons of phenomena that pass")
                .isEmpty();
        assertThat(PhenomenaPage.unexplained(verdicts, reasons))
                .as("failed without a reason")
                .isEmpty();
        assertThat(verdicts.stream().filter(v -> v.status() == Verdict.Status.PASS))
                .as("phenomena that pass")
                .hasSizeGreaterThanOrEqualTo(ENOUGH);
    }
}
