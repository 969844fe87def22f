package org.unstuck.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of regions from a file of their own. */
class LabelsTest {

    @TempDir
    Path folder;

    private Connectome four;

    @BeforeEach
    void fourRegions() throws IOException {
        four = ConnectomeFile.read(Files.writeString(folder.resolve("m.csv"), "0,1,2,1\n1,0,3,1\n2,3,0,1\n1,1,1,0\n"));
    }

    @Test
    void inOneLineOrInOneEach() throws IOException {
        Path line = Files.writeString(folder.resolve("line.csv"), "L_a,L_b,R_a,R_b\n");
        Path lines = Files.writeString(folder.resolve("lines.txt"), "L_a\nL_b\nR_a\nR_b\n");
        assertThat(ConnectomeFile.withLabels(four, line).labels()).containsExactly("L_a", "L_b", "R_a", "R_b");
        assertThat(ConnectomeFile.withLabels(four, lines).labels()).containsExactly("L_a", "L_b", "R_a", "R_b");
    }

    /** An array of JSON has commas as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[null, 1, true, {}] | label 1 has a bracket",
                "a, b, c, {} | label 4 has a bracket",
                "a, b, c | 3 labels for 4 regions",
                "0 1, 1 0, 2 2, 3 3 | is a row of numbers"
            })
    void whatIsNoListOfNamesIsRefused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("labels.txt"), text);
        assertThatThrownBy(() -> ConnectomeFile.withLabels(four, file))
                .hasMessageContaining(why)
                .hasMessageContaining("labels.txt")
                .hasMessageContaining("Maybe ");
    }
}
