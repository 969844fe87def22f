package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.protocol.Arm;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Study;

class StudyReaderTest {

    private static final String EXAMPLE = BuiltIn.STUDIES.text("example");

    static Stream<String> studies() {
        return BuiltIn.STUDIES.names().stream();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void whatIsWrittenIsReadBack(String name) {
        Study study = BuiltIn.STUDIES.named(name);
        String text = StudyWriter.text(study);
        Study again = StudyReader.parse("written", text);
        assertThat(StudyWriter.text(again)).isEqualTo(text);
        assertThat(again).isEqualTo(study);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyPointIsAScenario(String name) {
        Study study = BuiltIn.STUDIES.named(name);
        LongStream.range(0, study.tasks())
                .forEach(i -> assertThat(study.scenario(study.task(i))).isNotNull());
    }

    @Test
    void factorialHasEveryCombinationAndThreeControls() {
        List<String> arms = BuiltIn.STUDIES.named("factorial").base().arms().stream()
                .map(Arm::name)
                .toList();
        assertThat(arms)
                .containsExactly(
                        "untreated",
                        "benzodiazepine",
                        "ketamine",
                        "benzodiazepine + ketamine",
                        "therapy",
                        "benzodiazepine + therapy",
                        "ketamine + therapy",
                        "benzodiazepine + ketamine + therapy",
                        "SSRI",
                        "midazolam placebo");
    }

    @Test
    void axesSetWhatTheySay() {
        Study study = BuiltIn.STUDIES.named("example");
        assertThat(study.tasks()).isEqualTo(12);
        assertThat(study.task(11).point().levels().stream().map(Level::text)).containsExactly("1", "1");
        Scenario last = study.scenario(study.task(11));
        assertThat(last.condition().severity()).isEqualTo(1);
        assertThat(last.seed()).isEqualTo(2);
        assertThat(study.scenario(study.task(2))
                        .arms()
                        .get(1)
                        .intakes()
                        .get(0)
                        .dose()
                        .amount())
                .as("the middle of 0.25 to 1 on a logarithmic axis")
                .isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void placesThatChangeTogetherDo() {
        Study study = BuiltIn.STUDIES.named("therapy-timing");
        Scenario late = study.scenario(study.task(study.tasks() - 1));
        assertThat(late.arms().get(1).sessions()).hasSize(8);
        assertThat(late.arms().get(1).sessions().get(0).fromHours()).isEqualTo(16 * 24);
        assertThat(late.arms().get(2).sessions()).isEqualTo(late.arms().get(1).sessions());
        assertThat(late.parameters().cascade().windowDays()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seeds\": [1, 2]|\"seeds\": [1, 1]|/seeds/1: the seed 1 is there twice.",
                "\"seeds\": [1, 2]|\"seeds\": []|/seeds: there are 0 seeds",
                "\"seeds\": [1, 2]|\"seed\": 1|there is no key \"seed\" here. Maybe \"seeds\": [1].",
                "\"values\": [0.5, 1]|\"values\": []|/axes/0/values: the axis \"severity\" has no value",
                "\"values\": [0.5, 1]|\"values\": [1, 1]|the value 1 of the axis \"severity\" is there twice.",
                "\"values\": [0.5, 1]|\"values\": [\"strong\"]|/axes/0/values/0: \"strong\" is a string, it must be a number.",
                "condition/severity|condition/severty|Maybe \"severity\" was meant.",
                "\"path\": \"condition/severity\", \"values\": [0.5, 1]|\"path\": \"arms/benzodiazepine/events/0/dose\", \"values\": [\"1 mg\"]|both set arms/benzodiazepine/events/0/dose.",
                "\"name\": \"severity\"|\"name\": \"dose\"|the axis \"dose\" is there twice.",
                "\"low\": \"0.25 mg\"|\"low\": \"2 mg\"|Maybe the two were swapped.",
                "\"low\": \"0.25 mg\"|\"low\": \"0.25 mg/kg\"|high is in mg and low in mg/kg.",
                "\"low\": \"0.25 mg\"|\"lo\": \"0.25 mg\"|Maybe \"low\" was meant.",
                "\"type\": \"grid\"|\"type\": \"gird\"|Maybe \"grid\" was meant.",
                "\"steps\": 3|\"steps\": 0|/design/steps: steps is 0, it must be at least 1.",
                "\"sedation\"|\"sedatio\"|Maybe \"sedation\" was meant.",
                "four-networks|five-networks|there is no built-in network",
            })
    void mistakesAreNamed(String old, String other, String message) {
        assertThat(EXAMPLE).contains(old);
        assertThatThrownBy(() -> StudyReader.parse(
                        "study.json",
                        EXAMPLE.replaceFirst(
                                java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(other))))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("study.json:");
    }
}
