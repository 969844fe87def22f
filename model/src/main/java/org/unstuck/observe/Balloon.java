package org.unstuck.observe;

import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;

/**
 * The Balloon-Windkessel model of the BOLD signal as a description: blood flow and readout. {@link #start} makes something that runs.
 *
 * @param name of the variant, as in files
 * @param flow parameters of the equations
 * @param readout coefficients of the signal
 * @param percent what the signal is multiplied by to be in per cent: 100 where V0 is a fraction, 1 where it is in %
 */
public record Balloon(String name, Hemodynamics flow, Readout readout, double percent) {

    private static final double FRACTION = 100;

    /** Time constants of the signal and of flow in the set that goes with the revised readout, s. */
    private static final double TAU_S = 1.54;

    private static final double TAU_F = 1.44;

    /** Friston 2003: rates 0.65 and 0.41, V0 a fraction, readout for 1.5 T. A unit pulse of 1 s peaks at 2.5 % after 3.4 s. */
    public static Balloon friston2003() {
        return new Balloon("friston-2003", Hemodynamics.standard(), new Readout.Classic(), FRACTION);
    }

    /** Stephan 2007: revised readout, E0 0.4, V0 4 %, efficacy 0.5, time constants 1.54 s and 1.44 s as rates. */
    public static Balloon stephan2007() {
        return new Balloon(
                "stephan-2007",
                new Hemodynamics(0.5, 1 / TAU_S, 1 / TAU_F, 0.98, 0.32, 0.4, 4),
                Readout.Revised.standard(),
                1);
    }

    /**
     * A run at rest: s = 0, f = v = q = 1.
     *
     * @param regions how many
     */
    public BalloonRun start(int regions) {
        return new BalloonRun(this, regions);
    }

    /**
     * The signal at volume {@code v} and deoxyhaemoglobin {@code q}, both relative to rest, in the unit of V0.
     */
    public double signal(double v, double q) {
        double e0 = flow.e0();
        return flow.v0() * (readout.k1(e0) * (1 - q) + readout.k2(e0) * (1 - q / v) + readout.k3(e0) * (1 - v));
    }

    /**
     * Where the state settles under constant activity, in closed form: f = 1 + eps z / gamma, v = f^alpha,
     * q = v (1 - (1 - E0)^(1/f)) / E0.
     *
     * @param z activity, 0 or greater
     * @return f, v, q and the signal in the unit of V0
     */
    public double[] steady(double z) {
        double f = 1 + flow.eps() * z / flow.gamma();
        double v = Exp.exp(flow.alpha() * Log.log(f));
        double q = v * (1 - Exp.exp(Log.log(1 - flow.e0()) / f)) / flow.e0();
        return new double[] {f, v, q, signal(v, q)};
    }
}
