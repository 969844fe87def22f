package org.unstuck.integrate;

/**
 * The integral of a Wiener process N over a step, drawn jointly with its increment (Kloeden and Platen 1992, section
 * 10.4):
 *
 * <pre>
 *   dZ = int_0^dt (N(t + s) - N(t)) ds = dt/2 (dN + sd xi / sqrt(3)),
 *   var dZ = sd^2 dt^2 / 3,  cov(dN, dZ) = sd^2 dt / 2
 * </pre>
 *
 * where sd is the standard deviation of dN and xi standard normal, independent of dN.
 */
public final class NoiseIntegral {

    /** The part of dZ that dN does not explain has the variance sd^2 dt^2 / 12, that is (dt/2)^2 sd^2 / 3. */
    private static final double UNEXPLAINED = 1 / Math.sqrt(3);

    private NoiseIntegral() {}

    /**
     * Computes dZ. Allocates nothing.
     *
     * @param dtMs step, ms
     * @param sd standard deviation of {@code dN}
     * @param dN increments over the step
     * @param xi standard normal numbers, independent of {@code dN}; same length
     * @param dZ overwritten; same length
     */
    public static void of(double dtMs, double sd, double[] dN, double[] xi, double[] dZ) {
        double half = 0.5 * dtMs;
        double spread = sd * UNEXPLAINED;
        for (int k = 0; k < dZ.length; k++) {
            dZ[k] = half * (dN[k] + spread * xi[k]);
        }
    }
}
