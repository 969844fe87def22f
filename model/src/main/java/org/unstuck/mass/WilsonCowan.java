package org.unstuck.mass;

import static org.unstuck.mass.Logistic.relax;
import static org.unstuck.mass.Logistic.root;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.describe.Word;

/**
 * Wilson-Cowan with adaptation, the default mass:
 *
 * <pre>
 *   tau_E dE/dt = -E + F(x_E)     x_E = n_E w_EE E - gamma w_EI I + G sum_j C_ij E_j - a + P + u - theta_E
 *   tau_I dI/dt = -I + F(x_I)     x_I = n_I w_IE E - w_II I + G_D sum_j D_ij E_j - theta_I
 *   tau_a da/dt = -a + b E        F(x) = 1 / (1 + exp(-x))
 * </pre>
 *
 * E and I are the active fractions of excitatory and inhibitory cells, a is spike-frequency adaptation, C are excitatory
 * long-range links (E to E), D suppressive ones (E to the I of the target). gamma is the gain of GABA-A, n_E and n_I those of
 * NMDA receptors on excitatory and inhibitory cells; P is drive and cue, u the fluctuating input.
 *
 * <p>After Wilson and Cowan 1972 (Biophys J 12, 1-24, doi:10.1016/S0006-3495(72)86068-5). Differs: no refractory factor
 * (1 - E), no subtraction of F(0), an adaptation current, and a threshold in place of the shifted sigmoid.
 *
 * <table>
 * <caption>Handles</caption>
 * <tr><td>GABA gain</td><td>gamma: factor of w_EI</td></tr>
 * <tr><td>NMDA gain of E, of I</td><td>n_E: factor of w_EE; n_I: factor of w_IE</td></tr>
 * <tr><td>drive, cue, fluctuation</td><td>P and u, added to x_E</td></tr>
 * <tr><td>excitatory, suppressive links</td><td>G onto E, G_D onto I</td></tr>
 * <tr><td>adaptation gain</td><td>factor of b</td></tr>
 * <tr><td>sent and recorded; inhibition</td><td>E; I</td></tr>
 * </table>
 */
@Word("wilson-cowan")
public record WilsonCowan(
        @Parameter(
                symbol = "tau_E",
                value = 40,
                unit = "ms",
                low = 20,
                high = 80,
                rule = Rule.POSITIVE,
                meaning = "time constant of excitatory activity",
                source = "population response of tens of ms; set in a prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double tauE,

        @Parameter(
                symbol = "tau_I",
                value = 15,
                unit = "ms",
                low = 8,
                high = 30,
                rule = Rule.POSITIVE,
                meaning = "time constant of inhibitory activity",
                source = "faster than tau_E; set in a prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double tauI,

        @Parameter(
                symbol = "tau_a",
                value = 6000,
                unit = "ms",
                low = 3000,
                high = 12000,
                rule = Rule.POSITIVE,
                meaning = "time constant of adaptation",
                source = "sets dwell times of 1-3 s together with b; prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double tauA,

        @Parameter(
                symbol = "w_EE",
                value = 7.5,
                unit = "1",
                low = 6.5,
                high = 8.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "recurrent excitation",
                source = "prototype of this model; 8 with b = 1 gives dwell times of 45 s",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double wEE,

        @Parameter(
                symbol = "w_EI",
                value = 6,
                unit = "1",
                low = 5,
                high = 7,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition of excitatory cells (GABA-A)",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double wEI,

        @Parameter(
                symbol = "w_IE",
                value = 6,
                unit = "1",
                low = 5,
                high = 7,
                rule = Rule.NON_NEGATIVE,
                meaning = "excitation of inhibitory cells",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double wIE,

        @Parameter(
                symbol = "w_II",
                value = 1,
                unit = "1",
                low = 0,
                high = 3,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition among inhibitory cells",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double wII,

        @Parameter(
                symbol = "theta_E",
                value = 2.5,
                unit = "1",
                low = 2,
                high = 3,
                meaning = "threshold of excitatory cells",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double thetaE,

        @Parameter(
                symbol = "theta_I",
                value = 3,
                unit = "1",
                low = 2.5,
                high = 3.5,
                meaning = "threshold of inhibitory cells",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double thetaI,

        @Parameter(
                symbol = "b",
                value = 3,
                unit = "1",
                low = 1,
                high = 4,
                rule = Rule.NON_NEGATIVE,
                meaning = "strength of adaptation",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double b,

        @Parameter(
                symbol = "G",
                value = 2,
                unit = "1",
                low = 1,
                high = 3,
                rule = Rule.NON_NEGATIVE,
                meaning = "global gain of long-range excitation",
                source = "prototype of this model",
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
                meaning = "global gain of long-range suppression",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double globalGainD)
        implements NeuralMass {

    private static final List<Variable> VARIABLES = List.of(
            new Variable("E", "active fraction of excitatory cells", "1", 0.1),
            new Variable("I", "active fraction of inhibitory cells", "1", 0.1),
            new Variable("a", "adaptation current", "1", 0.3));

    public WilsonCowan {
        Parameters.check(
                WilsonCowan.class, tauE, tauI, tauA, wEE, wEI, wIE, wII, thetaE, thetaI, b, globalGain, globalGainD);
    }

    /** All parameters at their defaults. */
    public static WilsonCowan standard() {
        return Parameters.defaults(WilsonCowan.class);
    }

    @Override
    public String name() {
        return "wilson-cowan";
    }

    @Override
    public List<Variable> variables() {
        return VARIABLES;
    }

    @Override
    public double fastestMs() {
        return Math.min(tauI, Math.min(tauE, tauA));
    }

    @Override
    public double slowestMs() {
        return Math.max(tauA, Math.max(tauE, tauI));
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        excitatory(in, y[0], y[1], y[2], dydt[0]);
        inhibitory(in, y[0], y[1], dydt[1]);
        adaptation(in, y[0], y[2], dydt[2]);
    }

    private void excitatory(Inputs in, double[] E, double[] I, double[] a, double[] dE) {
        double[] x = dE;
        recurrent(in, E, I, x);
        external(in, a, x);
        relax(x, E, 1 / tauE);
    }

    private void recurrent(Inputs in, double[] E, double[] I, double[] x) {
        double[] nE = in.nmdaGainE;
        double[] gamma = in.gabaGain;
        for (int k = 0; k < x.length; k++) {
            x[k] = nE[k] * wEE * E[k] - gamma[k] * wEI * I[k] - thetaE;
        }
    }

    private void external(Inputs in, double[] a, double[] x) {
        double[] C = in.excitation;
        double[] P = in.drive;
        double[] u = in.fluctuation;
        for (int k = 0; k < x.length; k++) {
            x[k] = root(x[k] + globalGain * C[k] - a[k] + P[k] + u[k]);
        }
    }

    private void inhibitory(Inputs in, double[] E, double[] I, double[] dI) {
        double[] nI = in.nmdaGainI;
        double[] D = in.suppression;
        double[] x = dI;
        for (int k = 0; k < x.length; k++) {
            x[k] = root(nI[k] * wIE * E[k] - wII * I[k] + globalGainD * D[k] - thetaI);
        }
        relax(x, I, 1 / tauI);
    }

    private void adaptation(Inputs in, double[] E, double[] a, double[] da) {
        double[] tires = in.adaptationGain;
        double perTau = 1 / tauA;
        for (int k = 0; k < da.length; k++) {
            da[k] = (tires[k] * b * E[k] - a[k]) * perTau;
        }
    }
}
