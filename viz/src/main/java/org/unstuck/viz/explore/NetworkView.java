package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.unstuck.mass.Variable;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;

/**
 * The network as a graph: nodes glow with the activity of their region, links are as wide as their weight now and glow with what they
 * carry. Arrows excite, bars suppress; the outline tells functional networks apart without colour.
 */
final class NetworkView {

    private static final double BOW = 0.1;
    /** Smallest and largest radius of a node, px. */
    private static final double LEAST = 9;

    private static final double MOST = 44;
    /** More regions than this are drawn smaller. */
    private static final int MANY = 14;
    /** Height of a node's name in its radius. */
    private static final double LETTERS = 0.4;
    /** Left of the key, px. */
    private static final double KEY_LEFT = 4;
    /** Corners of the nodes' outlines, by functional network; 0 is a circle: as in the figures of reports. */
    private static final int[] CORNERS = {0, 4, 6, 5, 8, 3, 7};

    private final Network network;
    private final int side;
    private final Supplier<Frame> frames;
    private final List<String> groups;
    private final int[] group;
    /** Places in the figure, stretched so that it fills its room: 0 to 1. */
    private final double[] across;

    private final double[] up;
    private final int[] source;
    private final int[] target;
    private final Chart chart;
    private Shade shade = Shade.now();
    private double foot;
    private double[][] places = {};
    private double radius;

    NetworkView(Network network, int side, Supplier<Frame> frames) {
        this.network = network;
        this.side = side;
        this.frames = frames;
        this.groups = new ArrayList<>(network.modules().keySet());
        this.group = network.regions().stream()
                .mapToInt(r -> groups.indexOf(r.network()))
                .toArray();
        this.across =
                stretched(network.regions().stream().mapToDouble(Region::x).toArray());
        this.up = stretched(network.regions().stream().mapToDouble(Region::y).toArray());
        this.source = network.links().stream()
                .mapToInt(l -> network.indexOf(l.from()))
                .toArray();
        this.target =
                network.links().stream().mapToInt(l -> network.indexOf(l.to())).toArray();
        String letter = side == Engine.A ? "A" : "B";
        this.chart = new Chart(
                "network-" + letter, "Network of patient " + letter, Chart.hidden(), Chart.hidden(), this::draw);
        chart.plot().setDomainGridlinesVisible(false);
        chart.plot().setRangeGridlinesVisible(false);
        chart.tips(this::tip);
    }

    private static double[] stretched(double[] places) {
        double low = Arrays.stream(places).min().orElse(0);
        double high = Arrays.stream(places).max().orElse(1);
        return Arrays.stream(places)
                .map(p -> high > low ? (p - low) / (high - low) : 0.5)
                .toArray();
    }

    Chart chart() {
        return chart;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    /** What is seen, in a line. */
    String description(Frame.Side now) {
        if (!now.on) {
            return "no patient";
        }
        int loudest = 0;
        for (int i = 1; i < now.E.length; i++) {
            loudest = now.E[i] > now.E[loudest] ? i : loudest;
        }
        return "most active: " + network.regions().get(loudest).label();
    }

    private void draw(Painted.Brush brush) {
        Frame.Side now = frames.get().sides[side];
        if (!now.shows(network)) {
            return;
        }
        Font small = Chart.font(Font.PLAIN, -2);
        foot = rows(brush, small) * (small.getSize2D() + 4);
        double room = Math.min(brush.area().getWidth(), (brush.area().getHeight() - foot) * 1.3);
        double body = Math.max(LEAST, Math.min(MOST, room / (network.size() > MANY ? 24 : 14.5)));
        double margin = body * 1.75;
        double strongest = 0;
        for (double w : now.weights) {
            strongest = Math.max(strongest, w);
        }
        for (int e = 0; e < source.length; e++) {
            if (now.weights[e] > 0.02 * strongest) {
                link(brush, now, e, body, margin, strongest);
            }
        }
        Font font = Chart.font(Font.BOLD, body > 20 ? 0 : -2);
        font = font.deriveFont((float) Math.max(font.getSize2D(), LETTERS * body));
        places = new double[network.size()][];
        radius = body;
        for (int i = 0; i < network.size(); i++) {
            places[i] = new double[] {x(brush, i, margin), y(brush, i, margin)};
            node(brush, now, i, body, margin, font);
        }
        key(brush, small);
    }

    /** Name and activity of the region at a place, or null. */
    private String tip(Point at) {
        Frame.Side now = frames.get().sides[side];
        for (int i = 0; i < places.length && now.shows(network); i++) {
            if (at.distance(places[i][0], places[i][1]) < radius) {
                Region region = network.regions().get(i);
                StringBuilder words =
                        new StringBuilder(region.name() + ": " + region.label() + " (" + region.network() + ").");
                List<Variable> variables = now.parameters.neuralMass().variables();
                for (int v = 0; v < variables.size(); v++) {
                    Variable of = variables.get(v);
                    words.append(String.format(Locale.ROOT, v == 0 ? " %s %.2f" : ", %s %.2f", of.name(), now.y[v][i]))
                            .append(of.unit().equals("1") ? "" : " " + of.unit());
                }
                return words.toString();
            }
        }
        return null;
    }

    private double x(Painted.Brush b, int i, double margin) {
        return b.area().getX() + margin + across[i] * (b.area().getWidth() - 2 * margin);
    }

    private double y(Painted.Brush b, int i, double margin) {
        return b.area().getMaxY() - foot - margin - up[i] * (b.area().getHeight() - foot - 2 * margin);
    }

    private void link(Painted.Brush b, Frame.Side now, int e, double body, double margin, double strongest) {
        boolean excites = network.links().get(e).kind() == Link.Kind.EXCITATORY;
        double x1 = x(b, source[e], margin);
        double y1 = y(b, source[e], margin);
        double x2 = x(b, target[e], margin);
        double y2 = y(b, target[e], margin);
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
        double cx = (x1 + x2) / 2 - BOW * 2 * dy;
        double cy = (y1 + y2) / 2 + BOW * 2 * dx;
        double back = Math.max(1, Math.sqrt((x2 - cx) * (x2 - cx) + (y2 - cy) * (y2 - cy)));
        double ux = (x2 - cx) / back;
        double uy = (y2 - cy) / back;
        double tipX = x2 - ux * (body + 3);
        double tipY = y2 - uy * (body + 3);
        double share = now.weights[e] / strongest;
        double carried = now.E[source[e]] * Math.sqrt(share);
        Color color = Shade.mix(
                Shade.mix(shade.paper(), shade.quiet(), 0.35 + 0.4 * share),
                excites ? shade.color(group[source[e]]) : shade.ink(),
                0.9 * carried);
        float width = (float) (0.6 + body / 8 * share);
        Graphics2D g = b.g();
        g.setColor(color);
        g.setStroke(
                excites
                        ? new BasicStroke(width)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
        g.draw(new QuadCurve2D.Double(x1, y1, cx, cy, tipX, tipY));
        if (length < 2 * body) {
            return;
        }
        double head = 2.5 + width;
        if (excites) {
            Path2D arrow = new Path2D.Double();
            arrow.moveTo(tipX + ux * 3, tipY + uy * 3);
            arrow.lineTo(tipX - ux * head - uy * head * 0.7, tipY - uy * head + ux * head * 0.7);
            arrow.lineTo(tipX - ux * head + uy * head * 0.7, tipY - uy * head - ux * head * 0.7);
            arrow.closePath();
            g.fill(arrow);
        } else {
            g.setStroke(new BasicStroke(Math.max(1.6f, width * 0.7f)));
            g.draw(new Line2D.Double(tipX - uy * head, tipY + ux * head, tipX + uy * head, tipY - ux * head));
        }
    }

    private void node(Painted.Brush b, Frame.Side now, int i, double body, double margin, Font font) {
        Region region = network.regions().get(i);
        double x = x(b, i, margin);
        double y = y(b, i, margin);
        double activity = Math.max(0, Math.min(1, now.E[i]));
        Color color = shade.color(group[i]);
        Graphics2D g = b.g();
        for (int ring = 3; ring >= 1; ring--) {
            double reach = body + body * 0.72 * activity * ring / 3;
            g.setColor(Shade.mix(shade.paper(), color, (0.12 + 0.14 * (3 - ring)) * Math.min(1, 0.3 + activity)));
            g.fill(outline(group[i], x, y, reach));
        }
        Color fill = Shade.mix(Shade.mix(shade.paper(), color, 0.25), color, activity);
        g.setColor(fill);
        g.fill(outline(group[i], x, y, body));
        g.setColor(color);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(outline(group[i], x, y, body));
        Color ink = org.unstuck.viz.theme.Palette.inkOn(fill);
        g.setFont(font);
        double width = g.getFontMetrics().stringWidth(region.name());
        if (width > 2.1 * body) {
            font = font.deriveFont((float) Math.max(8, font.getSize2D() * 2.1 * body / width));
        }
        b.text(region.name(), font, ink, x, y + 0.36 * font.getSize2D(), 0.5);
    }

    /** Rows that the key needs at this width. */
    private int rows(Painted.Brush b, Font font) {
        int rows = 1;
        double x = KEY_LEFT;
        b.g().setFont(font);
        for (String name : groups) {
            double width = entry(b, name);
            if (x + width > b.area().getWidth() && x > KEY_LEFT) {
                rows++;
                x = KEY_LEFT;
            }
            x += width;
        }
        return rows;
    }

    private static double entry(Painted.Brush b, String name) {
        return 16 + b.g().getFontMetrics().stringWidth(name) + 10;
    }

    /** Names of the functional networks with their outlines, along the foot. */
    private void key(Painted.Brush b, Font font) {
        double line = font.getSize2D() + 4;
        double x = KEY_LEFT;
        double y = b.area().getMaxY() - 6 - (rows(b, font) - 1) * line;
        for (int k = 0; k < groups.size(); k++) {
            double width = entry(b, groups.get(k));
            if (x + width > b.area().getWidth() && x > KEY_LEFT) {
                x = KEY_LEFT;
                y += line;
            }
            double left = b.area().getX() + x;
            b.g().setColor(shade.color(k));
            b.g().fill(outline(k, left + 6, y - 3, 5));
            b.text(groups.get(k), font, shade.soft(), left + 14, y + 1, 0);
            x += width;
        }
    }

    /** The outline of a functional network's nodes: polygons have the area of the circle. */
    private static Shape outline(int group, double x, double y, double radius) {
        int corners = CORNERS[group % CORNERS.length];
        if (corners == 0) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        double outer = radius * Math.sqrt(2 * Math.PI / (corners * Math.sin(2 * Math.PI / corners)));
        double turn = corners % 2 == 0 ? Math.PI / corners : -Math.PI / 2;
        Path2D polygon = new Path2D.Double();
        for (int k = 0; k < corners; k++) {
            double angle = turn + 2 * Math.PI * k / corners;
            double px = x + outer * Math.cos(angle);
            double py = y + outer * Math.sin(angle);
            if (k == 0) {
                polygon.moveTo(px, py);
            } else {
                polygon.lineTo(px, py);
            }
        }
        polygon.closePath();
        return polygon;
    }
}
