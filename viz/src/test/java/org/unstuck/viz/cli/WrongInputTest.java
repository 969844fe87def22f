package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said in a line or a few, with the right exit code; nothing is left behind, nothing there is changed. */
class WrongInputTest {

    /** In a case, the folder of the test. */
    private static final String HERE = "@";

    @TempDir
    Path folder;

    /**
     * A wrong command.
     *
     * @param command words; {@code @} stands for the folder of the test
     * @param code exit code
     * @param said what the message contains
     */
    record Case(String command, int code, List<String> said) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Case wrong(int code, String command, String... said) {
        return new Case(command, code, List.of(said));
    }

    static Stream<Case> cases() {
        return Stream.of(
                wrong(2, "nonsense", "Unmatched argument at index 0: 'nonsense'"),
                wrong(2, "comparre", "Maybe compare was meant"),
                wrong(2, "compare --quik", "Unknown option: '--quik'", "Maybe --quick"),
                wrong(2, "compare --patients x", "\"x\" is not a whole number"),
                wrong(2, "compare --patients 0", "0 is too small, it must be at least 1"),
                wrong(2, "compare --patients 10001", "patients is 10001, it must be from 1 to 10000"),
                wrong(2, "compare --patients 99999999999", "\"99999999999\" is not a whole number"),
                wrong(2, "compare --patients", "Missing required parameter", "--patients"),
                wrong(2, "compare --seed 1.5", "\"1.5\" is not a whole number of at most 64 bits"),
                wrong(2, "compare --threads 0", "0 is too small"),
                wrong(2, "compare --ablate learnin", "no mechanism \"learnin\"", "Maybe \"learning\" was meant"),
                wrong(2, "compare --out=", "the name is empty"),
                wrong(2, "compare generalized-anxiety", "neither a preset nor a file", "Maybe \"generalised-anxiety\""),
                wrong(2, "compare @/none.json --out @/r", "none.json: there is no such file"),
                wrong(2, "compare @ --out @/r", "is a folder"),
                wrong(2, "compare @/broken.json --out @/r", "broken.json:1:", "the file ends too early"),
                wrong(2, "compare @/unknown.json --out @/r", "unknown.json:", "/cohort", "Maybe \"patients\""),
                wrong(2, "compare @/small.json @/small.json", "Unmatched argument"),
                wrong(3, "compare @/small.json --out @/file", "is a file, but a folder is needed"),
                wrong(3, "compare @/small.json --out @/file/r", "cannot be written"),
                wrong(3, "compare @/small.json --out @/full", "is not empty", "Maybe choose a new name"),
                wrong(3, "compare @/small.json --out @/full --force", "has no result.json"),
                wrong(3, "compare @/small.json --out @/link", "is a symbolic link"),
                wrong(3, "compare @/small.json --out .", "is the folder you are in"),
                wrong(3, "compare @/small.json --out /", "is the root of the file system"),
                wrong(2, "dose", "Missing required parameter: 'PROTOCOL'"),
                wrong(2, "dose nothing", "neither a preset nor a file", "Maybe one of: generalised-anxiety"),
                wrong(2, "dose @/none.json", "none.json: there is no such file"),
                wrong(2, "dose @/broken.json --out @/x.csv", "broken.json:1:", "the file ends too early"),
                wrong(2, "dose @/small.json --every 10", "\"10\" has no unit"),
                wrong(2, "dose @/small.json --every 1ms", "173000000 rows", "Maybe \"1 h\""),
                wrong(2, "dose @/small.json --weight 70", "\"70\" is not a weight in kg", "Maybe \"70 kg\""),
                wrong(2, "dose @/small.json --weight 7kg", "weightKg is 7.0 kg, it must be from 20.0 to 300.0 kg"),
                wrong(2, "dose @/small.json --arm benzo", "there is no arm \"benzo\"", "Maybe one of: untreated"),
                wrong(2, "dose @/small.json --arm untreated", "nothing is given here"),
                wrong(2, "dose @/small.json --chart @/x.gif", "ends neither in .svg nor in .png"),
                wrong(2, "dose generalised-anxiety --chart @/x.svg", "a chart shows one arm", "--arm"),
                wrong(3, "dose @/small.json --out @/file", "is there already", "--force"),
                wrong(3, "dose @/small.json --out @/new.csv --chart @/file/x.svg", "cannot be written"),
                wrong(2, "simulate nothing", "neither a network nor a file", "Maybe one of: twelve-regions"),
                wrong(2, "simulate --condition helthy", "neither a condition nor a file", "Maybe \"healthy\""),
                wrong(2, "simulate --seconds 0", "seconds is 0 s, it must be at least one sample (10 ms)"),
                wrong(2, "simulate --seconds NaN", "\"NaN\" is not a number"),
                wrong(2, "simulate --seconds 1e999", "too large for a number"),
                wrong(2, "simulate --seconds 1e12", "5.00e+14 steps, at most 1e+10"),
                wrong(2, "simulate --seconds 1,5", "\"1,5\" is not a number", "Maybe with a decimal point"),
                wrong(2, "simulate --dt 2", "\"2\" has no unit"),
                wrong(2, "simulate --dt -2ms", "too short"),
                wrong(2, "simulate --dt 20ms --sample 40ms", "step is 20.0 ms", "at most 7.5 ms"),
                wrong(2, "simulate --sample 5ms", "sample is 5 ms, it must be a whole multiple of dt (2 ms)", "Maybe"),
                wrong(2, "simulate --scheme euler", "no integrator \"euler\"", "euler-maruyama"),
                wrong(2, "simulate --set tauEE=3", "no parameter \"tauEE\"", "Maybe \"tauE\" was meant"),
                wrong(2, "simulate --set tauE=-3", "tauE (time constant", "it must be greater than 0"),
                wrong(2, "simulate --set tauE", "\"tauE\" is not name=value"),
                wrong(2, "simulate --set tauE=ten", "\"ten\" is not a number"),
                wrong(3, "simulate --seconds 1 --out @/file", "is there already", "--force"),
                wrong(3, "simulate --seconds 1 --out @/full --force", "is not an ordinary file"),
                wrong(4, "simulate --set sigma=1e308 --out @/x.csv", "stopped after", "variable u of region"),
                wrong(2, "presets show ketamin", "no \"ketamin\" among the presets", "Maybe \"ketamine\""),
                wrong(2, "presets shw", "Maybe show was meant"),
                wrong(2, "validate", "Missing required parameter"),
                wrong(
                        2,
                        "validate @/small.json @/broken.json @/none.json",
                        "broken.json:1:",
                        "none.json: there is no"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefused(Case wrong) throws IOException {
        prepare();
        List<String> before = Shell.everything(folder);
        List<String> words = new ArrayList<>();
        for (String word : wrong.command().split(" ")) {
            words.add(word.replace(HERE, folder.toString()));
        }

        Shell.Outcome outcome = Shell.run(words.toArray(String[]::new));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(wrong.code());
        assertThat(outcome.err()).contains(wrong.said());
        assertThat(outcome.err()).as("no stack trace").doesNotContain("\tat ", "Exception");
        assertThat(outcome.err().lines().count()).as(outcome.err()).isLessThanOrEqualTo(4);
        assertThat(Shell.everything(folder)).isEqualTo(before);
    }

    private void prepare() throws IOException {
        Shell.small(folder);
        Files.writeString(folder.resolve("broken.json"), "{\"schemaVersion\": 1, ");
        Files.writeString(folder.resolve("unknown.json"), Shell.SMALL.replace("\"patients\"", "\"patient\""));
        Files.writeString(folder.resolve("file"), "mine");
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full").resolve("notes.txt"), "mine");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("full"));
    }

    @Test
    void controlCharactersOfTheCommandDoNotReachTheTerminal() {
        Shell.Outcome outcome = Shell.run("compare", "a\u001b[31mb\nc");

        assertThat(outcome.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(outcome.err()).contains("\\u001b[31mb\\u000ac").doesNotContain("\u001b");
    }
}
