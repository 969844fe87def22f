package org.unstuck.protocol;

/**
 * What one patient does by himself, or is given, depending on how he is: asked at certain steps of the slow clock, and
 * owned by one patient of one arm. All arms and patients share one grid of steps, so what is decided happens at the next of these
 * steps after its reason; the reason is the mean over the step before.
 */
public interface Decision {

    /**
     * What is known at a step.
     *
     * @param hours now
     * @param index the symptom of the last step: 0 as the healthy twin, 1 as untreated; NaN if the two cannot be told apart
     * @param felt the effect felt at GABA-A receptors in the last step, after tolerance, 0 to 1
     */
    record Known(double hours, double index, double felt) {}

    /**
     * An answer.
     *
     * @param taken whether a dose is taken now
     * @param reason why, or why not
     */
    record Verdict(boolean taken, String reason) {}

    /** The answer at a step; null if there is no reason for a dose. Steps come in order of time. */
    Verdict decide(Known known);
}
