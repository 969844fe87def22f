package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.observe.Balloon;
import org.unstuck.observe.BalloonRun;

/** What instruments would see: against the state that simulate writes, sample by sample. */
class ObserveTest {

    @TempDir
    Path folder;

    private static double[][] rows(String... words) {
        Shell.Outcome outcome = Shell.run(words);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome.out()
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static final String[] STATE = {"simulate", "four-networks", "--seconds", "8", "--sample", "2 ms"};
    private static final int REGIONS = 4;

    private static double[][] observed(String what, String sample) {
        return rows("simulate", "four-networks", "--seconds", "8", "--observe", what, "--sample", sample);
    }

    /** Each 10 ms of BOLD answer to the mean of the five steps in it; one second of activity is one second of signal. */
    @ParameterizedTest
    @CsvSource({"bold,friston-2003", "bold-stephan-2007,stephan-2007"})
    void boldIsThatOfTheActivity(String word, String name) {
        Balloon balloon = Balloon.friston2003().name().equals(name) ? Balloon.friston2003() : Balloon.stephan2007();
        double[][] state = rows(STATE);
        BalloonRun run = balloon.start(REGIONS);
        double[][] bold = observed(word, "1 s");

        assertThat(bold).hasDimensions(9, 1 + REGIONS);
        assertThat(bold[0]).containsExactly(0, 0, 0, 0, 0);
        for (int step = 0; step < 800; step++) {
            double[] z = new double[REGIONS];
            for (int k = 1; k <= 5; k++) {
                for (int i = 0; i < REGIONS; i++) {
                    z[i] += state[5 * step + k][1 + i] / 5;
                }
            }
            run.step(z, 0.01);
            if (step % 100 == 99) {
                for (int i = 0; i < REGIONS; i++) {
                    assertThat(bold[step / 100 + 1][1 + i]).isCloseTo(run.percent(i), within(1e-12));
                }
                assertThat(bold[step / 100 + 1][0]).isEqualTo(step / 100 + 1);
            }
        }
        assertThat(bold[8][1]).isBetween(-3.0, 10.0);
    }

    @Test
    void anAverageIsTheMeanOfItsSteps() {
        double[][] state = rows(STATE);
        double[][] average = observed("average", "100 ms");

        assertThat(average).hasDimensions(81, 1 + REGIONS);
        for (int row = 1; row < average.length; row++) {
            double sum = 0;
            for (int k = 1; k <= 50; k++) {
                sum += state[50 * (row - 1) + k][1];
            }
            assertThat(average[row][1]).isCloseTo(sum / 50, within(1e-12));
        }
    }

    @Test
    void theSumIsThatOfExcitationLessInhibition() {
        double[][] state = rows(STATE);
        double[][] eeg = observed("eeg", "20 ms");

        for (int row = 0; row < eeg.length; row++) {
            double sum = 0;
            for (int i = 0; i < REGIONS; i++) {
                sum += state[10 * row][1 + i] - state[10 * row][1 + REGIONS + i];
            }
            assertThat(eeg[row][1]).isCloseTo(sum / REGIONS, within(1e-12));
        }
    }

    /** The step of the blood must divide the time between rows, whatever it is. */
    @Test
    void oddSamplesWork() {
        assertThat(observed("bold", "14 ms")).hasDimensions(572, 1 + REGIONS);
    }

    @ParameterizedTest
    @CsvSource({"svg", "png"})
    void chartsAreWrittenBesideTheRows(String form) {
        Path csv = folder.resolve("bold.csv");
        Path chart = folder.resolve("bold." + form);
        String[] words = {
            "simulate", "--observe", "bold", "--seconds", "20", "--out", csv.toString(), "--chart", chart.toString()
        };

        assertThat(Shell.run(words).code()).isZero();
        assertThat(chart).isNotEmptyFile();
        assertThat(Shell.run(words).code()).isEqualTo(Exit.CANNOT_WRITE);
        if (form.equals("svg")) {
            assertThat(Shell.text(chart))
                    .contains("BOLD, network twelve-regions, condition healthy", "toy research model");
        }
    }

    @Test
    void wrongWordsAreRefusedBeforeAnythingIsWritten() {
        Shell.Outcome wrong = Shell.run(
                "simulate",
                "--observe",
                "blod",
                "--out",
                folder.resolve("x.csv").toString());
        assertThat(wrong.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(wrong.err()).contains("--observe is \"blod\". Maybe \"bold\" was meant.");
        Shell.Outcome many = Shell.run(
                "simulate",
                "--seconds",
                "100000",
                "--chart",
                folder.resolve("x.svg").toString(),
                "--out",
                folder.resolve("x.csv").toString());
        assertThat(many.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(many.err()).contains("at most 200000 are drawn");
        assertThat(Shell.names(folder)).containsExactly("");
    }

    @Test
    void sameSeedSameBytes() {
        List<String> once = Shell.run("simulate", "--observe", "bold", "--seconds", "10")
                .out()
                .lines()
                .toList();
        assertThat(Shell.run("simulate", "--observe", "bold", "--seconds", "10")
                        .out()
                        .lines()
                        .toList())
                .isEqualTo(once);
        assertThat(Files.exists(folder)).isTrue();
    }
}
