package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typical mistakes, each with the whole line that a user reads. */
class MistakesTest {

    @TempDir
    Path folder;

    /** One change of trial.json and the message that follows. */
    record Case(String from, String to, String message) {

        @Override
        public String toString() {
            return from + " -> " + (to.length() > 60 ? to.substring(0, 60) + "..." : to);
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        String[] lines = resource("mistakes.txt").split("\n");
        for (int i = 0; i + 2 < lines.length; i++) {
            if (lines[i].startsWith("- ")) {
                cases.add(new Case(
                        lines[i].substring(2).replace("\\n", "\n"),
                        lines[i + 1].substring(2).replace("\\n", "\n"),
                        lines[i + 2].substring(2)));
            }
        }
        return cases;
    }

    static String resource(String name) throws IOException {
        try (var in = MistakesTest.class.getResourceAsStream("/scenario/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theScenarioWithoutMistakesIsRead() throws IOException {
        assertThat(ScenarioReader.parse("trial.json", resource("trial.json")).arms())
                .hasSize(2);
        assertThat(cases()).hasSizeGreaterThan(75);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMistakeGetsItsLine(Case mistake) throws IOException {
        String good = resource("trial.json");
        assertThat(good).contains(mistake.from());
        Path file = folder.resolve("trial.json");
        Files.writeString(
                file, good.substring(0, good.indexOf(mistake.from())) + mistake.to() + after(good, mistake.from()));
        BadScenario bad = catchThrowableOfType(BadScenario.class, () -> ScenarioReader.read(file));
        assertThat(bad).hasMessage(file + ":" + mistake.message());
        assertThat(bad.mistakes()).hasSize(1);
    }

    private static String after(String text, String part) {
        return text.substring(text.indexOf(part) + part.length());
    }

    @Test
    void severalMistakesAreListedInTheOrderOfTheFile() throws IOException {
        String bad = resource("trial.json")
                .replace("\"patients\": 4", "\"patients\": \"4\"")
                .replace("\"seed\": 1", "\"seed\": 1.5")
                .replace("\"over\": \"40 min\"", "\"over\": 40")
                .replace("\"step\": \"2 ms\"", "\"step\": \"2\", \"burts\": \"1 s\"");
        assertThat(lines("trial.json", bad))
                .containsExactly(
                        "trial.json:6:26 /cohort/patients: \"4\" is a string, it must be a whole number."
                                + " Maybe 4 without quotes.",
                        "trial.json:7:11 /seed: 1.5 is not a whole number.",
                        "trial.json:14:77 /arms/1/events/2/over: 40 is a number, it must be a time, as in \"40 min\".",
                        "trial.json:20:42 /numerics/step: \"2\" has no unit."
                                + " Maybe \"40 min\"; units: ms, s, min, h, d, wk.",
                        "trial.json:20:56 /numerics/burts: there is no key \"burts\" here."
                                + " Maybe \"burst\" was meant.");
    }

    @Test
    void atMostTwentyMistakesAreListed() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            many.append("\"zz").append(i).append("\": 0,\n");
        }
        assertThat(lines("many", many.append("\"zz\": 0}").toString())).hasSize(20);
    }

    private static List<String> lines(String name, String text) {
        BadScenario bad = catchThrowableOfType(BadScenario.class, () -> ScenarioReader.parse(name, text));
        return bad.mistakes().stream().map(Mistake::toString).toList();
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        assertThat(message(folder)).isEqualTo(folder + ": is a folder, not a file. Maybe a file inside it.");
        Path missing = folder.resolve("missing.json");
        assertThat(message(missing))
                .isEqualTo(missing + ": there is no such file. Maybe the path is relative to another folder.");
        assertThat(message(file("empty.json", new byte[0])))
                .endsWith("empty.json:1:1: the file is empty. Maybe copy one of the presets into it.");
        assertThat(message(file("null.json", "null"))).endsWith("null.json:1:1: this is null, it must be an object.");
        assertThat(message(file("latin.json", "{\n \"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))))
                .endsWith("latin.json:2:11: byte 0xe9 is not UTF-8 text. Maybe another encoding: save it as UTF-8.");
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(message(file("wide.json", "{\"name\": \"x\"}".getBytes(charset))))
                    .endsWith("wide.json:1:1: this is not UTF-8 text. Maybe UTF-16: save it as UTF-8.");
        }
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(ScenarioReader.read(file("mark.json", "\ufeff" + resource("trial.json")))
                        .name())
                .isEqualTo("trial");
    }

    @Test
    void lineEndsOfAllKindsGiveTheSameLines() throws IOException {
        String bad = resource("trial.json").replace("\"seed\": 1", "\"seed\": true");
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(lines("t", bad.replace("\n", end)))
                    .containsExactly("t:7:11 /seed: this is true, it must be a whole number.");
        }
    }

    @Test
    void aMistakeInAPartIsFoundInItsOwnFile() throws IOException {
        file(
                "parts/net.json",
                BuiltIn.NETWORKS.text("four-networks").replaceFirst("\"weight\": 0.6", "\"weight\": -1"));
        String text = resource("trial.json").replace("twelve-regions", "parts/net.json");
        assertThat(message(file("main.json", text)))
                .isEqualTo(
                        "parts/net.json:13:69 /links/0/weight: weight of AMY-PFC->SN is -1.0, it must be 0 or greater."
                                + " Maybe a suppressive link of weight 1.0 was meant.");
        file("parts/net.json", "{\"name\": \"x\"}");
        assertThat(message(file("main.json", text)))
                .isEqualTo("parts/net.json:1:1: the key \"schemaVersion\" is missing."
                        + " Maybe add \"schemaVersion\": 1.");
        file("parts/net.json", BuiltIn.NETWORKS.text("four-networks"));
        assertThat(ScenarioReader.read(file("main.json", text)).network())
                .isEqualTo(BuiltIn.NETWORKS.named("four-networks"));
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Path outside = file("outside/net.json", BuiltIn.NETWORKS.text("four-networks"));
        Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(folder.resolve("inside/net.json"), outside);
        String text = resource("trial.json").replace("twelve-regions", "net.json");
        assertThat(message(file("inside/main.json", text)))
                .endsWith("main.json:4:14 /network: \"net.json\" leads out of the folder of the scenario."
                        + " Maybe copy the file there.");
    }

    @Test
    void aScenarioThatIsNotInAFileHasNoPaths() throws IOException {
        assertThat(lines("t", resource("trial.json").replace("twelve-regions", "net.json")))
                .containsExactly("t:4:14 /network: \"net.json\" is a path, but this scenario is not in a file."
                        + " Maybe put the object here.");
    }

    @Test
    void aDrugInTheWrongUnitIsRefused() throws IOException {
        String drug = BuiltIn.DRUGS.text("ketamine").replaceFirst("\"unit\": \"L/h\"", "\"unit\": \"mL/min\"");
        file("ketamine.json", drug);
        String text = resource("trial.json").replace("\"seed\": 1,", "\"seed\": 1, \"drugs\": [\"ketamine.json\"],");
        assertThat(message(file("main.json", text)))
                .isEqualTo("ketamine.json:7:40 /kinetics/clearance/unit: clearance is in \"mL/min\","
                        + " it must be in \"L/h\". Maybe convert the numbers.");
    }

    @Test
    void messagesStayOnOneVisibleLine() {
        String zeroWidth =
                "{\"schema\u200bVersion\": 1, \"\u0430rms\": [], \"a\\nb\": 1, \"" + "k".repeat(900) + "\": 2}";
        for (String line : lines("x\ny", zeroWidth)) {
            assertThat(line).doesNotContain("\n").doesNotContain("\u200b").hasSizeLessThan(900);
        }
        assertThat(lines("x", zeroWidth).toString())
                .contains("\"schema\\u200bVersion\"")
                .contains("\"\\u0430rms\"");
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static String message(Path file) {
        return catchThrowableOfType(BadScenario.class, () -> ScenarioReader.read(file))
                .getMessage();
    }
}
