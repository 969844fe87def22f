package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Svg;

/** What figures refuse, what they copy, and what they say in words. */
class FigureTest {

    private static final Key ARM = new Key("ketamine", 1);

    private static CourseFigure.Curve curve(double... mean) {
        double[] days = new double[mean.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = 7 * i;
        }
        return CourseFigure.Curve.of(ARM, days, mean, mean, mean);
    }

    private static CourseFigure figure(CourseFigure.Curve... curves) {
        return new CourseFigure(
                "course", "A course", List.of(new CourseFigure.Panel("intensity", "SD", List.of(curves), List.of())));
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(() ->
                        CourseFigure.Curve.of(ARM, new double[3], new double[] {1, 2}, new double[3], new double[3]))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("days[1] is 0.0 after 0.0");
        double[] days = {0, 7, 14};
        assertThatThrownBy(() -> CourseFigure.Curve.of(ARM, days, new double[] {1, 2}, new double[3], new double[3]))
                .hasMessage("mean has 2 values but days has 3, both must have the same number."
                        + " Maybe one of them was cut or has another sampling.");
        assertThatThrownBy(() -> new PlaneFigure.Path(ARM, days, new double[3], new double[4]))
                .hasMessageContaining("y has 4 values but days has 3");
        assertThatThrownBy(() -> new TimelineFigure.Line(ARM, days, new double[2]))
                .hasMessageContaining("values has 2 values but days has 3");
        assertThatThrownBy(() -> new MatrixFigure.Panel("before", new double[][] {{0, 1}, {1}}, 1))
                .hasMessageContaining("values[1] has 1 values but values has 2");
        assertThatThrownBy(() -> new MeasuresFigure.Measure(
                        "m", "", new double[2], new double[2], new double[2], new double[1], new double[1], List.of()))
                .hasMessageContaining("nullLow has 1 values but estimate has 2");
        assertThatThrownBy(() -> new CuedShiftFigure.Panel("p", new int[2][2], new int[][] {{1, 1}, {1}}))
                .hasMessageContaining("trials[1] has 1 values but trials has 2");
    }

    @Test
    void refusesNaNUnlessDeclaredMissing() {
        assertThatThrownBy(() -> curve(1, Double.NaN, 2))
                .isInstanceOf(Invalid.class)
                .hasMessage("mean[1] is NaN, it must be a finite number."
                        + " Maybe the value is missing: declare it missing instead of drawing it.");
        assertThatThrownBy(() ->
                        new PlaneFigure.Path(ARM, new double[] {0, 1}, new double[] {0, Double.NaN}, new double[2]))
                .hasMessageContaining("x[1] is NaN");
        assertThatThrownBy(() ->
                        new TimelineFigure.Line(ARM, new double[] {0, 1}, new double[] {0, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("values[1] is Infinity");
        assertThatThrownBy(() -> new MatrixFigure.Panel("before", new double[][] {{Double.NaN}}, 1))
                .hasMessageContaining("values[0][0] is NaN");
        assertThatThrownBy(() -> new NetworkFigure.Link(0, 1, false, Double.NaN, 1))
                .hasMessageContaining("weight is NaN");
        assertThatThrownBy(() -> new Band("healthy", Double.NaN, 1)).hasMessageContaining("low is NaN");
        assertThatThrownBy(() -> new StatesFigure.Row("p", new int[] {0}, Double.NaN))
                .hasMessageContaining("stepSeconds is NaN");
    }

    @Test
    void aDeclaredGapBreaksTheLineAndIsSaid() {
        double[] days = {0, 7, 14, 21, 28};
        double[] mean = {1, 2, Double.NaN, 4, 5};
        CourseFigure.Curve broken = new CourseFigure.Curve(
                ARM, days, mean, mean, mean, new boolean[] {false, false, true, false, false}, false);
        CourseFigure figure = figure(broken);
        assertThat(figure.caption()).contains("gap");
        assertThat(figure.description()).contains("with gaps");
        assertThat(figure(curve(1, 2, 3)).caption()).doesNotContain("gap");
        // Two stretches, each an interval and a line: a closed line would be one of each.
        assertThat(dataPaths(figure)).isEqualTo(2 * dataPaths(figure(curve(1, 2, 3, 4, 5))));
    }

    /** Number of drawn shapes in the arm's colour that are filled (intervals). */
    private static long dataPaths(Figure figure) {
        return Svg.of(figure.sheet("stamp"))
                .lines()
                .flatMap(line -> Arrays.stream(line.split("<")))
                .filter(tag -> tag.startsWith("path") && tag.contains("fill-opacity=\"0.1294\"")
                        || tag.contains("fill-opacity=\"0.13\""))
                .count();
    }

    @Test
    void refusesACurveThatIsAllMissing() {
        assertThatThrownBy(() -> curve(1, 2).withMissing(new boolean[] {true, true}))
                .hasMessageContaining("every value of \"ketamine\" is missing");
    }

    @Test
    void refusesIntervalsThatDoNotHoldTheirMean() {
        double[] days = {0};
        assertThatThrownBy(() -> CourseFigure.Curve.of(ARM, days, new double[] {1}, new double[] {2}, new double[] {3}))
                .hasMessageContaining("mean[0] is 1.0, it must not be below low[0] (2.0)");
        assertThatThrownBy(() -> new Band("healthy", 1, 1)).hasMessageContaining("must be above low");
    }

    @Test
    void refusesStatesWeightsAndTrialsOutOfRange() {
        assertThatThrownBy(() -> new StatesFigure(
                        "s",
                        "t",
                        List.of("DMN", "salience"),
                        List.of(new StatesFigure.Phase(
                                "before", List.of(new StatesFigure.Row("p", new int[] {0, 2}, 0.1))))))
                .hasMessageContaining("states[1] of \"p\" is 2")
                .hasMessageContaining("Maybe the states were counted from 1.");
        assertThatThrownBy(() -> new CuedShiftFigure.Panel("p", new int[][] {{3}}, new int[][] {{2}}))
                .hasMessageContaining("successes[0][0] is 3");
        assertThatThrownBy(() -> new NetworkFigure.Link(0, 0, false, 1, 1)).hasMessageContaining("to itself");
        assertThatThrownBy(() -> TimelineFigure.Panel.logarithmic(
                        "c", "ng/mL", 0, List.of(new TimelineFigure.Line(ARM, new double[] {0}, new double[] {1}))))
                .hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> TimelineFigure.Panel.share(
                        "effect", List.of(new TimelineFigure.Line(ARM, new double[] {0, 1}, new double[] {0, -0.1}))))
                .hasMessageContaining("effect of ketamine [1] is -0.1, it must be from 0.0 to 1.05");
        assertThatThrownBy(() -> new Key("eighth arm", 7)).hasMessageContaining("look of \"eighth arm\" is 7");
    }

    @Test
    void keepsItsOwnCopyOfTheNumbers() {
        double[] mean = {1, 2, 3};
        CourseFigure figure = figure(curve(mean));
        String before = Svg.of(figure.sheet("stamp"));
        mean[1] = 99;
        assertThat(Svg.of(figure.sheet("stamp"))).isEqualTo(before);
    }

    @Test
    void saysInWordsWhatItShows() {
        assertThat(figure(curve(1.6, 1.234, 0.5)).description())
                .isEqualTo("Intensity (SD) over time. Ketamine: 1.6 at day 0,"
                        + " 0.5 (95 % interval 0.5 to 0.5) at day 14.");
        assertThat(Gallery.cuedShift().description()).contains("DMN to salience 0.93 (28 of 30)");
        assertThat(Gallery.network().description())
                .contains("amygdala-prefrontal (AMY")
                .contains("Different from healthy: vmPFC to AMY \u00d70.5, AMY to AI \u00d71.7");
        assertThat(Gallery.timeline().description()).contains("alprazolam stop at day 56");
        assertThat(Gallery.states().description())
                .contains("patient 1: default mode")
                .contains("none");
    }

    @Test
    void oneSampleOfOneArmCanBeDrawn() {
        assertThat(Svg.of(figure(curve(1)).sheet("stamp"))).contains("ketamine");
        assertThat(Svg.of(figure(curve(1).atScans()).sheet("stamp"))).contains("ketamine");
    }
}
