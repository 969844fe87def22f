package org.unstuck.integrate;

/**
 * What a stochastic integral means when the amplitude of the noise depends on the state (Kloeden and Platen 1992, section 4.9).
 * For a diagonal amplitude g the same process is dy = f dt + g dW in the one and dy = (f - g g'/2) dt + g o dW in the other reading.
 */
public enum Calculus {
    /** The amplitude at the start of each step: the mean of the noise term is 0. */
    ITO,
    /** The amplitude at the middle of each step: the limit of smooth noise, with the usual chain rule. */
    STRATONOVICH
}
