package org.unstuck.landscape;

import java.util.List;

/**
 * A curve of equilibria over a parameter.
 *
 * @param points along the curve, at least one
 * @param events what happens on it, in the order of the curve
 * @param begin how it ends before its first point
 * @param end how it ends behind its last point
 */
public record Branch(List<Point> points, List<Event> events, End begin, End end) {

    public Branch {
        points = List.copyOf(points);
        events = List.copyOf(events);
    }

    /**
     * A point of the curve.
     *
     * @param parameter value of the parameter
     * @param equilibrium the equilibrium there
     */
    public record Point(double parameter, Equilibrium equilibrium) {}

    /** What can happen on a branch. */
    public enum Kind {
        /** The curve turns back: two equilibria meet and vanish (saddle-node). */
        FOLD("fold"),
        /** A pair of eigenvalues crosses the imaginary axis: an oscillation begins. */
        HOPF("Hopf point"),
        /** Another curve crosses (transcritical or pitchfork). */
        BRANCH_POINT("branch point");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it is said. */
        public String words() {
            return words;
        }
    }

    /**
     * Something that happens at a point of the curve.
     *
     * @param kind what
     * @param at number of its point among {@link Branch#points}
     * @param point where; its eigenvalue of interest is zero, or a pair is imaginary, up to rounding
     * @param frequency of the oscillation that begins at a Hopf point, cycles per unit of time; 0 for the others
     */
    public record Event(Kind kind, int at, Point point, double frequency) {}

    /** Why a branch ends where it does. */
    public enum Reason {
        /** At an end of the range of the parameter. */
        RANGE,
        /** It left the box by more than its width. */
        BOX,
        /** It came back to where it began. */
        CLOSED,
        /** It has as many points as were allowed. */
        POINTS,
        /** It could not be followed any further. The last point is good; what lies beyond is unknown. */
        LOST
    }

    /**
     * The end of a branch.
     *
     * @param reason why
     * @param words the reason in words
     */
    public record End(Reason reason, String words) {}
}
