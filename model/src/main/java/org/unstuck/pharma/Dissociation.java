package org.unstuck.pharma;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Dissociation under NMDA block is felt less when it is repeated:
 *
 * <pre>  dh/dt = r D (1 - h) - h / tau_h       felt: D (1 - h)  </pre>
 *
 * D: dissociation by concentration, 0 to 1; h: habituation. A read-out: it changes nothing in the network, and relief does not
 * depend on it (no correlation with anxiolysis, Hartland 2023). It can tell a patient what he was given ({@code Expectancy}).
 */
public record Dissociation(
        @Parameter(
                symbol = "r",
                value = 0.28,
                unit = "1/h",
                low = 0,
                high = 0.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "habituation per hour of full dissociation",
                source =
                        "with tau_h about half of dissociation is lost after 14 weekly infusions; score 20 to 8.8 over 14 weeks (Glue 2018)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double habituation,

        @Parameter(
                symbol = "tau_h",
                value = 60,
                unit = "d",
                low = 20,
                high = 180,
                rule = Rule.POSITIVE,
                meaning = "how long habituation lasts",
                source = "long against a week, or weekly infusions would not habituate (Glue 2018); otherwise assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double memoryDays) {

    private static final double HOURS = 24;

    public Dissociation {
        Parameters.check(Dissociation.class, habituation, memoryDays);
    }

    /** All parameters at their defaults. */
    public static Dissociation standard() {
        return Parameters.defaults(Dissociation.class);
    }

    /** h after {@code hours} at constant dissociation D; exact. */
    public double habituated(double h, double D, double hours) {
        double perHour = habituation * D + 1 / (memoryDays * HOURS);
        double goal = habituation * D / perHour;
        return h + (goal - h) * -StrictMath.expm1(-perHour * hours);
    }
}
