package org.unstuck.plasticity;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * The learning rule of every long-range link, on the slow clock. The weight of a link is r times its weight in the condition;
 * b is its consolidated part.
 *
 * <pre>
 *   dr/dt     = lambda M eta (H/theta - 1) S(r) - (r - b) / tau_r     Hebbian, three factors
 *   dtheta/dt = (H - theta) / tau_theta                               sliding threshold: the homeostatic part
 *   db/dt     = (r - b) / tau_b - (b - 1) / tau_e                     consolidation; entrenchment (off by default)
 *   H = mean of E_source E_target (C)  or  E_source I_target (D),     eta = 1 + kappa_g g rho_target
 * </pre>
 *
 * H is measured by the fast clock. M is 1 while an input teaches (therapy, cues) and m_0 otherwise (third factor: Fremaux and
 * Gerstner 2016, Front Neural Circuits 9, 85). theta starts at the H of the untreated state, so an untreated patient stays as
 * he is; it follows lasting changes of activity within days (BCM: Bienenstock, Cooper and Munro 1982, J Neurosci 2, 32-48;
 * differs: linear in H). S(r) are soft bounds. The rule has no direction: it strengthens whatever is active together, good or
 * bad.
 */
public record Learning(
        @Parameter(
                symbol = "lambda",
                value = 0.03,
                unit = "1/h",
                low = 0.005,
                high = 0.05,
                rule = Rule.NON_NEGATIVE,
                meaning = "learning rate while an input teaches",
                source = "set by hand on the default scenario so that 16 hours of therapy have a moderate effect",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double rate,

        @Parameter(
                symbol = "m_0",
                value = 0.015,
                unit = "1",
                low = 0,
                high = 0.2,
                rule = Rule.FRACTION,
                meaning = "learning outside sessions, relative to sessions",
                source = "neuromodulators gate learning; most hours teach little; calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double restFraction,

        @Parameter(
                symbol = "tau_theta",
                value = 3,
                unit = "d",
                low = 1,
                high = 7,
                rule = Rule.POSITIVE,
                meaning = "how fast the threshold follows activity",
                source = "synaptic scaling over 1-3 d (Turrigiano 1998)",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double thresholdDays,

        @Parameter(
                symbol = "tau_r",
                value = 10,
                unit = "d",
                low = 5,
                high = 20,
                rule = Rule.POSITIVE,
                meaning = "decay of changes that are not consolidated",
                source = "benefit of one infusion half gone near day 7-10 (Han 2016; Coyle and Laws 2015)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double fadeDays,

        @Parameter(
                symbol = "tau_b",
                value = 20,
                unit = "d",
                low = 10,
                high = 60,
                rule = Rule.POSITIVE,
                meaning = "consolidation of changes that last",
                source = "a third of a change stays: gains of therapy last",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double consolidationDays,

        @Parameter(
                symbol = "r_min",
                value = 0.4,
                unit = "1",
                low = 0.2,
                high = 0.6,
                rule = Rule.FRACTION,
                meaning = "weakest a link can become, relative to its condition",
                source = "soft bound",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double weakest,

        @Parameter(
                symbol = "r_max",
                value = 2.5,
                unit = "1",
                low = 1.5,
                high = 3,
                rule = Rule.POSITIVE,
                meaning = "strongest a link can become, relative to its condition",
                source = "soft bound",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double strongest,

        @Parameter(
                symbol = "sigma_T",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.8,
                rule = Rule.FRACTION,
                meaning = "share of the learning rate lost at the threat level before the course",
                source =
                        "a claim of the clinic pages (chronic hyperactivation slows therapy); no evidence found, off by default",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double stateDependence,

        @Parameter(
                symbol = "1/tau_e",
                value = 0,
                unit = "1/d",
                low = 0,
                high = 0.02,
                rule = Rule.NON_NEGATIVE,
                meaning = "entrenchment: rate at which consolidated change gives way to the pattern of years",
                source = "a claim of the clinic pages (circuits entrenched for years); 0 keeps what is consolidated",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double entrenchment) {

    public Learning {
        Parameters.check(
                Learning.class,
                rate,
                restFraction,
                thresholdDays,
                fadeDays,
                consolidationDays,
                weakest,
                strongest,
                stateDependence,
                entrenchment);
    }

    /** Factor of the learning rate at threat level T: 0 healthy, 1 as before the course; 1 if T is not known. */
    public double readiness(double T) {
        return Double.isNaN(T) ? 1 : 1 - stateDependence * Math.max(0, Math.min(1, T));
    }

    /** All parameters at their defaults. */
    public static Learning standard() {
        return Parameters.defaults(Learning.class);
    }
}
