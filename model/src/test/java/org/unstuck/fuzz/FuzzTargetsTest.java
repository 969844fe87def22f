package org.unstuck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unstuck.scenario.BuiltIn;

/**
 * The fuzz targets on their seeds and on damaged copies of them: the short run of every build. {@code bench/fuzz.sh} runs
 * the same targets under Jazzer, guided by coverage, for as long as one likes; what it finds is kept among the hostile files.
 */
class FuzzTargetsTest {

    private static final int DAMAGED = 3_000;

    private static List<byte[]> scenarios() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : BuiltIn.PRESETS.names()) {
            seeds.add(BuiltIn.PRESETS.text(name).getBytes(StandardCharsets.UTF_8));
        }
        Path hostile =
                Path.of(FuzzTargetsTest.class.getResource("/scenario/badinput").toURI());
        try (Stream<Path> files = Files.list(hostile)) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private static void all(List<byte[]> seeds, Consumer<byte[]> target) {
        assertThat(seeds).isNotEmpty();
        List<byte[]> inputs = new ArrayList<>(seeds);
        inputs.addAll(Damage.of(seeds, DAMAGED, 1));
        for (byte[] input : inputs) {
            assertThatCode(() -> target.accept(input))
                    .as(() -> new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void scenarioFiles() throws IOException, URISyntaxException {
        all(scenarios(), FuzzScenario::fuzzerTestOneInput);
    }

    @Test
    void numbersWithUnits() {
        List<byte[]> seeds = Stream.of(
                        "40 min",
                        "0.5 mg",
                        "0.5 mg/kg",
                        "1e-3 wk",
                        " 12 h ",
                        "0.5 gap",
                        "-1 d",
                        "4.9e-324 s",
                        "1e308 mg",
                        "NaN h")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        all(seeds, FuzzUnits::fuzzerTestOneInput);
    }
}
