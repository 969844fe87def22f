package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fuzz target of tables on its seeds and on damaged copies: the short run of every build ({@code bench/fuzz.sh} is the long one). */
class FuzzTablesTest {

    private static final int DAMAGED = 1_500;
    private static final String HOSTILE = "0,\n\"\r.-eE{}[]:'(<>f48T ";

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("src/test/resources/hostile/matrix", "src/test/resources/recordings")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    seeds.add(Arrays.copyOf(bytes, Math.min(bytes.length, 4096)));
                }
            }
        }
        seeds.add("region,module\na,x\nb,y\nc,\"x\"\"\"\n".getBytes(StandardCharsets.UTF_8));
        seeds.add(
                "{\"schemaVersion\": 1, \"product\": \"Unstuck\", \"sha256\": {}, \"version\": \"1\", \"numericSemantics\": 1}"
                        .getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".npy", ".modules", ".json"})
    void anyBytesAreReadOrRefused(String ending) throws IOException {
        List<byte[]> seeds = seeds();
        assertThat(seeds).hasSizeGreaterThan(30);
        Random random = new Random(2);
        for (int i = 0; i < seeds.size() + DAMAGED; i++) {
            byte[] input = i < seeds.size() ? seeds.get(i) : damaged(seeds.get(random.nextInt(seeds.size())), random);
            assertThatCode(() -> FuzzTables.one(input, ending))
                    .as(() -> new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int wounds = 1 + random.nextInt(4); wounds > 0 && bytes.length > 0; wounds--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) HOSTILE.charAt(random.nextInt(HOSTILE.length()));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
                    System.arraycopy(bytes, 0, longer, bytes.length, at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
