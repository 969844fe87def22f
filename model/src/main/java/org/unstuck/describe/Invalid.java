package org.unstuck.describe;

/**
 * A description that breaks a rule. The message names the variable, its value, its unit and the rule; {@link #maybe()} is a
 * suggestion that starts with "Maybe", or empty.
 */
public class Invalid extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String at;
    private final String problem;
    private final String maybe;

    /** A problem without a suggestion. */
    public Invalid(String problem) {
        this(problem, "");
    }

    /** A problem and a suggestion. */
    public Invalid(String problem, String maybe) {
        this("", problem, maybe);
    }

    /**
     * A problem at a place inside the description.
     *
     * @param at the component or list element, as in {@code arms/2/events}; empty for the description itself
     * @param problem what is wrong: variable, value, unit, rule
     * @param maybe a suggestion starting with "Maybe", or empty
     */
    public Invalid(String at, String problem, String maybe) {
        super(maybe.isEmpty() ? problem : problem + " " + maybe);
        this.at = at;
        this.problem = problem;
        this.maybe = maybe;
    }

    /** Where inside the description: names and list positions joined by '/', or empty. */
    public String at() {
        return at;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /** A suggestion that starts with "Maybe", or empty. */
    public String maybe() {
        return maybe;
    }

    /** The same problem, seen from the description that holds this one as {@code part}. */
    public Invalid in(String part) {
        return new Invalid(at.isEmpty() ? part : part + "/" + at, problem, maybe);
    }
}
