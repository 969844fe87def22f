package org.unstuck.viz.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds free places for labels: greedy, first come first served, never outside the room. */
final class Placer {

    /** Directions in the order of taste: right, left, above, below, then the corners. */
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}
    };

    private static final double[] RINGS = {1, 2, 3.5};

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Placer(Rectangle2D room) {
        this.room = room;
    }

    /** Keeps labels away from here. */
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
     * The free place for a label of the given size nearest to a point, by taste; it is taken then. If none is free, the one
     * with the least overlap.
     *
     * @param distance between the point and the label's edge, px
     */
    Rectangle2D place(double x, double y, double distance, double width, double height) {
        Rectangle2D best = candidate(x, y, distance, width, height, DIRECTIONS[0], 1);
        double least = Double.POSITIVE_INFINITY;
        for (double ring : RINGS) {
            for (double[] direction : DIRECTIONS) {
                Rectangle2D candidate = candidate(x, y, distance, width, height, direction, ring);
                double overlap = overlap(candidate);
                if (overlap < least) {
                    least = overlap;
                    best = candidate;
                }
            }
        }
        taken.add(best);
        return best;
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

    /** Area of {@code rectangle} that is taken or outside the room, px^2. */
    double overlap(Rectangle2D rectangle) {
        double area = rectangle.getWidth() * rectangle.getHeight() - common(rectangle, room);
        area *= OUTSIDE;
        for (Rectangle2D other : taken) {
            area += common(rectangle, other);
        }
        return area;
    }

    /** A clipped label is worse than one on a line. */
    private static final double OUTSIDE = 10;

    private static double common(Rectangle2D a, Rectangle2D b) {
        Rectangle2D both = a.createIntersection(b);
        return both.getWidth() > 0 && both.getHeight() > 0 ? both.getWidth() * both.getHeight() : 0;
    }

    private static Rectangle2D candidate(
            double x, double y, double distance, double width, double height, double[] direction, double ring) {
        double diagonal = direction[0] != 0 && direction[1] != 0 ? Math.sqrt(0.5) : 1;
        double reach = distance * ring * diagonal;
        double centreX = x + direction[0] * (reach + width / 2);
        double centreY = y + direction[1] * (reach + height / 2);
        return new Rectangle2D.Double(centreX - width / 2, centreY - height / 2, width, height);
    }
}
