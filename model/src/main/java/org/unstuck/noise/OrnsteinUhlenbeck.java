package org.unstuck.noise;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Fluctuating input of each region, an Ornstein-Uhlenbeck process (Uhlenbeck and Ornstein 1930, Phys Rev 36, 823):
 *
 * <pre>du = -u/tau_u dt + sigma sqrt(2/tau_u) dW</pre>
 *
 * so that sigma is the standard deviation of u itself and tau_u its correlation time. Additive noise: Ito and Stratonovich
 * agree.
 */
public record OrnsteinUhlenbeck(
        @Parameter(
                symbol = "tau_u",
                value = 600,
                unit = "ms",
                low = 200,
                high = 1500,
                rule = Rule.POSITIVE,
                meaning = "correlation time of the fluctuating input",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double tauU,

        @Parameter(
                symbol = "sigma",
                value = 0.6,
                unit = "1",
                low = 0.3,
                high = 0.9,
                rule = Rule.NON_NEGATIVE,
                meaning = "standard deviation of the fluctuating input",
                source = "prototype of this model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sigma) {

    public OrnsteinUhlenbeck {
        Parameters.check(OrnsteinUhlenbeck.class, tauU, sigma);
    }

    /** All parameters at their defaults. */
    public static OrnsteinUhlenbeck standard() {
        return Parameters.defaults(OrnsteinUhlenbeck.class);
    }

    /** Standard deviation of the noise increment over a step of {@code dtMs} ms. */
    public double incrementSd(double dtMs) {
        return sigma * Math.sqrt(2 / tauU * dtMs);
    }

    /** The drift -u/tau_u of every entry, per ms. */
    public void drift(double[] u, double[] du) {
        double rate = -1 / tauU;
        for (int k = 0; k < u.length; k++) {
            du[k] = rate * u[k];
        }
    }
}
