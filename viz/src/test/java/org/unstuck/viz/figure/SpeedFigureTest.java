package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Invalid;

class SpeedFigureTest {

    @Test
    void drawsWhatWasMeasured(@TempDir Path folder) throws IOException {
        Path rows = folder.resolve("speed.tsv");
        Files.write(rows, List.of("12 regions, one\t2.2\t2.1\t2.4\t3.0", "80 regions, one\t2.5\t2.4\t2.9\t2.0"));
        Path svg = folder.resolve("speed.svg");
        SpeedFigure.main(new String[] {rows.toString(), svg.toString()});
        assertThat(Files.readString(svg))
                .contains("12 regions, one")
                .contains("12 regions, one 2.20 (goal 3.0) and 80 regions, one 2.50 (goal 2.0).")
                .contains("times C");
    }

    @Test
    void aMedianOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new SpeedFigure.Row("one", 3, 1, 2, 2))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("value is 3.0");
    }
}
