package org.unstuck.viz.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * How far claims hold: per claim and group of draws the shares of draws in which it holds, cannot be decided, and flips.
 *
 * @param name file stem
 * @param title one line
 * @param claims the rows
 * @param panels one per group of draws
 */
public record RobustnessFigure(String name, String title, List<String> claims, List<Panel> panels) implements Figure {

    private static final int PANEL = 190;
    private static final int FRAME_HEIGHT = 172;
    private static final int ROW = 26;
    private static final int CHARACTER = 7;
    private static final double HALF = 0.36;
    /** Narrower pieces have no number. */
    private static final double LEGIBLE = 0.12;

    private static final double PERCENT = 100;
    private static final double INSET = 5;
    private static final double HEADING = 15;
    private static final Color HOLDS = Palette.color(0);
    private static final Color UNDECIDED = Palette.GRID;
    private static final Color FLIPS = Palette.color(3);

    /**
     * A group of draws.
     *
     * @param heading which, as in "all 500 draws"
     * @param parts one per claim
     */
    public record Panel(String heading, List<Parts> parts) {
        public Panel {
            parts = List.copyOf(parts);
            Check.words("heading", heading);
        }
    }

    /**
     * Shares of draws; together 1, or all 0 where there is no draw.
     *
     * @param holds share in which the claim holds
     * @param undecided share in which nothing can be said
     * @param flips share in which it flips
     * @param robust whether one of holds and flips is at least the share that counts as robust
     */
    public record Parts(double holds, double undecided, double flips, boolean robust) {
        public Parts {
            Check.between("holds", holds, 0, 1);
            Check.between("undecided", undecided, 0, 1);
            Check.between("flips", flips, 0, 1);
        }
    }

    public RobustnessFigure {
        claims = List.copyOf(claims);
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.notEmpty("claims", claims.size());
        for (Panel panel : panels) {
            Check.sameLength("parts", panel.parts.size(), "claims", claims.size());
        }
    }

    @Override
    public String caption() {
        return "Share of draws in which a claim holds (blue, from the left), flips (orange, from the right), or cannot be decided by its own"
                + " patients (grey, between). The dotted line is at 80 %: a claim that does not reach it from the left is not robust.";
    }

    @Override
    public String description() {
        List<String> rows = new ArrayList<>();
        for (int c = 0; c < claims.size(); c++) {
            Parts p = panels.get(0).parts.get(c);
            rows.add(claims.get(c) + " holds in " + percent(p.holds) + ", flips in " + percent(p.flips));
        }
        return panels.get(0).heading + ": " + String.join("; ", rows) + ".";
    }

    private static String percent(double share) {
        return Math.round(PERCENT * share) + " %";
    }

    @Override
    public int width() {
        int longest = claims.stream().mapToInt(String::length).max().orElse(0);
        return 60 + CHARACTER * longest + PANEL * Math.max(2, panels.size());
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + Math.max(3, claims.size()) * ROW;
    }

    /** Lines of the longest name of a panel. */
    private int lines() {
        return panels.stream()
                .mapToInt(p ->
                        Theme.wrap(p.heading, Theme.STRONG, PANEL - Grid.GAP).size())
                .max()
                .orElse(1);
    }

    @Override
    public JFreeChart chart() {
        SymbolAxis names = Grid.names(null, claims, true);
        CombinedRangeXYPlot all = Grid.abreast(names);
        for (Panel panel : panels) {
            XYPlot plot = Grid.blank(Theme.axis("share of draws (%)", 0, PERCENT));
            plot.setDomainGridlinesVisible(false);
            plot.setRangeGridlinesVisible(false);
            Sketch.beyond(plot, pen -> draw(pen, panel));
            all.add(plot);
        }
        JFreeChart chart = Theme.chart(title, all);
        all.setInsets(new RectangleInsets(Pen.HEADING_ROOM + (lines() - 1) * Theme.height(Theme.STRONG), 0, 0, 20));
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static void draw(Pen pen, Panel panel) {
        Grid.heading(pen, panel.heading, HEADING);
        for (int c = 0; c < panel.parts.size(); c++) {
            Parts p = panel.parts.get(c);
            double top = Math.min(pen.y(c - HALF), pen.y(c + HALF));
            double height = Math.abs(pen.y(c + HALF) - pen.y(c - HALF));
            double left = pen.x(0);
            double holds = pen.x(PERCENT * p.holds);
            double flips = pen.x(PERCENT * (1 - p.flips));
            double right = pen.x(PERCENT);
            pen.box(UNDECIDED, left, top, right - left, height);
            pen.box(HOLDS, left, top, holds - left, height);
            pen.box(FLIPS, flips, top, right - flips, height);
            double middle = top + height / 2;
            number(pen, HOLDS, p.holds, Pen.Align.LEFT, left + INSET, middle);
            number(pen, FLIPS, p.flips, Pen.Align.RIGHT, right - INSET, middle);
        }
        double x = pen.x(ROBUST);
        pen.line(
                Palette.INK,
                Theme.DOTTED,
                x,
                pen.area().getMinY(),
                x,
                pen.area().getMaxY());
    }

    /** Share from which a claim counts as robust, %. */
    private static final double ROBUST = PERCENT * org.unstuck.claim.Tally.ROBUST;

    /** At the outer end of its piece, where the dotted line does not run through it. */
    private static void number(Pen pen, Color on, double share, Pen.Align align, double x, double y) {
        if (share >= LEGIBLE) {
            pen.text(Long.toString(Math.round(PERCENT * share)), Theme.TICK, Palette.inkOn(on), align, x, y);
        }
    }
}
