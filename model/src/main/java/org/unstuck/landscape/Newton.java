package org.unstuck.landscape;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Newton's method with halved steps for f(x) = 0 (Dennis and Schnabel 1983, chapter 6; cited as from general knowledge): a step is halved
 * until the residual falls, and the search ends where it no longer does.
 */
final class Newton {

    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 12;
    /** After a step of this share of the width of the box, convergence being quadratic, the next would be lost in rounding. */
    private static final double CONVERGED = 1e-9;
    /** A pivot below this share of its row is none. */
    private static final double SINGULAR = 1e-14;
    /** Points further out than this many widths of the box are not followed. */
    private static final double FAR = 3;

    private final Linearisation field;
    private final Box box;
    private final double[] scale;

    Newton(VectorField field, Box box) {
        this.box = box;
        this.scale = new double[box.dimension()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = box.width(i);
        }
        this.field = new Linearisation(field, scale);
    }

    /** Searches from {@code start}. */
    Root from(double[] start) {
        double[] x = start.clone();
        field.at(x);
        double residual = largest(field.value);
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            if (!Double.isFinite(residual)) {
                return new Root.Lost("the equations are not finite", start.clone(), residual);
            }
            double[] step = solve(field.jacobian, field.value);
            if (step == null) {
                return new Root.Lost("the Jacobian is singular", x, residual);
            }
            double length = 0;
            for (int i = 0; i < x.length; i++) {
                length = Math.max(length, Math.abs(step[i]) / scale[i]);
            }
            double[] next = descend(x, step, residual);
            boolean done = length < CONVERGED;
            if (next == null && !done) {
                return new Root.Lost("the residual no longer falls", x, residual);
            }
            x = next == null ? x : next;
            field.at(x);
            residual = largest(field.value);
            if (done) {
                return found(x, residual, iteration);
            }
            if (!box.contains(x, FAR)) {
                return new Root.Lost("the search left the box", x, residual);
            }
        }
        return new Root.Lost("no end after " + MOST_ITERATIONS + " steps", x, residual);
    }

    private Root found(double[] x, double residual, int iteration) {
        try {
            return new Root.Found(new Equilibrium(x, Eigenvalues.of(field.jacobian), residual), iteration);
        } catch (ArithmeticException e) {
            return new Root.Lost(e.getMessage(), x, residual);
        }
    }

    /** The point after the longest of the halved steps that lowers the residual; null if none does. */
    private double[] descend(double[] x, double[] step, double residual) {
        double share = 1;
        for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
            double[] next = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] - share * step[i];
            }
            field.at(next);
            if (largest(field.value) < residual) {
                return next;
            }
            share /= 2;
        }
        return null;
    }

    private static double largest(double[] value) {
        double largest = 0;
        for (double v : value) {
            largest = Double.isNaN(v) ? Double.NaN : Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    /** The solution of A x = b with rows scaled to 1; null if A is singular in effect. Neither is modified. */
    static double[] solve(double[][] A, double[] b) {
        int n = b.length;
        double[][] rows = new double[n][];
        double[] right = b.clone();
        for (int i = 0; i < n; i++) {
            rows[i] = A[i].clone();
            double size = largest(rows[i]);
            if (!(size > 0) || !Double.isFinite(size)) {
                return null;
            }
            for (int j = 0; j < n; j++) {
                rows[i][j] /= size;
            }
            right[i] /= size;
        }
        LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(rows, false), SINGULAR);
        return lu.getSolver().isNonSingular()
                ? lu.getSolver().solve(new ArrayRealVector(right, false)).toArray()
                : null;
    }
}
