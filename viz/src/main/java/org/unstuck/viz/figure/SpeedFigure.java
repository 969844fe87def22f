package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Svg;
import org.unstuck.viz.theme.Theme;

/**
 * How long the fast clock takes in units of a tuned C program, beside what it has to reach: a dot with its range, and a line at the goal.
 *
 * @param rows at least one
 */
public record SpeedFigure(List<Row> rows) implements Figure.Custom {

    private static final int WIDTH = 820;
    private static final int FRAME_HEIGHT = 150;
    private static final int ROW = 30;
    private static final double RADIUS = 5.5;
    private static final double HALF = 0.36;

    /**
     * A workload.
     *
     * @param label what was run
     * @param value median of Java over C
     * @param low least of the rounds
     * @param high largest
     * @param goal at most
     */
    public record Row(String label, double value, double low, double high, double goal) {
        public Row {
            Check.words("label", label);
            Check.finite("low", low);
            Check.finite("goal", goal);
            Check.between("value", value, low, high);
        }
    }

    public SpeedFigure {
        rows = List.copyOf(rows);
        Check.notEmpty("rows", rows.size());
    }

    /**
     * Draws what {@code bench/run.sh} measured.
     *
     * @param files {@code speed.tsv}, one row per line as the benchmarks write it, and the SVG to be written
     */
    public static void main(String[] files) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            String[] cell = line.split("\t");
            rows.add(new Row(
                    cell[0],
                    Double.parseDouble(cell[1]),
                    Double.parseDouble(cell[2]),
                    Double.parseDouble(cell[3]),
                    Double.parseDouble(cell[4])));
        }
        Svg.write(
                new SpeedFigure(rows).sheet("Unstuck, bench/run.sh; machine and versions in bench/RESULTS.md"),
                Path.of(files[1]));
    }

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public String title() {
        return "CPU time per region-step, as a multiple of C";
    }

    @Override
    public String caption() {
        return "Dot: median of rounds in turns, with their range. Upright line: the goal, not to be passed.";
    }

    @Override
    public String description() {
        return Words.list(rows.stream()
                        .map(row -> row.label + " " + Words.fixed(row.value, 2) + " (goal " + Words.fixed(row.goal, 1)
                                + ")")
                        .toList())
                + ".";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + rows.size() * ROW;
    }

    @Override
    public JFreeChart chart() {
        double top = 0;
        for (Row row : rows) {
            top = Math.max(top, Math.max(row.high, row.goal));
        }
        SymbolAxis names = Grid.names(null, rows.stream().map(Row::label).toList(), true);
        CombinedRangeXYPlot one = Grid.abreast(names);
        XYPlot plot = Grid.blank(Theme.axis("times C", 0, top * 1.05));
        Sketch.beyond(plot, pen -> {
            for (int i = 0; i < rows.size(); i++) {
                draw(pen, rows.get(i), i);
            }
        });
        one.add(plot);
        JFreeChart chart = Theme.chart(title(), one);
        one.setInsets(new RectangleInsets(8, 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static void draw(Pen pen, Row row, int i) {
        double y = pen.y(i);
        double half = (pen.y(i + HALF) - pen.y(i - HALF)) / 2;
        double goal = pen.x(row.goal);
        pen.box(Palette.BAND, pen.x(0), y - half, goal - pen.x(0), 2 * half);
        pen.line(Palette.INK, new BasicStroke(2f), goal, y - half, goal, y + half);
        pen.line(Palette.color(0), new BasicStroke(2f), pen.x(row.low), y, pen.x(row.high), y);
        Ellipse2D dot = new Ellipse2D.Double(pen.x(row.value) - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(row.value <= row.goal ? Palette.color(0) : Palette.PAPER, dot);
        pen.draw(Palette.color(0), new BasicStroke(2f), dot);
    }
}
