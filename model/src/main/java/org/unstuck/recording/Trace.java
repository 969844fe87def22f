package org.unstuck.recording;

import java.util.List;

/**
 * Slow quantities of one patient in one arm, one entry per slow step. Quantities of activity and drugs are means over the
 * step that ends at {@code hours[step]}.
 *
 * @param hours end of the step, h
 * @param activity mean excitatory activity {@code activity[step][region]}
 * @param inSession whether an input was on during the step
 * @param plasma plasma concentration {@code plasma[step][drug]}, ng/mL
 * @param levels all other slow quantities {@code levels[slow][step]}, in the order of {@link Slow}; see {@link #of(Slow)}
 */
public record Trace(double[] hours, double[][] activity, boolean[] inSession, double[][] plasma, double[][] levels) {

    /** An empty trace of {@code steps} steps, to be filled. */
    public static Trace of(int steps, int regions, int drugs) {
        return new Trace(
                new double[steps],
                new double[steps][regions],
                new boolean[steps],
                new double[steps][drugs],
                new double[Slow.values().length][steps]);
    }

    /** One slow quantity {@code [step]}; the array of this trace, not a copy. */
    public double[] of(Slow quantity) {
        return levels[quantity.ordinal()];
    }

    /**
     * The trace of somebody to whom nothing happens: the first step again and again.
     *
     * @param grid moments of the slow clock, from 0
     */
    public Trace lasting(List<Double> grid) {
        int steps = grid.size() - 1;
        Trace trace = of(steps, steps == 0 ? 0 : activity[0].length, steps == 0 ? 0 : plasma[0].length);
        for (int s = 0; s < steps; s++) {
            trace.hours[s] = grid.get(s + 1);
            trace.activity[s] = activity[0].clone();
        }
        return trace;
    }
}
