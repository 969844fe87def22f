package org.unstuck.mass;

import java.util.List;
import org.unstuck.describe.Parameters;

/**
 * One kind of neural population model. It holds parameters, never state: {@link #derivatives} writes the equations over all
 * entries at once, in short loops.
 *
 * <p>Networks, conditions, drugs and plasticity know no mass. They act through {@link Inputs}, and what they read is {@link #sent},
 * {@link #activity} and {@link #inhibition}; every mass says in its documentation what its handles are.
 */
public sealed interface NeuralMass
        permits WilsonCowan, WongWang, StuartLandau, WilsonCowanNeurolib, WilsonCowanTvb, JansenRit, NeuralMass.Custom {

    /** The door for masses made elsewhere (notebooks, other projects); the how-to "a mass of your own" has an example. */
    non-sealed interface Custom extends NeuralMass {}

    /** All masses that a scenario can name, with their starting values. */
    static List<NeuralMass> all() {
        return List.of(
                WilsonCowan.standard(),
                Parameters.defaults(WongWang.class),
                Parameters.defaults(StuartLandau.class),
                Parameters.defaults(WilsonCowanNeurolib.class),
                Parameters.defaults(WilsonCowanTvb.class),
                Parameters.defaults(JansenRit.class));
    }

    /** The name used in scenario files. */
    String name();

    /** The state variables. */
    List<Variable> variables();

    /** The shortest time constant of the equations, ms: a fixed step must resolve it. */
    double fastestMs();

    /**
     * The longest time constant or period of the equations, ms: a run has to last many times as long to come to rest. That of the
     * default mass, unless the mass says otherwise.
     */
    default double slowestMs() {
        return WilsonCowan.standard().slowestMs();
    }

    /**
     * Writes the derivative per ms of every variable.
     *
     * @param in what reaches each entry
     * @param y state {@code y[variable][k]}; not modified
     * @param dydt overwritten, same shape; may be used as scratch
     */
    void derivatives(Inputs in, double[][] y, double[][] dydt);

    /**
     * What a region sends over its links, 0 to 1: the first variable, unless the mass says otherwise.
     *
     * @param y state {@code y[variable][k]}; not modified
     * @param scratch one number for each entry, which may be overwritten and returned
     * @return {@code sent[k]}: {@code scratch} or a variable of {@code y}; not to be modified
     */
    default double[] sent(double[][] y, double[] scratch) {
        return y[0];
    }

    /**
     * What is recorded, 0 to 1 with the healthy network near 0.3 at rest, so that thresholds and set-points mean the same for every
     * mass. Arguments and result as in {@link #sent}.
     */
    default double[] activity(double[][] y, double[] scratch) {
        return sent(y, scratch);
    }

    /**
     * Activity of the inhibitory cells, 0 to 1, which the learning of suppressive links reads: the second variable, unless the mass
     * says otherwise. Arguments and result as in {@link #sent}.
     */
    default double[] inhibition(double[][] y, double[] scratch) {
        return y[1];
    }

    /** How many signals excitatory links carry besides {@link #sent}: oscillators send coordinates. */
    default int signals() {
        return 0;
    }

    /** Signal {@code s} of {@link #signals}; it meets its targets as {@code in.carried[s]}. Arguments and result as in {@link #sent}. */
    default double[] signal(int s, double[][] y, double[] scratch) {
        throw new UnsupportedOperationException(name() + " has no signal " + s);
    }

    /**
     * How strong inhibition must be in each region so that the healthy network rests where this mass wants it; for {@link
     * Inputs#balance}.
     *
     * @param excitation sum of the weights of excitatory links onto each region
     * @param suppression the same for suppressive links
     * @param drive drive of each region
     * @return factors of local inhibition {@code [region]}, or null for 1 everywhere
     */
    default double[] balance(double[] excitation, double[] suppression, double[] drive) {
        return null;
    }
}
