package org.unstuck.mass;

import java.util.List;

/**
 * One kind of neural population model. It holds parameters, never state: {@link #derivatives} writes the equations over all
 * entries at once, in short loops.
 */
public sealed interface NeuralMass permits WilsonCowan, NeuralMass.Custom {

    /** The door for masses made elsewhere (notebooks, other projects). */
    non-sealed interface Custom extends NeuralMass {}

    /** The name used in scenario files. */
    String name();

    /**
     * The state variables. The first is the excitatory activity (0 to 1): it is what other regions receive and what is
     * recorded. The second is the inhibitory activity.
     */
    List<Variable> variables();

    /** The shortest time constant of the equations, ms: a fixed step must resolve it. */
    double fastestMs();

    /**
     * Writes the derivative per ms of every variable.
     *
     * @param in what reaches each entry
     * @param y state {@code y[variable][k]}; not modified
     * @param dydt overwritten, same shape; may be used as scratch
     */
    void derivatives(Inputs in, double[][] y, double[][] dydt);
}
