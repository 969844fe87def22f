package org.unstuck.recording;

/**
 * Slow quantities of one patient in one arm, one entry per slow step. Quantities of activity and drugs are means over the
 * step that ends at {@code hours[step]}.
 *
 * @param hours end of the step, h
 * @param activity mean excitatory activity {@code activity[step][region]}
 * @param inSession whether an input was on during the step
 * @param plasma plasma concentration {@code plasma[step][drug]}, ng/mL
 * @param gaba effect at GABA-A receptors before tolerance, 0 to 1
 * @param counter counter-drive a, 0 to 1
 * @param sedation sedation felt, 0 to 1
 * @param blockI occupancy of NMDA receptors on inhibitory cells, 0 to 1
 * @param blockE occupancy of NMDA receptors on excitatory cells, 0 to 1
 * @param gate window of plasticity g
 * @param pool pool of new synapses p
 */
public record Trace(
        double[] hours,
        double[][] activity,
        boolean[] inSession,
        double[][] plasma,
        double[] gaba,
        double[] counter,
        double[] sedation,
        double[] blockI,
        double[] blockE,
        double[] gate,
        double[] pool) {

    /** An empty trace of {@code steps} steps, to be filled. */
    public static Trace of(int steps, int regions, int drugs) {
        return new Trace(
                new double[steps],
                new double[steps][regions],
                new boolean[steps],
                new double[steps][drugs],
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps]);
    }
}
