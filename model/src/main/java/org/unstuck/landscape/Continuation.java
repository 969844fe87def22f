package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Follows a curve of equilibria f(x, p) = 0 by pseudo-arclength continuation (Keller 1977; Doedel, Keller and Kernevez 1991, Int J
 * Bifurcation Chaos 1, 493-520; Kuznetsov, Elements of Applied Bifurcation Theory, chapter 10; cited as from general knowledge): from a
 * point w = (x, p) a step along the tangent t, then Newton's method for
 *
 * <pre>
 *   f(w) = 0,   t . (w - w_predicted) = 0
 * </pre>
 *
 * so that the curve is followed around folds, where the parameter turns back. Coordinates are measured in widths of the box, the
 * parameter in its range. A step is halved when Newton's method does not converge fast, when the tangent turns by more than about 15 degrees
 * or when more than one pair of eigenvalues changes side at once. Events are located to rounding by {@link EventSearch}.
 *
 * <p>Owned by one thread. Cost per point: about three Jacobians, solutions of n + 1 linear equations and one set of eigenvalues.
 */
public final class Continuation {

    /** Steps, in units of the range and of the box. */
    private static final double FIRST_STEP = 0.005;

    /** First step onto a curve that crosses. */
    private static final double LEAVE = 0.01;

    private static final double LARGEST_STEP = 0.03;
    private static final double SMALLEST_STEP = 1e-7;
    private static final double LONGER = 1.4;
    /** Cosine of the largest turn of the tangent in one step. */
    private static final double STRAIGHT = 0.966;
    /** So many Newton steps are few. */
    private static final int FEW_ITERATIONS = 3;
    /** A branch further out than this many widths is not followed. */
    private static final double FAR = 1;
    /** A parameter that lies by less than the root of this share of the range beyond two points may still lie between them. */
    private static final double SAME = 1e-16;
    /** Fewer points do not close a curve. */
    private static final int SHORTEST_LOOP = 8;

    private final Curve curve;
    private final Box box;
    private final double low;
    private final double high;
    private final int mostPoints;

    /**
     * A continuation of {@code family} over a range.
     *
     * @param family the equations
     * @param low lower end of the range of the parameter
     * @param high upper end
     * @param box scale of the coordinates, and where to stop
     * @param mostPoints most points in each direction
     */
    public Continuation(Family family, double low, double high, Box box, int mostPoints) {
        this.curve = new Curve(family, low, high, box);
        this.box = box;
        this.low = low;
        this.high = high;
        this.mostPoints = mostPoints;
    }

    /** The branch through {@code x}, an equilibrium at {@code parameter}, in both directions. */
    public Branch through(double[] x, double parameter) {
        Curve.Place start = curve.place(x, parameter);
        if (start == null || start.eigenvalues() == null) {
            return single(x, parameter, "there is no regular point to start from");
        }
        double[] tangent = curve.tangent(start, null);
        return through(start, tangent);
    }

    /** The branch that leaves a branch point in a direction of its own, to both sides of it, if it can be found; else null. */
    Branch leaving(Branch.Event event) {
        Curve.Place at =
                curve.unsolved(event.point().equilibrium().x(), event.point().parameter());
        double[] other = curve.otherDirection(at);
        Walk ahead = leave(at, other);
        Walk back = leave(at, opposite(other));
        return ahead == null || back == null ? null : joined(back, ahead);
    }

    private Walk leave(Curve.Place at, double[] direction) {
        Curve.Place off = curve.correct(at, direction, LEAVE);
        double[] tangent = off == null || off.eigenvalues() == null ? null : curve.tangent(off, direction);
        if (tangent == null) {
            return null;
        }
        Walk walk = walk(off, tangent);
        walk.points.add(0, curve.point(at));
        walk.events.replaceAll(e -> new Branch.Event(e.kind(), e.at() + 1, e.point(), e.frequency()));
        return walk;
    }

    private static double[] opposite(double[] t) {
        double[] backwards = t.clone();
        for (int i = 0; i < backwards.length; i++) {
            backwards[i] = -backwards[i];
        }
        return backwards;
    }

    /** Whether {@code branch} goes through {@code x} at {@code parameter}. */
    boolean passes(Branch branch, double[] x, double parameter) {
        List<Branch.Point> points = branch.points();
        for (int k = 0; k < points.size(); k++) {
            Branch.Point b = points.get(k);
            Branch.Point a = points.get(Math.max(0, k - 1));
            if ((a.parameter() - parameter) * (b.parameter() - parameter) <= SAME * (high - low) * (high - low)) {
                double share = a.parameter() == b.parameter()
                        ? 0
                        : (parameter - a.parameter()) / (b.parameter() - a.parameter());
                double[] between = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    double from = a.equilibrium().x()[i];
                    between[i] = from + share * (b.equilibrium().x()[i] - from);
                }
                Curve.Place place = curve.place(between, parameter);
                if (box.distance(place == null ? between : curve.x(place.w()), x) < FixedPoints.SAME) {
                    return true;
                }
            }
        }
        return false;
    }

    private Branch through(Curve.Place start, double[] tangent) {
        if (tangent == null) {
            return single(curve.x(start.w()), curve.parameter(start.w()), "the curve has no single tangent there");
        }
        Walk ahead = walk(start, tangent);
        if (ahead.end.reason() == Branch.Reason.CLOSED) {
            return new Branch(ahead.points, ahead.events, ahead.end, ahead.end);
        }
        return joined(walk(start, opposite(tangent)), ahead);
    }

    private static Branch single(double[] x, double parameter, String why) {
        Branch.End lost = new Branch.End(Branch.Reason.LOST, why);
        Equilibrium start = new Equilibrium(x, new Eigenvalues(new double[x.length], new double[x.length]), Double.NaN);
        return new Branch(List.of(new Branch.Point(parameter, start)), List.of(), lost, lost);
    }

    private static Branch joined(Walk back, Walk ahead) {
        List<Branch.Point> points = new ArrayList<>(back.points);
        Collections.reverse(points);
        int last = points.size() - 1;
        points.addAll(ahead.points.subList(1, ahead.points.size()));
        List<Branch.Event> events = new ArrayList<>();
        for (int e = back.events.size() - 1; e >= 0; e--) {
            Branch.Event old = back.events.get(e);
            events.add(new Branch.Event(old.kind(), last - old.at(), old.point(), old.frequency()));
        }
        for (Branch.Event old : ahead.events) {
            events.add(new Branch.Event(old.kind(), last + old.at(), old.point(), old.frequency()));
        }
        return new Branch(points, events, back.end, ahead.end);
    }

    private static final class Walk {
        final List<Branch.Point> points = new ArrayList<>();
        final List<Branch.Event> events = new ArrayList<>();
        Branch.End end;

        /** Adds a point and, as points of their own, what happens before it. */
        void add(List<Branch.Event> before, Branch.Point point) {
            for (Branch.Event event : before) {
                events.add(new Branch.Event(event.kind(), points.size(), event.point(), event.frequency()));
                points.add(event.point());
            }
            points.add(point);
        }
    }

    private Walk walk(Curve.Place start, double[] tangent) {
        Walk walk = new Walk();
        walk.points.add(curve.point(start));
        EventSearch search = new EventSearch(curve);
        Curve.Place here = start;
        double[] t = tangent;
        double step = FIRST_STEP;
        while (walk.end == null) {
            Curve.Place next = curve.correct(here, t, step);
            if (next == null && beyond(here, t, step)) {
                toTheEnd(walk, here, t[t.length - 1] < 0 ? low : high, t, search);
                continue;
            }
            double[] ahead = next == null || next.eigenvalues() == null ? null : curve.tangent(next, t);
            if (ahead == null || dot(ahead, t) < STRAIGHT || jumps(here, next)) {
                step /= 2;
                if (step < SMALLEST_STEP) {
                    walk.end = new Branch.End(Branch.Reason.LOST, curve.trouble());
                }
                continue;
            }
            double p = curve.parameter(next.w());
            if (p < low || p > high) {
                toTheEnd(walk, here, p < low ? low : high, t, search);
                continue;
            }
            walk.add(search.between(here, t, next, ahead, step), curve.point(next));
            double[] from = start.w();
            here = next;
            t = ahead;
            walk.end = ended(walk, here, from, step, dot(ahead, tangent));
            if (next.iterations() <= FEW_ITERATIONS) {
                step = Math.min(LARGEST_STEP, step * LONGER);
            }
        }
        return walk;
    }

    /** Whether the step leads out of the range, where the family need not be defined. */
    private boolean beyond(Curve.Place here, double[] t, double step) {
        double p = curve.parameter(here.w()) + step * t[t.length - 1] * (high - low);
        return p < low || p > high;
    }

    /** More than one real eigenvalue or one pair changes side: events would be missed. */
    private static boolean jumps(Curve.Place a, Curve.Place b) {
        return Math.abs(a.eigenvalues().unstable() - b.eigenvalues().unstable()) > 2;
    }

    private Branch.End ended(Walk walk, Curve.Place here, double[] start, double step, double aligned) {
        if (!box.contains(curve.x(here.w()), FAR)) {
            return new Branch.End(Branch.Reason.BOX, "it leaves the box");
        }
        if (walk.points.size() > mostPoints) {
            return new Branch.End(Branch.Reason.POINTS, "it has more than " + mostPoints + " points");
        }
        if (walk.points.size() > SHORTEST_LOOP && aligned > STRAIGHT && curve.distance(here.w(), start) < step) {
            return new Branch.End(Branch.Reason.CLOSED, "it closes");
        }
        return null;
    }

    /** The last step, cut at the end of the range. */
    private void toTheEnd(Walk walk, Curve.Place here, double bound, double[] t, EventSearch search) {
        Curve.Place last = curve.place(curve.x(here.w()), bound);
        boolean near =
                last != null && last.eigenvalues() != null && curve.distance(here.w(), last.w()) < 2 * LARGEST_STEP;
        if (near) {
            double[] ahead = curve.tangent(last, t);
            double length = curve.distance(here.w(), last.w());
            if (ahead != null && length > SMALLEST_STEP) {
                walk.add(search.between(here, t, last, ahead, length), curve.point(last));
            }
        }
        walk.end = near
                ? new Branch.End(Branch.Reason.RANGE, "the range ends")
                : new Branch.End(Branch.Reason.LOST, "the end of the range was not reached");
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
