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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.scenario.BuiltIn;

/**
 * The fuzz targets on their seeds and on damaged copies of them: the short run of every build. {@code bench/fuzz.sh} runs
 * the same targets under Jazzer, guided by coverage, for as long as one likes; what it finds is kept among the hostile files.
 */
class FuzzTargetsTest {

    private static final int DAMAGED = 3_000;
    /** Bytes of a seed: an archive of thousands of entries is not damaged again and again. */
    private static final int LONGEST = 20_000;

    private static List<byte[]> scenarios() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : BuiltIn.PRESETS.names()) {
            seeds.add(BuiltIn.PRESETS.text(name).getBytes(StandardCharsets.UTF_8));
        }
        seeds.addAll(hostile());
        return seeds;
    }

    private static List<byte[]> hostile() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
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
        all(seeds, DAMAGED, target);
    }

    private static void all(List<byte[]> seeds, int damaged, Consumer<byte[]> target) {
        assertThat(seeds).isNotEmpty();
        List<byte[]> inputs = new ArrayList<>(seeds);
        inputs.addAll(Damage.of(seeds, damaged, 1));
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
    void studiesClaimsNetworksConditionsDrugs() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>(hostile());
        BuiltIn.STUDIES.names().forEach(n -> seeds.add(BuiltIn.STUDIES.text(n).getBytes(StandardCharsets.UTF_8)));
        BuiltIn.CLAIMS.names().forEach(n -> seeds.add(BuiltIn.CLAIMS.text(n).getBytes(StandardCharsets.UTF_8)));
        BuiltIn.NETWORKS.names().forEach(n -> seeds.add(BuiltIn.NETWORKS.text(n).getBytes(StandardCharsets.UTF_8)));
        BuiltIn.CONDITIONS
                .names()
                .forEach(n -> seeds.add(BuiltIn.CONDITIONS.text(n).getBytes(StandardCharsets.UTF_8)));
        BuiltIn.DRUGS.names().forEach(n -> seeds.add(BuiltIn.DRUGS.text(n).getBytes(StandardCharsets.UTF_8)));
        all(seeds, DAMAGED / 3, FuzzStudies::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void connectomes(int use) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("matrix", "archive")) {
            try (Stream<Path> files =
                    Files.list(Path.of("../viz/src/test/resources/hostile").resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        seeds.add("region,network,parts\na,x,AMY\nb,y,\nc,x,AI\n".getBytes(StandardCharsets.UTF_8));
        seeds.add("region,gabaA,nmda\na,1,0.5\nb,2,1\nc,1,1\n".getBytes(StandardCharsets.UTF_8));
        seeds.removeIf(bytes -> bytes.length > LONGEST);
        all(seeds, DAMAGED / 6, data -> FuzzConnectome.one(data, use));
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
                        "-0. h", // found by Jazzer: it was read back as another 0
                        "-1e-330 gap",
                        "4.9e-324 s",
                        "1e308 mg",
                        "NaN h")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        all(seeds, FuzzUnits::fuzzerTestOneInput);
    }
}
