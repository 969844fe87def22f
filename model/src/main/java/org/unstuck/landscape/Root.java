package org.unstuck.landscape;

/** How a search for f(x) = 0 ended. */
public sealed interface Root {

    /**
     * A point was found.
     *
     * @param equilibrium the point and its stability
     * @param iterations Newton steps it took
     */
    record Found(Equilibrium equilibrium, int iterations) implements Root {}

    /**
     * None was found.
     *
     * @param why the reason, as a phrase that can stand in a table
     * @param last the last point that was finite
     * @param residual largest |f_i| there
     */
    record Lost(String why, double[] last, double residual) implements Root {}
}
