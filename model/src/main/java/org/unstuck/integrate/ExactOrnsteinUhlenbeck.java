package org.unstuck.integrate;

/**
 * The exact step of an Ornstein-Uhlenbeck process du = -u/tau dt + sigma sqrt(2/tau) dW (Gillespie 1996, Phys Rev E 54,
 * 2084-2091):
 *
 * <pre>u' = u exp(-dt/tau) + sigma sqrt(1 - exp(-2 dt/tau)) xi,  xi standard normal</pre>
 *
 * The law of u at the grid points has no discretisation error, whatever the step. sigma is the standard deviation of u
 * itself. Additive noise: Ito and Stratonovich agree. No drift is evaluated.
 *
 * @param decay factor of u over one step
 * @param gain factor of xi, in units of u
 */
public record ExactOrnsteinUhlenbeck(double decay, double gain) {

    /**
     * The step of length {@code dtMs}.
     *
     * @param tauMs correlation time, ms
     * @param sigma stationary standard deviation, in units of u
     * @param dtMs step, ms
     * @throws IllegalArgumentException if a time is not positive and finite, or sigma is negative or not finite
     */
    public static ExactOrnsteinUhlenbeck of(double tauMs, double sigma, double dtMs) {
        positive("tau", tauMs);
        positive("step", dtMs);
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("sigma is " + sigma
                    + ", it must be finite and not negative. Maybe a variance was meant, not its root.");
        }
        double steps = dtMs / tauMs;
        return new ExactOrnsteinUhlenbeck(StrictMath.exp(-steps), sigma * Math.sqrt(-StrictMath.expm1(-2 * steps)));
    }

    /**
     * Advances {@code u} by one step, in place. Allocates nothing.
     *
     * @param u the process, one entry per copy
     * @param xi independent standard normal numbers; same length
     */
    public void step(double[] u, double[] xi) {
        for (int k = 0; k < u.length; k++) {
            u[k] = u[k] * decay + gain * xi[k];
        }
    }

    private static void positive(String what, double ms) {
        if (!(ms > 0 && Double.isFinite(ms))) {
            throw new IllegalArgumentException(
                    what + " is " + ms + " ms, it must be finite and greater than 0. Maybe the unit is not ms.");
        }
    }
}
