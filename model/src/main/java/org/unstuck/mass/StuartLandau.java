package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * The Stuart-Landau oscillator, the normal form of a Hopf bifurcation, z = x + i y:
 *
 * <pre>
 *   tau dx/dt = (a_k - x^2 - y^2) x - omega y + G sum_j C_kj (x_j - x_k) + c_P u
 *   tau dy/dt = (a_k - x^2 - y^2) y + omega x + G sum_j C_kj (y_j - y_k)
 *   a_k = a + c_P (P - P_0 + s_E (n_E - 1) - s_G (gamma - 1) - s_I (n_I - 1) - G_D sum_j D_kj |z_j|)
 * </pre>
 *
 * Without input a region oscillates with amplitude sqrt(a) and frequency omega / (2 pi tau) if a is above 0, and is at rest otherwise.
 *
 * <p>Deco, Kringelbach, Jirsa and Ritter 2017, The dynamics of resting fluctuations in the brain: metastability and its dynamical
 * cortical core (Sci Rep 7, 3095): the first two lines, with 1 s for tau. The numbers are those the evidence review gives (a near 0,
 * 0.04 to 0.07 Hz). Differs: noise is a fluctuating input to x. The third line is not in the paper: an oscillator without cells has no
 * receptors, so drugs, cues and suppression act on the bifurcation parameter, as in models that scale it by a receptor map, each as much
 * as the same change moves x_E of the default mass at rest. What a drug does to this mass is therefore copied, not found.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>lowers a by c_P s_G for each unit</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>raises a by c_P s_E; lowers a by c_P s_I</td></tr>
 * <tr><td>drive and cue; fluctuation</td><td>c_P times what exceeds P_0, added to a; c_P u, added to dx</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>diffusive coupling G; lower a by c_P G_D times the amplitude of the source</td></tr>
 * <tr><td>adaptation gain</td><td>none: this mass does not tire</td></tr>
 * <tr><td>sent; recorded; inhibition</td><td>x and y, and |z|; (|z| - A_0) / (A_1 - A_0); 1 less what is recorded</td></tr>
 * </table>
 */
@Word("stuart-landau")
public record StuartLandau(
        @Parameter(
                symbol = "a",
                value = 0,
                unit = "1",
                low = -0.02,
                high = 0.02,
                meaning = "bifurcation parameter",
                source = StuartLandau.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double a,

        @Parameter(
                symbol = "omega",
                value = 0.314,
                unit = "1",
                low = 0.25,
                high = 0.44,
                meaning = "angular frequency, radians in tau: 0.05 Hz",
                source = StuartLandau.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double omega,

        @Parameter(
                symbol = "tau",
                value = 1000,
                unit = "ms",
                low = 500,
                high = 2000,
                rule = Rule.POSITIVE,
                meaning = "unit of time of the equation",
                source = StuartLandau.DECO,
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double tau,

        @Parameter(
                symbol = "G",
                value = 0.5,
                unit = "1",
                low = 0.1,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range coupling",
                source = "set by hand; the paper fits it to a connectome of another scale",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGain,

        @Parameter(
                symbol = "G_D",
                value = 2.5,
                unit = "1",
                low = 1.25,
                high = 3.75,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range suppression, in units of drive",
                source = "as in the default mass",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD,

        @Parameter(
                symbol = "s_E",
                value = 2,
                unit = "1",
                low = 1,
                high = 3,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive that doubled recurrent excitation is worth",
                source = StuartLandau.GAINS,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sE,

        @Parameter(
                symbol = "s_G",
                value = 2,
                unit = "1",
                low = 1,
                high = 3,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive that doubled inhibition takes away",
                source = StuartLandau.GAINS,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sG,

        @Parameter(
                symbol = "s_I",
                value = 1.5,
                unit = "1",
                low = 0.5,
                high = 3,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive that doubled excitation of inhibitory cells takes away",
                source = StuartLandau.GAINS,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sI,

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
                value = 0.078,
                unit = "1",
                low = 0.028,
                high = 0.128,
                meaning = "what is sent when the activity recorded is 0",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedZero,

        @Parameter(
                symbol = "A_1",
                value = 0.749,
                unit = "1",
                low = 0.599,
                high = 0.899,
                meaning = "what is sent when the activity recorded is 1",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedOne)
        implements NeuralMass {

    static final String DECO = "Deco 2017, Sci Rep; range as in the evidence review";
    static final String GAINS =
            "what the same change does to x_E of the default mass near rest (w_EE E, w_EI I, and through I); assumed";

    private static final List<Variable> VARIABLES = List.of(
            new Variable("x", "real part of the oscillation", "amplitude", 0.1),
            new Variable("y", "imaginary part of the oscillation", "amplitude", 0));

    public StuartLandau {
        Parameters.check(
                StuartLandau.class,
                a,
                omega,
                tau,
                globalGain,
                globalGainD,
                sE,
                sG,
                sI,
                perDrive,
                usualDrive,
                recordedZero,
                recordedOne);
        Readout.check(recordedZero, recordedOne);
    }

    @Override
    public String name() {
        return "stuart-landau";
    }

    @Override
    public List<Variable> variables() {
        return VARIABLES;
    }

    /** tau: an amplitude of 1 decays with half of it. */
    @Override
    public double fastestMs() {
        return 0.5 * tau / Math.max(1, Math.abs(omega));
    }

    @Override
    public double slowestMs() {
        return 2 * Math.PI * tau / Math.max(Math.abs(omega), LEAST_OMEGA);
    }

    /** Slower turning than this is not waited for. */
    private static final double LEAST_OMEGA = 0.1;

    @Override
    public int signals() {
        return 2;
    }

    @Override
    public double[] signal(int s, double[][] y, double[] scratch) {
        return y[s];
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        double[] x = y[0];
        double[] growth = in.scratch;
        growth(in, x, y[1], growth);
        turn(growth, x, y[1], -omega, in.carried[0], in.strength, dydt[0]);
        turn(growth, y[1], x, omega, in.carried[1], in.strength, dydt[1]);
        double[] u = in.fluctuation;
        double noise = perDrive / tau;
        double[] dx = dydt[0];
        for (int k = 0; k < dx.length; k++) {
            dx[k] += noise * u[k];
        }
    }

    /** a_k - x^2 - y^2. */
    private void growth(Inputs in, double[] x, double[] y, double[] growth) {
        double[] P = in.drive;
        double[] D = in.suppression;
        for (int k = 0; k < growth.length; k++) {
            growth[k] = a + perDrive * (P[k] - usualDrive - globalGainD * D[k]) - (x[k] * x[k] + y[k] * y[k]);
        }
        double[] nE = in.nmdaGainE;
        double[] nI = in.nmdaGainI;
        double[] gamma = in.gabaGain;
        for (int k = 0; k < growth.length; k++) {
            growth[k] += perDrive * (sE * (nE[k] - 1) - sG * (gamma[k] - 1) - sI * (nI[k] - 1));
        }
    }

    private void turn(
            double[] growth, double[] x, double[] other, double w, double[] sum, double[] strength, double[] dx) {
        double perTau = 1 / tau;
        for (int k = 0; k < dx.length; k++) {
            dx[k] = (growth[k] * x[k] + w * other[k] + globalGain * (sum[k] - strength[k] * x[k])) * perTau;
        }
    }

    /** |z|. */
    @Override
    public double[] sent(double[][] y, double[] scratch) {
        double[] x = y[0];
        double[] w = y[1];
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = Math.sqrt(x[k] * x[k] + w[k] * w[k]);
        }
        return scratch;
    }

    @Override
    public double[] activity(double[][] y, double[] scratch) {
        return Readout.of(sent(y, scratch), recordedZero, recordedOne, scratch);
    }

    @Override
    public double[] inhibition(double[][] y, double[] scratch) {
        activity(y, scratch);
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = 1 - scratch[k];
        }
        return scratch;
    }
}
