package org.unstuck.integrate;

/** An adaptive integration stopped before its end time. The state is the one at {@link #tMs()}. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final double tMs;
    private final int variable;
    private final int entry;

    StepFailed(String message, double tMs, int variable, int entry) {
        super(message);
        this.tMs = tMs;
        this.variable = variable;
        this.entry = entry;
    }

    /** Time that was reached, ms. */
    public double tMs() {
        return tMs;
    }

    /** First index of the number whose error stood in the way: {@code y[variable][entry]}. */
    public int variable() {
        return variable;
    }

    /** Second index of that number. */
    public int entry() {
        return entry;
    }
}
