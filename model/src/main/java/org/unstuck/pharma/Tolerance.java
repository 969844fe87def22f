package org.unstuck.pharma;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Adaptation to a benzodiazepine: opponent processes (Solomon and Corbit 1974; Peper 2004), one state for each effect.
 *
 * <pre>
 *   ds/dt = (k_s E_sed - s) / tau_s                       sedation felt:   E_sed - s
 *   du/dt = (sigma_u k_a E - u) / (tau_u+ or tau_u-)      sensitivity: receptors uncouple, and couple again within days
 *   dn/dt = (sigma_n k_a E - n) / tau_n                   number: receptors are lost and replaced
 *   da/dt = (sigma_a k_a E - a) / (tau_a+ or tau_a-)      counter-drive, sigma_a = 1 - sigma_u - sigma_n
 *   x     = E (1 - u) (1 - n) - a                         what is left of the effect at GABA-A receptors
 * </pre>
 *
 * E is the receptor effect of the drug, 0 to 1; the time constant with + holds while a state rises. k_a is the size of all
 * adaptation of the effect, and the sigmas share it out: whatever the shares, no more than k_a E is lost. u and n make the same
 * dose do less, and do nothing when there is no drug: they are tolerance without withdrawal. a is there with or without the drug:
 * alone it carries rebound, withdrawal between doses and dependence.
 *
 * <p>a lowers the GABA-A gain (share 1 - chi) or raises recurrent excitation (share chi, by m_a at a = 1).
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
                value = 0.48,
                unit = "1",
                low = 0,
                high = 0.8,
                rule = Rule.FRACTION,
                meaning = "share of the effect that all adaptation takes in the end",
                source =
                        "none to partial: Vinkers and Olivier 2012 v van Steveninck 1997; within the prior 0-0.8; calibrated (docs/calibration.md)",
                evidence = Evidence.CONTESTED,
                status = Status.CALIBRATED)
        double adaptation,

        @Parameter(
                symbol = "sigma_u",
                value = 0.21,
                unit = "1",
                low = 0,
                high = 0.5,
                rule = Rule.FRACTION,
                meaning = "share of adaptation that is loss of receptor sensitivity",
                source =
                        "rats: GABA shift reduced, binding sites unchanged (Heninger and Gallager 1988); its share of all adaptation: calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double sensitivityShare,

        @Parameter(
                symbol = "sigma_n",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.5,
                rule = Rule.FRACTION,
                meaning = "share of adaptation that is loss of receptor number",
                source =
                        "surface receptors fall in culture (Nicholson 2018) v binding sites unchanged in rats (Heninger and Gallager 1988)",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double numberShare,

        @Parameter(
                symbol = "tau_u+",
                value = 9.9,
                unit = "d",
                low = 4,
                high = 21,
                rule = Rule.POSITIVE,
                meaning = "time constant of uncoupling while the drug is there",
                source =
                        "seen after 3-4 weeks of diazepam in rats (Gonsalves and Gallager 1985); how fast is assumed; calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double uncouplingDays,

        @Parameter(
                symbol = "tau_u-",
                value = 1.4,
                unit = "d",
                low = 0.5,
                high = 3,
                rule = Rule.POSITIVE,
                meaning = "time constant of coupling again",
                source =
                        "rats: subsensitivity lasts up to 96 h after stopping (Gonsalves and Gallager 1985); calibrated (docs/calibration.md)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double recouplingDays,

        @Parameter(
                symbol = "tau_n",
                value = 21,
                unit = "d",
                low = 10,
                high = 45,
                rule = Rule.POSITIVE,
                meaning = "time constant of loss and return of receptors",
                source = "if present as slow as loss of relief, 3-8 weeks (Seidel 1985); assumed",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double numberDays,

        @Parameter(
                symbol = "tau_a+",
                value = 27,
                unit = "d",
                low = 15,
                high = 45,
                rule = Rule.POSITIVE,
                meaning = "time constant of the counter-drive while it builds up",
                source =
                        "if present 3-8 weeks (Seidel 1985); middle of the prior 15-45 d; calibrated (docs/calibration.md)",
                evidence = Evidence.CONTESTED,
                status = Status.CALIBRATED)
        double buildUpDays,

        @Parameter(
                symbol = "tau_a-",
                value = 8.4,
                unit = "d",
                low = 6,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "time constant of the counter-drive while it fades",
                source =
                        "withdrawal acute 5-15 d, most gone by 4-6 weeks (Rickels 1990); prior 6-20 d; calibrated (docs/calibration.md)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double fadeDays,

        @Parameter(
                symbol = "chi",
                value = 0,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.FRACTION,
                meaning = "share of the counter-drive that raises excitation instead of lowering inhibition",
                source =
                        "AMPA receptors rise after flurazepam in rats (recalled, Tietz laboratory); 0 is the simpler model",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double excitatoryShare,

        @Parameter(
                symbol = "m_a",
                value = 0.3,
                unit = "1",
                low = 0.05,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "recurrent excitation added at full counter-drive if all of it excites",
                source = "AMPA receptors +30 to 60% in rats after a week of flurazepam (recalled, Tietz laboratory)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double excitatoryGain) {

    private static final double HOURS = 24;

    public Tolerance {
        Parameters.check(
                Tolerance.class,
                sedationLoss,
                sedationDays,
                adaptation,
                sensitivityShare,
                numberShare,
                uncouplingDays,
                recouplingDays,
                numberDays,
                buildUpDays,
                fadeDays,
                excitatoryShare,
                excitatoryGain);
        if (sensitivityShare + numberShare > 1) {
            throw new Invalid(
                    "numberShare",
                    "sensitivityShare and numberShare are " + sensitivityShare + " and " + numberShare
                            + ", together they must be at most 1: the rest is the counter-drive.",
                    "Maybe 0.25 and 0.");
        }
    }

    /** All parameters at their defaults. */
    public static Tolerance standard() {
        return Parameters.defaults(Tolerance.class);
    }

    /** No adaptation at all: the ablation. */
    public static Tolerance none() {
        return Parameters.with(Parameters.with(standard(), "sedationLoss", 0), "adaptation", 0);
    }

    /** The same without loss of receptor sensitivity and number; the counter-drive stays as it is. */
    public Tolerance withoutReceptorLoss() {
        return sharing(counterDrive(), 0, 0);
    }

    /** The same without the counter-drive; loss of receptor sensitivity and number stays as it is. */
    public Tolerance withoutCounterDrive() {
        double shares = sensitivityShare + numberShare;
        double sensitivity = shares == 0 ? 0 : sensitivityShare / shares;
        // 1 - sensitivity, so that nothing is left for the counter-drive to the last bit.
        return sharing(adaptation * shares, sensitivity, shares == 0 ? 0 : 1 - sensitivity);
    }

    /** The same without tolerance to sedation. */
    public Tolerance withoutSedationTolerance() {
        return Parameters.with(this, "sedationLoss", 0);
    }

    private Tolerance sharing(double size, double sensitivity, double number) {
        Tolerance none = Parameters.with(Parameters.with(this, "sensitivityShare", 0), "numberShare", 0);
        return Parameters.with(
                Parameters.with(Parameters.with(none, "adaptation", size), "sensitivityShare", sensitivity),
                "numberShare",
                number);
    }

    /** The part of k_a that the counter-drive carries. */
    public double counterDrive() {
        return adaptation * (1 - sensitivityShare - numberShare);
    }

    /** s after {@code hours} at constant sedative effect; exact. */
    double sedation(double s, double effect, double hours) {
        return relaxed(s, sedationLoss * effect, sedationDays, hours);
    }

    /** u after {@code hours} at constant effect, for a person whose loss is {@code factor} times the typical; exact. */
    double sensitivityLoss(double u, double effect, double factor, double hours) {
        double goal = Math.min(1, adaptation * sensitivityShare * factor) * effect;
        return relaxed(u, goal, goal > u ? uncouplingDays : recouplingDays, hours);
    }

    /** n after {@code hours} at constant effect, for a person whose loss is {@code factor} times the typical; exact. */
    double numberLoss(double n, double effect, double factor, double hours) {
        return relaxed(n, Math.min(1, adaptation * numberShare * factor) * effect, numberDays, hours);
    }

    /** a after {@code hours} at constant effect, for a person whose counter-drive is {@code factor} times the typical; exact. */
    double counter(double a, double effect, double factor, double hours) {
        double goal = Math.min(1, counterDrive() * factor) * effect;
        return relaxed(a, goal, goal > a ? buildUpDays : fadeDays, hours);
    }

    private static double relaxed(double x, double goal, double days, double hours) {
        return x + (goal - x) * -StrictMath.expm1(-hours / (days * HOURS));
    }
}
