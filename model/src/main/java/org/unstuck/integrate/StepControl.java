package org.unstuck.integrate;

/**
 * The PI step-size controller of DOPRI5 (Gustafsson 1991; Hairer and Wanner 1996, Solving Ordinary Differential
 * Equations II, section IV.2): after an accepted step with error e_n, 1 being what is allowed,
 *
 * <pre>h' = h 0.9 e_n^-alpha e_{n-1}^beta,  beta = 0.04, alpha = 1/5 - 3/4 beta</pre>
 *
 * but at most ten times and at least a fifth of h; not longer than h after a rejection. (Powers by exp and log:
 * StrictMath.pow makes arrays.)
 */
final class StepControl {

    private static final double SAFETY = 0.9;
    private static final double BETA = 0.04;
    private static final double ALPHA = 1.0 / 5 - 0.75 * BETA;
    private static final double LARGEST = 10;
    private static final double SMALLEST = 1.0 / 5;
    /** Errors below this are not told apart, as in DOPRI5. */
    private static final double SMALLEST_ERROR = 1e-4;

    private double earlierError = SMALLEST_ERROR;
    private boolean rejectedBefore;

    /** The factor of the step after an accepted one. */
    double accepted(double error) {
        double factor = SAFETY * StrictMath.exp(BETA * StrictMath.log(earlierError) - ALPHA * StrictMath.log(error));
        factor = Math.max(SMALLEST, Math.min(rejectedBefore ? 1 : LARGEST, factor));
        earlierError = Math.max(error, SMALLEST_ERROR);
        rejectedBefore = false;
        return factor;
    }

    /** The factor of the step after a rejected one, whose error may be infinite or no number. */
    double rejected(double error) {
        rejectedBefore = true;
        double factor = SAFETY * StrictMath.exp(-ALPHA * StrictMath.log(error));
        return factor >= SMALLEST ? factor : SMALLEST;
    }
}
