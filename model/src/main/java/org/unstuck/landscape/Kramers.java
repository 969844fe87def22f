package org.unstuck.landscape;

import org.unstuck.integrate.Drift;
import org.unstuck.metric.Measurement;

/**
 * Escape over a barrier in one dimension, dx = -U'(x) dt + sigma dW with D = sigma^2 / 2 (Kramers 1940; Gardiner, Handbook of Stochastic
 * Methods, section 5.2; cited as from general knowledge).
 *
 * <pre>
 *   Kramers      T = 2 pi / sqrt(U''(well) |U''(top)|) exp((U(top) - U(well)) / D)      for barriers much higher than D
 *   exact mean   T = 1/D int_well^to exp(U(y)/D) int_-inf^y exp(-U(z)/D) dz dy          first passage from the well to a point
 * </pre>
 *
 * <p>Kramers' time is that of passing the top and going down on the other side. In a network neither holds: the field has no potential and
 * its noise is coloured.
 */
public final class Kramers {

    /** Intervals of the quadrature: error below 1e-8 for smooth potentials. */
    private static final int INTERVALS = 20_000;
    /** Beyond this many D above the well nothing is left of exp(-U/D). */
    private static final double DEEP = 60;

    private Kramers() {}

    /**
     * Kramers' formula for a field of one dimension; undefined, with the reason, for any other.
     *
     * @param well a stable equilibrium
     * @param top the unstable equilibrium beside it
     */
    public static Measurement time(Noisy noisy, Equilibrium well, Equilibrium top) {
        if (noisy.field().dimension() != 1) {
            return Measurement.undefined("Kramers' formula is for one dimension and white noise");
        }
        double bottom = -well.eigenvalues().re()[0];
        double barrier = -top.eigenvalues().re()[0];
        if (!(bottom > 0) || !(barrier < 0)) {
            return Measurement.undefined("not a well and a barrier");
        }
        double D = noisy.amplitude()[0] * noisy.amplitude()[0] / 2;
        double height = potential(noisy.field(), well.x()[0], top.x()[0])[INTERVALS];
        return Measurement.of(2 * StrictMath.PI / Math.sqrt(bottom * -barrier) * StrictMath.exp(height / D));
    }

    /**
     * The exact mean first-passage time from {@code from} to {@code to} for a field of one dimension that leads back from below.
     *
     * @param below a point from which nothing comes: U - U(from) is there at least {@value #DEEP} D, or far away
     */
    public static double exact(Noisy noisy, double below, double from, double to) {
        double D = noisy.amplitude()[0] * noisy.amplitude()[0] / 2;
        boolean up = to > from;
        VectorField field = noisy.field();
        double[] U = potential(field, below, to);
        double h = (to - below) / INTERVALS;
        double lowest = Double.POSITIVE_INFINITY;
        for (double u : U) {
            lowest = Math.min(lowest, u);
        }
        double inner = 0;
        double[] outer = new double[INTERVALS + 1];
        double last = weight(-(U[0] - lowest) / D);
        outer[0] = 0;
        for (int k = 1; k <= INTERVALS; k++) {
            double here = weight(-(U[k] - lowest) / D);
            inner += (last + here) / 2 * Math.abs(h);
            last = here;
            outer[k] = StrictMath.exp((U[k] - lowest) / D) * inner;
        }
        double sum = 0;
        for (int k = 1; k <= INTERVALS; k++) {
            double x = below + k * h;
            if (up ? x > from + h / 2 : x < from + h / 2) {
                sum += (outer[k - 1] + outer[k]) / 2 * Math.abs(h);
            }
        }
        return sum / D;
    }

    private static double weight(double exponent) {
        return exponent < -DEEP ? 0 : StrictMath.exp(exponent);
    }

    /** U = - int f dx from {@code from} on, at {@link #INTERVALS} + 1 equidistant points: Simpson's rule in every interval. */
    private static double[] potential(VectorField field, double from, double to) {
        int points = 2 * INTERVALS + 1;
        Drift drift = field.start(points);
        double[][] x = new double[1][points];
        double[][] f = new double[1][points];
        double h = (to - from) / (points - 1);
        for (int k = 0; k < points; k++) {
            x[0][k] = from + k * h;
        }
        drift.at(0, x, f);
        double[] U = new double[INTERVALS + 1];
        for (int k = 1; k <= INTERVALS; k++) {
            U[k] = U[k - 1] - h / 3 * (f[0][2 * k - 2] + 4 * f[0][2 * k - 1] + f[0][2 * k]);
        }
        return U;
    }
}
