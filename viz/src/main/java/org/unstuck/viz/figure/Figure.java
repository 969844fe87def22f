package org.unstuck.viz.figure;

import org.jfree.chart.JFreeChart;
import org.unstuck.viz.theme.Sheet;

/**
 * A figure: numbers, words and the chart made from them.
 *
 * <p>Arrays are copied when a figure is made; what its accessors hand out is the figure's own and must not be changed. No
 * figure accepts NaN: a value that is missing is declared missing.
 */
public sealed interface Figure
        permits CommunityFigure,
                CourseFigure,
                CuedShiftFigure,
                DomainFigure,
                ForestFigure,
                HeatFigure,
                IndicesFigure,
                MatrixFigure,
                MeasuresFigure,
                NetworkFigure,
                NullBandFigure,
                PlaneFigure,
                ResponderFigure,
                RobustnessFigure,
                StatesFigure,
                TimelineFigure,
                Figure.Custom {

    /** File stem: letters, digits, '-' and '_', starting with a letter; unique within a report. */
    String name();

    /** What the figure is about, one line. */
    String title();

    /** How to read it, one or two sentences. */
    String caption();

    /** What it shows, in words and numbers, for those who cannot see it. */
    String description();

    /** Width in px. */
    int width();

    /** Height in px. */
    int height();

    /** A new chart of the figure. */
    JFreeChart chart();

    /**
     * The figure, ready to be written by {@code Svg} or {@code Png}.
     *
     * @param stamp line at its foot: product, "toy research model, not medical advice", seed
     */
    default Sheet sheet(String stamp) {
        return new Sheet(name(), title(), description(), chart(), width(), height(), stamp);
    }

    /** The door for figures made elsewhere. */
    non-sealed interface Custom extends Figure {}
}
