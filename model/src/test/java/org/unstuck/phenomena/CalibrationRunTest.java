package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A calibration: {@code mvn -Pcalibration -pl model test}. Writes every evaluation to {@code target/calibration.csv} and what was found to
 * {@code target/calibration.md}. Groups, separated by ';', are given as name:knobs:rows, as in {@code
 * -Dcalibration.groups="bzd:tolerance.adaptation,tolerance.fadeDays:P09,P10"}.
 */
@Tag("calibration")
class CalibrationRunTest {

    private static final String GROUPS =
            "benzodiazepine:drug/alprazolam/gaba-a/maximum,tolerance.adaptation,tolerance.fadeDays:P06,P07,P09,P10;"
                    + "ketamine:homeostasis.gain,homeostasis.poolShare,cascade.windowDays:P13,P14,P15,P17";

    @Test
    void losesNothing() throws IOException {
        Calibration calibration = new Calibration(
                Arrays.stream(System.getProperty("calibration.groups", GROUPS).split(";"))
                        .map(CalibrationRunTest::group)
                        .toList(),
                Integer.getInteger("calibration.evaluations", 60),
                Long.getLong("calibration.seed", 1));
        Setting start = Setting.standard()
                .withSeeds(101, 102)
                .withPatients(Integer.getInteger("calibration.patients", 48))
                .shortened(20, 120);
        Calibration.Found found;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of("target", "calibration.csv"))) {
            found = calibration.run(start, line -> write(out, line));
        }
        List<String> page = new ArrayList<>(List.of(
                "Loss " + Band.number(found.before()) + " before, " + Band.number(found.after()) + " after.",
                "",
                "| number | before | after | range |",
                "|---|---|---|---|"));
        page.addAll(calibration.changes(start, found.setting()));
        Files.write(Path.of("target", "calibration.md"), page);
        if (calibration.groups().size() == 1) {
            assertThat(found.after()).isLessThanOrEqualTo(found.before());
        }
    }

    private static Calibration.Group group(String text) {
        String[] parts = text.split(":");
        return new Calibration.Group(
                parts[0],
                Arrays.stream(parts[1].split(",")).map(Knob::named).toList(),
                Phenomena.named(parts[2].split(",")));
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
