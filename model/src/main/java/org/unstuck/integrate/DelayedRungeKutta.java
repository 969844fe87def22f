package org.unstuck.integrate;

/**
 * An explicit Runge-Kutta scheme for delay equations, with the past from {@link Past} (the method of steps on a grid; Bellen and
 * Zennaro 2003, Numerical Methods for Delay Differential Equations, chapter 3). The step must not be longer than the shortest delay:
 * then every stage reads a past that is known.
 *
 * <p>The order is that of the tableau, but at most 2 with linear and 4 with cubic interpolation, if all delays are whole multiples of
 * the step. (The solution of a delay equation has a kink in y' at the start, in y'' one delay later and so on; a kink between grid
 * points costs accuracy there.) Noise is additive and a constant force over the step as in {@link ButcherTableau}: strong order 1
 * at best; Ito and Stratonovich agree.
 *
 * @param tableau the scheme
 * @param interpolation how the past is read between grid points
 */
public record DelayedRungeKutta(ButcherTableau tableau, Past.Interpolation interpolation) {

    /** Heun with linear interpolation: order 2, and the scheme for equations with noise. */
    public static DelayedRungeKutta heun() {
        return new DelayedRungeKutta(ButcherTableau.HEUN_2, Past.Interpolation.LINEAR);
    }

    /** The classical scheme with cubic interpolation: order 4, without noise. */
    public static DelayedRungeKutta classical() {
        return new DelayedRungeKutta(ButcherTableau.CLASSICAL_4, Past.Interpolation.CUBIC);
    }

    /**
     * Makes one run of {@code variables} x {@code size} numbers.
     *
     * @param before the state up to the start; also sets the state at the start
     * @param startMs time of the start, ms
     * @param dtMs step, ms
     * @param longestDelayMs the longest delay that will be read, ms
     * @param variables number of variables
     * @param size numbers per variable
     * @throws IllegalArgumentException if a time is not finite, or the step not positive and at most the longest delay
     */
    public DelayRun start(
            Past.Before before, double startMs, double dtMs, double longestDelayMs, int variables, int size) {
        if (!(Double.isFinite(startMs)
                && dtMs > 0
                && dtMs <= longestDelayMs
                && longestDelayMs < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("start, step and longest delay are " + startMs + ", " + dtMs + " and "
                    + longestDelayMs + " ms; the step must be greater than 0 and not longer than the delay."
                    + " Maybe there is no delay, and Scheme is enough.");
        }
        return new DelayRun(this, before, startMs, dtMs, longestDelayMs, variables, size);
    }
}
