package org.unstuck.viz.theme;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look of every chart: white paper, light grid, one family of letters, sizes that read on a projector when the figure is
 * 900 px wide (body text 14 px is 1/64 of the width, as 18 pt on a slide 25 cm wide).
 *
 * <p>Letters are the JDK's logical {@code SansSerif}, which exists on every machine that has a font at all. Numbers are
 * written the same way in every country ({@code Locale.ROOT}).
 */
public final class Theme implements ChartTheme {

    /** The one theme; it has no state. */
    public static final Theme PLAIN = new Theme();

    /** Title of a figure. */
    public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 19);

    /** Labels of axes. */
    public static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    /** Labels of lines, points and panels. */
    public static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    /** Headings of panels. */
    public static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 14);

    /** Numbers at ticks and in cells. */
    public static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    /** The stamp at the foot of a figure and the smallest notes; nothing is smaller. */
    public static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** A thin line. */
    public static final Stroke HAIRLINE = new BasicStroke(1f);

    /** A thin dashed line. */
    public static final Stroke DOTTED =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

    static {
        // Otherwise JFreeChart draws rotated labels as outlines, and an SVG would lose the text of its y axes.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Theme() {}

    /** Width of {@code text} in px. */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Height of a line of text in px, from ascent to descent. */
    public static double height(Font font) {
        var metrics = font.getLineMetrics("Xg", MEASURE);
        return metrics.getAscent() + metrics.getDescent();
    }

    /** Distance in px from the vertical middle of capital letters down to the baseline. */
    public static double baseline(Font font) {
        return CAP_HEIGHT / 2 * font.getSize2D();
    }

    /** Height of capitals per size: 0.73 in DejaVu Sans and Verdana, 0.72 in Helvetica and Arial (their OS/2 tables). */
    private static final double CAP_HEIGHT = 0.73;

    /** Breaks {@code text} at spaces into lines of at most {@code width} px; a longer word stands alone. */
    public static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return List.copyOf(lines);
    }

    /** The words of an axis: "intensity (SD of healthy)"; without brackets if the quantity has no unit. */
    public static String label(String quantity, String unit) {
        return unit.isBlank() ? quantity : quantity + " (" + unit + ")";
    }

    /** A linear axis from {@code low} to {@code high} with 3 to 7 ticks at round numbers, all with the same decimals. */
    public static NumberAxis axis(String label, double low, double high) {
        double step = step(high - low);
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step));
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + ROUNDING));
        axis.setNumberFormatOverride(new DecimalFormat(decimals == 0 ? "0" : "0." + "0".repeat(decimals), POINT));
        return axis;
    }

    /** A round step (1, 2 or 5 times a power of ten) that cuts {@code span} into at most {@value #INTERVALS} pieces. */
    static double step(double span) {
        double power = Math.pow(10, Math.floor(Math.log10(span / INTERVALS)));
        for (double round : new double[] {1, 2, 5}) {
            if (span / (round * power) <= INTERVALS) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Most intervals between the ticks of a linear axis. */
    private static final int INTERVALS = 7;

    /** log10 of 0.001 may come out as -3.0000000000000004. */
    private static final double ROUNDING = 1e-9;

    private static final DecimalFormatSymbols POINT = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** Numbers at ticks: as many decimals as needed, at most {@code decimals}, a point in every country. */
    public static NumberFormat format(int decimals) {
        return new DecimalFormat(decimals == 0 ? "0" : "0." + "#".repeat(decimals), POINT);
    }

    /** A dressed chart of {@code plot} without legend. */
    public static JFreeChart chart(String title, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, TITLE, plot, false);
        PLAIN.apply(chart);
        return chart;
    }

    @Override
    public void apply(JFreeChart chart) {
        chart.setBackgroundPaint(Palette.PAPER);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(12, 12, 8, 20));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        for (int i = 0; i < chart.getSubtitleCount(); i++) {
            dress(chart.getSubtitle(i));
        }
        if (chart.getTitle() != null) {
            TextTitle title = chart.getTitle();
            title.setFont(TITLE);
            title.setPaint(Palette.INK);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setTextAlignment(HorizontalAlignment.LEFT);
            title.setPosition(RectangleEdge.TOP);
            title.setPadding(0, 4, 10, 0);
        }
        if (chart.getPlot() instanceof XYPlot plot) {
            dress(plot);
        }
    }

    private static void dress(Title title) {
        if (title instanceof LegendTitle legend) {
            legend.setItemFont(TEXT);
            legend.setItemPaint(Palette.INK);
            legend.setBackgroundPaint(Palette.PAPER);
            legend.setFrame(BlockBorder.NONE);
            legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
            legend.setPadding(6, 0, 0, 0);
        } else if (title instanceof PaintScaleLegend scale) {
            dress(scale.getAxis());
        }
    }

    private static void dress(XYPlot plot) {
        plot.setBackgroundPaint(Palette.PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (int i = 0; i < plot.getDomainAxisCount(); i++) {
            dress(plot.getDomainAxis(i));
        }
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            dress(plot.getRangeAxis(i));
        }
        for (XYPlot part : parts(plot)) {
            dress(part);
        }
    }

    private static List<XYPlot> parts(XYPlot plot) {
        if (plot instanceof CombinedDomainXYPlot stacked) {
            return List.copyOf(stacked.getSubplots());
        }
        if (plot instanceof CombinedRangeXYPlot abreast) {
            return List.copyOf(abreast.getSubplots());
        }
        return List.of();
    }

    private static void dress(ValueAxis axis) {
        if (axis == null) {
            return;
        }
        axis.setLabelFont(AXIS);
        axis.setLabelPaint(Palette.INK);
        axis.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.SOFT_INK);
        axis.setTickMarkPaint(Palette.SOFT_INK);
        axis.setAxisLineStroke(HAIRLINE);
        if (axis instanceof SymbolAxis symbols) {
            symbols.setGridBandsVisible(false);
        } else if (axis instanceof NumberAxis numbers && numbers.getNumberFormatOverride() == null) {
            numbers.setNumberFormatOverride(format(3));
        }
    }
}
