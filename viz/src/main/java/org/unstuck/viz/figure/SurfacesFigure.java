package org.unstuck.viz.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * What an outcome becomes over two things, numbers or words, as coloured cells: one map per arm, side by side, with one scale of colours
 * for all. A cell without a value stays empty.
 *
 * @param name file stem
 * @param title one line
 * @param reading how to read it, one or two sentences
 * @param quantity the outcome, with unit
 * @param across what runs from left to right, and its values
 * @param up what runs from bottom to top, and its values
 * @param low least value of the scale
 * @param high its largest, above low; of a scale with 0 inside, 0 is the middle
 * @param panels one per arm, at most {@value #MOST}
 */
public record SurfacesFigure(
        String name,
        String title,
        String reading,
        String quantity,
        Axis across,
        Axis up,
        double low,
        double high,
        List<Panel> panels)
        implements Figure.Custom {

    /** Panels of one figure. */
    public static final int MOST = 3;

    private static final int WIDTH = 900;
    private static final int FRAME_HEIGHT = 180;
    private static final int ROW = 30;
    private static final int LEAST_ROWS = 4;
    private static final int CHARACTER = 8;
    private static final int LINE = 16;
    private static final int MARGINS = 130;
    private static final double HEADING = 13;

    /**
     * What is varied.
     *
     * @param label with unit; empty if the words say it
     * @param words one per value
     */
    public record Axis(String label, List<String> words) {
        public Axis {
            words = List.copyOf(words);
            Check.notEmpty("words", words.size());
        }

        private int longest() {
            return words.stream().mapToInt(String::length).max().orElse(0);
        }
    }

    /**
     * An arm.
     *
     * @param heading its name; empty for none
     * @param values {@code values[up][across]}; NaN where there is none
     */
    public record Panel(String heading, double[][] values) {
        public Panel {
            values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        }
    }

    public SurfacesFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.below("low", low, "high", high);
        Check.between("number of panels", panels.size(), 1, MOST);
        for (Panel panel : panels) {
            Check.sameLength("values", panel.values.length, "up", up.words.size());
            for (double[] row : panel.values) {
                Check.sameLength("a row of values", row.length, "across", across.words.size());
            }
        }
    }

    @Override
    public String caption() {
        return reading;
    }

    @Override
    public String description() {
        StringBuilder all = new StringBuilder(Words.sentence(quantity));
        for (Panel panel : panels) {
            double[] defined = Arrays.stream(panel.values)
                    .flatMapToDouble(DoubleStream::of)
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            all.append(panel.heading.isEmpty() ? "" : ", " + panel.heading).append(": ");
            all.append(
                    defined.length == 0
                            ? "undefined"
                            : "from "
                                    + Words.number(Arrays.stream(defined).min().orElseThrow()) + " to "
                                    + Words.number(Arrays.stream(defined).max().orElseThrow()));
        }
        return all.append('.').toString();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    private double panel() {
        return (WIDTH - MARGINS - CHARACTER * up.longest()) / (double) panels.size() - Grid.GAP;
    }

    /** Px above the panels: what runs upwards, then names in up to so many lines. */
    private double room() {
        int lines = panels.stream()
                .mapToInt(p -> Theme.wrap(p.heading, Theme.STRONG, panel()).size())
                .max()
                .orElse(1);
        return 2 * HEADING + 4 + lines * Theme.height(Theme.STRONG);
    }

    /** Names below the cells in lines, or nothing if they must stand upright. */
    private List<List<String>> below() {
        double cell = panel() / across.words.size() - 4;
        List<List<String>> names =
                across.words.stream().map(w -> Theme.wrap(w, Theme.TICK, cell)).toList();
        boolean fits = names.stream().flatMap(List::stream).allMatch(line -> Theme.width(line, Theme.TICK) <= cell + 4);
        return fits ? names : List.of();
    }

    @Override
    public int height() {
        int below = below().isEmpty()
                ? CHARACTER * across.longest()
                : LINE * below().stream().mapToInt(List::size).max().orElse(1);
        return FRAME_HEIGHT + below + Math.max(LEAST_ROWS, up.words.size()) * ROW;
    }

    @Override
    public JFreeChart chart() {
        List<String> rows = new java.util.ArrayList<>(up.words);
        java.util.Collections.reverse(rows);
        CombinedRangeXYPlot all = Grid.abreast(Grid.names(null, rows, true));
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            boolean first = i == 0;
            SymbolAxis names = Grid.names(across.label.isEmpty() ? " " : across.label, across.words, false);
            names.setVerticalTickLabels(below().isEmpty());
            names.setTickLabelsVisible(below().isEmpty());
            names.setLabelInsets(new RectangleInsets(
                    below().isEmpty()
                            ? 3
                            : 8
                                    + LINE
                                            * below().stream()
                                                    .mapToInt(List::size)
                                                    .max()
                                                    .orElse(1),
                    3,
                    3,
                    3));
            XYPlot plot = Grid.blank(names);
            Sketch.beyond(plot, pen -> draw(pen, panel));
            Sketch.beyond(plot, pen -> head(pen, panel, first));
            all.add(plot);
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(room(), 0, 0, 0));
        PaintScaleLegend bar = Grid.colourBar("", low, high, this::colour);
        chart.addSubtitle(bar);
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private void head(Pen pen, Panel panel, boolean first) {
        if (first && !up.label.isEmpty()) {
            pen.text(
                    "up: " + up.label,
                    Theme.NOTE,
                    Palette.SOFT_INK,
                    Pen.Align.LEFT,
                    pen.area().getX(),
                    pen.area().getY() - room() + HEADING);
        }
        Grid.heading(pen, panel.heading, HEADING);
    }

    private Color colour(double value) {
        double limit = Math.max(Math.abs(low), Math.abs(high));
        return low < 0 && high > 0
                ? Palette.diverging(value / limit)
                : Palette.sequential((value - low) / (high - low));
    }

    private void draw(Pen pen, Panel panel) {
        for (int j = 0; j < below().size(); j++) {
            List<String> lines = below().get(j);
            for (int l = 0; l < lines.size(); l++) {
                pen.text(
                        lines.get(l),
                        Theme.TICK,
                        Palette.INK,
                        Pen.Align.CENTRE,
                        pen.x(j),
                        pen.area().getMaxY() + 12 + l * LINE);
            }
        }
        int rows = panel.values.length;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < panel.values[i].length; j++) {
                double x = Math.rint(pen.x(j - 0.5));
                double y = Math.rint(pen.y(rows - 1 - i - 0.5));
                double right = Math.rint(pen.x(j + 0.5));
                double bottom = Math.rint(pen.y(rows - 1 - i + 0.5));
                double value = panel.values[i][j];
                Color colour = Double.isNaN(value) ? Palette.GRID : colour(value);
                pen.box(colour, x, y, right - x - 1, bottom - y - 1);
                String text = Double.isNaN(value) ? "-" : Words.fixed(value, 2);
                if (Theme.width(text, Theme.TICK) + 4 <= right - x) {
                    pen.text(
                            text,
                            Theme.TICK,
                            Palette.inkOn(colour),
                            Pen.Align.CENTRE,
                            (x + right) / 2,
                            (y + bottom) / 2);
                }
            }
        }
    }
}
