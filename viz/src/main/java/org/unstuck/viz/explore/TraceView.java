package org.unstuck.viz.explore;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.axis.NumberAxis;
import org.unstuck.network.Network;

/** The last 80 s of activity or what there is of it, one lane per network or region, and below them which network was dominant. */
final class TraceView {

    private static final double RIBBON = 16;
    private static final float WIDTH = 1.3f;

    private final Network network;
    private final int side;
    private final Supplier<Frame> frames;
    private final List<String> groups;
    private final Chart chart;
    private final Polyline line = new Polyline();
    private Shade shade = Shade.now();
    private boolean regions;

    TraceView(Network network, int side, Supplier<Frame> frames) {
        this.network = network;
        this.side = side;
        this.frames = frames;
        this.groups = new ArrayList<>(network.modules().keySet());
        String letter = side == Engine.A ? "A" : "B";
        NumberAxis y = Chart.axis("activity, each 0 to 1", 0, 1);
        y.setTickLabelsVisible(false);
        y.setTickMarksVisible(false);
        this.chart = new Chart("activity-" + letter, "Activity of patient " + letter, Past.axis(), y, this::draw);
        chart.plot().setRangeGridlinesVisible(false);
        chart.tips(
                at -> "Mean activity of each competing network; the ribbon below names the dominant one, grey is none");
    }

    Chart chart() {
        return chart;
    }

    /** Regions one by one, or means of the competing networks. */
    void showRegions(boolean each) {
        regions = each;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private void draw(Painted.Brush b) {
        Frame.Side now = frames.get().sides[side];
        if (now.shown == 0 || !now.shows(network)) {
            return;
        }
        List<String> competing = network.competing();
        boolean each = regions || competing.isEmpty();
        int lanes = each ? network.size() : competing.size();
        Rectangle2D area = b.area();
        double ribbon = competing.isEmpty() ? 0 : RIBBON;
        double height = (area.getHeight() - ribbon - 4) / lanes;
        double seconds = now.shown * now.sampleMs / 1000;
        double left = Math.max(area.getX(), b.px(-seconds));
        Font font = Chart.font(Font.PLAIN, height < 14 ? -3 : -1);
        for (int k = 0; k < lanes; k++) {
            String name = each ? network.regions().get(k).name() : competing.get(k);
            String of = each ? network.regions().get(k).network() : name;
            double bottom = area.getY() + (k + 1) * height - 1;
            Graphics2D g = b.g();
            g.setColor(shade.grid());
            g.fill(new Rectangle2D.Double(area.getX(), bottom, area.getWidth(), 1));
            g.setColor(shade.color(groups.indexOf(of)));
            float[] values = each ? now.traces[k] : now.networks[k];
            double gap = height > 30 ? 4 : 1;
            line.draw(g, WIDTH, values, now.shown, left, area.getMaxX(), bottom - height + gap, bottom, 0, 1);
            b.plate(name, font, shade.ink(), shade.paper(), area.getX() + 4, bottom - height + font.getSize2D() + 1, 0);
        }
        if (ribbon > 0) {
            ribbon(b, now, left);
        }
    }

    private void ribbon(Painted.Brush b, Frame.Side now, double left) {
        Rectangle2D area = b.area();
        Graphics2D g = b.g();
        double y = area.getMaxY() - RIBBON;
        double step = (area.getMaxX() - left) / now.shown;
        Font font = Chart.font(Font.PLAIN, -2);
        int from = 0;
        for (int t = 1; t <= now.shown; t++) {
            if (t == now.shown || now.states[t] != now.states[from]) {
                int state = now.states[from];
                double x = left + from * step;
                double width = (t - from) * step;
                String name = state < 0 ? "none" : network.competing().get(state);
                java.awt.Color color = state < 0 ? shade.grid() : shade.color(groups.indexOf(name));
                g.setColor(color);
                g.fill(new Rectangle2D.Double(x, y, width + 0.5, RIBBON));
                g.setFont(font);
                if (state >= 0 && width > g.getFontMetrics().stringWidth(name) + 4) {
                    b.text(name, font, org.unstuck.viz.theme.Palette.inkOn(color), x + width / 2, y + 12, 0.5);
                }
                from = t;
            }
        }
    }
}
