package org.unstuck.network;

/**
 * The weights of the links of all lanes, laid out for one way to sum them. Every way adds the terms of a sum by ascending name of the source with
 * {@code Math.fma}, starting at 0, so that all give the same bits.
 */
interface Weights {

    /** The weight of link {@code e} in lane {@code k}. */
    double weight(int e, int k);

    /** As {@link Coupling#apply}. */
    void apply(double[] E, double[] excitation, double[] suppression);

    /** Weights that may differ between lanes. */
    interface ByLane extends Weights {

        /** Sets the weight of link {@code e} in lane {@code k}. */
        void set(int e, int k, double value);
    }
}
