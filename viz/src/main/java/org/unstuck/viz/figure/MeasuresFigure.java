package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * Several measures of flexibility side by side, one panel each with its own scale, so that their disagreement is seen. Each
 * value stands before what its surrogates give (no structure in time) and before the healthy range.
 *
 * @param name file stem
 * @param title one line, with the day
 * @param arms rows, from top to bottom
 * @param measures panels, from left to right
 */
public record MeasuresFigure(String name, String title, List<Key> arms, List<Measure> measures) implements Figure {

    private static final int PANEL_WIDTH = 172;
    private static final int SMALLEST_WIDTH = 900;
    private static final int ROW = 44;
    private static final int FRAME_HEIGHT = 150;
    private static final double AIR = 0.08;

    /** Widest line of an arm's name, px. */
    private static final double WRAP = 140;

    /** Intervals between ticks that fit below a panel. */
    private static final double TICKS = 4.2;

    /** Distance of the lines that hatch a null band, px. */
    private static final double HATCH = 6;

    /**
     * One measure.
     *
     * @param quantity its name
     * @param unit its unit; empty if it has none
     * @param estimate {@code estimate[arm]}
     * @param low {@code low[arm]}, lower end of the interval
     * @param high {@code high[arm]}, upper end of the interval
     * @param nullLow {@code nullLow[arm]}, lower end of what surrogates give; empty if there are none
     * @param nullHigh {@code nullHigh[arm]}, upper end of what surrogates give; empty if there are none
     * @param healthy ranges behind the values; may be empty
     */
    public record Measure(
            String quantity,
            String unit,
            double[] estimate,
            double[] low,
            double[] high,
            double[] nullLow,
            double[] nullHigh,
            List<Band> healthy) {
        public Measure {
            Check.words("quantity", quantity);
            estimate = Check.finite("estimate", estimate);
            low = Check.finite("low", low);
            high = Check.finite("high", high);
            nullLow = Check.finite("nullLow", nullLow);
            nullHigh = Check.finite("nullHigh", nullHigh);
            healthy = List.copyOf(healthy);
            Check.sameLength("low", low.length, "estimate", estimate.length);
            Check.sameLength("high", high.length, "estimate", estimate.length);
            Check.sameLength("nullHigh", nullHigh.length, "nullLow", nullLow.length);
            if (nullLow.length > 0) {
                Check.sameLength("nullLow", nullLow.length, "estimate", estimate.length);
            }
            for (int i = 0; i < estimate.length; i++) {
                Check.below("low[" + i + "]", low[i], "estimate[" + i + "]", estimate[i]);
                Check.below("estimate[" + i + "]", estimate[i], "high[" + i + "]", high[i]);
            }
            for (int i = 0; i < nullLow.length; i++) {
                Check.below("nullLow[" + i + "]", nullLow[i], "nullHigh[" + i + "]", nullHigh[i]);
            }
        }
    }

    public MeasuresFigure {
        arms = List.copyOf(arms);
        measures = List.copyOf(measures);
        Check.words("title", title);
        Check.notEmpty("arms", arms.size());
        Check.notEmpty("measures", measures.size());
        for (Measure m : measures) {
            Check.sameLength("estimate of \"" + m.quantity + "\"", m.estimate.length, "arms", arms.size());
        }
    }

    @Override
    public String caption() {
        return "Each panel is another measure of flexibility with its own scale; points are means, lines 95 % intervals. A"
                + " value inside the hatched box is chance: what surrogate data without structure in time would give, or the same test without a cue.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        for (Measure m : measures) {
            List<String> values = new ArrayList<>();
            for (int a = 0; a < arms.size(); a++) {
                String value = arms.get(a).label() + " " + Words.number(m.estimate[a]) + " (" + Words.number(m.low[a])
                        + " to " + Words.number(m.high[a]) + ")";
                values.add(m.nullLow.length == 0 ? value : value + (beyondNull(m, a) ? "" : ", within surrogates"));
            }
            text.append(Words.sentence(Theme.label(m.quantity, m.unit)) + ": " + String.join("; ", values) + ". ");
        }
        return text.toString().strip();
    }

    private static boolean beyondNull(Measure m, int arm) {
        return m.estimate[arm] < m.nullLow[arm] || m.estimate[arm] > m.nullHigh[arm];
    }

    @Override
    public int width() {
        return Math.max(SMALLEST_WIDTH, (int) names() + 70 + PANEL_WIDTH * measures.size());
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + (int) headingRoom() + ROW * arms.size();
    }

    private double names() {
        double widest = 0;
        for (Key arm : arms) {
            for (String line : Theme.wrap(arm.label(), Theme.TEXT, WRAP)) {
                widest = Math.max(widest, Theme.width(line, Theme.TEXT));
            }
        }
        return widest + 18;
    }

    /** Width of a panel, px: known before drawing, so that headings can be wrapped. */
    private double panelWidth() {
        return (width() - 48 - names() - Grid.GAP * (measures.size() - 1)) / measures.size();
    }

    private List<String> heading(Measure m) {
        List<String> lines = new ArrayList<>(Theme.wrap(m.quantity, Theme.TEXT, panelWidth()));
        if (!m.unit.isBlank()) {
            lines.addAll(Theme.wrap("(" + m.unit + ")", Theme.TEXT, panelWidth()));
        }
        return lines;
    }

    private double headingRoom() {
        int lines = measures.stream().mapToInt(m -> heading(m).size()).max().orElse(1);
        return lines * Theme.height(Theme.TEXT) + 38;
    }

    @Override
    public JFreeChart chart() {
        CombinedRangeXYPlot abreast = Grid.abreast(Grid.pixels(ROW * arms.size()));
        for (Measure m : measures) {
            NumberAxis axis = Theme.axis(null, edge(m, -1), edge(m, 1));
            axis.setTickUnit(tick(edge(m, 1) - edge(m, -1)));
            XYPlot plot = Grid.blank(axis);
            Sketch.behind(plot, pen -> drawHealthy(pen, m));
            Sketch.over(plot, pen -> drawNull(pen, m));
            Sketch.over(plot, pen -> drawValues(pen, m));
            Sketch.beyond(plot, pen -> drawHeading(pen, m));
            abreast.add(plot);
        }
        XYPlot first = abreast.getSubplots().get(0);
        Sketch.beyond(first, this::drawNames);
        Sketch.beyond(first, this::drawLegend);
        JFreeChart chart = Theme.chart(title, abreast);
        for (XYPlot plot : List.copyOf(abreast.getSubplots())) {
            plot.setRangeGridlinesVisible(false);
        }
        abreast.setInsets(new RectangleInsets(headingRoom(), names(), 0, 12));
        return chart;
    }

    /** 1, 2, 2.5 or 5 times a power of ten, so that at most five ticks stand on an axis: panels are narrow. */
    private static NumberTickUnit tick(double range) {
        double wanted = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (step * power >= wanted) {
                return new NumberTickUnit(step * power);
            }
        }
        return new NumberTickUnit(10 * power);
    }

    private double edge(Measure m, int side) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : new double[][] {m.low, m.high, m.nullLow, m.nullHigh}) {
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        for (Band band : m.healthy) {
            low = Math.min(low, band.low());
            high = Math.max(high, band.high());
        }
        double air = high > low ? AIR * (high - low) : 1;
        return side < 0 ? low - air : high + air;
    }

    private static void drawHealthy(Pen pen, Measure m) {
        for (Band band : m.healthy) {
            double left = pen.x(band.low());
            double right = pen.x(band.high());
            double top = pen.area().getY();
            double bottom = pen.area().getMaxY();
            pen.box(Palette.BAND, left, top, right - left, bottom - top);
            pen.line(Palette.BAND_EDGE, Theme.DOTTED, left, top, left, bottom);
            pen.line(Palette.BAND_EDGE, Theme.DOTTED, right, top, right, bottom);
        }
    }

    private static void drawNull(Pen pen, Measure m) {
        for (int a = 0; a < m.nullLow.length; a++) {
            double left = pen.x(m.nullLow[a]);
            hatched(
                    pen,
                    new Rectangle2D.Double(
                            left, pen.y(ROW * a) + 7, Math.max(2, pen.x(m.nullHigh[a]) - left), ROW - 14));
        }
    }

    /** A grey box with slanted lines. */
    private static void hatched(Pen pen, Rectangle2D box) {
        Shape clip = pen.g().getClip();
        pen.g().clip(box);
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += HATCH) {
            pen.line(Palette.QUIET, Theme.HAIRLINE, x, box.getMaxY(), x + box.getHeight(), box.getY());
        }
        pen.g().setClip(clip);
        pen.draw(Palette.QUIET, Theme.HAIRLINE, box);
    }

    private void drawValues(Pen pen, Measure m) {
        for (int a = 0; a < arms.size(); a++) {
            double y = pen.y(ROW * (a + 0.5));
            pen.line(arms.get(a).style().color(), new BasicStroke(2.4f), pen.x(m.low[a]), y, pen.x(m.high[a]), y);
            arms.get(a).style().drawMarker(pen.g(), pen.x(m.estimate[a]), y);
        }
    }

    private void drawHeading(Pen pen, Measure m) {
        List<String> lines = heading(m);
        double height = Theme.height(Theme.TEXT);
        double y = pen.area().getY() - 8 - lines.size() * height / 2;
        pen.text(lines, Theme.TEXT, Palette.INK, Pen.Align.LEFT, pen.area().getX(), y);
    }

    private void drawNames(Pen pen) {
        for (int a = 0; a < arms.size(); a++) {
            double y = pen.y(ROW * (a + 0.5));
            double right = pen.area().getX() - 12;
            pen.text(
                    Theme.wrap(arms.get(a).label(), Theme.TEXT, WRAP),
                    Theme.TEXT,
                    Palette.INK,
                    Pen.Align.RIGHT,
                    right,
                    y);
        }
    }

    private void drawLegend(Pen pen) {
        double x = pen.area().getX();
        double y = pen.area().getY() - headingRoom() + 10;
        if (measures.stream().anyMatch(m -> !m.healthy.isEmpty())) {
            Rectangle2D box = new Rectangle2D.Double(x, y - 8, 26, 16);
            pen.fill(Palette.BAND, box);
            pen.draw(Palette.BAND_EDGE, Theme.DOTTED, box);
            pen.text("healthy range", Theme.NOTE, Palette.INK, Pen.Align.LEFT, x + 33, y);
            x += 33 + Theme.width("healthy range", Theme.NOTE) + 26;
        }
        if (measures.stream().anyMatch(m -> m.nullLow.length > 0)) {
            hatched(pen, new Rectangle2D.Double(x, y - 8, 26, 16));
            pen.text("chance level", Theme.NOTE, Palette.INK, Pen.Align.LEFT, x + 33, y);
        }
    }
}
