package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * A diagram of the landscape: curves over a parameter or in a plane, marked points, ranges and coloured cells. What is unstable is
 * dashed; what was not computed is not drawn.
 *
 * @param name file stem
 * @param title one line
 * @param caption how to read it
 * @param description what it shows in words
 * @param x horizontal axis
 * @param y vertical axis
 * @param curves lines, drawn in their order
 * @param marks points
 * @param ranges vertical ranges, drawn behind curves
 * @param bands areas between two lines, drawn behind ranges
 * @param cells the coloured background, or null
 */
public record DiagramFigure(
        String name,
        String title,
        String caption,
        String description,
        Axis x,
        Axis y,
        List<Curve> curves,
        List<Mark> marks,
        List<Range> ranges,
        List<Band> bands,
        Cells cells)
        implements Figure.Custom {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;
    private static final double RADIUS = 6.5;
    private static final double WHISKER = 6;
    /** Room of a label above its mark, px. */
    private static final double LABEL = 24;

    private static final float THICK = 2.8f;
    private static final float THIN = 1.9f;

    /**
     * An axis.
     *
     * @param label words and unit
     * @param low lower end
     * @param high upper end
     * @param isLog whether it is logarithmic; the vertical one only
     */
    public record Axis(String label, double low, double high, boolean isLog) {
        public Axis {
            Check.words("label", label);
            Check.finite("low", low);
            Check.finite("high", high);
            Check.below("low", low, "high", high);
        }

        private ValueAxis made() {
            return isLog ? new OneTwoFive(label, low, high) : Theme.axis(label, low, high);
        }
    }

    /**
     * A line.
     *
     * @param label words in the legend; lines with the same label share an entry
     * @param color number of a colour of the palette
     * @param dashed whether it is dashed, as what is unstable
     * @param x {@code x[k]}
     * @param y {@code y[k]}
     */
    public record Curve(String label, int color, boolean dashed, double[] x, double[] y) {
        public Curve {
            x = Check.finite("x", x);
            y = Check.finite("y", y);
            Check.sameLength("y", y.length, "x", x.length);
        }
    }

    /** Shapes of marks. */
    public enum Shape2D {
        TRIANGLE,
        SQUARE,
        DIAMOND,
        DISC,
        RING,
        CROSS
    }

    /**
     * A point.
     *
     * @param label words in the legend
     * @param shape what it looks like
     * @param color number of a colour of the palette
     * @param x where
     * @param y where
     * @param words beside it; may be empty
     */
    public record Mark(String label, Shape2D shape, int color, double x, double y, String words) {
        public Mark {
            Check.finite("x", x);
            Check.finite("y", y);
        }
    }

    /**
     * A vertical range with whiskers.
     *
     * @param color number of a colour
     * @param x where
     * @param low lower end
     * @param high upper end
     * @param open whether the upper end is unknown
     */
    public record Range(int color, double x, double low, double high, boolean open) {
        public Range {
            Check.finite("low", low);
            Check.finite("high", high);
        }
    }

    /**
     * An area between two lines, pale, and a thin line at both.
     *
     * @param color number of a colour
     * @param x {@code x[k]}, ascending
     * @param low {@code low[k]}
     * @param high {@code high[k]}
     */
    public record Band(int color, double[] x, double[] low, double[] high) {
        public Band {
            x = Check.finite("x", x);
            low = Check.finite("low", low);
            high = Check.finite("high", high);
            Check.sameLength("low", low.length, "x", x.length);
            Check.sameLength("high", high.length, "x", x.length);
        }
    }

    /**
     * Cells of equal size over the whole plane.
     *
     * @param value {@code value[row][column]}, row 0 at the bottom: number of a label, or -1
     * @param labels words of every number
     * @param none words for -1
     */
    public record Cells(int[][] value, List<String> labels, String none) {

        private Color color(int value) {
            return value < 0 ? Palette.QUIET : Palette.tint(Palette.color(value % Palette.size()), TINT);
        }
    }

    private static final double TINT = 0.75;
    private static final double PALE = 0.2;
    /** How far a cell reaches under its neighbours, px: or light shines through where a picture is scaled. */
    private static final double SEAM = 0.6;

    public DiagramFigure {
        Check.words("title", title);
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        ranges = List.copyOf(ranges);
        bands = List.copyOf(bands);
    }

    /** Without bands. */
    public DiagramFigure(
            String name,
            String title,
            String caption,
            String description,
            Axis x,
            Axis y,
            List<Curve> curves,
            List<Mark> marks,
            List<Range> ranges,
            Cells cells) {
        this(name, title, caption, description, x, y, curves, marks, ranges, List.of(), cells);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            data.addSeries(i, new double[][] {curve.x, curve.y});
            renderer.setSeriesPaint(i, Palette.color(curve.color));
            renderer.setSeriesStroke(i, stroke(curve.dashed));
        }
        XYPlot plot = new XYPlot(data, x.made(), y.made(), renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setFixedLegendItems(legend());
        Sketch.behind(plot, this::drawBehind);
        Sketch.over(plot, this::drawMarks);
        JFreeChart chart = Theme.chart(title, plot);
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        chart.addSubtitle(legend);
        Theme.PLAIN.apply(chart);
        return chart;
    }

    private static Stroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(THIN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
                : new BasicStroke(THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private LegendItemCollection legend() {
        Map<String, LegendItem> items = new LinkedHashMap<>();
        if (cells != null) {
            for (int k = -1; k < cells.labels.size(); k++) {
                int value = k;
                boolean there = java.util.Arrays.stream(cells.value)
                        .flatMapToInt(java.util.Arrays::stream)
                        .anyMatch(v -> v == value);
                if (there) {
                    String label = k < 0 ? cells.none : cells.labels.get(k);
                    items.put(
                            label,
                            new LegendItem(
                                    label, null, null, null, new Rectangle2D.Double(-7, -7, 14, 14), cells.color(k)));
                }
            }
        }
        for (Curve curve : curves) {
            if (!curve.label.isBlank()) {
                items.putIfAbsent(
                        curve.label,
                        new LegendItem(
                                curve.label,
                                null,
                                null,
                                null,
                                new Line2D.Double(-16, 0, 16, 0),
                                stroke(curve.dashed),
                                Palette.color(curve.color)));
            }
        }
        for (Mark mark : marks) {
            if (!mark.label.isBlank()) {
                items.putIfAbsent(
                        mark.label,
                        new LegendItem(
                                mark.label,
                                null,
                                null,
                                null,
                                shape(mark.shape),
                                mark.shape == Shape2D.RING ? Palette.PAPER : Palette.color(mark.color),
                                new BasicStroke(2f),
                                Palette.color(mark.color)));
            }
        }
        LegendItemCollection all = new LegendItemCollection();
        items.values().forEach(all::add);
        return all;
    }

    private void drawBehind(Pen pen) {
        if (cells != null) {
            drawCells(pen);
        }
        for (Band band : bands) {
            drawBand(pen, band);
        }
        for (Range range : ranges) {
            double at = pen.x(range.x);
            Color color = Palette.color(range.color);
            pen.line(color, new BasicStroke(1.6f), at, pen.y(range.low), at, pen.y(range.high));
            pen.line(color, new BasicStroke(1.6f), at - WHISKER, pen.y(range.low), at + WHISKER, pen.y(range.low));
            if (range.open) {
                Path2D arrow = new Path2D.Double();
                arrow.moveTo(at, pen.y(range.high) - 2 * WHISKER);
                arrow.lineTo(at - WHISKER, pen.y(range.high));
                arrow.lineTo(at + WHISKER, pen.y(range.high));
                arrow.closePath();
                pen.fill(color, arrow);
            } else {
                pen.line(
                        color, new BasicStroke(1.6f), at - WHISKER, pen.y(range.high), at + WHISKER, pen.y(range.high));
            }
        }
    }

    private static void drawBand(Pen pen, Band band) {
        Color color = Palette.color(band.color);
        Path2D low = line(pen, band.x, band.low);
        Path2D high = line(pen, band.x, band.high);
        Path2D area = new Path2D.Double(high);
        for (int k = band.x.length - 1; k >= 0; k--) {
            area.lineTo(pen.x(band.x[k]), pen.y(band.low[k]));
        }
        area.closePath();
        pen.fill(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * PALE)), area);
        pen.draw(color, new BasicStroke(1f), low);
        pen.draw(color, new BasicStroke(1f), high);
    }

    private static Path2D line(Pen pen, double[] x, double[] y) {
        Path2D line = new Path2D.Double();
        line.moveTo(pen.x(x[0]), pen.y(y[0]));
        for (int k = 1; k < x.length; k++) {
            line.lineTo(pen.x(x[k]), pen.y(y[k]));
        }
        return line;
    }

    /** Whole px, or light shines through between cells; cells of one colour in a row are drawn as one. */
    private void drawCells(Pen pen) {
        int rows = cells.value.length;
        int columns = cells.value[0].length;
        for (int r = 0; r < rows; r++) {
            double top = Math.rint(pen.y(y.low + (r + 1.0) / rows * (y.high - y.low)));
            double bottom = Math.rint(pen.y(y.low + (double) r / rows * (y.high - y.low)));
            int from = 0;
            for (int c = 1; c <= columns; c++) {
                if (c == columns || cells.value[r][c] != cells.value[r][from]) {
                    double left = Math.rint(pen.x(x.low + (double) from / columns * (x.high - x.low)));
                    double right = Math.rint(pen.x(x.low + (double) c / columns * (x.high - x.low)));
                    double under = from == 0 ? 0 : SEAM;
                    pen.box(
                            cells.color(cells.value[r][from]),
                            left - under,
                            top,
                            right - left + under,
                            bottom - top + (r == 0 ? 0 : SEAM));
                    from = c;
                }
            }
        }
    }

    private void drawMarks(Pen pen) {
        for (Mark mark : marks) {
            Shape placed = AffineTransform.getTranslateInstance(pen.x(mark.x), pen.y(mark.y))
                    .createTransformedShape(shape(mark.shape));
            pen.draw(Palette.PAPER, new BasicStroke(4f), placed);
            pen.fill(mark.shape == Shape2D.RING ? Palette.PAPER : Palette.color(mark.color), placed);
            pen.draw(Palette.color(mark.color), new BasicStroke(2f), placed);
        }
        for (Mark mark : marks) {
            if (!mark.words.isBlank()) {
                boolean right = pen.x(mark.x) < pen.area().getCenterX();
                boolean above = pen.y(mark.y) > pen.area().getY() + LABEL;
                pen.text(
                        mark.words,
                        Theme.TICK,
                        Palette.INK,
                        right ? Pen.Align.LEFT : Pen.Align.RIGHT,
                        pen.x(mark.x) + (right ? 2 : -2) * RADIUS,
                        pen.y(mark.y) + (above ? -2 : 2) * RADIUS);
            }
        }
    }

    private static Shape shape(Shape2D kind) {
        return switch (kind) {
            case DISC, RING -> new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
            case SQUARE -> new Rectangle2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
            case TRIANGLE -> polygon(0, -1.2, 1.15, 0.9, -1.15, 0.9);
            case DIAMOND -> polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case CROSS ->
                polygon(
                        -1, -0.7, -0.7, -1, 0, -0.3, 0.7, -1, 1, -0.7, 0.3, 0, 1, 0.7, 0.7, 1, 0, 0.3, -0.7, 1, -1, 0.7,
                        -0.3, 0);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0] * RADIUS, xy[1] * RADIUS);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i] * RADIUS, xy[i + 1] * RADIUS);
        }
        path.closePath();
        return path;
    }

    /** The entries of the legend, for tests. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        LegendItemCollection items = legend();
        for (int i = 0; i < items.getItemCount(); i++) {
            entries.add(items.get(i).getLabel());
        }
        return entries;
    }
}
