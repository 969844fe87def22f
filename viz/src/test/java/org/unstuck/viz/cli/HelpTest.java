package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.scenario.BuiltIn;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    static Stream<String> commands() {
        return Main.line(Reports.STANDARD).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithTheDisclaimer(String command) {
        Shell.Outcome outcome = Shell.run(command, "--help");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .contains("unstuck " + command)
                .contains("toy research model. It is not validated against any patient, it is not medical advice");
    }

    @Test
    void everyOptionWithAValueSaysItsDefault() {
        for (String command : List.of("compare", "simulate", "dose")) {
            CommandLine line = Main.line(Reports.STANDARD).getSubcommands().get(command);
            for (OptionSpec option : line.getCommandSpec().options()) {
                if (option.arity().max() > 0) {
                    assertThat(String.join(" ", option.description()))
                            .as(option.longestName())
                            .contains("Default: ");
                }
            }
        }
    }

    @Test
    void withoutACommandThereIsHelp() {
        Shell.Outcome outcome = Shell.run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Usage: unstuck", "compare", "simulate", "Exit codes:", "70");
    }

    @Test
    void simulateListsItsParameters() {
        assertThat(Shell.run("simulate", "--help").out())
                .contains("tauE        40 ms     20 to 80 ms      time constant of excitatory activity")
                .contains("sigma       0.6       0.3 to 0.9");
    }

    @Test
    void versionNamesProgramAndJava() {
        assertThat(Shell.run("--version").out()).contains("Unstuck ", "Java " + System.getProperty("java.version"));
    }

    @Test
    void completionIsAScriptForBash() {
        assertThat(Shell.run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--ablate");
    }

    @Test
    void presetsListNamesEverythingThatIsBuiltIn() {
        List<String> lines = Shell.run("presets", "list").out().lines().toList();

        assertThat(lines)
                .hasSize(BuiltIn.PRESETS.names().size()
                        + BuiltIn.NETWORKS.names().size()
                        + BuiltIn.CONDITIONS.names().size()
                        + BuiltIn.DRUGS.names().size()
                        + BuiltIn.STUDIES.names().size());
        assertThat(lines).allMatch(line -> line.matches("[a-z]+/[a-z-]+ +\\S.*"));
        assertThat(Shell.run("presets").out().lines().toList()).isEqualTo(lines);
    }

    @Test
    void presetsShowPrintsTheFile() {
        assertThat(Shell.run("presets", "show", "ketamine").out()).isEqualTo(BuiltIn.DRUGS.text("ketamine"));
        assertThat(Shell.run("presets", "show", "condition/healthy").out())
                .isEqualTo(BuiltIn.CONDITIONS.text("healthy"));
        Shell.Outcome both = Shell.run("presets", "show", "healthy");
        assertThat(both.out()).isEqualTo(BuiltIn.PRESETS.text("healthy"));
        assertThat(both.err()).contains("there is also condition/healthy");
    }

    @Test
    void presetsShowTheirDifference() {
        String table = Shell.run("presets", "show", "condition/depression", "--diff", "depression-rumination")
                .out();
        assertThat(table)
                .startsWith("condition/depression minus condition/depression-rumination, in twelve-regions: ")
                .containsPattern("excitatory weight mPFC->PCC +1 +1.25 +-0.25\n    A: .*\n    B: .*Tozzi 2021");
        assertThat(Shell.run("presets", "show", "depression:variability", "--diff", "condition/depression", "--json")
                        .out())
                .contains("\"what\": \"factor of noise of AMY\"", "\"difference\": 0.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ketamine | depresion | Maybe \"depression\" was meant.",
                "drug/ketamine | depression | are not of one kind",
                "condition/depression:atractor | depression | Maybe \"attractor\" was meant.",
                "ketamine:loop | alprazolam | only a condition has meanings of stuck"
            })
    void wrongNamesOfADifference(String a, String b, String message) {
        Shell.Outcome outcome = Shell.run("presets", "show", a, "--diff", b);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate --seconds 1", "presets list", "--version"})
    void plainOutputHasNoEscapes(String command) {
        assertThat(Shell.run(command.split(" ")).out()).isNotEmpty().doesNotContain("\u001b");
    }
}
