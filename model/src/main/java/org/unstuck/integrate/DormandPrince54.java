package org.unstuck.integrate;

/**
 * The adaptive Runge-Kutta pair of orders 5 and 4 for dy/dt = f(t, y) (Dormand and Prince 1980, J Comput Appl Math 6,
 * 19-26), stepped as in the code DOPRI5 (Hairer, Norsett, Wanner 1993, Solving Ordinary Differential Equations I,
 * section II.4-5): the fifth-order value is kept, a PI controller chooses the step. Differs: the largest error among
 * all numbers counts, not their root mean square, so that no lane's error hides behind the others.
 *
 * <p>Deterministic order 5; six drifts per step tried, one more at each start. No noise, hence no {@link Scheme}.
 * Explicit: on a stiff problem it stays accurate, but needs many steps, and stops with {@link StepFailed} when they
 * are too many.
 *
 * @param relative error allowed per step, as a fraction of each number
 * @param absolute error allowed per step, added to that
 * @param maxSteps steps tried, accepted or not, between two times; then it gives up
 */
public record DormandPrince54(double relative, double absolute, int maxSteps) {

    /** A relative tolerance below this asks for more than double precision has. */
    private static final double SMALLEST_RELATIVE = 1e-14;

    /** More than ten times what the mildly stiff problems of the tests need at a relative tolerance of 1e-9. */
    private static final int DEFAULT_STEPS = 1_000_000;

    /**
     * Checks the tolerances.
     *
     * @throws IllegalArgumentException if relative is below 1e-14, absolute is not positive, or maxSteps below 1
     */
    public DormandPrince54 {
        if (!(relative >= SMALLEST_RELATIVE && relative < 1)) {
            throw new IllegalArgumentException("relative is " + relative + ", it must be at least " + SMALLEST_RELATIVE
                    + " and below 1. Maybe 1e-9.");
        }
        if (!(absolute > 0 && Double.isFinite(absolute))) {
            throw new IllegalArgumentException(
                    "absolute is " + absolute + ", it must be finite and greater than 0. Maybe 1e-12.");
        }
        if (maxSteps < 1) {
            throw new IllegalArgumentException(
                    "maxSteps is " + maxSteps + ", it must be at least 1. Maybe " + DEFAULT_STEPS + ".");
        }
    }

    /** With at most a million steps between two times. */
    public static DormandPrince54 of(double relative, double absolute) {
        return new DormandPrince54(relative, absolute, DEFAULT_STEPS);
    }

    /** Makes the working arrays of one run of {@code variables} x {@code size} numbers. */
    public AdaptiveRun start(int variables, int size) {
        return new AdaptiveRun(this, variables, size);
    }
}
