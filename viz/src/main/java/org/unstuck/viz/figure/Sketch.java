package org.unstuck.viz.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** A drawing on a plot that JFreeChart has no renderer for. */
final class Sketch extends AbstractXYAnnotation {

    private final transient Consumer<Pen> drawing;
    private final boolean clipped;

    private Sketch(Consumer<Pen> drawing, boolean clipped) {
        this.drawing = drawing;
        this.clipped = clipped;
    }

    /** Draws behind the data, inside the axes. The plot needs a renderer. */
    static void behind(XYPlot plot, Consumer<Pen> drawing) {
        plot.getRenderer().addAnnotation(new Sketch(drawing, true), Layer.BACKGROUND);
    }

    /** Draws over the data, inside the axes. */
    static void over(XYPlot plot, Consumer<Pen> drawing) {
        plot.addAnnotation(new Sketch(drawing, true));
    }

    /** Draws over the data and beyond the axes: labels in the margin, or cells that end where the axes do (without a
     * clip SVG is a fifth smaller). */
    static void beyond(XYPlot plot, Consumer<Pen> drawing) {
        plot.addAnnotation(new Sketch(drawing, false));
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis xAxis,
            ValueAxis yAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        Shape clip = g.getClip();
        if (!clipped) {
            g.setClip(null);
        }
        drawing.accept(new Pen(g, area, plot, xAxis, yAxis));
        g.setClip(clip);
    }
}
