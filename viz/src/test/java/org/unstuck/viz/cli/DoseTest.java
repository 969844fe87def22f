package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoseTest {

    private static final String INFUSION = """
            {"schemaVersion": 1, "name": "One infusion, 0.5 mg/kg", "horizon": "24 h", "events": [
              {"type": "infusion", "drug": "ketamine", "dose": "0.5 mg/kg", "over": "40 min", "at": "0 h"}]}
            """;

    @TempDir
    Path folder;

    private Path protocol;

    @BeforeEach
    void write() throws Exception {
        protocol = Files.writeString(folder.resolve("infusion.json"), INFUSION);
    }

    private static List<String[]> rows(String csv) {
        return csv.lines().skip(1).map(DoseTest::cells).toList();
    }

    /** The name of the arm is in quotes, because it has a comma. */
    private static String[] cells(String line) {
        return line.replace("One infusion, 0.5 mg/kg", "arm").split(",", -1);
    }

    private static double value(List<String[]> rows, String time, String substance, int column) {
        String[] row = rows.stream()
                .filter(r -> r[1].equals(time) && r[3].equals(substance))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row[column]);
    }

    @Test
    void aProtocolBecomesATableOfSubstancesAndMoments() {
        Shell.Outcome outcome = Shell.run("dose", protocol.toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        String[] header = outcome.out().lines().findFirst().orElseThrow().split(",");
        assertThat(header)
                .startsWith("arm", "time_h", "drug", "substance", "plasma_ng_per_mL", "effect_site_ng_per_mL")
                .contains("effect_gaba_a_fraction", "effect_dissociation_fraction", "counter_drive_fraction")
                .endsWith("gate_1", "pool_1");
        List<String[]> rows = rows(outcome.out());
        assertThat(rows)
                .hasSize((24 * 6 + 1) * 3)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
        assertThat(outcome.out()).contains("\"One infusion, 0.5 mg/kg\",0,ketamine,norketamine,0,,");
        // The two-compartment set of evidence A1: 219, 117, 33 ng/mL.
        assertThat(value(rows, "0.666666666667", "ketamine", 4)).isCloseTo(219, within(1.0));
        assertThat(value(rows, "1", "ketamine", 4)).isCloseTo(117, within(1.0));
        assertThat(value(rows, "4", "ketamine", 4)).isCloseTo(33, within(0.7));
        assertThat(value(rows, "24", "hydroxynorketamine", 4)).isGreaterThan(1);
        int dissociation = Arrays.asList(header).indexOf("dissociation_fraction");
        assertThat(value(rows, "0.666666666667", "ketamine", dissociation)).isBetween(0.5, 0.9);
    }

    @Test
    void everyAndWeightAreUsed() {
        String light = Shell.run("dose", protocol.toString(), "--every", "8h", "--weight", "70kg")
                .out();
        String heavy = Shell.run("dose", protocol.toString(), "--every", "8 h", "--weight", "140 kg")
                .out();

        assertThat(rows(light)).hasSize(4 * 3);
        assertThat(value(rows(heavy), "8", "ketamine", 4))
                .as("a dose per kilogram gives everybody the same concentrations")
                .isCloseTo(value(rows(light), "8", "ketamine", 4), within(1e-9));
        String fixed = INFUSION.replace("0.5 mg/kg\", \"over", "35 mg\", \"over");
        Path other = protocol.resolveSibling("fixed.json");
        assertThat(Shell.text(write(other, fixed))).contains("35 mg");
        double at70 = value(rows(Shell.run("dose", other.toString()).out()), "4", "ketamine", 4);
        double at140 = value(
                rows(Shell.run("dose", other.toString(), "--weight", "140kg").out()), "4", "ketamine", 4);
        assertThat(at140).isCloseTo(at70 / 2, within(1e-9 * at70));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aScenarioHasARowForEachArmThatGivesADrug() {
        Path small = Shell.small(folder);
        Shell.Outcome outcome = Shell.run("dose", small.toString(), "--every", "6 h");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(rows(outcome.out())).hasSize(9).allMatch(r -> r[0].equals("benzodiazepine"));
        assertThat(outcome.out())
                .isEqualTo(Shell.run("dose", small.toString(), "--every", "6 h", "--arm", "benzodiazepine")
                        .out());
    }

    @Test
    void aMissedDoseIsMissing() {
        String twice = """
                {"schemaVersion": 1, "name": "x", "horizon": "2 d", "events": [
                  {"type": "dose", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "at": "0 h"}%s]}
                """;
        String one = Shell.run(
                        "dose",
                        write(folder.resolve("a.json"), twice.formatted("")).toString(),
                        "--every",
                        "6 h")
                .out();
        String two = Shell.run(
                        "dose",
                        write(
                                        folder.resolve("b.json"),
                                        twice.formatted(", {\"type\": \"dose\", \"drug\": \"alprazolam\","
                                                + " \"dose\": \"1 mg\", \"route\": \"oral\", \"at\": \"12 h\"}"))
                                .toString(),
                        "--every",
                        "6 h")
                .out();
        double later = value(rows(two), "36", "alprazolam", 4);
        assertThat(later)
                .as("superposition: the first dose at 36 h and at 24 h")
                .isCloseTo(
                        value(rows(one), "36", "alprazolam", 4) + value(rows(one), "24", "alprazolam", 4),
                        within(1e-9 * later));
    }

    @Test
    void tableAndChartAreWrittenWhole() {
        Path csv = folder.resolve("new/dose.csv");
        Path svg = folder.resolve("new/dose.svg");
        Shell.Outcome outcome =
                Shell.run("dose", protocol.toString(), "--out", csv.toString(), "--chart", svg.toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(Shell.text(csv))
                .isEqualTo(Shell.run("dose", protocol.toString()).out());
        assertThat(Shell.text(svg))
                .startsWith("<svg")
                .contains("norketamine", "dissociation", "toy research model, not medical advice");
        assertThat(Shell.names(folder))
                .as("nothing else")
                .containsExactly("", "infusion.json", "new", "new/dose.csv", "new/dose.csv.json", "new/dose.svg");
        assertThat(Shell.text(folder.resolve("new/dose.csv.json")))
                .contains("\"kind\": \"dose\"", "\"disclaimer\": \"A toy research model, not medical advice.\"")
                .contains("\"scenario\":", "norketamine");
        assertThat(Shell.run("dose", protocol.toString(), "--out", csv.toString())
                        .code())
                .isEqualTo(Exit.CANNOT_WRITE);
        assertThat(Shell.run("dose", protocol.toString(), "--out", csv.toString(), "--force")
                        .code())
                .isZero();
    }

    @Test
    void whatIsWrongInAProtocolIsSaidAtItsPlace() {
        Path bad = write(
                folder.resolve("bad.json"),
                INFUSION.replace("0.5 mg/kg\", \"over", "500 mg/kg\", \"over")
                        .replace("One infusion, 0.5 mg/kg", "bad"));
        Shell.Outcome outcome = Shell.run(
                "dose", bad.toString(), "--out", folder.resolve("x.csv").toString());

        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err())
                .contains("bad.json:2:", "/events/0/dose: a dose of 35000 mg of ketamine", "Maybe \"35 mg\".");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void theLocaleChangesNothing() {
        String english =
                Shell.run("dose", protocol.toString(), "--every", "1 h").out();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Shell.run("dose", protocol.toString(), "--every", "1 h").out())
                    .isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theProtocolOfTheManualRuns() {
        Path page = Path.of("../docs/how-to/drugs-over-time.md");
        String text = Shell.text(page);
        String json = text.substring(text.indexOf("```json") + "```json".length());
        Path file = write(folder.resolve("manual.json"), json.substring(0, json.indexOf("```")));

        Shell.Outcome outcome = Shell.run("dose", file.toString(), "--weight", "82kg", "--every", "1 h");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        for (String column : outcome.out().lines().findFirst().orElseThrow().split(",")) {
            assertThat(text)
                    .contains(
                            column.startsWith("effect_") && column.endsWith("_fraction")
                                    ? "effect_..._fraction"
                                    : column);
        }
    }
}
