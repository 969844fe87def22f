package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.unstuck.landscape.Nullclines;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;

/**
 * The plane of two variables of one region: where each of them does not change at the input of this moment without its fluctuation, the
 * point where the region is, and the way it came. The curves move because adaptation and the input from other regions do. Each mass has
 * its own ({@link RegionPlane}); one that has more variables than a plane has none, and the chart says so.
 */
final class PhaseView {

    /** Cells of the grid on which curves are found, a side. */
    private static final int CELLS = 64;
    /** Height from which there is room for a key, px. */
    private static final double ROOM = 70;

    private static final double RADIUS = 5;
    private static final int CORNERS = 4;

    private final Supplier<Frame> frames;
    private final Chart chart;
    private final Wake[] wakes = {new Wake(), new Wake()};
    private final PhaseAxes axes;
    private Shade shade = Shade.now();
    private final List<Path2D> shown = new ArrayList<>();
    private RegionPlane plane;
    private int corner;
    private int region;

    PhaseView(Supplier<Frame> frames) {
        this.frames = frames;
        this.chart = new Chart(
                        "phase-plane",
                        "Phase plane of a region",
                        Chart.axis("E", 0, 1, 0.25),
                        Chart.axis("I", 0, 1, 0.25),
                        this::draw)
                .tips(at -> tip());
        this.axes = new PhaseAxes(chart);
    }

    Chart chart() {
        return chart;
    }

    void region(int i) {
        region = i;
        for (Wake wake : wakes) {
            wake.forget();
        }
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private String tip() {
        if (plane == null) {
            return "Nothing is shown yet";
        }
        return words(plane.alongX()) + " along, " + words(plane.alongY()) + " up. "
                + (plane.hasCurves()
                        ? "Solid: where the first does not change; dashed: where the second does not, at the input of this moment"
                        : none() + ", so the chart shows only the way of the point");
    }

    private static String words(Variable v) {
        return v.name() + ", " + v.meaning() + (v.unit().equals("1") ? "" : ", " + v.unit()) + ",";
    }

    private String none() {
        return plane.mass().name() + " has " + plane.mass().variables().size()
                + " variables: no curves in a plane of two";
    }

    /** Remembers where the point is, and fits the axes to the mass and to where its regions have been. */
    void follow(Frame frame) {
        Frame.Side a = frame.sides[Engine.A];
        if (!a.on) {
            return;
        }
        NeuralMass mass = a.parameters.neuralMass();
        if (plane == null || plane.mass().getClass() != mass.getClass()) {
            plane = RegionPlane.of(mass);
            axes.begin(plane);
            chart.panel().getAccessibleContext().setAccessibleDescription(tip());
        }
        plane = new RegionPlane(mass, plane.x(), plane.y());
        for (int side = 0; side < wakes.length; side++) {
            Frame.Side now = frame.sides[side];
            if (now.on && region < now.E.length) {
                wakes[side].add(now, now.y[plane.x()][region], now.y[plane.y()][region]);
            } else {
                wakes[side].forget();
            }
        }
        axes.follow(plane, frame);
    }

    private void draw(Painted.Brush b) {
        Frame frame = frames.get();
        boolean two = frame.sides[Engine.B].on;
        shown.clear();
        for (int side = 0; side < frame.sides.length && plane != null; side++) {
            Frame.Side now = frame.sides[side];
            if (now.on && region < now.E.length && now.y.length > Math.max(plane.x(), plane.y())) {
                wakes[side].draw(
                        b, Shade.mix(shade.paper(), two ? shade.side(side) : shade.soft(), 0.55), plane.hasCurves());
                if (plane.hasCurves()) {
                    curves(b, now, side, two);
                }
            }
        }
        for (int side = 0; side < frame.sides.length && plane != null; side++) {
            Frame.Side now = frame.sides[side];
            if (now.on && region < now.E.length && now.y.length > Math.max(plane.x(), plane.y())) {
                double x = b.px(now.y[plane.x()][region]);
                double y = b.py(now.y[plane.y()][region]);
                b.dot(two ? shade.side(side) : shade.ink(), x, y, RADIUS);
                if (two) {
                    b.label(side, shade.ink(), x, y);
                } else {
                    b.label("now", shade.ink(), x, y);
                }
            }
        }
        if (plane != null && b.area().getHeight() > ROOM) {
            key(b);
        }
    }

    /** Words in a corner where no curve is; they stay there until one comes. */
    private void key(Painted.Brush b) {
        Font font = Chart.font(Font.PLAIN, -2);
        List<String> words = plane.hasCurves()
                ? List.of(
                        "solid: d" + plane.alongX().name() + "/dt = 0",
                        "dashed: d" + plane.alongY().name() + "/dt = 0")
                : List.of(
                        plane.mass().name() + " has " + plane.mass().variables().size() + " variables:",
                        "no curves in a plane of two");
        double line = font.getSize2D() + 2;
        double height = words.size() * line + 4;
        double width = 0;
        for (String each : words) {
            width = Math.max(width, b.g().getFontMetrics(font).stringWidth(each) + 8);
        }
        if (crosses(corner(b, corner, width, height))) {
            for (int k = 0; k < CORNERS; k++) {
                if (!crosses(corner(b, k, width, height))) {
                    corner = k;
                    break;
                }
            }
        }
        Rectangle2D at = corner(b, corner, width, height);
        boolean right = corner == 0 || corner == 2;
        for (int k = 0; k < words.size(); k++) {
            double y = at.getY() + (k + 1) * line;
            double x = right ? at.getMaxX() - 3 : at.getX() + 3;
            b.plate(words.get(k), font, shade.soft(), shade.paper(), x, y, right ? 1 : 0);
        }
    }

    /** Bottom right, top left, top right, bottom left. */
    private static Rectangle2D corner(Painted.Brush b, int which, double width, double height) {
        Rectangle2D all = b.area();
        boolean right = which == 0 || which == 2;
        boolean bottom = which == 0 || which == 3;
        return new Rectangle2D.Double(
                right ? all.getMaxX() - width : all.getX() + 2,
                bottom ? all.getMaxY() - height : all.getY(),
                width,
                height);
    }

    private boolean crosses(Rectangle2D place) {
        return shown.stream().anyMatch(path -> path.intersects(place) && crosses(path.getPathIterator(null), place));
    }

    private static boolean crosses(PathIterator path, Rectangle2D place) {
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            path.currentSegment(at);
            if (place.contains(at[0], at[1])) {
                return true;
            }
        }
        return false;
    }

    private void curves(Painted.Brush b, Frame.Side now, int side, boolean two) {
        Nullclines lines = new RegionPlane(now.parameters.neuralMass(), plane.x(), plane.y())
                .curves(now.in, now.y, region, axes.box(), CELLS);
        Graphics2D g = b.g();
        Color ofX = two ? shade.side(side) : shade.color(3);
        g.setColor(ofX);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(kept(path(b, lines.ofX())));
        g.setColor(two ? shade.side(side) : shade.color(0));
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
        g.draw(kept(path(b, lines.ofY())));
    }

    private Path2D kept(Path2D path) {
        shown.add(path);
        return path;
    }

    private static Path2D path(Painted.Brush b, List<double[]> segments) {
        Path2D path = new Path2D.Double();
        for (List<double[]> line : Chains.of(segments)) {
            for (int k = 0; k < line.size(); k++) {
                double x = b.px(line.get(k)[0]);
                double y = b.py(line.get(k)[1]);
                if (k == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }
}
