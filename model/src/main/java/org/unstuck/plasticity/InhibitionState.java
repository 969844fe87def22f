package org.unstuck.plasticity;

import java.util.Arrays;

/** Local inhibition {@code J[region][lane]} relative to the condition (see {@link Homeostasis}). Owned by one run. */
public final class InhibitionState {

    /** Inhibition is neither abolished nor more than doubled. */
    private static final double LEAST = 0.5;

    private static final double MOST = 2;

    private Homeostasis rule;
    private final double[][] J;

    /** Every region at 1. */
    public InhibitionState(Homeostasis rule, int regions, int lanes) {
        this.rule = rule;
        this.J = new double[regions][lanes];
        for (double[] region : J) {
            Arrays.fill(region, 1);
        }
    }

    /** From now on by this rule; the state stays. */
    public void follow(Homeostasis other) {
        rule = other;
    }

    /** Inhibition of region {@code i} in lane {@code k} relative to the condition. */
    public double relative(int i, int k) {
        return J[i][k];
    }

    /**
     * Advances region {@code i} of lane {@code k} by {@code hours} at mean activity {@code E}.
     *
     * @param learning the person's learning rate relative to the typical one
     * @param gate how far the window of plasticity is open
     * @param pool new synapses
     */
    public void advance(int i, int k, double E, double learning, double gate, double pool, double hours) {
        double open = rule.restFraction() + gate + rule.poolShare() * pool;
        double goal = 1 + rule.gain() * learning * open * (E - rule.target());
        double next = J[i][k] + (goal - J[i][k]) * -StrictMath.expm1(-hours / rule.settleHours());
        J[i][k] = Math.min(MOST, Math.max(LEAST, next));
    }
}
