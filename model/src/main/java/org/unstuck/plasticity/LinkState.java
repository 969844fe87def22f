package org.unstuck.plasticity;

import java.util.Arrays;

/**
 * The plastic state of all links in many lanes: {@code r[link][lane]}, {@code b}, {@code theta}. Owned by one run.
 */
public final class LinkState {

    private static final double HOURS = 24;

    private Learning rule;
    private final double[][] r;
    private final double[][] b;
    private final double[][] theta;

    /** Every link at 1 with no threshold yet. */
    public LinkState(Learning rule, int links, int lanes) {
        this.rule = rule;
        this.r = new double[links][lanes];
        this.b = new double[links][lanes];
        this.theta = new double[links][lanes];
        for (int e = 0; e < links; e++) {
            Arrays.fill(r[e], 1);
            Arrays.fill(b[e], 1);
        }
    }

    /** From now on by this rule; the state stays. */
    public void follow(Learning other) {
        rule = other;
    }

    /** The weight of link {@code e} in lane {@code k} relative to the condition. */
    public double relative(int e, int k) {
        return r[e][k];
    }

    /** Sets the thresholds to the co-activity of the untreated state. */
    public void settle(double[][] H) {
        for (int e = 0; e < theta.length; e++) {
            System.arraycopy(H[e], 0, theta[e], 0, theta[e].length);
        }
    }

    /**
     * Advances link {@code e} of lane {@code k} by {@code hours} during which co-activity was {@code H}.
     *
     * @param H mean product of the activities at both ends
     * @param M the third factor: 1 in a session, else the rest fraction, or less if everyday exposure is avoided
     * @param eta plasticity relative to normal, times the person's own learning rate
     * @param retention how much longer than usual changes last that are not consolidated; 1 is usual
     */
    public void advance(int e, int k, double H, double M, double eta, double retention, double hours) {
        double drive = rule.rate() * M * eta * (H / theta[e][k] - 1);
        double bound = drive > 0
                ? (rule.strongest() - r[e][k]) / (rule.strongest() - 1)
                : (r[e][k] - rule.weakest()) / (1 - rule.weakest());
        // The pull to b and the creep of b, exact over the step for the difference d = r - b.
        double d = r[e][k] - b[e][k];
        double fade = 1 / (rule.fadeDays() * retention);
        double perHour = (fade + 1 / rule.consolidationDays()) / HOURS;
        double gone = d * -StrictMath.expm1(-perHour * hours);
        double kept = gone / rule.consolidationDays() / (fade + 1 / rule.consolidationDays());
        b[e][k] += kept;
        r[e][k] += kept - gone;
        if (rule.entrenchment() > 0) {
            b[e][k] += (1 - b[e][k]) * -StrictMath.expm1(-rule.entrenchment() * hours / HOURS);
        }
        r[e][k] = Math.min(rule.strongest(), Math.max(rule.weakest(), r[e][k] + drive * bound * hours));
        theta[e][k] += (H - theta[e][k]) * -StrictMath.expm1(-hours / (rule.thresholdDays() * HOURS));
    }
}
