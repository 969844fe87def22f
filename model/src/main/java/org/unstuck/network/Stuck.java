package org.unstuck.network;

/**
 * Three rival meanings of "stuck", none of them shown to be the right one. A conclusion that holds under one of them only has to
 * say so.
 */
public enum Stuck {
    /** One circuit excites itself too much; switching elsewhere is normal. The changes a condition is described by. */
    LOOP,
    /** Deep attractors: networks hold themselves and tire less, so that each is left late and to few others. */
    ATTRACTOR,
    /**
     * Too much aimless variability: more fluctuation, less coherence inside networks. In depression temporal variability is higher,
     * not lower (Long 2020).
     */
    VARIABILITY
}
