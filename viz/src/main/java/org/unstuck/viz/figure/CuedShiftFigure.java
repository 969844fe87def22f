package org.unstuck.viz.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * How often a network in one state follows a cue into another: a cell per pair, with its number and its trials.
 *
 * @param name file stem
 * @param title one line
 * @param states names of the states
 * @param panels one to four matrices, one per arm or day
 */
public record CuedShiftFigure(String name, String title, List<String> states, List<Panel> panels) implements Figure {

    private static final int MOST_PANELS = 4;
    private static final int CELL_WIDTH = 86;
    private static final int CELL_HEIGHT = 70;
    private static final int FRAME_WIDTH = 84;
    private static final int FRAME_HEIGHT = 172;

    /**
     * One matrix.
     *
     * @param label of which arm, on which day
     * @param successes {@code successes[from][to]}: trials in which the cued state was reached
     * @param trials {@code trials[from][to]}: trials made; 0 where none was possible
     */
    public record Panel(String label, int[][] successes, int[][] trials) {
        public Panel {
            Check.words("label", label);
            Check.sameLength("successes", successes.length, "trials", trials.length);
            int n = trials.length;
            successes = copy("successes", successes, n);
            trials = copy("trials", trials, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (successes[i][j] < 0 || successes[i][j] > trials[i][j]) {
                        throw new Invalid(
                                "successes",
                                "successes[" + i + "][" + j + "] is " + successes[i][j]
                                        + ", it must be from 0 to the number of trials (" + trials[i][j] + ").",
                                "Maybe successes and trials were swapped.");
                    }
                }
            }
        }

        private static int[][] copy(String what, int[][] values, int n) {
            int[][] copy = new int[n][];
            for (int i = 0; i < n; i++) {
                Check.sameLength(what + "[" + i + "]", values[i].length, what, n);
                copy[i] = values[i].clone();
            }
            return copy;
        }

        private double share(int from, int to) {
            return successes[from][to] / (double) trials[from][to];
        }
    }

    public CuedShiftFigure {
        states = List.copyOf(states);
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.notEmpty("panels", panels.size());
        if (panels.size() > MOST_PANELS) {
            throw new Invalid(
                    "panels",
                    "there are " + panels.size() + " panels, at most " + MOST_PANELS + " can be read side by side.",
                    "Maybe make two figures.");
        }
        for (Panel panel : panels) {
            Check.sameLength("trials of \"" + panel.label + "\"", panel.trials.length, "states", states.size());
        }
    }

    @Override
    public String caption() {
        return "Each cell: of the trials that started in the state at the left, the share that followed the cue to the state"
                + " below, with successes of trials. A crossed-out cell was not tried.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("Share of cued shifts that succeed. ");
        for (Panel panel : panels) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                for (int j = 0; j < states.size(); j++) {
                    if (panel.trials[i][j] > 0) {
                        cells.add(states.get(i) + " to " + states.get(j) + " " + Words.fixed(panel.share(i, j), 2)
                                + " (" + panel.successes[i][j] + " of " + panel.trials[i][j] + ")");
                    }
                }
            }
            text.append(Words.sentence(panel.label) + ": " + Words.list(cells) + ". ");
        }
        return text.toString().strip();
    }

    @Override
    public int width() {
        return FRAME_WIDTH
                + (int) names()
                + panels.size() * states.size() * CELL_WIDTH
                + (panels.size() - 1) * (int) Grid.GAP
                + Grid.BAR_ROOM;
    }

    private double names() {
        return states.stream()
                .mapToDouble(s -> Theme.width(s, Theme.TICK))
                .max()
                .orElse(0);
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + states.size() * CELL_HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        CombinedRangeXYPlot abreast = Grid.abreast(Grid.names("from state", states, true));
        for (Panel panel : panels) {
            XYPlot plot = Grid.blank(Grid.names("to cued state", states, false));
            Sketch.beyond(plot, pen -> drawCells(pen, panel));
            Sketch.beyond(plot, pen -> pen.heading(panel.label));
            abreast.add(plot);
        }
        JFreeChart chart = Theme.chart(title, abreast);
        abreast.setInsets(new RectangleInsets(Grid.HEADING, 0, 0, 0));
        PaintScaleLegend bar = Grid.colourBar("share that succeed", 0, 1, Palette::sequential);
        bar.setMargin(new RectangleInsets(Grid.HEADING, 12, BELOW, 0));
        chart.addSubtitle(bar);
        Theme.PLAIN.apply(chart);
        return chart;
    }

    /** Room for the names below the cells, px. */
    private static final double BELOW = 48;

    private static void drawCells(Pen pen, Panel panel) {
        int n = panel.trials.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = pen.x(j - 0.5);
                double y = pen.y(i - 0.5);
                Rectangle2D cell = new Rectangle2D.Double(x + 1, y + 1, pen.x(j + 0.5) - x - 2, pen.y(i + 0.5) - y - 2);
                if (panel.trials[i][j] == 0) {
                    pen.fill(Palette.PAPER, cell);
                    pen.draw(Palette.QUIET, Theme.HAIRLINE, cell);
                    pen.line(Palette.QUIET, Theme.HAIRLINE, cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY());
                    continue;
                }
                Color colour = Palette.sequential(panel.share(i, j));
                Color ink = Palette.inkOn(colour);
                pen.fill(colour, cell);
                pen.text(
                        Words.fixed(panel.share(i, j), 2),
                        Theme.TITLE,
                        ink,
                        Pen.Align.CENTRE,
                        cell.getCenterX(),
                        cell.getCenterY() - 9);
                pen.text(
                        panel.successes[i][j] + " of " + panel.trials[i][j],
                        Theme.NOTE,
                        ink,
                        Pen.Align.CENTRE,
                        cell.getCenterX(),
                        cell.getCenterY() + 15);
            }
        }
    }
}
