package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile files: each is refused within two seconds, by a message that names the file, and by nothing else. */
class BadInputTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    /** Damaged scenarios of another program: none is a scenario of this one. */
    static List<Path> corpus() throws IOException, URISyntaxException {
        return json(Path.of(BadInputTest.class.getResource("/scenario/badinput").toURI()));
    }

    private static List<Path> json(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void theCorpusIsThere() throws IOException, URISyntaxException {
        assertThat(corpus()).hasSize(66);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isRefused(Path file) {
        String message = refused(file);
        assertThat(message).contains(file.getFileName().toString()).doesNotContain("\n");
        assertThat(message.substring(file.toString().length())).matches(":\\d+:\\d+.*");
    }

    /** Files of JSONTestSuite and larger damaged ones, where a copy of the reference data is. */
    @Test
    void filesFromElsewhereAreRefused() throws IOException {
        String place = System.getProperty("unstuck.reference", System.getenv("UNSTUCK_REFERENCE"));
        assumeTrue(place != null, "needs -Dunstuck.reference or UNSTUCK_REFERENCE");
        int files = 0;
        for (String part : List.of("json", "jsontestsuite")) {
            for (Path file : json(Path.of(place, "badinput", "open", part))) {
                assertThat(refused(file)).contains(file.getFileName().toString());
                files++;
            }
        }
        assertThat(files).isGreaterThan(200);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(refused(file("lists.json", "[".repeat(100_000)))).contains("nested deeper than 64");
        assertThat(refused(file("objects.json", "{\"a\":".repeat(100_000)))).contains("nested deeper than 64");
        assertThat(refused(file("inside.json", "{\"x\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}")))
                .contains("nested deeper than 64");
        assertThat(refused(file("just.json", "[".repeat(64) + "]".repeat(64)))).contains("it must be an object");
    }

    @Test
    void longTextsAreRefusedAndNotEchoed() throws IOException {
        assertThat(refused(file("string.json", "{\"name\": \"" + "x".repeat(30_000_000) + "\"}")))
                .contains("a text has more than 65536 characters");
        assertThat(refused(file("key.json", "{\"" + "k".repeat(1_000_000) + "\": 1}")))
                .contains("a key has more than 1000 characters");
        assertThat(refused(file("number.json", "{\"seed\": " + "1".repeat(1_000_000) + "}")))
                .contains("a text has more than 65536 characters");
    }

    @Test
    void manyValuesAreRefused() throws IOException {
        assertThat(refused(file("values.json", "{\"x\": [" + "1,".repeat(3_000_000) + "1]}")))
                .contains("more than 2500000 values");
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 300_000; i++) {
            keys.append("\"k").append(i).append("\":0,");
        }
        assertThat(refused(file("keys.json", keys + "\"z\":0}"))).contains("there is no key \"k0\"");
    }

    @Test
    void aHugeFileIsNotLoaded() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(refused(file)).endsWith("huge.json: is larger than 64 MB.");
    }

    @Test
    void alternatingKeysAndEscapesDoNotConfuseDuplicates() throws IOException {
        assertThat(refused(file("twice.json", "{\"seed\": 1, \"s\\u0065ed\": 2}")))
                .contains("1:26 /seed: the key \"seed\" is there twice.");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String refused(Path file) {
        Throwable thrown = assertTimeout(LONGEST, () -> catchThrowable(() -> ScenarioReader.read(file)));
        assertThat(thrown).as("%s", file).isInstanceOf(BadScenario.class);
        assertThat(((BadScenario) thrown).mistakes()).hasSizeBetween(1, 20);
        assertThat(thrown.getMessage()).hasSizeLessThan(1_500);
        return thrown.getMessage();
    }
}
