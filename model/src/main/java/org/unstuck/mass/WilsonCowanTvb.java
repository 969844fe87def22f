package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * Wilson-Cowan as in TVB:
 *
 * <pre>
 *   tau_e dE/dt = -E + (k_e - r_e E) S_e(alpha_e (n_E c_ee E - gamma c_ei I + P_e - theta_e + G sum_j C_ij E_j + c_P (P - P_0 + u)))
 *   tau_i dI/dt = -I + (k_i - r_i I) S_i(alpha_i (n_I c_ie E - c_ii I + Q_i - theta_i + G_D sum_j D_ij E_j))
 *   S(x) = c (1 / (1 + exp(-a (x - b))) - h / (1 + exp(a b)))
 * </pre>
 *
 * <p>Wilson and Cowan 1972 in the form and with the numbers of TVB's wilson_cowan.py; its names: c_ei is from I to E. h is 1 with
 * shift_sigmoid, TVB's default, and 0 without. Differs: long-range suppression; TVB's P and Q are called P_e and Q_i here, since P is the
 * drive of a region.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>gamma: factor of c_ei</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>n_E: factor of c_ee; n_I: factor of c_ie</td></tr>
 * <tr><td>drive, cue, fluctuation</td><td>c_P times what exceeds P_0, added to P_e</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>G onto E, G_D onto I</td></tr>
 * <tr><td>adaptation gain</td><td>none: this mass does not tire</td></tr>
 * <tr><td>sent; recorded; inhibition</td><td>E; (E - A_0) / (A_1 - A_0); I</td></tr>
 * </table>
 */
@Word("wilson-cowan-tvb")
public record WilsonCowanTvb(
        @Parameter(
                symbol = "c_ee",
                value = 12,
                unit = "1",
                low = 10,
                high = 14,
                rule = Rule.NON_NEGATIVE,
                meaning = "excitation of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cEe,

        @Parameter(
                symbol = "c_ei",
                value = 4,
                unit = "1",
                low = 3,
                high = 5,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cEi,

        @Parameter(
                symbol = "c_ie",
                value = 13,
                unit = "1",
                low = 11,
                high = 15,
                rule = Rule.NON_NEGATIVE,
                meaning = "excitation of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cIe,

        @Parameter(
                symbol = "c_ii",
                value = 11,
                unit = "1",
                low = 9,
                high = 13,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cIi,

        @Parameter(
                symbol = "tau_e",
                value = 10,
                unit = "ms",
                low = 5,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "time constant of excitatory activity",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double tauE,

        @Parameter(
                symbol = "tau_i",
                value = 10,
                unit = "ms",
                low = 5,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "time constant of inhibitory activity",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double tauI,

        @Parameter(
                symbol = "a_e",
                value = 1.2,
                unit = "1",
                low = 1,
                high = 1.4,
                rule = Rule.POSITIVE,
                meaning = "steepness of the sigmoid of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double aE,

        @Parameter(
                symbol = "b_e",
                value = 2.8,
                unit = "1",
                low = 2.4,
                high = 3.2,
                meaning = "place of the sigmoid of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double bE,

        @Parameter(
                symbol = "c_e",
                value = 1,
                unit = "1",
                low = 0.8,
                high = 1.2,
                rule = Rule.POSITIVE,
                meaning = "height of the sigmoid of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cE,

        @Parameter(
                symbol = "theta_e",
                value = 0,
                unit = "1",
                low = 0,
                high = 1,
                meaning = "threshold of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double thetaE,

        @Parameter(
                symbol = "a_i",
                value = 1,
                unit = "1",
                low = 0.8,
                high = 1.2,
                rule = Rule.POSITIVE,
                meaning = "steepness of the sigmoid of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double aI,

        @Parameter(
                symbol = "b_i",
                value = 4,
                unit = "1",
                low = 3.5,
                high = 4.5,
                meaning = "place of the sigmoid of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double bI,

        @Parameter(
                symbol = "c_i",
                value = 1,
                unit = "1",
                low = 0.8,
                high = 1.2,
                rule = Rule.POSITIVE,
                meaning = "height of the sigmoid of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double cI,

        @Parameter(
                symbol = "theta_i",
                value = 0,
                unit = "1",
                low = 0,
                high = 1,
                meaning = "threshold of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double thetaI,

        @Parameter(
                symbol = "r_e",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "refractoriness of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double rE,

        @Parameter(
                symbol = "r_i",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "refractoriness of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double rI,

        @Parameter(
                symbol = "k_e",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 1,
                rule = Rule.POSITIVE,
                meaning = "most excitatory cells that can be active",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double kE,

        @Parameter(
                symbol = "k_i",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 1,
                rule = Rule.POSITIVE,
                meaning = "most inhibitory cells that can be active",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double kI,

        @Parameter(
                symbol = "P_e",
                value = 0,
                unit = "1",
                low = 0,
                high = 2,
                meaning = "background input to excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double pE,

        @Parameter(
                symbol = "Q_i",
                value = 0,
                unit = "1",
                low = 0,
                high = 1,
                meaning = "background input to inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double qI,

        @Parameter(
                symbol = "alpha_e",
                value = 1,
                unit = "1",
                low = 0.8,
                high = 1.2,
                rule = Rule.POSITIVE,
                meaning = "gain of the input of excitatory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double alphaE,

        @Parameter(
                symbol = "alpha_i",
                value = 1,
                unit = "1",
                low = 0.8,
                high = 1.2,
                rule = Rule.POSITIVE,
                meaning = "gain of the input of inhibitory cells",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double alphaI,

        @Parameter(
                symbol = "h",
                value = 1,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.FRACTION,
                meaning = "share of S(0) that is subtracted: 1 with shift_sigmoid, 0 without",
                source = WilsonCowanTvb.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double shift,

        @Parameter(
                symbol = "G",
                value = 0.2,
                unit = "1",
                low = 0.1,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range excitation",
                source = "assumed: with more the whole network stays on its upper branch (decision 20)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGain,

        @Parameter(
                symbol = "G_D",
                value = 0.25,
                unit = "1",
                low = 0.1,
                high = 0.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range suppression",
                source = "G times 1.25 as in the default mass",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD,

        @Parameter(
                symbol = "c_P",
                value = 2,
                unit = "1",
                low = 1.0,
                high = 4,
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
                value = 0.138,
                unit = "1",
                low = 0.088,
                high = 0.188,
                meaning = "what is sent when the activity recorded is 0",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedZero,

        @Parameter(
                symbol = "A_1",
                value = 0.651,
                unit = "1",
                low = 0.521,
                high = 0.781,
                meaning = "what is sent when the activity recorded is 1",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedOne)
        implements NeuralMass {

    static final String TVB = "TVB wilson_cowan.py, defaults (evidence D1)";

    private static final List<Variable> VARIABLES = List.of(
            new Variable("E", "active fraction of excitatory cells", "1", 0.1),
            new Variable("I", "active fraction of inhibitory cells", "1", 0.05));

    public WilsonCowanTvb {
        Parameters.check(
                WilsonCowanTvb.class,
                cEe,
                cEi,
                cIe,
                cIi,
                tauE,
                tauI,
                aE,
                bE,
                cE,
                thetaE,
                aI,
                bI,
                cI,
                thetaI,
                rE,
                rI,
                kE,
                kI,
                pE,
                qI,
                alphaE,
                alphaI,
                shift,
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
        return "wilson-cowan-tvb";
    }

    @Override
    public List<Variable> variables() {
        return VARIABLES;
    }

    @Override
    public double fastestMs() {
        return Math.min(tauE, tauI);
    }

    @Override
    public double slowestMs() {
        return Math.max(tauE, tauI);
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        excitatory(in, y[0], y[1], dydt[0]);
        inhibitory(in, y[0], y[1], dydt[1]);
    }

    private void excitatory(Inputs in, double[] E, double[] I, double[] x) {
        double[] nE = in.nmdaGainE;
        double[] gamma = in.gabaGain;
        double background = pE - thetaE - perDrive * usualDrive;
        for (int k = 0; k < x.length; k++) {
            x[k] = background + nE[k] * cEe * E[k] - gamma[k] * cEi * I[k];
        }
        double[] C = in.excitation;
        double[] P = in.drive;
        double[] u = in.fluctuation;
        for (int k = 0; k < x.length; k++) {
            x[k] = aE * (alphaE * (x[k] + globalGain * C[k] + perDrive * (P[k] + u[k])) - bE);
        }
        relax(x, E, cE, atZero(aE, bE), kE, rE, 1 / tauE);
    }

    private void inhibitory(Inputs in, double[] E, double[] I, double[] x) {
        double[] nI = in.nmdaGainI;
        double[] D = in.suppression;
        for (int k = 0; k < x.length; k++) {
            x[k] = aI * (alphaI * (nI[k] * cIe * E[k] - cIi * I[k] + globalGainD * D[k] + qI - thetaI) - bI);
        }
        relax(x, I, cI, atZero(aI, bI), kI, rI, 1 / tauI);
    }

    private double atZero(double a, double b) {
        return shift / (1 + StrictMath.exp(a * b));
    }

    /** x becomes (-y + (k - r y) c (F(x) - atZero)) / tau. */
    private static void relax(double[] x, double[] y, double c, double atZero, double k, double r, double perTau) {
        Logistic.apply(x, x.length);
        for (int n = 0; n < x.length; n++) {
            x[n] = ((k - r * y[n]) * (c * (x[n] - atZero)) - y[n]) * perTau;
        }
    }

    @Override
    public double[] activity(double[][] y, double[] scratch) {
        return Readout.of(y[0], recordedZero, recordedOne, scratch);
    }
}
