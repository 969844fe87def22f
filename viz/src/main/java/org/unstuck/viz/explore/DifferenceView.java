package org.unstuck.viz.explore;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.axis.NumberAxis;
import org.unstuck.network.Network;

/** Activity of each competing network in B minus that in A, at equal moments of activity: what the setting alone does. */
final class DifferenceView {

    private static final float WIDTH = 1.3f;

    private final Network network;
    private final Supplier<Frame> frames;
    private final List<String> groups;
    private final Chart chart;
    private final Polyline line = new Polyline();
    private final float[] values = new float[Frame.SAMPLES];
    private Shade shade = Shade.now();

    DifferenceView(Network network, Supplier<Frame> frames) {
        this.network = network;
        this.frames = frames;
        this.groups = new ArrayList<>(network.modules().keySet());
        NumberAxis y = Chart.axis("B - A", 0, 1);
        y.setTickLabelsVisible(false);
        y.setTickMarksVisible(false);
        this.chart = new Chart("difference", "Difference B minus A", Past.axis(), y, this::draw)
                .tips(
                        at ->
                                "Mean activity of each competing network in B minus that in A, each from -1 to 1 around its line");
        chart.plot().setRangeGridlinesVisible(false);
    }

    Chart chart() {
        return chart;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private void draw(Painted.Brush b) {
        Frame.Side a = frames.get().sides[Engine.A];
        Frame.Side other = frames.get().sides[Engine.B];
        Graphics2D g = b.g();
        Font font = Chart.font(Font.PLAIN, -2);
        if (!a.shows(network) || !other.shows(network) || a.samples != other.samples) {
            String why = a.on && other.on ? "A and B are at different moments" : "no B";
            b.text(why, font, shade.soft(), b.area().getCenterX(), b.area().getCenterY() - 4, 0.5);
            return;
        }
        int n = Math.min(a.shown, other.shown);
        double left = Math.max(b.area().getX(), b.px(-n * a.sampleMs / 1000));
        double lane = b.area().getHeight() / Math.max(1, a.networks.length);
        for (int m = 0; m < a.networks.length; m++) {
            for (int t = 0; t < n; t++) {
                values[t] = other.networks[m][t + other.shown - n] - a.networks[m][t + a.shown - n];
            }
            String name = network.competing().get(m);
            double top = b.area().getY() + m * lane;
            double zero = top + lane / 2;
            g.setColor(shade.grid());
            g.draw(new Line2D.Double(b.area().getX(), zero, b.area().getMaxX(), zero));
            g.setColor(shade.color(groups.indexOf(name)));
            line.draw(g, WIDTH, values, n, left, b.area().getMaxX(), top + 1, top + lane - 1, -1, 1);
            b.plate(name, font, shade.ink(), shade.paper(), b.area().getX() + 4, zero + 0.36 * font.getSize2D(), 0);
        }
    }
}
