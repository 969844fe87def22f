package org.unstuck.pharma;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Adaptation to a benzodiazepine as two opponent processes (Solomon and Corbit 1974; Peper 2004):
 *
 * <pre>
 *   ds/dt = (k_s E_sed - s) / tau_s                              sedation felt:      E_sed - s
 *   da/dt = (k_a E - a) / (tau_on if rising, else tau_off)       effect at GABA-A:   E - a
 * </pre>
 *
 * E is the receptor effect of the drug, 0 to 1. The counter-drive a is the only mechanism behind loss of relief and rebound:
 * when the drug is gone and a is not, inhibition is below normal. Sedation has its own, faster state.
 */
public record Tolerance(
        @Parameter(
                symbol = "k_s",
                value = 0.75,
                unit = "1",
                low = 0.6,
                high = 0.95,
                rule = Rule.FRACTION,
                meaning = "share of sedation that is lost in the end",
                source = "sedation measurably lost by day 7-8 (Aranko 1983; Seidel 1985); prior 0.6-0.95",
                evidence = Evidence.HIGH,
                status = Status.ASSUMED)
        double sedationLoss,

        @Parameter(
                symbol = "tau_s",
                value = 4,
                unit = "d",
                low = 2,
                high = 7,
                rule = Rule.POSITIVE,
                meaning = "time constant of tolerance to sedation",
                source = "3-7 d (2-14) from Aranko 1983; Seidel 1985",
                evidence = Evidence.HIGH,
                status = Status.MEASURED)
        double sedationDays,

        @Parameter(
                symbol = "k_a",
                value = 0.4,
                unit = "1",
                low = 0,
                high = 0.8,
                rule = Rule.FRACTION,
                meaning = "share of the effect that the counter-drive takes in the end",
                source = "none to partial: Vinkers and Olivier 2012 v van Steveninck 1997; middle of the prior 0-0.8",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double counterDrive,

        @Parameter(
                symbol = "tau_on",
                value = 30,
                unit = "d",
                low = 15,
                high = 45,
                rule = Rule.POSITIVE,
                meaning = "time constant of the counter-drive while it builds up",
                source = "if present 3-8 weeks (Seidel 1985); middle of the prior 15-45 d",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double buildUpDays,

        @Parameter(
                symbol = "tau_off",
                value = 12,
                unit = "d",
                low = 6,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "time constant of the counter-drive while it fades",
                source = "withdrawal acute 5-15 d, most gone by 4-6 weeks (Rickels 1990); prior 6-20 d",
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double fadeDays) {

    private static final double HOURS = 24;

    public Tolerance {
        Parameters.check(Tolerance.class, sedationLoss, sedationDays, counterDrive, buildUpDays, fadeDays);
    }

    /** All parameters at their defaults. */
    public static Tolerance standard() {
        return Parameters.defaults(Tolerance.class);
    }

    /** No adaptation at all: the ablation. */
    public static Tolerance none() {
        return Parameters.with(Parameters.with(standard(), "sedationLoss", 0), "counterDrive", 0);
    }

    /** The sedation state after {@code hours} at constant sedative effect; exact. */
    double sedation(double s, double effect, double hours) {
        return s + (sedationLoss * effect - s) * -StrictMath.expm1(-hours / (sedationDays * HOURS));
    }

    /** The counter-drive after {@code hours} at constant effect, for a person whose k_a is {@code factor} times the typical. */
    double counter(double a, double effect, double factor, double hours) {
        double goal = Math.min(1, counterDrive * factor) * effect;
        double days = goal > a ? buildUpDays : fadeDays;
        return a + (goal - a) * -StrictMath.expm1(-hours / (days * HOURS));
    }
}
