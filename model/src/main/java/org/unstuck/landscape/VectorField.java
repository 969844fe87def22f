package org.unstuck.landscape;

import java.util.List;
import org.unstuck.integrate.Drift;

/**
 * A system of differential equations without noise and without explicit time, dx/dt = f(x). Time is in ms for networks and in the unit
 * of the equations otherwise.
 */
public interface VectorField {

    /** The right-hand side at one point. */
    @FunctionalInterface
    interface Equations {

        /**
         * Writes f(x).
         *
         * @param x the point {@code x[coordinate]}; not modified
         * @param dxdt overwritten, same shape
         */
        void at(double[] x, double[] dxdt);
    }

    /** The names of the coordinates, as in {@code E_AMY}; unique. */
    List<String> names();

    /** A fixed step, in the unit of time, that resolves the fastest motion with a Runge-Kutta scheme of order 4. */
    double step();

    /**
     * Starts a computation at many points side by side.
     *
     * @param points how many
     * @return f at {@code y[coordinate][point]}; the time is ignored. Owned by one thread
     */
    Drift start(int points);

    /** Number of coordinates. */
    default int dimension() {
        return names().size();
    }

    /** A field of equations that are written for one point. */
    static VectorField of(List<String> names, double step, Equations equations) {
        List<String> copy = List.copyOf(names);
        return new VectorField() {
            @Override
            public List<String> names() {
                return copy;
            }

            @Override
            public double step() {
                return step;
            }

            @Override
            public Drift start(int points) {
                double[] x = new double[copy.size()];
                double[] dxdt = new double[copy.size()];
                return (t, y, dydt) -> {
                    for (int k = 0; k < points; k++) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] = y[i][k];
                        }
                        equations.at(x, dxdt);
                        for (int i = 0; i < x.length; i++) {
                            dydt[i][k] = dxdt[i];
                        }
                    }
                };
            }
        };
    }
}
