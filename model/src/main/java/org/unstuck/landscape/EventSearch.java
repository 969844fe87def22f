package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;

/**
 * Locates folds, Hopf points and branch points between two neighbouring points of a branch.
 *
 * <p>If the number of eigenvalues with positive real part differs, one of the sorted eigenvalues has changed sign; the place where it
 * is zero is found with Brent's method along the step. A pair with an imaginary part is a Hopf point (a sum of two real ones that is
 * zero, a neutral saddle, is not found because no single one is zero there). A real one is a fold if the parameter turns there, else
 * a branch point. Two events within one step that undo each other are not seen. Where the parameter turns without a change of stability, two branches cross as well: a pitchfork, seen from its prongs.
 */
final class EventSearch {

    /** Shares of a step below which two places are one. */
    private static final double SHARE = 1e-9;

    private static final int MOST_CALLS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final int MOST_EVENTS = 4;
    /** Imaginary parts below this share of the largest eigenvalue are rounding of a double real one. */
    private static final double REAL = 1e-5;

    private final Curve curve;

    EventSearch(Curve curve) {
        this.curve = curve;
    }

    /** The events from {@code a} with tangent {@code ta} to {@code b} with tangent {@code tb}, a step of {@code length}; not numbered yet. */
    List<Branch.Event> between(Curve.Place a, double[] ta, Curve.Place b, double[] tb, double length) {
        List<Branch.Event> events = new ArrayList<>();
        double from = 0;
        Curve.Place left = a;
        while (left.eigenvalues().unstable() != b.eigenvalues().unstable() && events.size() < MOST_EVENTS) {
            int unstable = left.eigenvalues().unstable();
            int which = unstable < b.eigenvalues().unstable() ? unstable : unstable - 1;
            double at = root(s -> real(a, ta, s, which), from, length);
            Curve.Place place = Double.isNaN(at) ? null : step(a, ta, at);
            if (place == null || place.eigenvalues() == null) {
                break;
            }
            events.add(event(place, which, ta, tb));
            from = at + Math.max(SHARE * length, 1e-4 * (length - at));
            left = step(a, ta, from);
            if (left == null || left.eigenvalues() == null || from >= length) {
                break;
            }
        }
        if (events.isEmpty() && ta[ta.length - 1] * tb[tb.length - 1] < 0) {
            Curve.Place place = turning(a, ta, length);
            events.add(new Branch.Event(Branch.Kind.BRANCH_POINT, 0, curve.point(place), 0));
        }
        return events;
    }

    private Curve.Place step(Curve.Place a, double[] ta, double s) {
        return curve.correct(a, ta, s);
    }

    private double real(Curve.Place a, double[] ta, double s, int which) {
        Curve.Place place = s == 0 ? a : step(a, ta, s);
        return place == null || place.eigenvalues() == null
                ? Double.NaN
                : place.eigenvalues().re()[which];
    }

    /** The place where the parameter turns, by bisection up to where the crossing makes the equations singular. */
    private Curve.Place turning(Curve.Place a, double[] ta, double length) {
        double low = 0;
        double high = length;
        Curve.Place best = a;
        for (int k = 0; k < MOST_HALVINGS; k++) {
            double middle = (low + high) / 2;
            Curve.Place place = step(a, ta, middle);
            double[] t = place == null || place.eigenvalues() == null ? null : curve.tangent(place, ta);
            if (t == null) {
                return best;
            }
            best = place;
            if (t[t.length - 1] * ta[ta.length - 1] > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return best;
    }

    /** A zero between {@code low} and {@code high}; NaN if there is no change of sign or a point on the way is lost. */
    private static double root(UnivariateFunction f, double low, double high) {
        double a = f.value(low);
        double b = f.value(high);
        if (!(a * b < 0)) {
            return a == 0 ? low : b == 0 ? high : Double.NaN;
        }
        try {
            return new BrentSolver(1e-15, SHARE * (high - low)).solve(MOST_CALLS, f, low, high);
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private Branch.Event event(Curve.Place place, int which, double[] ta, double[] tb) {
        Eigenvalues all = place.eigenvalues();
        double largest = Math.abs(all.re()[0]);
        for (int i = 0; i < all.re().length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(all.re()[i]), Math.abs(all.im()[i])));
        }
        double turn = Math.abs(all.im()[which]);
        if (turn > REAL * largest) {
            return new Branch.Event(Branch.Kind.HOPF, 0, curve.point(place), turn / (2 * StrictMath.PI));
        }
        boolean turns = ta[ta.length - 1] * tb[tb.length - 1] < 0;
        return new Branch.Event(turns ? Branch.Kind.FOLD : Branch.Kind.BRANCH_POINT, 0, curve.point(place), 0);
    }
}
