package org.unstuck.viz.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Which functional network dominates, second by second: a ribbon per patient or arm, before, during and after, with the share
 * of time beside it. A state also has its own height within the ribbon, so the figure reads without colour.
 *
 * @param name file stem
 * @param title one line
 * @param states names of the states; "none" needs no name
 * @param phases from top to bottom, as before, during, after
 */
public record StatesFigure(String name, String title, List<String> states, List<Phase> phases) implements Figure {

    private static final int WIDTH = 960;
    private static final int FRAME_HEIGHT = 172;
    private static final double PHASE_NAME = 24;
    private static final double ROW = 30;
    private static final double ROW_GAP = 7;
    private static final double PHASE_GAP = 8;

    /** Narrowest part of a bar that still holds its number, px. */
    private static final double NUMBER_FROM = 25;

    /** How much of its colour fills the whole height of the ribbon. */
    private static final double TINT = 0.3;

    private static final int RASTER_SHARE = 11;
    private static final int OCCUPANCY_SHARE = 5;

    /** A state's number where no state dominates. */
    public static final int NONE = -1;

    /**
     * One ribbon.
     *
     * @param label patient or arm
     * @param states {@code states[sample]}: number of the state, or {@link #NONE}
     * @param stepSeconds time between samples
     */
    public record Row(String label, int[] states, double stepSeconds) {
        public Row {
            states = states.clone();
            Check.notEmpty("states", states.length);
            Check.finite("stepSeconds", stepSeconds);
            if (stepSeconds <= 0) {
                throw new Invalid("stepSeconds", "stepSeconds is " + stepSeconds + " s, it must be above 0.", "");
            }
        }

        private double seconds() {
            return states.length * stepSeconds;
        }

        private double share(int state) {
            int count = 0;
            for (int s : states) {
                count += s == state ? 1 : 0;
            }
            return count / (double) states.length;
        }
    }

    /**
     * Ribbons of one time.
     *
     * @param label "before", "during the infusion (day 0)", "after (day 7)"
     * @param rows at least one
     */
    public record Phase(String label, List<Row> rows) {
        public Phase {
            Check.words("label", label);
            rows = List.copyOf(rows);
            Check.notEmpty("rows", rows.size());
        }
    }

    public StatesFigure {
        states = List.copyOf(states);
        phases = List.copyOf(phases);
        Check.words("title", title);
        Check.notEmpty("states", states.size());
        Check.notEmpty("phases", phases.size());
        for (Phase phase : phases) {
            for (Row row : phase.rows) {
                for (int i = 0; i < row.states.length; i++) {
                    if (row.states[i] < NONE || row.states[i] >= states.size()) {
                        throw new Invalid(
                                "states",
                                "states[" + i + "] of \"" + row.label + "\" is " + row.states[i]
                                        + ", it must be from 0 to " + (states.size() - 1) + ", or " + NONE
                                        + " for none.",
                                "Maybe the states were counted from 1.");
                    }
                }
            }
        }
    }

    @Override
    public String caption() {
        return "Each ribbon shows which functional network dominates at each moment (colour and height within the ribbon; a"
                + " thin line means none); at the right the share of time in each state.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("Dominant network over time and share of time in each. ");
        for (Phase phase : phases) {
            for (Row row : phase.rows) {
                List<String> shares = new ArrayList<>();
                for (int s = 0; s < states.size(); s++) {
                    shares.add(states.get(s) + " " + percent(row.share(s)) + " %");
                }
                shares.add("none " + percent(row.share(NONE)) + " %");
                text.append(Words.sentence(phase.label) + ", " + row.label + ": " + Words.list(shares) + ". ");
            }
        }
        return text.toString().strip();
    }

    private static String percent(double share) {
        return Words.fixed(100 * share, 0);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + (int) contentHeight();
    }

    private double contentHeight() {
        double height = 0;
        for (Phase phase : phases) {
            height += PHASE_NAME + phase.rows.size() * (ROW + ROW_GAP) + PHASE_GAP;
        }
        return height;
    }

    @Override
    public JFreeChart chart() {
        double seconds = 0;
        double labelWidth = 0;
        for (Phase phase : phases) {
            for (Row row : phase.rows) {
                seconds = Math.max(seconds, row.seconds());
                labelWidth = Math.max(labelWidth, Theme.width(row.label, Theme.TEXT));
            }
        }
        NumberAxis share = Theme.axis("share of time (%)", 0, 100);
        share.setTickUnit(new NumberTickUnit(25));
        XYPlot raster = Grid.blank(Theme.axis("time in the scan (s)", 0, seconds));
        XYPlot occupancy = Grid.blank(share);
        Sketch.beyond(raster, pen -> eachRow(pen, this::drawRibbon));
        Sketch.beyond(occupancy, pen -> eachRow(pen, this::drawShares));
        Sketch.beyond(raster, pen -> eachRow(pen, StatesFigure::drawLabel));
        Sketch.beyond(raster, this::drawPhases);
        Sketch.beyond(raster, this::drawLegend);
        CombinedRangeXYPlot abreast = Grid.abreast(Grid.pixels(contentHeight()));
        abreast.add(raster, RASTER_SHARE);
        abreast.add(occupancy, OCCUPANCY_SHARE);
        JFreeChart chart = Theme.chart(title, abreast);
        raster.setRangeGridlinesVisible(false);
        occupancy.setRangeGridlinesVisible(false);
        abreast.setInsets(new RectangleInsets(Pen.HEADING_ROOM, labelWidth + 12, 0, 8));
        return chart;
    }

    private interface RowDrawing {
        void draw(Pen pen, Row row, double top);
    }

    private void eachRow(Pen pen, RowDrawing drawing) {
        double top = 0;
        for (Phase phase : phases) {
            top += PHASE_NAME;
            for (Row row : phase.rows) {
                drawing.draw(pen, row, pen.y(top));
                top += ROW + ROW_GAP;
            }
            top += PHASE_GAP;
        }
    }

    private void drawPhases(Pen pen) {
        double top = 0;
        for (Phase phase : phases) {
            pen.text(
                    phase.label,
                    Theme.STRONG,
                    Palette.INK,
                    Pen.Align.LEFT,
                    pen.area().getX() + 1,
                    pen.y(top) + 12);
            top += PHASE_NAME + phase.rows.size() * (ROW + ROW_GAP) + PHASE_GAP;
        }
    }

    private static void drawLabel(Pen pen, Row row, double top) {
        pen.text(row.label, Theme.TEXT, Palette.INK, Pen.Align.RIGHT, pen.area().getX() - 8, top + ROW / 2);
    }

    /** One rectangle per visit, not per sample. */
    private void drawRibbon(Pen pen, Row row, double top) {
        pen.box(Palette.PAPER, pen.x(0), top, pen.x(row.seconds()) - pen.x(0), ROW);
        int from = 0;
        for (int i = 1; i <= row.states.length; i++) {
            if (i == row.states.length || row.states[i] != row.states[from]) {
                double left = pen.x(from * row.stepSeconds);
                double width = pen.x(i * row.stepSeconds) - left;
                drawVisit(pen, row.states[from], left, top, width);
                from = i;
            }
        }
        pen.draw(
                Palette.QUIET,
                Theme.HAIRLINE,
                new Rectangle2D.Double(pen.x(0), top, pen.x(row.seconds()) - pen.x(0), ROW));
    }

    private void drawVisit(Pen pen, int state, double left, double top, double width) {
        if (state == NONE) {
            pen.box(Palette.QUIET, left, top + ROW / 2 - 0.5, width, 1);
            return;
        }
        double lane = ROW / states.size();
        pen.box(Palette.tint(Palette.color(state), TINT), left, top, width, ROW);
        pen.box(Palette.color(state), left, top + state * lane, width, lane);
    }

    private void drawShares(Pen pen, Row row, double top) {
        double left = pen.x(0);
        for (int k = 0; k <= states.size(); k++) {
            int state = k < states.size() ? k : NONE;
            double share = row.share(state);
            double width = share * (pen.x(100) - pen.x(0));
            Color colour = state == NONE ? Palette.PAPER : Palette.color(state);
            Rectangle2D part = new Rectangle2D.Double(left, top, width, ROW);
            pen.fill(colour, part);
            pen.draw(state == NONE ? Palette.QUIET : Palette.PAPER, Theme.HAIRLINE, part);
            if (width >= NUMBER_FROM) {
                pen.text(
                        percent(share),
                        Theme.TICK,
                        Palette.inkOn(colour),
                        Pen.Align.CENTRE,
                        left + width / 2,
                        top + ROW / 2);
            }
            left += width;
        }
    }

    private void drawLegend(Pen pen) {
        double x = pen.area().getX();
        double y = pen.headingY() - 2;
        double size = 20;
        for (int k = 0; k <= states.size(); k++) {
            int state = k < states.size() ? k : NONE;
            String word = state == NONE ? "none" : states.get(k);
            double scale = size / ROW;
            if (state == NONE) {
                pen.box(Palette.QUIET, x, y - 0.5, size, 1);
            } else {
                pen.box(Palette.tint(Palette.color(state), TINT), x, y - size / 2, size, size);
                double lane = ROW / states.size() * scale;
                pen.box(Palette.color(state), x, y - size / 2 + state * lane, size, lane);
            }
            pen.draw(Palette.QUIET, Theme.HAIRLINE, new Rectangle2D.Double(x, y - size / 2, size, size));
            pen.text(word, Theme.TEXT, Palette.INK, Pen.Align.LEFT, x + size + 6, y);
            x += size + 6 + Theme.width(word, Theme.TEXT) + 24;
        }
    }
}
