package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.simulate.FastClock;

/** The tables of docs/masses.md are made of the declarations; {@code -Dunstuck.write=true} renews them. */
class MassesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "masses.md");
    private static final String HEADING = "## Parameters\n";

    @Test
    void theTablesAreThoseOfTheDeclarations() throws IOException {
        String page = Files.readString(PAGE);
        String above = page.substring(0, page.indexOf(HEADING) + HEADING.length());
        String whole = above + tables();
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(PAGE, whole);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(whole);
    }

    @Test
    void thePageListsEveryMassWithItsStep() throws IOException {
        String page = Files.readString(PAGE);
        for (NeuralMass mass : NeuralMass.all()) {
            assertThat(page.lines())
                    .anyMatch(line -> line.startsWith("| `" + mass.name() + "` |")
                            && line.endsWith("| " + Decimal.exact(FastClock.usualStepMs(mass)) + " ms |"));
        }
    }

    private static String tables() {
        List<String> lines = new ArrayList<>();
        for (NeuralMass mass : NeuralMass.all()) {
            lines.addAll(List.of(
                    "",
                    "### " + mass.name(),
                    "",
                    "| key | symbol | default | unit | explored | meaning | source | evidence |",
                    "|---|---|---|---|---|---|---|---|"));
            for (Parameters.Declaration d : Parameters.of(((Record) mass).getClass())) {
                lines.add(line(d.name(), d.declared()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String key, Parameter p) {
        return "| `" + key + "` | " + p.symbol() + " | " + Decimal.exact(p.value()) + " | " + p.unit() + " | "
                + Decimal.exact(p.low()) + " to " + Decimal.exact(p.high()) + " | " + p.meaning() + " | " + p.source()
                + " | " + p.evidence().name().toLowerCase(Locale.ROOT) + ", "
                + p.status().name().toLowerCase(Locale.ROOT) + " |";
    }
}
