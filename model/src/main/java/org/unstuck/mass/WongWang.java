package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * The reduced Wong-Wang model with excitatory and inhibitory cells, also called dynamic mean field (DMF):
 *
 * <pre>
 *   dS_E/dt = -S_E/tau_E + (1 - S_E) gamma r_E      x_E = W_E I_0 + n_E w_+ J_N S_E - gamma_G J_i S_I + G J_N sum_j C_ij S_j + c_P (P - P_0 + u)
 *   dS_I/dt = -S_I/tau_I + r_I                      x_I = W_I I_0 + n_I J_N S_E - S_I + G_D J_N sum_j D_ij S_j
 *   r = H(x) = (a x - b) / (1 - exp(-d (a x - b)))
 * </pre>
 *
 * S_E and S_I are the shares of open NMDA and GABA channels, x currents in nA, r firing rates in Hz (1/s in the equations of the
 * paper, 1/ms here). C are excitatory long-range links, D suppressive ones onto inhibitory cells (feed-forward inhibition).
 *
 * <p>Deco, Ponce-Alvarez, Hagmann, Romani, Mantini and Corbetta 2014, How local excitation-inhibition ratio impacts the whole brain
 * dynamics (J Neurosci 34, 7886-7898), after Wong and Wang 2006. The numbers are those of TVB's wong_wang_exc_inh.py and of Luppi 2022,
 * table 3. Feedback inhibition control sets J_i of each region so that it rests at r_0. Differs: this is done once, for the healthy
 * network, in closed form at the equilibrium rather than by trial on noisy runs ({@link #balance}), so that patients keep what makes
 * them ill; noise is a fluctuating current in place of white noise on S; links may suppress.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>gamma_G: factor of J_i</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>n_E: factor of w_+ J_N; n_I: factor of J_N from E to I</td></tr>
 * <tr><td>drive, cue, fluctuation</td><td>c_P times what exceeds P_0, a current to E</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>G J_N onto E, G_D J_N onto I</td></tr>
 * <tr><td>adaptation gain</td><td>none: this mass does not tire</td></tr>
 * <tr><td>sent; recorded; inhibition</td><td>S_E; (S_E - A_0) / (A_1 - A_0); S_I</td></tr>
 * </table>
 */
@Word("wong-wang")
public record WongWang(
        @Parameter(
                symbol = "a_E",
                value = 310,
                unit = "1/nC",
                low = 280,
                high = 340,
                rule = Rule.POSITIVE,
                meaning = "gain of the transfer function of excitatory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double aE,

        @Parameter(
                symbol = "b_E",
                value = 125,
                unit = "Hz",
                low = 110,
                high = 140,
                rule = Rule.POSITIVE,
                meaning = "threshold of the transfer function of excitatory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double bE,

        @Parameter(
                symbol = "d_E",
                value = 0.16,
                unit = "s",
                low = 0.14,
                high = 0.18,
                rule = Rule.POSITIVE,
                meaning = "curvature of the transfer function of excitatory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double dE,

        @Parameter(
                symbol = "a_I",
                value = 615,
                unit = "1/nC",
                low = 550,
                high = 680,
                rule = Rule.POSITIVE,
                meaning = "gain of the transfer function of inhibitory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double aI,

        @Parameter(
                symbol = "b_I",
                value = 177,
                unit = "Hz",
                low = 160,
                high = 195,
                rule = Rule.POSITIVE,
                meaning = "threshold of the transfer function of inhibitory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double bI,

        @Parameter(
                symbol = "d_I",
                value = 0.087,
                unit = "s",
                low = 0.08,
                high = 0.095,
                rule = Rule.POSITIVE,
                meaning = "curvature of the transfer function of inhibitory cells",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double dI,

        @Parameter(
                symbol = "tau_E",
                value = 100,
                unit = "ms",
                low = 60,
                high = 150,
                rule = Rule.POSITIVE,
                meaning = "decay of NMDA channels",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double tauE,

        @Parameter(
                symbol = "tau_I",
                value = 10,
                unit = "ms",
                low = 5,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "decay of GABA channels",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double tauI,

        @Parameter(
                symbol = "gamma",
                value = 0.641,
                unit = "1",
                low = 0.5,
                high = 0.8,
                rule = Rule.POSITIVE,
                meaning = "share of closed NMDA channels that a spike opens",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double gamma,

        @Parameter(
                symbol = "w_+",
                value = 1.4,
                unit = "1",
                low = 1.2,
                high = 1.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "recurrent excitation",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double wPlus,

        @Parameter(
                symbol = "J_N",
                value = 0.15,
                unit = "nA",
                low = 0.12,
                high = 0.18,
                rule = Rule.NON_NEGATIVE,
                meaning = "current of all NMDA channels",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double jN,

        @Parameter(
                symbol = "J_i",
                value = 1,
                unit = "nA",
                low = 0.5,
                high = 2,
                rule = Rule.NON_NEGATIVE,
                meaning = "current of all GABA channels, before feedback inhibition control",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double jI,

        @Parameter(
                symbol = "I_0",
                value = 0.382,
                unit = "nA",
                low = 0.35,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "background current",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double i0,

        @Parameter(
                symbol = "W_E",
                value = 1,
                unit = "1",
                low = 0.9,
                high = 1.1,
                rule = Rule.NON_NEGATIVE,
                meaning = "share of the background current that excitatory cells receive",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double wE,

        @Parameter(
                symbol = "W_I",
                value = 0.7,
                unit = "1",
                low = 0.6,
                high = 0.8,
                rule = Rule.NON_NEGATIVE,
                meaning = "share of the background current that inhibitory cells receive",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double wI,

        @Parameter(
                symbol = "r_0",
                value = 3,
                unit = "Hz",
                low = 2.5,
                high = 3.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "rate at which feedback inhibition control lets the healthy network rest; 0 switches it off",
                source = WongWang.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double targetHz,

        @Parameter(
                symbol = "G",
                value = 0.3,
                unit = "1",
                low = 0.1,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range excitation",
                source =
                        "just below where the balanced twelve-region network loses its stability, between 0.3 and 0.35 (tested)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGain,

        @Parameter(
                symbol = "G_D",
                value = 0.375,
                unit = "1",
                low = 0.1,
                high = 0.75,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range suppression",
                source = "G times 1.25 as in the default mass",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD,

        @Parameter(
                symbol = "c_P",
                value = 0.02,
                unit = "nA",
                low = 0.01,
                high = 0.04,
                rule = Rule.NON_NEGATIVE,
                meaning = "current for a unit of drive, cue or fluctuation",
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
                value = -0.028,
                unit = "1",
                low = -0.078,
                high = 0.022,
                meaning = "what is sent when the activity recorded is 0",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedZero,

        @Parameter(
                symbol = "A_1",
                value = 0.75,
                unit = "1",
                low = 0.6,
                high = 0.9,
                meaning = "what is sent when the activity recorded is 1",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedOne)
        implements NeuralMass {

    static final String DECO = "Deco 2014, as in TVB wong_wang_exc_inh.py and Luppi 2022, table 3";

    private static final double MS = 1000;
    /** Inhibition is scaled by no less and no more than this, so that a mass outside its range stays finite. */
    private static final double LEAST = 0;

    private static final int BISECTIONS = 200;

    private static final List<Variable> VARIABLES = List.of(
            new Variable("S_E", "share of open NMDA channels", "1", 0.164757),
            new Variable("S_I", "share of open GABA channels", "1", 0.039218));

    public WongWang {
        Parameters.check(
                WongWang.class,
                aE,
                bE,
                dE,
                aI,
                bI,
                dI,
                tauE,
                tauI,
                gamma,
                wPlus,
                jN,
                jI,
                i0,
                wE,
                wI,
                targetHz,
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
        return "wong-wang";
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
        excitatory(in, y[0], y[1], dydt[0], dydt[1]);
        inhibitory(in, y[0], y[1], dydt[1], in.scratch);
    }

    private void excitatory(Inputs in, double[] sE, double[] sI, double[] x, double[] scratch) {
        double[] nE = in.nmdaGainE;
        double[] gamma = in.gabaGain;
        double[] balance = in.balance;
        double background = wE * i0 - perDrive * usualDrive;
        for (int k = 0; k < x.length; k++) {
            x[k] = background + nE[k] * (wPlus * jN) * sE[k] - gamma[k] * balance[k] * jI * sI[k];
        }
        double[] C = in.excitation;
        double[] P = in.drive;
        double[] u = in.fluctuation;
        for (int k = 0; k < x.length; k++) {
            x[k] = aE / MS * (x[k] + globalGain * jN * C[k] + perDrive * (P[k] + u[k])) - bE / MS;
        }
        AbbottChance.apply(x, dE * MS, scratch);
        double perTau = 1 / tauE;
        for (int k = 0; k < x.length; k++) {
            x[k] = (1 - sE[k]) * this.gamma * x[k] - sE[k] * perTau;
        }
    }

    private void inhibitory(Inputs in, double[] sE, double[] sI, double[] x, double[] scratch) {
        double[] nI = in.nmdaGainI;
        double[] D = in.suppression;
        for (int k = 0; k < x.length; k++) {
            x[k] = aI / MS * (wI * i0 + nI[k] * jN * sE[k] - sI[k] + globalGainD * jN * D[k]) - bI / MS;
        }
        AbbottChance.apply(x, dI * MS, scratch);
        double perTau = 1 / tauI;
        for (int k = 0; k < x.length; k++) {
            x[k] -= sI[k] * perTau;
        }
    }

    @Override
    public double[] activity(double[][] y, double[] scratch) {
        return Readout.of(y[0], recordedZero, recordedOne, scratch);
    }

    /** Firing rate of excitatory cells, Hz, at current {@code xE} in nA. */
    public double rateE(double xE) {
        return AbbottChance.of(aE * xE - bE, dE);
    }

    /** Firing rate of inhibitory cells, Hz, at current {@code xI} in nA. */
    public double rateI(double xI) {
        return AbbottChance.of(aI * xI - bI, dI);
    }

    /**
     * Feedback inhibition control: the factor of J_i with which each region rests at r_0 when all do. S_E follows from r_0, S_I from
     * S_E, x_E from r_0, and J_i S_I is what is left over. (Raising J_i by small steps on a running network, as in the paper, ends at the
     * same point below the bistable range, and may end at another above it.)
     */
    @Override
    public double[] balance(double[] excitation, double[] suppression, double[] drive) {
        if (targetHz == 0) {
            return null;
        }
        double open = gamma * targetHz * tauE / MS;
        double sE = open / (1 + open);
        double xE = root(x -> rateE(x) - targetHz, 0, 1);
        double[] factor = new double[drive.length];
        for (int i = 0; i < factor.length; i++) {
            double onI = wI * i0 + jN * sE + globalGainD * jN * suppression[i] * sE;
            double sI = root(s -> s - tauI / MS * rateI(onI - s), 0, 1);
            double current =
                    wE * i0 + (wPlus + globalGain * excitation[i]) * jN * sE + perDrive * (drive[i] - usualDrive);
            factor[i] = Math.max(LEAST, (current - xE) / (sI * jI));
        }
        return factor;
    }

    /** The zero of a rising function between two points, by bisection. */
    private static double root(java.util.function.DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        for (int n = 0; n < BISECTIONS; n++) {
            double middle = 0.5 * (a + b);
            if (f.applyAsDouble(middle) < 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }
}
