package org.unstuck.network;

/**
 * What a condition can scale inside a region. The words are those of no particular mass; {@link org.unstuck.mass.Inputs} carries
 * the gains, and a mass says which of its parameters each one scales.
 */
public enum Local {
    /** Excitation of excitatory cells by their own kind, through NMDA receptors (w_EE of the default mass). */
    RECURRENT_EXCITATION,
    /** Fast inhibition of excitatory cells (w_EI). */
    INHIBITION,
    /** Excitation of inhibitory cells, through their NMDA receptors (w_IE). */
    INTERNEURON_EXCITATION,
    /** How much a region tires (b). */
    ADAPTATION,
    /** The fluctuating input (sigma). */
    NOISE
}
