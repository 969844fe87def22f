package org.unstuck.viz.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds free places for labels: greedy, first come first served, never outside the room if that can be helped. */
final class Placer {

    /** Directions in the order of taste: right, left, above, below, then askew. */
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0.5, -1}, {-0.5, -1}, {0.5, 1}, {-0.5, 1}
    };

    /** Distances tried, in units of the one wished for; farther away a label could belong to another point. */
    private static final double[] RINGS = {1, 1.7};

    /** Cost of a px^2 outside the room: a clipped label is worse than one on a line. */
    private static final double OUTSIDE = 10;

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();

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

    /** The nearest free place next to a point, taken then; null if there is none. */
    Rectangle2D free(double x, double y, double distance, double width, double height) {
        for (double ring : RINGS) {
            for (double[] direction : DIRECTIONS) {
                Rectangle2D candidate = candidate(x, y, distance * ring, width, height, direction);
                if (isFree(candidate)) {
                    taken.add(candidate);
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
        taken.add(best);
        return best;
    }

    /** Whether nothing is there, up to rounding. */
    boolean isFree(Rectangle2D rectangle) {
        return overlap(rectangle) < ROUNDING;
    }

    private static final double ROUNDING = 1e-6;

    /** Area of {@code rectangle} that is taken, px^2; what is outside the room counts more. */
    double overlap(Rectangle2D rectangle) {
        double area = OUTSIDE * (rectangle.getWidth() * rectangle.getHeight() - common(rectangle, room));
        for (Rectangle2D other : taken) {
            area += common(rectangle, other);
        }
        return area;
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
