package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.unstuck.viz.figure.CourseFigure.Curve;
import org.unstuck.viz.figure.CourseFigure.Panel;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** Draws one panel of a {@link CourseFigure}: bands behind, intervals, lines, markers, and labels at the ends. */
final class CoursePlot {

    /** Share of the range left free above and below the lines. */
    private static final double AIR = 0.07;

    /** Markers along a line that tell it apart in grey print. */
    private static final int MARKERS_PER_LINE = 6;

    /** Distance of whiskers of neighbouring arms on the same day, as a share of the time axis: 5 px. */
    private static final double SIDEWAYS = 0.008;

    /** How much of its colour an interval shows; seven of them still let the grid through. */
    private static final float INTERVAL_ALPHA = 0.13f;

    private CoursePlot() {}

    static XYPlot of(Panel panel) {
        YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(INTERVAL_ALPHA);
        renderer.setDrawSeriesLineAsPath(true);
        List<Curve> curves = apart(panel.curves());
        for (Curve curve : curves) {
            addStretches(lines, renderer, curve);
        }
        NumberAxis axis = Theme.axis(null, low(panel), high(panel));
        XYPlot plot = new XYPlot(lines, null, axis, renderer);
        Sketch.behind(plot, pen -> drawBands(pen, panel));
        Sketch.over(plot, pen -> drawMarkers(pen, curves));
        Sketch.over(plot, pen -> labelBands(pen, panel));
        Sketch.beyond(plot, pen -> pen.heading(Theme.label(panel.quantity(), panel.unit())));
        Sketch.beyond(plot, pen -> labelEnds(pen, panel));
        return plot;
    }

    /** Moves scans taken on the same day apart sideways, so that their whiskers can be seen. */
    static List<Curve> apart(List<Curve> curves) {
        List<Curve> moved = new ArrayList<>();
        for (int a = 0; a < curves.size(); a++) {
            Curve c = curves.get(a);
            double shift = c.scans() ? (a - (curves.size() - 1) / 2.0) * sideways(c, curves.size()) : 0;
            double[] days = c.days().clone();
            for (int i = 0; i < days.length; i++) {
                days[i] += shift;
            }
            moved.add(new Curve(c.arm(), days, c.mean(), c.low(), c.high(), c.missing(), c.scans()));
        }
        return moved;
    }

    /** Days between neighbouring arms: no more than lets the arms of one scan stay clear of the next scan. */
    private static double sideways(Curve c, int arms) {
        double span = c.days()[c.days().length - 1] - c.days()[0];
        double closest = span;
        for (int i = 1; i < c.days().length; i++) {
            closest = Math.min(closest, c.days()[i] - c.days()[i - 1]);
        }
        double clear = CLEAR * closest / Math.max(1, arms - 1);
        return Math.max(LEAST_SIDEWAYS * span, Math.min(SIDEWAYS * span, clear));
    }

    /** Share of the time between two scans that the arms of one may take. */
    private static final double CLEAR = 0.6;

    /** Below this share of the time axis whiskers cover each other: 3 px. */
    private static final double LEAST_SIDEWAYS = 0.004;

    /** One series per unbroken stretch: JFreeChart would close the interval's outline across a gap. */
    private static void addStretches(YIntervalSeriesCollection lines, DeviationRenderer renderer, Curve curve) {
        Look look = curve.arm().style();
        Stroke stroke = curve.scans() ? look.stroke(1.2f) : look.stroke();
        YIntervalSeries stretch = null;
        for (int i = 0; i < curve.days().length; i++) {
            if (curve.missing()[i]) {
                stretch = null;
                continue;
            }
            if (stretch == null) {
                int index = lines.getSeriesCount();
                stretch = new YIntervalSeries(index, false, true);
                lines.addSeries(stretch);
                renderer.setSeriesPaint(index, look.color());
                renderer.setSeriesFillPaint(index, look.color());
                renderer.setSeriesStroke(index, stroke);
            }
            double mean = curve.mean()[i];
            stretch.add(
                    curve.days()[i],
                    mean,
                    curve.scans() ? mean : curve.low()[i],
                    curve.scans() ? mean : curve.high()[i]);
        }
    }

    private static void drawBands(Pen pen, Panel panel) {
        for (Band band : panel.bands()) {
            Rectangle2D area = pen.area();
            double top = pen.y(band.high());
            double bottom = pen.y(band.low());
            pen.box(Palette.BAND, area.getX(), top, area.getWidth(), bottom - top);
            pen.line(Palette.BAND_EDGE, Theme.DOTTED, area.getX(), top, area.getMaxX(), top);
            pen.line(Palette.BAND_EDGE, Theme.DOTTED, area.getX(), bottom, area.getMaxX(), bottom);
        }
    }

    private static void drawMarkers(Pen pen, List<Curve> curves) {
        int arms = curves.size();
        for (int a = 0; a < arms; a++) {
            Curve c = curves.get(a);
            Look look = c.arm().style();
            double spacing = (c.days()[c.last()] - c.days()[c.first()]) / MARKERS_PER_LINE;
            double next = c.days()[c.first()] + spacing * (a + 0.5) / arms;
            for (int i = 0; i < c.days().length; i++) {
                if (c.missing()[i]) {
                    continue;
                }
                double x = pen.x(c.days()[i]);
                if (c.scans()) {
                    pen.line(look.color(), new BasicStroke(1.6f), x, pen.y(c.low()[i]), x, pen.y(c.high()[i]));
                }
                if (c.scans() || c.days()[i] >= next || alone(c, i)) {
                    look.drawMarker(pen.g(), x, pen.y(c.mean()[i]));
                    next += spacing;
                }
            }
        }
    }

    /** Whether sample {@code i} has a gap on both sides, so that there is no line to show it. */
    private static boolean alone(Curve c, int i) {
        return (i == 0 || c.missing()[i - 1]) && (i == c.days().length - 1 || c.missing()[i + 1]);
    }

    /** Writes the names of bands where the fewest lines pass. */
    private static void labelBands(Pen pen, Panel panel) {
        Placer placer = new Placer(pen.area());
        for (Curve c : panel.curves()) {
            for (int i = 1; i < c.days().length; i++) {
                if (!c.missing()[i] && !c.missing()[i - 1]) {
                    placer.blockLine(
                            pen.x(c.days()[i - 1]), pen.y(c.mean()[i - 1]), pen.x(c.days()[i]), pen.y(c.mean()[i]), 4);
                }
            }
        }
        for (Band band : panel.bands()) {
            double width = Theme.width(band.label(), Theme.NOTE) + 8;
            double height = Theme.height(Theme.NOTE);
            List<Rectangle2D> candidates = new ArrayList<>();
            for (double y : new double[] {pen.y(band.high()) + 2, pen.y(band.low()) - height - 2}) {
                for (double share : new double[] {1, 0, 0.5, 0.25, 0.75}) {
                    double x = pen.area().getX() + 4 + share * (pen.area().getWidth() - width - 8);
                    candidates.add(new Rectangle2D.Double(x, y, width, height));
                }
            }
            Rectangle2D place = placer.choose(candidates);
            pen.text(band.label(), Theme.NOTE, Palette.SOFT_INK, Pen.Align.LEFT, place.getX() + 4, place.getCenterY());
        }
    }

    private static void labelEnds(Pen pen, Panel panel) {
        List<EndLabels.End> ends = new ArrayList<>();
        for (Curve c : panel.curves()) {
            ends.add(new EndLabels.End(c.arm(), c.days()[c.last()], c.mean()[c.last()]));
        }
        EndLabels.draw(pen, ends);
    }

    private static double low(Panel panel) {
        return edge(panel, -1);
    }

    private static double high(Panel panel) {
        return edge(panel, 1);
    }

    /** The lower (-1) or upper (+1) end of the vertical axis: everything that is drawn, and some air. */
    private static double edge(Panel panel, int side) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve c : panel.curves()) {
            for (int i = 0; i < c.days().length; i++) {
                if (!c.missing()[i]) {
                    low = Math.min(low, c.low()[i]);
                    high = Math.max(high, c.high()[i]);
                }
            }
        }
        for (Band band : panel.bands()) {
            low = Math.min(low, band.low());
            high = Math.max(high, band.high());
        }
        double air = high > low ? AIR * (high - low) : 1;
        return side < 0 ? low - air : high + air;
    }
}
