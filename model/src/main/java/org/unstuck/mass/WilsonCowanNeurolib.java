package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * Wilson-Cowan as in neurolib:
 *
 * <pre>
 *   tau_exc dE/dt = -E + (1 - E) S_exc(n_E c_excexc E - gamma c_inhexc I + K_gl sum_j C_ij E_j + exc_ext + c_P (P - P_0 + u))
 *   tau_inh dI/dt = -I + (1 - I) S_inh(n_I c_excinh E - c_inhinh I + G_D sum_j D_ij E_j + inh_ext)
 *   S(x) = 1 / (1 + exp(-a (x - mu)))
 * </pre>
 *
 * <p>Wilson and Cowan 1972 with the refractory factor (1 - E), in the form and with the numbers of neurolib's loadDefaultParams.py (Cakan,
 * Jajcay and Obermayer 2021); its names: c_excinh is from E to I. With exc_ext of 0.6 a region is just below the onset of oscillations of
 * about 40 Hz. Differs: long-range suppression, and noise that reaches E through the sigmoid.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>gamma: factor of c_inhexc</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>n_E: factor of c_excexc; n_I: factor of c_excinh</td></tr>
 * <tr><td>drive, cue, fluctuation</td><td>c_P times what exceeds P_0, added to exc_ext</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>K_gl onto E, G_D onto I</td></tr>
 * <tr><td>adaptation gain</td><td>none: this mass does not tire</td></tr>
 * <tr><td>sent; recorded; inhibition</td><td>E; (E - A_0) / (A_1 - A_0); I</td></tr>
 * </table>
 */
@Word("wilson-cowan-neurolib")
public record WilsonCowanNeurolib(
        @Parameter(
                symbol = "tau_exc",
                value = 2.5,
                unit = "ms",
                low = 1.5,
                high = 5,
                rule = Rule.POSITIVE,
                meaning = "time constant of excitatory activity",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double tauExc,

        @Parameter(
                symbol = "tau_inh",
                value = 3.75,
                unit = "ms",
                low = 2,
                high = 7.5,
                rule = Rule.POSITIVE,
                meaning = "time constant of inhibitory activity",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double tauInh,

        @Parameter(
                symbol = "c_excexc",
                value = 16,
                unit = "1",
                low = 14,
                high = 18,
                rule = Rule.NON_NEGATIVE,
                meaning = "excitation of excitatory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cExcExc,

        @Parameter(
                symbol = "c_excinh",
                value = 15,
                unit = "1",
                low = 13,
                high = 17,
                rule = Rule.NON_NEGATIVE,
                meaning = "excitation of inhibitory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cExcInh,

        @Parameter(
                symbol = "c_inhexc",
                value = 12,
                unit = "1",
                low = 10,
                high = 14,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition of excitatory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cInhExc,

        @Parameter(
                symbol = "c_inhinh",
                value = 3,
                unit = "1",
                low = 2,
                high = 4,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition of inhibitory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cInhInh,

        @Parameter(
                symbol = "a_exc",
                value = 1.5,
                unit = "1",
                low = 1.2,
                high = 1.8,
                rule = Rule.POSITIVE,
                meaning = "steepness of the sigmoid of excitatory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double aExc,

        @Parameter(
                symbol = "a_inh",
                value = 1.5,
                unit = "1",
                low = 1.2,
                high = 1.8,
                rule = Rule.POSITIVE,
                meaning = "steepness of the sigmoid of inhibitory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double aInh,

        @Parameter(
                symbol = "mu_exc",
                value = 3,
                unit = "1",
                low = 2.5,
                high = 3.5,
                meaning = "threshold of excitatory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double muExc,

        @Parameter(
                symbol = "mu_inh",
                value = 3,
                unit = "1",
                low = 2.5,
                high = 3.5,
                meaning = "threshold of inhibitory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double muInh,

        @Parameter(
                symbol = "exc_ext",
                value = 0.6,
                unit = "1",
                low = 0,
                high = 0.7,
                meaning = "background input to excitatory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double excExt,

        @Parameter(
                symbol = "inh_ext",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.3,
                meaning = "background input to inhibitory cells",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double inhExt,

        @Parameter(
                symbol = "K_gl",
                value = 0.6,
                unit = "1",
                low = 0.3,
                high = 1.2,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range excitation",
                source = WilsonCowanNeurolib.NEUROLIB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double globalGain,

        @Parameter(
                symbol = "G_D",
                value = 0.75,
                unit = "1",
                low = 0.4,
                high = 1.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range suppression",
                source = "K_gl times 1.25 as in the default mass",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD,

        @Parameter(
                symbol = "c_P",
                value = 0.5,
                unit = "1",
                low = 0.25,
                high = 1.0,
                rule = Rule.NON_NEGATIVE,
                meaning = "input for a unit of drive, cue or fluctuation",
                source = Working.POINT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double perDrive,

        @Parameter(
                symbol = "P_0",
                value = 0.7,
                unit = "1",
                low = 0,
                high = 1,
                meaning = "drive at which the input is that of the paper",
                source = Working.DRIVE,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double usualDrive,

        @Parameter(
                symbol = "A_0",
                value = -0.003,
                unit = "1",
                low = -0.053,
                high = 0.047,
                meaning = "what is sent when the activity recorded is 0",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedZero,

        @Parameter(
                symbol = "A_1",
                value = 0.244,
                unit = "1",
                low = 0.195,
                high = 0.293,
                meaning = "what is sent when the activity recorded is 1",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedOne)
        implements NeuralMass {

    static final String NEUROLIB = "neurolib loadDefaultParams.py (evidence D1)";

    private static final List<Variable> VARIABLES = List.of(
            new Variable("E", "active fraction of excitatory cells", "1", 0.05),
            new Variable("I", "active fraction of inhibitory cells", "1", 0.05));

    public WilsonCowanNeurolib {
        Parameters.check(
                WilsonCowanNeurolib.class,
                tauExc,
                tauInh,
                cExcExc,
                cExcInh,
                cInhExc,
                cInhInh,
                aExc,
                aInh,
                muExc,
                muInh,
                excExt,
                inhExt,
                globalGain,
                globalGainD,
                perDrive,
                usualDrive,
                recordedZero,
                recordedOne);
        Readout.check(recordedZero, recordedOne);
    }

    @Override
    public String name() {
        return "wilson-cowan-neurolib";
    }

    @Override
    public List<Variable> variables() {
        return VARIABLES;
    }

    @Override
    public double fastestMs() {
        return Math.min(tauExc, tauInh);
    }

    @Override
    public double slowestMs() {
        return Math.max(tauExc, tauInh);
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        excitatory(in, y[0], y[1], dydt[0]);
        inhibitory(in, y[0], y[1], dydt[1]);
    }

    private void excitatory(Inputs in, double[] E, double[] I, double[] x) {
        double[] nE = in.nmdaGainE;
        double[] gamma = in.gabaGain;
        double background = excExt - perDrive * usualDrive - muExc;
        for (int k = 0; k < x.length; k++) {
            x[k] = background + nE[k] * cExcExc * E[k] - gamma[k] * cInhExc * I[k];
        }
        double[] C = in.excitation;
        double[] P = in.drive;
        double[] u = in.fluctuation;
        for (int k = 0; k < x.length; k++) {
            x[k] = aExc * (x[k] + globalGain * C[k] + perDrive * (P[k] + u[k]));
        }
        relax(x, E, 1 / tauExc);
    }

    private void inhibitory(Inputs in, double[] E, double[] I, double[] x) {
        double[] nI = in.nmdaGainI;
        double[] D = in.suppression;
        for (int k = 0; k < x.length; k++) {
            x[k] = aInh * (nI[k] * cExcInh * E[k] - cInhInh * I[k] + globalGainD * D[k] + inhExt - muInh);
        }
        relax(x, I, 1 / tauInh);
    }

    /** x becomes (-y + (1 - y) S(x)) / tau. */
    private static void relax(double[] x, double[] y, double perTau) {
        Logistic.apply(x, x.length);
        for (int k = 0; k < x.length; k++) {
            x[k] = ((1 - y[k]) * x[k] - y[k]) * perTau;
        }
    }

    @Override
    public double[] activity(double[][] y, double[] scratch) {
        return Readout.of(y[0], recordedZero, recordedOne, scratch);
    }
}
