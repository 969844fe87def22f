package org.unstuck.integrate;

/** One run with {@link DelayedRungeKutta}. It owns the state, the past and scratch arrays, and is not shared between threads. */
public final class DelayRun {

    /** The newest state, the one before the oldest that is read, and one for the rounding of their quotient. */
    private static final int MORE_SLOTS = 3;

    private final ExplicitRungeKutta stages;
    private final Past past;
    private final double startMs;
    private final double dtMs;
    private final double[][] y;
    private final double[][] noNoise;
    private final Drift withPast;
    private DelayDrift drift;
    private long steps;

    DelayRun(
            DelayedRungeKutta scheme,
            Past.Before before,
            double startMs,
            double dtMs,
            double longestDelayMs,
            int variables,
            int size) {
        int slots = Math.toIntExact((long) Math.ceil(longestDelayMs / dtMs)) + MORE_SLOTS;
        this.stages = new ExplicitRungeKutta(scheme.tableau(), variables, size);
        this.past = new Past(scheme.interpolation(), before, startMs, dtMs, slots, variables, size);
        this.startMs = startMs;
        this.dtMs = dtMs;
        this.y = new double[variables][size];
        this.noNoise = new double[variables][];
        this.withPast = (t, x, dxdt) -> drift.at(t, x, past, dxdt);
        before.at(startMs, y);
        past.add(y);
    }

    /** The state now, live: {@code y[variable][k]}. */
    public double[][] state() {
        return y;
    }

    /** Time of the state, ms. */
    public double tMs() {
        return startMs + steps * dtMs;
    }

    /** The states gone through; up to now, once {@link #step} has returned. */
    public Past past() {
        return past;
    }

    /** Advances by one step without noise. Allocates nothing. */
    public void step(DelayDrift f) {
        step(f, noNoise);
    }

    /**
     * Advances by one step. Allocates nothing.
     *
     * @param f the drift
     * @param dN noise increments over the step, {@code dN[variable][k]}; null for a variable without noise
     */
    public void step(DelayDrift f, double[][] dN) {
        double t = tMs();
        drift = f;
        withPast.at(t, y, stages.slope(0));
        past.addSlope(stages.slope(0));
        stages.slopes(withPast, t, dtMs, y, dN);
        for (int v = 0; v < y.length; v++) {
            stages.addStep(v, dtMs, y[v]);
            if (dN[v] != null) {
                Update.add(y[v], dN[v]);
            }
        }
        steps++;
        past.add(y);
    }
}
