package org.unstuck.pharma;

/** The opponent processes of one person (see {@link Tolerance}); owned by one run. */
public final class Adaptation {

    private final Tolerance rule;
    private final double counterFactor;
    private double s;
    private double a;

    /**
     * A person who never took the drug.
     *
     * @param rule the equations
     * @param counterFactor this person's counter-drive relative to the typical one
     */
    public Adaptation(Tolerance rule, double counterFactor) {
        this.rule = rule;
        this.counterFactor = counterFactor;
    }

    /** Advances by {@code hours} at constant effect on GABA-A receptors and on sedation, both 0 to 1. */
    public void advance(double effect, double sedative, double hours) {
        s = rule.sedation(s, sedative, hours);
        a = rule.counter(a, effect, counterFactor, hours);
    }

    /** s: sedation that tolerance takes away. */
    public double sedation() {
        return s;
    }

    /** a: the counter-drive. */
    public double counter() {
        return a;
    }
}
