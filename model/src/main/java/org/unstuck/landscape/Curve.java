package org.unstuck.landscape;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.unstuck.describe.Invalid;
import org.unstuck.integrate.Drift;

/**
 * The set f(x, p) = 0 in scaled coordinates w = (x / widths, p / range): points on it, tangents, and the corrector of a continuation.
 * Owned by one thread.
 */
final class Curve {

    private static final int MOST_ITERATIONS = 10;
    private static final double CONVERGED = 1e-10;
    private static final double ROUNDING = 1e-12;

    /**
     * A point of the curve.
     *
     * @param w scaled coordinates, the parameter last
     * @param A scaled Jacobian, rows of f, the column of the parameter last
     * @param residual largest |f_i|
     * @param eigenvalues of df/dx; null if they could not be computed
     * @param iterations Newton steps it took
     */
    record Place(double[] w, double[][] A, double residual, Eigenvalues eigenvalues, int iterations) {}

    private final Family family;
    private final double low;
    private final double high;
    private final double[] scale;
    private final int n;
    private String trouble = "";

    Curve(Family family, double low, double high, Box box) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new Invalid(
                    "the range of " + family.parameter() + " is " + low + " to " + high
                            + ", its ends must be finite and in order.",
                    "Maybe they were exchanged.");
        }
        this.family = family;
        this.low = low;
        this.high = high;
        this.n = box.dimension();
        this.scale = new double[n + 1];
        for (int i = 0; i < n; i++) {
            scale[i] = box.width(i);
        }
        scale[n] = high - low;
    }

    /** Why the last correction failed. */
    String trouble() {
        return trouble;
    }

    double[] x(double[] w) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = w[i] * scale[i];
        }
        return x;
    }

    /** The parameter of {@code w}; the very end of the range where only rounding is between them. */
    double parameter(double[] w) {
        double p = w[n] * scale[n];
        if (Math.abs(p - low) < ROUNDING * scale[n]) {
            return low;
        }
        return Math.abs(p - high) < ROUNDING * scale[n] ? high : p;
    }

    double distance(double[] v, double[] w) {
        double square = 0;
        for (int i = 0; i <= n; i++) {
            square += (v[i] - w[i]) * (v[i] - w[i]);
        }
        return Math.sqrt(square);
    }

    Branch.Point point(Place place) {
        return new Branch.Point(parameter(place.w), new Equilibrium(x(place.w), place.eigenvalues, place.residual));
    }

    /** The point at this very parameter that Newton's method finds from {@code x}; null if none. */
    Place place(double[] x, double p) {
        double[] upright = new double[n + 1];
        upright[n] = 1;
        return corrected(scaled(x, p), upright);
    }

    /** A point as it is, without correction. */
    Place unsolved(double[] x, double p) {
        return evaluate(scaled(x, p), 0);
    }

    private double[] scaled(double[] x, double p) {
        double[] w = new double[n + 1];
        for (int i = 0; i < n; i++) {
            w[i] = x[i] / scale[i];
        }
        w[n] = p / scale[n];
        return w;
    }

    /** The point of the curve in the plane at distance {@code step} along {@code t}; null if Newton's method finds none nearby. */
    Place correct(Place from, double[] t, double step) {
        double[] predicted = from.w.clone();
        for (int i = 0; i <= n; i++) {
            predicted[i] += step * t[i];
        }
        Place next = corrected(predicted, t);
        if (next != null && distance(next.w, predicted) > Math.abs(step)) {
            trouble = "the next point lies too far away";
            return null;
        }
        return next;
    }

    /** Newton's method for f(w) = 0 and t . (w - start) = 0. */
    private Place corrected(double[] start, double[] t) {
        double[] w = start.clone();
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[] f = new double[n + 1];
            double[][] A;
            try {
                A = derivatives(w, f);
            } catch (Invalid e) {
                trouble = "the parameter may not go there: " + e.problem();
                return null;
            }
            for (int i = 0; i <= n; i++) {
                f[n] += t[i] * (w[i] - start[i]);
            }
            double[] step = Newton.solve(bordered(A, t), f);
            if (step == null) {
                trouble = "the Jacobian is singular or not finite";
                return null;
            }
            double length = 0;
            for (int i = 0; i <= n; i++) {
                w[i] -= step[i];
                length = Math.max(length, Math.abs(step[i]));
            }
            if (length < CONVERGED) {
                return evaluate(w, iteration);
            }
            if (!(length < last)) {
                trouble = "Newton's method does not converge";
                return null;
            }
            last = length;
        }
        trouble = "Newton's method does not end";
        return null;
    }

    private Place evaluate(double[] w, int iterations) {
        double[] f = new double[n + 1];
        double[][] A;
        try {
            A = derivatives(w, f);
        } catch (Invalid e) {
            trouble = "the parameter may not go there: " + e.problem();
            return null;
        }
        double residual = 0;
        for (int i = 0; i < n; i++) {
            residual = Math.max(residual, Math.abs(f[i]));
        }
        double[][] J = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                J[i][j] = A[i][j] / scale[j];
            }
        }
        try {
            return new Place(w, A, residual, Eigenvalues.of(J), iterations);
        } catch (ArithmeticException e) {
            trouble = e.getMessage();
            return new Place(w, A, residual, null, iterations);
        }
    }

    /** Writes f and returns its scaled Jacobian with the column of the parameter. */
    private double[][] derivatives(double[] w, double[] f) {
        double[] x = x(w);
        double p = parameter(w);
        double[] units = java.util.Arrays.copyOf(scale, n);
        Linearisation here = new Linearisation(family.at(p), units);
        here.at(x);
        System.arraycopy(here.value, 0, f, 0, n);
        double[] slope = slope(x, p, here.value);
        double[][] A = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                A[i][j] = here.jacobian[i][j] * scale[j];
            }
            A[i][n] = slope[i] * scale[n];
        }
        return A;
    }

    /** df/dp: central difference inside the range, one-sided of order 2 at its ends, where values beyond may be forbidden. */
    private double[] slope(double[] x, double p, double[] here) {
        double h = Linearisation.STEP * scale[n];
        double[] slope = new double[n];
        if (p - h >= low && p + h <= high) {
            double[] above = value(x, p + h);
            double[] below = value(x, p - h);
            for (int i = 0; i < n; i++) {
                slope[i] = (above[i] - below[i]) / (p + h - (p - h));
            }
            return slope;
        }
        double inwards = p - h < low ? h : -h;
        double[] one = value(x, p + inwards);
        double[] two = value(x, p + 2 * inwards);
        for (int i = 0; i < n; i++) {
            slope[i] = (-3 * here[i] + 4 * one[i] - two[i]) / (2 * inwards);
        }
        return slope;
    }

    private double[] value(double[] x, double p) {
        Drift drift = family.at(p).start(1);
        double[][] y = new double[n][1];
        double[][] dydt = new double[n][1];
        for (int i = 0; i < n; i++) {
            y[i][0] = x[i];
        }
        drift.at(0, y, dydt);
        double[] value = new double[n];
        for (int i = 0; i < n; i++) {
            value[i] = dydt[i][0];
        }
        return value;
    }

    private double[][] bordered(double[][] A, double[] t) {
        double[][] all = java.util.Arrays.copyOf(A, n + 1);
        all[n] = t;
        return all;
    }

    /** The unit tangent of the curve, towards {@code along} (or growing parameter if null); null where there is no single one. */
    double[] tangent(Place at, double[] along) {
        if (along == null) {
            double[] t = kernel(at.A);
            return t[n] < 0 ? times(t, -1) : t;
        }
        double[] one = new double[n + 1];
        one[n] = 1;
        double[] t = Newton.solve(bordered(at.A, along), one);
        if (t == null) {
            trouble = "the Jacobian is singular";
            return null;
        }
        return times(t, 1 / Math.sqrt(Continuation.dot(t, t)));
    }

    /**
     * At a crossing of two curves: a direction that leaves the one that was followed. The null vector of df/dx, with the parameter
     * unchanged, lies in the plane of both tangents.
     */
    double[] otherDirection(Place at) {
        double[][] J = new double[n][];
        for (int i = 0; i < n; i++) {
            J[i] = java.util.Arrays.copyOf(at.A[i], n);
        }
        return java.util.Arrays.copyOf(kernel(J), n + 1);
    }

    /** The unit vector that a matrix shrinks most: its right singular vector of the smallest singular value. */
    private static double[] kernel(double[][] A) {
        int columns = A[0].length;
        double[][] square = new double[columns][columns];
        for (int i = 0; i < A.length; i++) {
            square[i] = A[i].clone();
        }
        RealMatrix V = new SingularValueDecomposition(new Array2DRowRealMatrix(square, false)).getV();
        return V.getColumn(columns - 1);
    }

    private static double[] times(double[] t, double factor) {
        double[] scaled = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            scaled[i] = factor * t[i];
        }
        return scaled;
    }
}
