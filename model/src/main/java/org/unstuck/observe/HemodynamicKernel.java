package org.unstuck.observe;

import org.apache.commons.math3.special.Gamma;
import org.unstuck.describe.Invalid;
import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;

/** Haemodynamic responses as functions of the time since a brief event, for convolution: what the equations are compared with. */
public final class HemodynamicKernel {

    private HemodynamicKernel() {}

    /**
     * The first Volterra kernel of a damped oscillation of flow: exp(-t / 2 tau_s) sin(w t) / w with
     * w = sqrt(1/tau_f - 1/(4 tau_s^2)), without the factor 1/3 that some programs put before it (Friston 2000, NeuroImage 12,
     * 466-477).
     *
     * @param t time since the event, s; 0 before it
     * @param tauS decay of the signal, s
     * @param tauF feedback of flow, s^2
     * @throws Invalid if the response would not swing: tau_f is not below 4 tau_s^2
     */
    public static double volterra(double t, double tauS, double tauF) {
        double w2 = 1 / tauF - 1 / (4 * tauS * tauS);
        if (!(w2 > 0)) {
            throw new Invalid(
                    "tau_f is " + tauF + " s^2, it must be below 4 tau_s^2 (" + 4 * tauS * tauS + " s^2).",
                    "Maybe tau_s 0.8 s and tau_f 0.4 s^2.");
        }
        if (t <= 0) {
            return 0;
        }
        double w = Math.sqrt(w2);
        return Exp.exp(-t / (2 * tauS)) * StrictMath.sin(w * t) / w;
    }

    /**
     * The difference of two gamma densities: gammapdf(t; peak/disp, disp) - gammapdf(t; under/dispUnder, dispUnder) / ratio. With 6,
     * 16, 1, 1 and 6 it is the canonical response of SPM, not normalised.
     *
     * @param t time since the event, s
     * @param peak delay of the response, s
     * @param under delay of the undershoot, s
     * @param disp dispersion of the response, s
     * @param dispUnder dispersion of the undershoot, s
     * @param ratio response over undershoot
     */
    public static double doubleGamma(double t, double peak, double under, double disp, double dispUnder, double ratio) {
        return density(t, peak / disp, disp) - density(t, under / dispUnder, dispUnder) / ratio;
    }

    private static double density(double t, double shape, double scale) {
        if (!(shape > 0 && scale > 0)) {
            throw new Invalid(
                    "shape is " + shape + " and scale " + scale + ", both must be greater than 0.", "Maybe 6 and 1.");
        }
        if (t < 0) {
            return 0;
        }
        if (t == 0) {
            return shape > 1 ? 0 : shape == 1 ? 1 / scale : Double.POSITIVE_INFINITY;
        }
        double x = t / scale;
        return Exp.exp((shape - 1) * Log.log(x) - x - Gamma.logGamma(shape)) / scale;
    }
}
