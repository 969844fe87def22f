package org.unstuck.pharma;

/** Adaptation of one person to benzodiazepines (see {@link Tolerance}); owned by one run. */
public final class Adaptation {

    private final Tolerance rule;
    private final double counterFactor;
    private final double receptorFactor;
    private double s;
    private double u;
    private double n;
    private double a;

    /**
     * A person who never took the drug.
     *
     * @param rule the equations
     * @param counterFactor this person's counter-drive relative to the typical one
     * @param receptorFactor this person's loss of receptor sensitivity and number relative to the typical one
     */
    public Adaptation(Tolerance rule, double counterFactor, double receptorFactor) {
        this.rule = rule;
        this.counterFactor = counterFactor;
        this.receptorFactor = receptorFactor;
    }

    /** The same state under other equations. */
    public Adaptation under(Tolerance other) {
        Adaptation next = new Adaptation(other, counterFactor, receptorFactor);
        next.s = s;
        next.u = u;
        next.n = n;
        next.a = a;
        return next;
    }

    /** Advances by {@code hours} at constant effect on GABA-A receptors and on sedation, both 0 to 1. */
    public void advance(double effect, double sedative, double hours) {
        s = rule.sedation(s, sedative, hours);
        u = rule.sensitivityLoss(u, effect, receptorFactor, hours);
        n = rule.numberLoss(n, effect, receptorFactor, hours);
        a = rule.counter(a, effect, counterFactor, hours);
    }

    /** s: sedation that tolerance takes away. */
    public double sedation() {
        return s;
    }

    /** u: share of the effect lost because receptors are uncoupled. */
    public double sensitivityLoss() {
        return u;
    }

    /** n: share of the effect lost with receptors. */
    public double numberLoss() {
        return n;
    }

    /** (1 - u)(1 - n): share of the effect of the drug that is left. */
    public double coupled() {
        return (1 - u) * (1 - n);
    }

    /** a: the counter-drive. */
    public double counter() {
        return a;
    }

    /** The part of a that lowers the GABA-A gain. */
    public double inhibitoryCounter() {
        return (1 - rule.excitatoryShare()) * a;
    }

    /** Recurrent excitation that a adds, as a fraction. */
    public double excitation() {
        return rule.excitatoryShare() * rule.excitatoryGain() * a;
    }
}
