package org.unstuck.viz.figure;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Which community every region belongs to, window by window. The largest communities have colours and letters, the others are grey.
 *
 * @param name file stem
 * @param title one line
 * @param regions names of the rows
 * @param windowS length of a window, s
 * @param community {@code community[window][region]}, 0, 1, ...
 */
public record CommunityFigure(String name, String title, List<String> regions, double windowS, int[][] community)
        implements Figure {

    private static final int WIDTH = 960;
    private static final int FRAME_HEIGHT = 152;
    private static final double LETTER_FROM = 13;
    private static final double TINT = 0.55;
    private static final int CONTENT = 480;
    private static final int LARGEST_ROW = 26;
    private static final int SMALLEST_ROW = 5;

    public CommunityFigure {
        regions = List.copyOf(regions);
        Check.words("title", title);
        Check.notEmpty("community", community.length);
        Check.finite("windowS", windowS);
        int[][] copy = new int[community.length][];
        for (int s = 0; s < copy.length; s++) {
            Check.sameLength("community[" + s + "]", community[s].length, "regions", regions.size());
            copy[s] = community[s].clone();
        }
        community = copy;
    }

    @Override
    public String caption() {
        return "Each row is a region, each column a window of " + Words.number(windowS)
                + " s; colour and letter say which community (largest: A). A row that keeps its colour does not switch.";
    }

    @Override
    public String description() {
        int changes = 0;
        for (int s = 1; s < community.length; s++) {
            for (int i = 0; i < regions.size(); i++) {
                changes += community[s][i] != community[s - 1][i] ? 1 : 0;
            }
        }
        return regions.size() + " regions in " + community.length + " windows, " + sizes().length + " communities, "
                + changes + " changes of community between neighbouring windows.";
    }

    @Override
    public int width() {
        return WIDTH;
    }

    private int row() {
        return Math.max(SMALLEST_ROW, Math.min(LARGEST_ROW, CONTENT / regions.size()));
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(80, row() * regions.size());
    }

    private int[] sizes() {
        int most = 0;
        for (int[] layer : community) {
            for (int c : layer) {
                most = Math.max(most, c);
            }
        }
        int[] sizes = new int[most + 1];
        for (int[] layer : community) {
            for (int c : layer) {
                sizes[c]++;
            }
        }
        return sizes;
    }

    /** Place of every community by size; the first has place 0. */
    private int[] ranks() {
        int[] sizes = sizes();
        int[] rank = new int[sizes.length];
        for (int a = 0; a < sizes.length; a++) {
            for (int b = 0; b < sizes.length; b++) {
                rank[a] += sizes[b] > sizes[a] || (sizes[b] == sizes[a] && b < a) ? 1 : 0;
            }
        }
        return rank;
    }

    @Override
    public JFreeChart chart() {
        boolean named = row() >= LETTER_FROM;
        SymbolAxis rows = Grid.names(named ? null : "regions in the order of the file", regions, true);
        rows.setTickLabelsVisible(named);
        CombinedRangeXYPlot one = Grid.abreast(rows);
        XYPlot plot = Grid.blank(Theme.axis("time (s)", 0, community.length * windowS));
        int[] rank = ranks();
        Sketch.beyond(plot, pen -> draw(pen, rank));
        one.add(plot);
        JFreeChart chart = Theme.chart(title, one);
        Sketch.beyond(plot, this::drawLegend);
        one.setInsets(new RectangleInsets(Pen.HEADING_ROOM, 0, 0, 16));
        Theme.PLAIN.apply(chart);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        if (row() < Theme.height(Theme.TICK)) {
            rows.setTickLabelFont(Theme.NOTE);
        }
        return chart;
    }

    private void drawLegend(Pen pen) {
        double x = pen.area().getX();
        double y = pen.headingY();
        int shown = Math.min(sizes().length, Palette.size() - 1);
        for (int place = 0; place <= shown; place++) {
            if (place == shown && sizes().length == shown) {
                return;
            }
            String word = place < shown ? String.valueOf((char) ('A' + place)) : "smaller ones";
            Color colour = place < shown ? Palette.tint(Palette.color(place), TINT) : Palette.QUIET;
            pen.box(colour, x, y - SQUARE / 2, SQUARE, SQUARE);
            pen.text(word, Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + SQUARE + 5, y);
            x += SQUARE + 5 + Theme.width(word, Theme.TEXT) + 20;
        }
    }

    private static final double SQUARE = 16;

    /** Cells on whole px, or light shines through between them. */
    private void draw(Pen pen, int[] rank) {
        for (int i = 0; i < regions.size(); i++) {
            double y = Math.rint(pen.y(i - 0.5));
            double height = Math.rint(pen.y(i + 0.5)) - y;
            for (int s = 0; s < community.length; s++) {
                double x = Math.rint(pen.x(s * windowS));
                double width = Math.rint(pen.x((s + 1) * windowS)) - x;
                int place = rank[community[s][i]];
                Color colour = place < Palette.size() - 1 ? Palette.tint(Palette.color(place), TINT) : Palette.QUIET;
                pen.box(colour, x, y, width, height);
                if (place < Palette.size() - 1 && height >= LETTER_FROM && width >= LETTER_FROM) {
                    String letter = String.valueOf((char) ('A' + place));
                    pen.text(
                            letter, Theme.NOTE, Palette.inkOn(colour), Pen.Align.CENTRE, x + width / 2, y + height / 2);
                }
            }
        }
        for (int i = 1; i < regions.size() && row() >= LETTER_FROM; i++) {
            pen.line(
                    Palette.PAPER,
                    Theme.HAIRLINE,
                    pen.x(0),
                    pen.y(i - 0.5),
                    pen.x(community.length * windowS),
                    pen.y(i - 0.5));
        }
    }
}
