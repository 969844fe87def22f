package org.unstuck.plasticity;

import java.util.Arrays;

/** Local inhibition {@code J[region][lane]} relative to the condition (see {@link Homeostasis}). Owned by one run. */
public final class InhibitionState {

    private static final double HOURS = 24;
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
     */
    public void advance(int i, int k, double E, double learning, double gate, double hours) {
        double push = rule.rate() / HOURS * learning * (rule.restFraction() + gate) * (E - rule.target());
        double fadeHours = rule.fadeDays() * HOURS;
        double goal = 1 + push * fadeHours;
        double next = J[i][k] + (goal - J[i][k]) * -StrictMath.expm1(-hours / fadeHours);
        J[i][k] = Math.min(MOST, Math.max(LEAST, next));
    }
}
