package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.unstuck.viz.figure.NetworkFigure.Link;
import org.unstuck.viz.figure.NetworkFigure.Node;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** Draws a {@link NetworkFigure}: links first, then nodes with their names inside, then the factors of changed links. */
final class NetworkSketch {

    /** Radius of a node, px; its name is inside, so names can never overlap. */
    private static final double BODY = 29;

    /** Width of the halo of a fully active node, px. */
    static final double HALO = 20;

    /** Distance between the plot's edge and the nodes at 0 and 1, px. */
    private static final double MARGIN = BODY + HALO + 4;

    /** Widest link and narrowest, px. */
    private static final double WIDEST = 6;

    private static final double NARROWEST = 1;
    private static final double ARROW = 9;
    private static final double BAR = 8;

    /** How far links bow aside, as a share of their length; the first that passes no other node is taken. */
    private static final double[] BOWS = {0.1, -0.1, 0.22, -0.22, 0.36, -0.36, 0.5, -0.5};

    /** Points along a link where it is checked against nodes. */
    private static final int CHECKS = 24;

    /** Corners of the nodes' outlines, by functional network; 0 is a circle. */
    private static final int[] CORNERS = {0, 4, 6, 5, 8, 3, 7};

    /** Share of their ink that unchanged links keep when others have changed. */
    static final double PALE = 0.45;

    private static final Font NAME = Theme.NOTE.deriveFont(Font.BOLD);

    private final NetworkFigure figure;
    private final double strongest;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    NetworkSketch(NetworkFigure figure) {
        this.figure = figure;
        this.strongest = figure.links().stream()
                .mapToDouble(l -> Math.max(l.weight(), l.reference()))
                .max()
                .orElse(1);
        DoubleSummaryStatistics x = figure.nodes().stream().mapToDouble(Node::x).summaryStatistics();
        DoubleSummaryStatistics y = figure.nodes().stream().mapToDouble(Node::y).summaryStatistics();
        this.left = x.getMin();
        this.right = x.getMax();
        this.bottom = y.getMin();
        this.top = y.getMax();
    }

    /** The largest weight, the one with the widest line. */
    double strongest() {
        return strongest;
    }

    void draw(Pen pen) {
        List<Link> links = new ArrayList<>();
        List<Link> twoWay = new ArrayList<>();
        for (Link link : figure.links()) {
            boolean known = links.stream().anyMatch(link::mirrors);
            (known ? twoWay : links).add(link);
        }
        links.sort(Comparator.comparing(Link::changed).thenComparingDouble(Link::weight));
        List<Path> paths = new ArrayList<>();
        for (Link link : links) {
            Path path = route(pen, link, twoWay.stream().anyMatch(link::mirrors));
            paths.add(path);
            drawLink(pen, path);
        }
        figure.nodes().forEach(node -> drawNode(pen, node));
        label(pen, paths);
    }

    /** A drawn link: a quadratic curve between the edges of two nodes. */
    private record Path(Link link, boolean twoWay, Point2D from, Point2D control, Point2D to) {

        Point2D at(double t) {
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            double c = t * t;
            return new Point2D.Double(
                    a * from.getX() + b * control.getX() + c * to.getX(),
                    a * from.getY() + b * control.getY() + c * to.getY());
        }
    }

    private Path route(Pen pen, Link link, boolean twoWay) {
        Path best = null;
        int fewest = Integer.MAX_VALUE;
        for (double bow : BOWS) {
            Path path = path(pen, link, twoWay, bow);
            int hits = 0;
            for (int k = 1; k < CHECKS; k++) {
                hits += hit(pen, link, path.at(k / (double) CHECKS)) ? 1 : 0;
            }
            if (hits < fewest) {
                fewest = hits;
                best = path;
            }
        }
        return best;
    }

    private boolean hit(Pen pen, Link link, Point2D point) {
        for (int i = 0; i < figure.nodes().size(); i++) {
            Node node = figure.nodes().get(i);
            double reach = i == link.source() || i == link.target() ? BODY * 0.7 : reach(node) + 3;
            if (centre(pen, node).distance(point) < reach) {
                return true;
            }
        }
        return false;
    }

    private Path path(Pen pen, Link link, boolean twoWay, double bow) {
        Node source = figure.nodes().get(link.source());
        Node target = figure.nodes().get(link.target());
        Point2D a = centre(pen, source);
        Point2D b = centre(pen, target);
        double dx = b.getX() - a.getX();
        double dy = b.getY() - a.getY();
        Point2D control =
                new Point2D.Double((a.getX() + b.getX()) / 2 - 2 * bow * dy, (a.getY() + b.getY()) / 2 + 2 * bow * dx);
        return new Path(
                link,
                twoWay,
                towards(a, control, reach(source) + (twoWay ? ARROW * 0.4 : 0)),
                control,
                towards(b, control, reach(target) + ARROW * 0.4));
    }

    private static Point2D towards(Point2D from, Point2D to, double distance) {
        double share = distance / Math.max(distance, from.distance(to));
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share);
    }

    private void drawLink(Pen pen, Path path) {
        Link link = path.link;
        float width = width(Math.max(link.weight(), link.weight() == 0 ? link.reference() : 0));
        Color color = color(link);
        Path2D curve = new Path2D.Double();
        curve.moveTo(path.from.getX(), path.from.getY());
        curve.quadTo(path.control.getX(), path.control.getY(), path.to.getX(), path.to.getY());
        pen.draw(color, stroke(link, width), curve);
        end(pen, color, link.suppressive(), path.control, path.to, width);
        if (path.twoWay) {
            end(pen, color, link.suppressive(), path.control, path.from, width);
        }
    }

    static Stroke stroke(Link link, float width) {
        if (link.weight() == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1, 4}, 0);
        }
        return link.suppressive()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    float width(double weight) {
        return (float) Math.max(NARROWEST, WIDEST * weight / strongest);
    }

    private Color color(Link link) {
        if (link.changed()) {
            return Palette.INK;
        }
        double strength = 0.35 + 0.65 * link.weight() / strongest;
        return Palette.tint(Palette.SOFT_INK, figure.anyChanged() ? PALE * strength : strength);
    }

    /** An arrow head for excitation, a bar across for suppression. */
    static void end(Pen pen, Color color, boolean suppressive, Point2D from, Point2D tip, double width) {
        double length = Math.max(1e-9, from.distance(tip));
        double ux = (tip.getX() - from.getX()) / length;
        double uy = (tip.getY() - from.getY()) / length;
        double x = tip.getX();
        double y = tip.getY();
        if (suppressive) {
            double half = BAR / 2 + width;
            BasicStroke bar = new BasicStroke((float) Math.max(2.4, width * 0.7));
            pen.line(color, bar, x - uy * half, y + ux * half, x + uy * half, y - ux * half);
            return;
        }
        double back = ARROW * 0.6 + width;
        double side = ARROW * 0.3 + width * 0.8;
        Path2D head = new Path2D.Double();
        head.moveTo(x + ux * 3, y + uy * 3);
        head.lineTo(x - ux * back - uy * side, y - uy * back + ux * side);
        head.lineTo(x - ux * back + uy * side, y - uy * back - ux * side);
        head.closePath();
        pen.fill(color, head);
    }

    private void drawNode(Pen pen, Node node) {
        Point2D centre = centre(pen, node);
        int group = figure.groups().indexOf(node.group());
        double x = centre.getX();
        double y = centre.getY();
        Color color = Palette.color(group);
        pen.fill(Palette.tint(color, 0.3), outline(group, x, y, reach(node)));
        pen.fill(color, outline(group, x, y, BODY));
        pen.draw(Palette.PAPER, new BasicStroke(1.4f), outline(group, x, y, BODY));
        pen.text(List.of(node.label().split("[ .]")), NAME, Palette.inkOn(color), Pen.Align.CENTRE, x, y);
    }

    /** The outline of a functional network's nodes: polygons have the area of the circle, so that no network looks bigger. */
    static Shape outline(int group, double x, double y, double radius) {
        int corners = CORNERS[group];
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

    /** Writes factors on white plates where they cover neither nodes nor each other. */
    private void label(Pen pen, List<Path> paths) {
        Placer placer = new Placer(pen.area());
        for (Node node : figure.nodes()) {
            Point2D centre = centre(pen, node);
            placer.block(centre.getX(), centre.getY(), reach(node));
        }
        for (Path path : paths) {
            if (!path.link.changed()) {
                continue;
            }
            String words = path.link.change();
            double width = Theme.width(words, Theme.STRONG) + 8;
            double height = Theme.height(Theme.STRONG);
            List<Rectangle2D> candidates = new ArrayList<>();
            for (double t : new double[] {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
                Point2D p = path.at(t);
                candidates.add(new Rectangle2D.Double(p.getX() - width / 2, p.getY() - height / 2, width, height));
            }
            Rectangle2D place = placer.choose(candidates);
            pen.fill(Palette.PAPER, place);
            pen.text(words, Theme.STRONG, color(path.link), Pen.Align.CENTRE, place.getCenterX(), place.getCenterY());
        }
    }

    /** Where a node is: the positions in use fill the room. */
    private Point2D centre(Pen pen, Node node) {
        Rectangle2D area = pen.area();
        double x = (node.x() - left) / Math.max(right - left, Double.MIN_NORMAL);
        double y = (node.y() - bottom) / Math.max(top - bottom, Double.MIN_NORMAL);
        return new Point2D.Double(
                area.getX() + MARGIN + x * (area.getWidth() - 2 * MARGIN),
                area.getMaxY() - MARGIN - y * (area.getHeight() - 2 * MARGIN));
    }

    private static double reach(Node node) {
        return BODY + HALO * node.activity();
    }
}
