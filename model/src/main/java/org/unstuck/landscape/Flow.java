package org.unstuck.landscape;

import org.unstuck.integrate.ClassicalRungeKutta;
import org.unstuck.integrate.Drift;
import org.unstuck.integrate.Rows;
import org.unstuck.integrate.Scheme;

/** Many points carried by a field side by side, with the classical Runge-Kutta scheme in fixed steps. Owned by one thread. */
final class Flow {

    private final double dt;
    private final Drift drift;
    private final Scheme.Stepper stepper;
    private final double[][] y;
    private final double[][] dN;

    /** Starts at {@code from[coordinate][point]}, which is copied. */
    Flow(VectorField field, double dt, double[][] from) {
        int points = from[0].length;
        this.dt = dt;
        this.drift = field.start(points);
        this.stepper = new ClassicalRungeKutta().start(from.length, points);
        this.y = Rows.of(from.length, points);
        this.dN = new double[from.length][];
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, y[i], 0, points);
        }
    }

    /** One point. */
    static Flow of(VectorField field, double[] x) {
        double[][] from = new double[x.length][1];
        for (int i = 0; i < x.length; i++) {
            from[i][0] = x[i];
        }
        return new Flow(field, field.step(), from);
    }

    /** The live state {@code state[coordinate][point]}. */
    double[][] state() {
        return y;
    }

    /** A copy of point {@code k}. */
    double[] point(int k) {
        return point(y, k);
    }

    static double[] point(double[][] y, int k) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = y[i][k];
        }
        return x;
    }

    static void put(double[] x, double[][] y, int k) {
        for (int i = 0; i < x.length; i++) {
            y[i][k] = x[i];
        }
    }

    /** Number of steps that make up at least {@code time}. */
    int steps(double time) {
        return (int) Math.max(1, Math.ceil(time / dt));
    }

    void advance(int steps) {
        for (int s = 0; s < steps; s++) {
            stepper.step(drift, 0, dt, y, dN);
        }
    }

    /** f at the present state. */
    void slope(double[][] dydt) {
        drift.at(0, y, dydt);
    }
}
