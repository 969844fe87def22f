package org.unstuck.viz.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds free places for labels: greedy, first come first served, never outside the room if that can be helped. */
final class Placer {

    /** Directions in the order of taste: right, left, above, below, then askew. */
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0.5, -1}, {-0.5, -1}, {0.5, 1}, {-0.5, 1}
    };

    /** Distances in units of the one wished for. */
    private static final double[] RINGS = {1, 2, 3.5, 5, 7, 9, 12};

    /** So many rings are near enough for a label without a leader. */
    private static final int NEAR = 2;

    /** Cost of a label's px^2 outside the room: a clipped label is worse than one on a line. */
    private static final double OUTSIDE = 10;

    /** Cost of a leader that runs through another label, px^2. */
    private static final double CROSSING = 800;

    /** Cost of a px of leader, px^2: a short way is worth touching a line with a corner. */
    private static final double FAR = 0.6;

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Rectangle2D> labels = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    Placer(Rectangle2D room) {
        this.room = room;
    }

    /** Keeps labels away from a square. */
    void block(double x, double y, double radius) {
        taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Keeps labels away from here. */
    void block(Rectangle2D rectangle) {
        taken.add(rectangle);
    }

    /** Keeps labels away from the straight line between two points. */
    void blockLine(double x1, double y1, double x2, double y2, double radius) {
        int steps = 1 + (int) (Math.hypot(x2 - x1, y2 - y1) / (2 * radius));
        for (int i = 0; i <= steps; i++) {
            block(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps, radius);
        }
    }

    /**
     * The cheapest place for a label near a point; it is taken then, with the leader to it.
     *
     * @param distance wished for between the point and the label's edge, px
     */
    Rectangle2D place(double x, double y, double distance, double width, double height) {
        Rectangle2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double ring : RINGS) {
            for (double[] direction : DIRECTIONS) {
                Rectangle2D candidate = candidate(x, y, distance * ring, width, height, direction);
                double cost = overlap(candidate) + leaderCost(x, y, candidate);
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
        }
        take(best);
        leaders.add(leader(x, y, best));
        return best;
    }

    /** The nearest free place next to a point, taken then; null if there is none. */
    Rectangle2D free(double x, double y, double distance, double width, double height) {
        for (int ring = 0; ring < NEAR; ring++) {
            for (double[] direction : DIRECTIONS) {
                Rectangle2D candidate = candidate(x, y, distance * RINGS[ring], width, height, direction);
                if (overlap(candidate) == 0) {
                    take(candidate);
                    return candidate;
                }
            }
        }
        return null;
    }

    /** The first of the candidates with the least overlap; it is taken then. */
    Rectangle2D choose(List<Rectangle2D> candidates) {
        Rectangle2D best = candidates.get(0);
        for (Rectangle2D candidate : candidates) {
            if (overlap(candidate) < overlap(best)) {
                best = candidate;
            }
        }
        take(best);
        return best;
    }

    /** Area of {@code rectangle} that is taken, px^2; what is outside the room counts more. */
    double overlap(Rectangle2D rectangle) {
        double area = OUTSIDE * (rectangle.getWidth() * rectangle.getHeight() - common(rectangle, room));
        for (Rectangle2D other : taken) {
            area += common(rectangle, other);
        }
        for (Line2D leader : leaders) {
            area += leader.intersects(rectangle) ? CROSSING : 0;
        }
        return area;
    }

    /** The line from a point to the nearest point of a label. */
    static Line2D leader(double x, double y, Rectangle2D label) {
        return new Line2D.Double(
                new Point2D.Double(x, y),
                new Point2D.Double(
                        Math.min(label.getMaxX(), Math.max(label.getX(), x)),
                        Math.min(label.getMaxY(), Math.max(label.getY(), y))));
    }

    private double leaderCost(double x, double y, Rectangle2D label) {
        Line2D leader = leader(x, y, label);
        double cost = FAR * leader.getP1().distance(leader.getP2());
        for (Rectangle2D other : labels) {
            cost += leader.intersects(other) ? CROSSING : 0;
        }
        return cost;
    }

    private void take(Rectangle2D label) {
        taken.add(label);
        labels.add(label);
    }

    private static double common(Rectangle2D a, Rectangle2D b) {
        Rectangle2D both = a.createIntersection(b);
        return both.getWidth() > 0 && both.getHeight() > 0 ? both.getWidth() * both.getHeight() : 0;
    }

    private static Rectangle2D candidate(
            double x, double y, double distance, double width, double height, double[] direction) {
        double diagonal = direction[0] != 0 && direction[1] != 0 ? Math.sqrt(0.5) : 1;
        double centreX = x + direction[0] * (distance * diagonal + width / 2);
        double centreY = y + direction[1] * (distance * diagonal + height / 2);
        return new Rectangle2D.Double(centreX - width / 2, centreY - height / 2, width, height);
    }
}
