package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Functional connectivity as cells, before and after and their difference.
 *
 * @param name file stem
 * @param title one line
 * @param quantity what a cell says, as "correlation of activity"
 * @param regions names of rows and columns
 * @param panels one to three matrices over the same regions
 */
public record MatrixFigure(String name, String title, String quantity, List<String> regions, List<Panel> panels)
        implements Figure {

    /** Side of all cells together that is aimed at, px, and the limits of one cell. */
    private static final int SIDE = 270;

    private static final int SMALLEST_CELL = 16;
    private static final int LARGEST_CELL = 34;
    private static final int FRAME_HEIGHT = 130;
    private static final int FRAME_WIDTH = 44;

    /** Negative cells from this share of the limit on are marked with a minus: in grey print red and blue are alike. */
    private static final double MARK_FROM = 0.1;

    /** How many of the largest values the description names. */
    private static final int NAMED = 3;

    /**
     * One matrix.
     *
     * @param label "before", "after", "after - before"
     * @param values {@code values[row][column]}, symmetric or not; the diagonal is not shown
     * @param limit value of the strongest colour, above 0: 1 for correlations, less for a difference
     */
    public record Panel(String label, double[][] values, double limit) {
        public Panel {
            Check.words("label", label);
            Check.notEmpty("values", values.length);
            double[][] copy = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                Check.sameLength("values[" + i + "]", values[i].length, "values", values.length);
                copy[i] = Check.finite("values[" + i + "]", values[i]);
            }
            values = copy;
            Check.finite("limit", limit);
            if (limit <= 0) {
                throw new Invalid("limit", "limit of \"" + label + "\" is " + limit + ", it must be above 0.", "");
            }
        }
    }

    public MatrixFigure {
        regions = List.copyOf(regions);
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.words("quantity", quantity);
        Check.notEmpty("panels", panels.size());
        for (Panel panel : panels) {
            Check.sameLength("values of \"" + panel.label + "\"", panel.values.length, "regions", regions.size());
        }
    }

    /**
     * Before, after and difference.
     *
     * @param limit strongest colour of the difference
     */
    public static MatrixFigure change(
            String name,
            String title,
            String quantity,
            List<String> regions,
            double[][] before,
            double[][] after,
            double limit) {
        Check.sameLength("after", after.length, "before", before.length);
        double[][] difference = new double[before.length][];
        for (int i = 0; i < before.length; i++) {
            Check.sameLength("after[" + i + "]", after[i].length, "before[" + i + "]", before[i].length);
            difference[i] = new double[before[i].length];
            for (int j = 0; j < before[i].length; j++) {
                difference[i][j] = after[i][j] - before[i][j];
            }
        }
        return new MatrixFigure(
                name,
                title,
                quantity,
                regions,
                List.of(
                        new Panel("before", before, 1),
                        new Panel("after", after, 1),
                        new Panel("after - before", difference, limit)));
    }

    @Override
    public String caption() {
        return "Each cell is a pair of regions: red above 0, blue and a minus sign below 0, white at 0. The diagonal is left"
                + " grey.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        text.append(Words.sentence(quantity) + " between " + regions.size() + " regions. ");
        for (Panel panel : panels) {
            List<String> largest = new ArrayList<>();
            for (int[] cell : largest(panel)) {
                largest.add(regions.get(cell[0]) + " and " + regions.get(cell[1]) + " "
                        + Words.fixed(panel.values[cell[0]][cell[1]], 2));
            }
            text.append(Words.sentence(panel.label) + ", largest in size: " + Words.list(largest) + ". ");
        }
        return text.toString().strip();
    }

    private static List<int[]> largest(Panel panel) {
        List<int[]> cells = new ArrayList<>();
        for (int i = 0; i < panel.values.length; i++) {
            for (int j = i + 1; j < panel.values.length; j++) {
                cells.add(new int[] {i, j});
            }
        }
        cells.sort((a, b) -> Double.compare(Math.abs(panel.values[b[0]][b[1]]), Math.abs(panel.values[a[0]][a[1]])));
        return cells.subList(0, Math.min(NAMED, cells.size()));
    }

    @Override
    public int width() {
        return FRAME_WIDTH
                + nameWidth()
                + panels.size() * cell() * regions.size()
                + (panels.size() - 1) * (int) Grid.GAP
                + limits().size() * Grid.BAR_ROOM;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + nameWidth() + cell() * regions.size();
    }

    private int cell() {
        return Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, SIDE / regions.size()));
    }

    /** Names of regions: smaller where cells are, or JFreeChart leaves out every second name. */
    private Font names() {
        return cell() < Theme.height(Theme.TICK) + 1 ? Theme.NOTE : Theme.TICK;
    }

    private int nameWidth() {
        return (int) regions.stream()
                        .mapToDouble(r -> Theme.width(r, names()))
                        .max()
                        .orElse(0)
                + 8;
    }

    /** One panel for each limit in use: each needs a colour bar. */
    private List<Panel> limits() {
        List<Panel> different = new ArrayList<>();
        for (Panel panel : panels) {
            if (different.stream().noneMatch(p -> p.limit == panel.limit)) {
                different.add(panel);
            }
        }
        return different;
    }

    @Override
    public JFreeChart chart() {
        CombinedRangeXYPlot abreast = Grid.abreast(Grid.names(null, regions, true));
        for (Panel panel : panels) {
            SymbolAxis columns = Grid.names(null, regions, false);
            XYPlot plot = Grid.blank(columns);
            Sketch.beyond(plot, pen -> drawCells(pen, panel));
            Sketch.beyond(plot, pen -> pen.heading(panel.label));
            abreast.add(plot);
        }
        JFreeChart chart = Theme.chart(title, abreast);
        abreast.setInsets(new RectangleInsets(Grid.HEADING, 0, 0, 0));
        List<Panel> fromRight = new ArrayList<>(limits());
        Collections.reverse(fromRight);
        for (Panel panel : fromRight) {
            String label = limits().size() == 1 ? quantity : quantity + ": " + barWords(panel);
            PaintScaleLegend bar =
                    Grid.colourBar(label, -panel.limit, panel.limit, value -> Palette.diverging(value / panel.limit));
            bar.setMargin(new RectangleInsets(Grid.HEADING, 8, nameWidth(), 0));
            chart.addSubtitle(bar);
        }
        Theme.PLAIN.apply(chart);
        abreast.getRangeAxis().setTickLabelFont(names());
        for (XYPlot plot : List.copyOf(abreast.getSubplots())) {
            plot.getDomainAxis().setTickLabelFont(names());
        }
        return chart;
    }

    private String barWords(Panel panel) {
        return Words.list(panels.stream()
                .filter(p -> p.limit == panel.limit)
                .map(Panel::label)
                .toList());
    }

    private static void drawCells(Pen pen, Panel panel) {
        int n = panel.values.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = pen.x(j - 0.5);
                double y = pen.y(i - 0.5);
                double width = pen.x(j + 0.5) - x;
                double height = pen.y(i + 0.5) - y;
                double share = panel.values[i][j] / panel.limit;
                pen.box(i == j ? Palette.GRID : Palette.diverging(share), x, y, width, height);
                if (i != j && share <= -MARK_FROM) {
                    double reach = Math.min(width, height) * 0.17;
                    double middleX = x + width / 2;
                    double middleY = y + height / 2;
                    pen.line(
                            Palette.inkOn(Palette.diverging(share)),
                            new BasicStroke(1.2f),
                            middleX - reach,
                            middleY,
                            middleX + reach,
                            middleY);
                }
            }
        }
    }
}
