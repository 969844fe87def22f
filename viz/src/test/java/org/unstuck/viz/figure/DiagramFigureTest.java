package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Dark;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Svg;

class DiagramFigureTest {

    private static DiagramFigure figure() {
        return new DiagramFigure(
                "diagram",
                "A fold",
                "caption",
                "description",
                new DiagramFigure.Axis("p", -1, 1, false),
                new DiagramFigure.Axis("x", -1, 1, false),
                List.of(
                        new DiagramFigure.Curve("stable", 0, false, new double[] {-1, 0}, new double[] {-1, 0}),
                        new DiagramFigure.Curve("unstable", 3, true, new double[] {0, -1}, new double[] {0, 1})),
                List.of(new DiagramFigure.Mark("fold", DiagramFigure.Shape2D.TRIANGLE, 6, 0, 0, "here")),
                List.of(new DiagramFigure.Range(2, 0.5, -0.5, 0.5, true)),
                new DiagramFigure.Cells(new int[][] {{0, 1}, {-1, 1}}, List.of("left", "right"), "nowhere"));
    }

    @Test
    void everythingIsInTheLegendOnce() {
        assertThat(figure().entries()).containsExactly("nowhere", "left", "right", "stable", "unstable", "fold");
    }

    @Test
    void unstableIsDashed() {
        String svg = Svg.of(figure().sheet("stamp"));
        assertThat(svg).contains("stroke-dasharray=\"6,4\"").contains(">here<", ">fold<", "description");
    }

    @Test
    void whatIsNotFiniteIsNotDrawn() {
        assertThatThrownBy(
                        () -> new DiagramFigure.Curve("x", 0, false, new double[] {0, 1}, new double[] {0, Double.NaN}))
                .isInstanceOf(Invalid.class);
    }

    /** Contrast of WCAG 2.1 on dark paper: text 7:1, lines 3:1. */
    @Test
    void darkColoursCanBeSeen() {
        Color paper = Dark.of(Palette.PAPER);
        assertThat(Palette.luminance(paper)).isLessThan(0.03);
        assertThat(Palette.contrast(Dark.of(Palette.INK), paper)).isGreaterThan(7);
        assertThat(Palette.contrast(Dark.of(Palette.SOFT_INK), paper)).isGreaterThan(4.5);
        for (int color : new int[] {0, 1, 2, 3, 4, 6}) {
            assertThat(Palette.contrast(Dark.of(Palette.color(color)), paper))
                    .as("colour " + color)
                    .isGreaterThan(3);
        }
    }

    @Test
    void theDarkPictureHasNoWhitePaper() {
        String dark = Dark.svg(Svg.of(figure().sheet("stamp")));
        assertThat(dark)
                .doesNotContain("\"white\"", "\"black\"", "rgb(34,34,34)")
                .contains(">fold<");
        assertThat(Dark.image(figure().sheet("stamp")).getRGB(0, 0) & 0xFFFFFF)
                .isEqualTo(Dark.of(Palette.PAPER).getRGB() & 0xFFFFFF);
    }
}
