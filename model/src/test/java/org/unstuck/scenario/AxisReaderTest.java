package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.network.Condition;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Study;

/** Every kind of axis that a study file can hold, and where a scenario comes from. */
class AxisReaderTest {

    private static final String STUDY = """
            {"schemaVersion": 1, "name": "s",
             "scenario": {"network": "four-networks", "condition": "generalised-anxiety", "cohort": {"patients": 2},
               "horizon": "1 wk",
               "arms": [{"name": "untreated", "events": []},
                        {"name": "drug", "events": [
                          {"type": "dose", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "at": "6 h"}]}],
               "scans": {"at": ["0 d"]}},
             "axes": [%s], "design": {"type": "grid", "steps": 2}}
            """;

    private static Study study(String axis) {
        return StudyReader.parse("study.json", STUDY.formatted(axis));
    }

    private static Axis axis(String axis) {
        return study(axis).space().axes().get(0);
    }

    private static List<Level> levels(String axis) {
        return ((Axis.Levels) axis(axis)).levels();
    }

    /** Without anything more the declared range; the name is the path, or what is given. */
    @Test
    void declaredRanges() {
        Axis.Span plain = (Axis.Span) axis("{\"path\": \"parameters/tolerance/adaptation\"}");
        assertThat(plain)
                .isEqualTo(Axis.declared(
                        "parameters/tolerance/adaptation", study("").base()));
        assertThat(plain.scale()).isEqualTo(Axis.Scale.LINEAR);
        Axis.Span log = (Axis.Span)
                axis("{\"name\": \"n\", \"path\": \"parameters/tolerance/buildUpDays\", \"scale\": \"log\"}");
        assertThat(log.name()).isEqualTo("n");
        assertThat(log.scale()).isEqualTo(Axis.Scale.LOG);
    }

    @Test
    void spansOfNumbersTimesAndDoses() {
        Axis.Span number = (Axis.Span) axis("{\"path\": \"condition/severity\", \"low\": 0.5, \"high\": 1.5}");
        assertThat(number.low()).isEqualTo(0.5);
        assertThat(number.high()).isEqualTo(1.5);
        assertThat(number.unit()).isEmpty();
        Axis.Span sourced = (Axis.Span)
                axis("{\"path\": \"drugs/alprazolam/effects/gaba-a/maximum\", \"low\": 0.25, \"high\": 0.5}");
        assertThat(sourced.high()).isEqualTo(0.5);
        Axis.Span dose =
                (Axis.Span) axis("{\"path\": \"arms/drug/events/0/dose\", \"low\": \"5e-1 mg\", \"high\": \"2mg\"}");
        assertThat(dose.low()).isEqualTo(0.5);
        assertThat(dose.unit()).isEqualTo("mg");
        Scenario at = study("{\"path\": \"arms/drug/events/0/at\", \"low\": \"1 h\", \"high\": \"9 h\"}")
                .scenario(study("{\"path\": \"arms/drug/events/0/at\", \"low\": \"1 h\", \"high\": \"9 h\"}")
                        .task(1));
        assertThat(at.arms().get(1).intakes().get(0).atHours()).isEqualTo(9);
    }

    /** Tables show a number as it is read back, a text or a name as it stands, and a label instead of either. */
    @Test
    void valuesAsTablesShowThem() {
        assertThat(levels("{\"path\": \"condition/severity\", \"values\": [0.50, 1e0]}"))
                .containsExactly(new Level("0.5", 0.5), new Level("1", 1.0));
        assertThat(levels("{\"path\": \"cohort/patients\", \"values\": [3, 4]}"))
                .containsExactly(new Level("3", 3), new Level("4", 4));
        assertThat(levels("{\"path\": \"stuck\", \"values\": [\"loop\", \"attractor\"], \"labels\": [\"a\", \"b\"]}"))
                .containsExactly(new Level("a", "loop"), new Level("b", "attractor"));
        assertThat(levels("{\"path\": \"arms/drug/events/0/dose\", \"values\": [\"1 mg\", \"2.50 mg\"]}"))
                .containsExactly(new Level("1 mg", "1 mg"), new Level("2.50 mg", "2.50 mg"));
        assertThat(levels("{\"path\": \"drugs/alprazolam/effects/gaba-a/maximum\", \"values\": [0.25]}")
                        .get(0)
                        .value())
                .isEqualTo(0.25);
        Level named = levels("{\"path\": \"condition\", \"values\": [\"depression\"]}")
                .get(0);
        assertThat(named.text()).isEqualTo("depression");
        assertThat(((Condition) named.value()).name()).isEqualTo("depression");
        Level labelled = levels("{\"path\": \"condition\", \"values\": [\"depression\"], \"labels\": [\"low\"]}")
                .get(0);
        assertThat(labelled.text()).isEqualTo("low");
        assertThat(((Condition) labelled.value()).name()).isEqualTo("depression");
        Level object = levels("{\"path\": \"arms/drug\", \"values\": [{\"name\": \"nothing\", \"events\": []}]}")
                .get(0);
        assertThat(object.text()).as("the name of the object").isEqualTo("nothing");
    }

    @Test
    void rowsOfPlacesThatChangeTogether() {
        String both = "\"paths\": [\"condition/severity\", \"cohort/patients\"]";
        Axis.Linked axis = (Axis.Linked) axis("{" + both + ", \"values\": [[0.5, 3], [1, 4]]}");
        assertThat(axis.name()).isEqualTo("condition/severity");
        assertThat(axis.levels())
                .containsExactly(new Level("0.5 / 3", List.of(0.5, 3)), new Level("1 / 4", List.of(1.0, 4)));
        Axis.Linked labelled =
                (Axis.Linked) axis("{" + both + ", \"values\": [[0.5, 3], [1, 4]], \"labels\": [\"a\", \"b\"]}");
        assertThat(labelled.levels()).extracting(Level::text).containsExactly("a", "b");
    }

    /** A drug that only a value of an axis names comes with it. */
    @Test
    void drugsOfValues() {
        Study study =
                study("{\"path\": \"arms/drug\", \"values\": [{\"name\": \"k\", \"events\": [{\"type\": \"dose\", "
                        + "\"drug\": \"diazepam\", \"dose\": \"5 mg\", \"route\": \"oral\", \"at\": \"6 h\"}]}]}");
        assertThat(study.base().drugs()).extracting(d -> d.name()).contains("alprazolam", "diazepam");
        Study word = study("{\"path\": \"arms/drug/events/0/drug\", \"values\": [\"alprazolam\", \"lorazepam\"]}");
        assertThat(word.base().drugs()).extracting(d -> d.name()).containsExactly("alprazolam", "lorazepam");
        Study linked = study("{\"paths\": [\"cohort/patients\", \"arms/drug/events/0/drug\"], "
                + "\"values\": [[2, \"clonazepam\"]]}");
        assertThat(linked.base().drugs()).extracting(d -> d.name()).contains("clonazepam");
        Study events = study("{\"path\": \"arms/drug/events\", \"values\": [[{\"type\": \"dose\", \"drug\": "
                + "\"diazepam\", \"dose\": \"5 mg\", \"route\": \"oral\", \"at\": \"6 h\"}]], \"labels\": [\"d\"]}");
        assertThat(events.base().drugs()).extracting(d -> d.name()).contains("diazepam");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3                                                     | /axes/0: 3 is a number, it must be an object.
            {"values": [1]}                                       | /axes/0: the key "path" is missing.
            {"path": "seed"}                                      | /axes/0/path: no range is declared for seed.
            {"path": "condition/severity", "low": 1}              | /axes/0: the key "high" is missing. Maybe "low" and "high" together.
            {"path": "condition/severity", "high": 1}             | /axes/0: the key "low" is missing.
            {"path": "condition/severity", "low": 1, "values": [1]} | /axes/0/low: "low" does not go with "values".
            {"path": "condition/severity", "high": 1, "values": [1]} | "high" does not go with "values".
            {"path": "condition/severity", "scale": "log", "values": [1]} | "scale" does not go with "values".
            {"path": "condition/severity", "labels": ["a"]}       | "labels" does not go with a range.
            {"path": "seed", "paths": ["seed"], "values": [[1]]}  | "path" does not go with "paths".
            {"paths": ["seed"], "low": 1, "values": [[1]]}        | "low" does not go with "paths".
            {"paths": [], "values": [[1]]}                        | /axes/0/paths: this list is empty
            {"paths": "seed", "values": [[1]]}                    | /axes/0/paths: "seed" is a string, it must be a list of paths. Maybe in [ ].
            {"paths": ["seed"]}                                   | the key "values" is missing. Maybe add it: one list of values for each step.
            {"paths": ["seed"], "values": [[1, 2]]}               | /axes/0/values/0: there are 2 values for 1 paths.
            {"paths": ["seed", "sed"], "values": [[1, 2]]}        | /axes/0/paths: there is no "sed" in a scenario.
            {"path": "sed", "values": [1]}                        | /axes/0/path: there is no "sed" in a scenario.
            {"path": "a//b", "values": [1]}                       | /axes/0/path: "a//b" is not a path in a scenario.
            {"path": "seed", "values": 1}                         | /axes/0/values: 1 is a number, it must be a list of values.
            {"path": "seed", "values": [1], "labels": ["a", "b"]} | /axes/0/labels: there are 2 labels for 1 values.
            {"path": "seed", "values": [1], "name": ""}           | /axes/0/name: the name must have 1 to 120 characters.
            {"path": "seed", "low": 1, "high": 2}                 | /axes/0/path: there is no number at seed that has a range. Maybe "values".
            {"path": "stuck", "low": 1, "high": 2}                | there is no number at stuck that has a range.
            {"path": "arms/drug/name", "low": 1, "high": 2}       | that has a range.
            {"path": "arms/drug/events", "values": [[]]}          | /axes/0/values/0: this value has no name that tables could show. Maybe add "labels": one for each value.
            {"path": "seed", "valus": [1]}                        | there is no key "valus" here. Maybe "values" was meant.
            """)
    void mistakes(String axis, String message) {
        assertThatThrownBy(() -> study(axis)).isInstanceOf(BadScenario.class).hasMessageContaining(message);
    }

    @Test
    void namesHaveUpToAHundredAndTwentyCharacters() {
        String name = "n".repeat(120);
        assertThat(axis("{\"path\": \"seed\", \"values\": [1], \"name\": \"" + name + "\"}")
                        .name())
                .isEqualTo(name);
        assertThatThrownBy(() -> axis("{\"path\": \"seed\", \"values\": [1], \"name\": \"n" + name + "\"}"))
                .hasMessageContaining("1 to 120 characters");
    }

    /** The scenario of a study is an object, a preset or a file beside it; what the study says itself comes first. */
    @Test
    void scenariosOfStudies(@TempDir Path folder) throws IOException {
        String base = STUDY.substring(STUDY.indexOf("{\"network\""), STUDY.indexOf(",\n \"axes\""));
        Files.writeString(
                folder.resolve("base.json"), base.replaceFirst("\\{", "{\"schemaVersion\": 1, \"name\": \"b\", "));
        Files.writeString(folder.resolve("list.json"), "[1]");
        Path file = folder.resolve("study.json");
        String text = "{\"schemaVersion\": 1, \"name\": \"s\", \"scenario\": \"%s\", \"cohort\": {\"patients\": 5}}";
        Files.writeString(file, text.formatted("base.json"));
        Scenario scenario = StudyReader.read(file).base();
        assertThat(scenario.network().name()).isEqualTo("four-networks");
        assertThat(scenario.cohort().patients()).isEqualTo(5);
        Files.writeString(file, text.formatted("generalised-anxiety"));
        assertThat(StudyReader.read(file).base().network().name()).isEqualTo("twelve-regions");
        Files.writeString(file, text.formatted("list.json"));
        assertThatThrownBy(() -> StudyReader.read(file)).hasMessageContaining("it must be an object.");
        Files.writeString(file, text.formatted("none.json"));
        assertThatThrownBy(() -> StudyReader.read(file)).hasMessageContaining("there is no such file");
        Files.writeString(file, text.formatted("../base.json"));
        assertThatThrownBy(() -> StudyReader.read(file)).hasMessageContaining("leads out of the folder");
        Files.writeString(file, text.formatted("generalised-anxity"));
        assertThatThrownBy(() -> StudyReader.read(file))
                .hasMessageContaining("there is no preset \"generalised-anxity\".");
        Files.writeString(file, text.replace("\"%s\"", "7"));
        assertThatThrownBy(() -> StudyReader.read(file))
                .hasMessageContaining(
                        "7 is a number, it must be the name of a preset, the path of a .json file, or an object.");
        assertThatThrownBy(() -> StudyReader.parse("study.json", text.formatted("base.json")))
                .hasMessageContaining("\"base.json\" is a path, but this scenario is not in a file.");
    }
}
