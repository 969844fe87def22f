package org.unstuck.pharma;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.unstuck.describe.Invalid;

/**
 * Kinetics of any form, saturating enzymes included, by adaptive steps: Dormand and Prince 8(5,3) of Commons Math (Hairer,
 * Norsett and Wanner 1993, section II.10). Slower than {@link Compartments}, which is exact for linear kinetics, and
 * independent of it: each checks the other. Doses are added between advances, so that no step crosses a jump. Owned by one
 * run.
 */
public final class AdaptivePath {

    /** Rates of change. */
    @FunctionalInterface
    public interface Rates {

        /**
         * Writes dx/dt.
         *
         * @param hours time, h
         * @param x state, not to be changed
         * @param dx result, same length
         */
        void at(double hours, double[] x, double[] dx);
    }

    /** Shortest step, h: 4 ns; needing shorter ones means that the equations are stiff or have a jump. */
    private static final double SHORTEST = 1e-12;

    private final Rates rates;
    private final double[] x;
    private final double relative;
    private final double absolute;
    private double hours;

    /**
     * A path that starts at 0 h.
     *
     * @param rates the equations
     * @param start state at 0 h; copied
     * @param relative error per step allowed, relative to each component; plus
     * @param absolute error per step allowed, in the unit of the components
     */
    public AdaptivePath(Rates rates, double[] start, double relative, double absolute) {
        if (!(relative > 0) || !(absolute > 0)) {
            throw new Invalid(
                    "tolerances are " + relative + " and " + absolute + ", both must be greater than 0.",
                    "Maybe 1e-10 and 1e-12.");
        }
        this.rates = rates;
        this.x = start.clone();
        this.relative = relative;
        this.absolute = absolute;
    }

    /** Rates of elimination by an enzyme that saturates, -Vmax C/(Km + C): Michaelis and Menten 1913. */
    public static Rates michaelisMenten(double vmaxPerH, double km) {
        return (t, x, dx) -> dx[0] = -vmaxPerH * x[0] / (km + x[0]);
    }

    /** Adds a dose to component {@code i} now. */
    public void add(int i, double amount) {
        x[i] += amount;
    }

    /**
     * Advances by {@code length} hours.
     *
     * @throws org.apache.commons.math3.exception.NumberIsTooSmallException if the equations are too stiff for this path
     */
    public void advance(double length) {
        if (length <= 0) {
            return;
        }
        FirstOrderDifferentialEquations equations = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return x.length;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] dy) {
                rates.at(t, y, dy);
            }
        };
        new DormandPrince853Integrator(Math.min(SHORTEST, length), length, absolute, relative)
                .integrate(equations, hours, x, hours + length, x);
        hours += length;
    }

    /** Component {@code i} now. */
    public double value(int i) {
        return x[i];
    }
}
