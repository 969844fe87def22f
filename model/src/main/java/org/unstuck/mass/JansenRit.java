package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * Jansen-Rit: pyramidal cells with an excitatory and an inhibitory loop.
 *
 * <pre>
 *   y0'' = A a s(y1 - y2) - 2 a y0' - a^2 y0                                                              pyramidal cells
 *   y1'' = A a (mu + n_E a_2 J s(a_1 J y0) + G sum_j C_ij s_j + c_P (P - P_0 + u)) - 2 a y1' - a^2 y1     excitatory loop
 *   y2'' = gamma B b (a_4 J s(n_I a_3 J y0) + G_D sum_j D_ij s_j) - 2 b y2' - b^2 y2                      inhibitory loop
 *   s(v) = 2 nu_max / (1 + exp(r (v_0 - v))),   s_j = s(y1_j - y2_j)
 * </pre>
 *
 * y are potentials in mV, s firing rates in 1/ms; y3, y4, y5 are the derivatives of y0, y1, y2.
 *
 * <p>Jansen and Rit 1995, Electroencephalogram and visual evoked potential generation in a mathematical model of coupled cortical columns
 * (Biol Cybern 73, 357-366), in the form and with the numbers of TVB's jansen_rit.py; regions are coupled by the firing rate of pyramidal
 * cells. Differs: long-range suppression, and noise that is a fluctuating input beside mu.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>gamma: factor of B, the size of inhibitory potentials</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>n_E: factor of a_2, the excitatory loop; n_I: factor of a_3, from pyramidal to inhibitory cells</td></tr>
 * <tr><td>drive, cue, fluctuation</td><td>c_P times what exceeds P_0, added to mu</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>G onto the excitatory, G_D onto the inhibitory loop</td></tr>
 * <tr><td>adaptation gain</td><td>none: this mass does not tire</td></tr>
 * <tr><td>sent; recorded; inhibition</td><td>s(y1 - y2) / (2 nu_max); that, less A_0, over A_1 - A_0; s(n_I a_3 J y0) / (2 nu_max) with n_I of 1</td></tr>
 * </table>
 */
@Word("jansen-rit")
public record JansenRit(
        @Parameter(
                symbol = "A",
                value = 3.25,
                unit = "mV",
                low = 2.6,
                high = 9.75,
                rule = Rule.POSITIVE,
                meaning = "largest excitatory potential",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double A,

        @Parameter(
                symbol = "B",
                value = 22,
                unit = "mV",
                low = 17.6,
                high = 110,
                rule = Rule.POSITIVE,
                meaning = "largest inhibitory potential",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double B,

        @Parameter(
                symbol = "a",
                value = 0.1,
                unit = "1/ms",
                low = 0.05,
                high = 0.15,
                rule = Rule.POSITIVE,
                meaning = "rate of excitatory potentials",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double a,

        @Parameter(
                symbol = "b",
                value = 0.05,
                unit = "1/ms",
                low = 0.025,
                high = 0.075,
                rule = Rule.POSITIVE,
                meaning = "rate of inhibitory potentials",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double b,

        @Parameter(
                symbol = "v_0",
                value = 5.52,
                unit = "mV",
                low = 3.12,
                high = 6,
                meaning = "potential at which half of the cells fire",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double v0,

        @Parameter(
                symbol = "nu_max",
                value = 0.0025,
                unit = "1/ms",
                low = 0.00125,
                high = 0.00375,
                rule = Rule.POSITIVE,
                meaning = "half of the highest firing rate",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double nuMax,

        @Parameter(
                symbol = "r",
                value = 0.56,
                unit = "1/mV",
                low = 0.28,
                high = 0.84,
                rule = Rule.POSITIVE,
                meaning = "steepness of the sigmoid",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double r,

        @Parameter(
                symbol = "J",
                value = 135,
                unit = "1",
                low = 65,
                high = 270,
                rule = Rule.NON_NEGATIVE,
                meaning = "mean number of synapses",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double J,

        @Parameter(
                symbol = "a_1",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 1.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "from pyramidal cells to the excitatory loop",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double a1,

        @Parameter(
                symbol = "a_2",
                value = 0.8,
                unit = "1",
                low = 0.4,
                high = 1.2,
                rule = Rule.NON_NEGATIVE,
                meaning = "from the excitatory loop to pyramidal cells",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double a2,

        @Parameter(
                symbol = "a_3",
                value = 0.25,
                unit = "1",
                low = 0.125,
                high = 0.375,
                rule = Rule.NON_NEGATIVE,
                meaning = "from pyramidal cells to the inhibitory loop",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double a3,

        @Parameter(
                symbol = "a_4",
                value = 0.25,
                unit = "1",
                low = 0.125,
                high = 0.375,
                rule = Rule.NON_NEGATIVE,
                meaning = "from the inhibitory loop to pyramidal cells",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double a4,

        @Parameter(
                symbol = "mu",
                value = 0.22,
                unit = "1/ms",
                low = 0.12,
                high = 0.32,
                meaning = "input from elsewhere",
                source = JansenRit.TVB,
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double mu,

        @Parameter(
                symbol = "G",
                value = 10,
                unit = "1",
                low = 5,
                high = 20,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range excitation",
                source = "assumed: links then add up to a tenth of mu",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGain,

        @Parameter(
                symbol = "G_D",
                value = 12.5,
                unit = "1",
                low = 6,
                high = 25,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range suppression",
                source = "G times 1.25 as in the default mass",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD,

        @Parameter(
                symbol = "c_P",
                value = 0.2,
                unit = "1/ms",
                low = 0.1,
                high = 0.4,
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
                value = -0.079,
                unit = "1",
                low = -0.129,
                high = -0.029,
                meaning = "what is sent when the activity recorded is 0",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedZero,

        @Parameter(
                symbol = "A_1",
                value = 0.884,
                unit = "1",
                low = 0.707,
                high = 1.061,
                meaning = "what is sent when the activity recorded is 1",
                source = Working.READOUT,
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double recordedOne)
        implements NeuralMass {

    static final String TVB = "Jansen and Rit 1995, as in TVB jansen_rit.py";

    private static final List<Variable> VARIABLES = List.of(
            new Variable("y0", "potential in both loops from pyramidal cells", "mV", 0.1),
            new Variable("y1", "excitatory potential of pyramidal cells", "mV", 18),
            new Variable("y2", "inhibitory potential of pyramidal cells", "mV", 12),
            new Variable("y3", "change of y0", "mV/ms", 0),
            new Variable("y4", "change of y1", "mV/ms", 0),
            new Variable("y5", "change of y2", "mV/ms", 0));

    /** y0, y1, y2; their derivatives follow. */
    private static final int POTENTIALS = 3;

    public JansenRit {
        Parameters.check(
                JansenRit.class,
                A,
                B,
                a,
                b,
                v0,
                nuMax,
                r,
                J,
                a1,
                a2,
                a3,
                a4,
                mu,
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
        return "jansen-rit";
    }

    @Override
    public List<Variable> variables() {
        return VARIABLES;
    }

    @Override
    public double fastestMs() {
        return 1 / Math.max(a, b);
    }

    @Override
    public double slowestMs() {
        return 1 / Math.min(a, b);
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        for (int v = 0; v < POTENTIALS; v++) {
            System.arraycopy(y[v + POTENTIALS], 0, dydt[v], 0, dydt[v].length);
        }
        pyramidal(y, dydt[3]);
        excitatory(in, y, dydt[4]);
        inhibitory(in, y, dydt[5]);
    }

    private void pyramidal(double[][] y, double[] x) {
        share(y, x);
        response(A * a * 2 * nuMax, x, a, y[0], y[3]);
    }

    private void excitatory(Inputs in, double[][] y, double[] x) {
        double[] y0 = y[0];
        for (int k = 0; k < x.length; k++) {
            x[k] = r * (a1 * J * y0[k] - v0);
        }
        Logistic.apply(x, x.length);
        double[] nE = in.nmdaGainE;
        double[] C = in.excitation;
        double[] P = in.drive;
        double[] u = in.fluctuation;
        double background = mu - perDrive * usualDrive;
        double rate = 2 * nuMax;
        for (int k = 0; k < x.length; k++) {
            x[k] = background + rate * (nE[k] * (a2 * J) * x[k] + globalGain * C[k]) + perDrive * (P[k] + u[k]);
        }
        response(A * a, x, a, y[1], y[4]);
    }

    private void inhibitory(Inputs in, double[][] y, double[] x) {
        double[] y0 = y[0];
        double[] nI = in.nmdaGainI;
        for (int k = 0; k < x.length; k++) {
            x[k] = r * (nI[k] * (a3 * J) * y0[k] - v0);
        }
        Logistic.apply(x, x.length);
        double[] gamma = in.gabaGain;
        double[] D = in.suppression;
        for (int k = 0; k < x.length; k++) {
            x[k] = gamma[k] * (a4 * J * x[k] + globalGainD * D[k]);
        }
        response(B * b * 2 * nuMax, x, b, y[2], y[5]);
    }

    /** x becomes h x - 2 rate y' - rate^2 y. */
    private static void response(double h, double[] x, double rate, double[] y, double[] dy) {
        for (int k = 0; k < x.length; k++) {
            x[k] = h * x[k] - 2 * rate * dy[k] - rate * rate * y[k];
        }
    }

    /** s(y1 - y2) / (2 nu_max). */
    private void share(double[][] y, double[] x) {
        double[] y1 = y[1];
        double[] y2 = y[2];
        for (int k = 0; k < x.length; k++) {
            x[k] = r * (y1[k] - y2[k] - v0);
        }
        Logistic.apply(x, x.length);
    }

    @Override
    public double[] sent(double[][] y, double[] scratch) {
        share(y, scratch);
        return scratch;
    }

    @Override
    public double[] activity(double[][] y, double[] scratch) {
        return Readout.of(sent(y, scratch), recordedZero, recordedOne, scratch);
    }

    @Override
    public double[] inhibition(double[][] y, double[] scratch) {
        double[] y0 = y[0];
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = r * (a3 * J * y0[k] - v0);
        }
        Logistic.apply(scratch, scratch.length);
        return scratch;
    }
}
