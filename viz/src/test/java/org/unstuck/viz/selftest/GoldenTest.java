package org.unstuck.viz.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twelve scenarios give the published bytes on 1, 2 and 8 threads, in languages with other digits, letters and commas, in other time
 * zones. {@code -Dunstuck.write=true} writes the hashes anew: then "Numbers changed" gets an entry, and
 * {@code Version.NUMERIC_SEMANTICS} goes up with the next release.
 */
class GoldenTest {

    private static final Path FILE = Path.of("src/main/resources/org/unstuck/viz/selftest/golden.csv");

    static Stream<String> presets() {
        return Golden.PRESETS.stream();
    }

    @Test
    void theHashesArePublished() throws IOException {
        if (Boolean.getBoolean("unstuck.write")) {
            StringBuilder csv = new StringBuilder("preset,sha256\n");
            for (String preset : Golden.PRESETS) {
                csv.append(preset).append(',').append(Golden.hash(preset, 2)).append('\n');
            }
            Files.writeString(FILE, csv);
        }
        assertThat(Files.readAllLines(FILE)).hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void sameBytes(String preset) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            assertThat(Golden.hash(preset, 1)).isEqualTo(Golden.published().get(preset));
            Locale.setDefault(new Locale("ar", "EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Golden.hash(preset, 2)).isEqualTo(Golden.published().get(preset));
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Golden.hash(preset, 8)).isEqualTo(Golden.published().get(preset));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
