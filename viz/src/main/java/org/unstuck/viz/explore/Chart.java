package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.function.Function;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** One live chart of the window: axes by JFreeChart, the moving part by a {@link Painted.Drawing}. */
final class Chart {

    /** Largest side that is drawn without scaling, px. */
    private static final int LARGEST = 6000;

    /** Days that are marked one by one. */
    private static final double FEW_DAYS = 21;

    private static final double WEEK = 7;

    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private final String name;
    private final String title;
    private final XYPlot plot;
    private final JFreeChart chart;
    private ChartPanel panel;
    private Function<Point, String> tips;

    /**
     * A chart.
     *
     * @param name file stem when it is exported, and name of its panel in tests
     * @param title heading, and accessible name
     */
    Chart(String name, String title, NumberAxis x, NumberAxis y, Painted.Drawing drawing) {
        this.name = name;
        this.title = title;
        this.plot = new XYPlot(null, x, y, null);
        plot.setNoDataMessage(null);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new Painted(drawing));
        this.chart = new JFreeChart(null, font(Font.PLAIN, 0), plot, false);
        chart.setPadding(new RectangleInsets(4, 4, 2, 10));
        dress(Shade.now());
    }

    /** Letters of charts: those of the window, {@code larger} points larger. */
    static Font font(int style, int larger) {
        Font base = javax.swing.UIManager.getFont("Label.font");
        float size = base == null ? 12 : base.getSize2D() - 1;
        return new Font(Font.SANS_SERIF, style, Math.max(10, Math.round(size) + larger));
    }

    /** An axis with a fixed range. */
    static NumberAxis axis(String label, double low, double high) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRange(false);
        axis.setRange(low, high);
        java.text.DecimalFormat format =
                new java.text.DecimalFormat("0.###", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT));
        axis.setNumberFormatOverride(format);
        return axis;
    }

    /** An axis whose ticks are {@code step} apart. */
    static NumberAxis axis(String label, double low, double high, double step) {
        NumberAxis axis = axis(label, low, high);
        axis.setTickUnit(new org.jfree.chart.axis.NumberTickUnit(step));
        return axis;
    }

    /** An axis of days with a tick every week, or every day if there are few. */
    static NumberAxis days(double length) {
        return axis("day", 0, length, length > FEW_DAYS ? Math.ceil(length / FEW_DAYS / WEEK) * WEEK : 1);
    }

    /** Plots that stand above each other begin at the same place. */
    void beginAt(double px) {
        AxisSpace space = new AxisSpace();
        space.setLeft(px);
        plot.setFixedRangeAxisSpace(space);
    }

    /** An axis that is not drawn. */
    static NumberAxis hidden() {
        NumberAxis axis = axis(null, 0, 1);
        axis.setVisible(false);
        return axis;
    }

    /** Takes the colours of {@code shade}, and letters as large as those of the window. */
    void dress(Shade shade) {
        chart.setBackgroundPaint(shade.paper());
        plot.setBackgroundPaint(shade.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(shade.grid());
        plot.setRangeGridlinePaint(shade.grid());
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        for (var axis : new org.jfree.chart.axis.ValueAxis[] {plot.getDomainAxis(), plot.getRangeAxis()}) {
            axis.setLabelFont(font(Font.PLAIN, 0));
            axis.setTickLabelFont(font(Font.PLAIN, -1));
            axis.setLabelPaint(shade.ink());
            axis.setTickLabelPaint(shade.soft());
            axis.setAxisLinePaint(shade.soft());
            axis.setTickMarkPaint(shade.soft());
        }
        plot.getDomainAxis().setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        plot.getRangeAxis().setLabelInsets(new RectangleInsets(1, 1, 1, 4)); // The right is the side of the axis.
    }

    /** The component; made once. */
    ChartPanel panel() {
        if (panel == null) {
            panel = new Panel(chart);
            panel.setDisplayToolTips(tips != null);
            panel.setMinimumDrawWidth(20);
            panel.setMinimumDrawHeight(20);
            panel.setDomainZoomable(false);
            panel.setRangeZoomable(false);
            panel.setPopupMenu(null);
            panel.setPreferredSize(new Dimension(220, 160));
            panel.setMinimumSize(new Dimension(60, 60));
            panel.setName(name);
            panel.getAccessibleContext().setAccessibleName(title);
            panel.setFocusable(false);
        }
        return panel;
    }

    /** Says what is at a place of the panel; null where there is nothing to say. */
    Chart tips(Function<Point, String> says) {
        tips = says;
        return this;
    }

    /** The panel, without the pointer of a chart that can be zoomed, and with tips of our own. */
    private final class Panel extends ChartPanel {

        private static final long serialVersionUID = 1L;

        Panel(JFreeChart of) {
            super(of, 300, 200, 20, 20, LARGEST, LARGEST, false, false, false, false, false, false);
        }

        @Override
        public String getToolTipText(MouseEvent e) {
            return tips == null ? null : tips.apply(e.getPoint());
        }
    }

    XYPlot plot() {
        return plot;
    }

    JFreeChart chart() {
        return chart;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    /** Shows the latest frame; smooth edges only while nothing moves. */
    void refresh(boolean moving) {
        if (panel != null && panel.isShowing()) {
            chart.setNotify(false);
            chart.setAntiAlias(!moving);
            chart.setTextAntiAlias(true);
            chart.setNotify(true);
        }
    }
}
