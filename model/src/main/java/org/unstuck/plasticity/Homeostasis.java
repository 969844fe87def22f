package org.unstuck.plasticity;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Homeostatic plasticity of local inhibition, one factor J per region that multiplies the GABA-A gain:
 *
 * <pre>dJ/dt = lambda_J (h_0 + g) (E - rho_0) - (J - 1) / tau_J</pre>
 *
 * E is the mean activity of the region over a burst, g the window of plasticity. After Vogels et al. 2011 (Science 334,
 * 1569-1573), in networks of masses Hellyer et al. 2016 and Abeysuriya et al. 2018. Differs: rate form without the factor I, a
 * decay, and a gate, after the BDNF-dependent scaling that ketamine evokes (Piazza 2024, mouse). The target rho_0 is the same
 * number in every region and every condition: it is not the healthy pattern.
 *
 * <p>h_0 is 0 by default, so that without a window this loop does nothing: a fast homeostatic loop would develop tolerance to
 * benzodiazepines by itself, and tolerance already has its mechanism ({@code Tolerance}).
 */
public record Homeostasis(
        @Parameter(
                symbol = "lambda_J",
                value = 1.3,
                unit = "1/d",
                low = 0,
                high = 2,
                rule = Rule.NON_NEGATIVE,
                meaning = "rate of inhibitory plasticity in a fully open window",
                source =
                        "set so that relief of one infusion has the size and course of Han 2016 (calibrated by hand on the default scenario)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double rate,

        @Parameter(
                symbol = "h_0",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.05,
                rule = Rule.NON_NEGATIVE,
                meaning = "homeostasis outside the window, relative to a fully open one",
                source = "0 keeps tolerance to one mechanism (evidence D4)",
                evidence = Evidence.CONTESTED,
                status = Status.ASSUMED)
        double restFraction,

        @Parameter(
                symbol = "rho_0",
                value = 0.27,
                unit = "1",
                low = 0.2,
                high = 0.35,
                rule = Rule.FRACTION,
                meaning = "activity that inhibition steers to, in every region",
                source = "mean activity over regions of the healthy twelve-region network",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double target,

        @Parameter(
                symbol = "tau_J",
                value = 7,
                unit = "d",
                low = 4,
                high = 14,
                rule = Rule.POSITIVE,
                meaning = "decay of changed inhibition",
                source =
                        "benefit of one infusion: 40 of 52% still respond on day 7, none by 12-14 d (Han 2016; Coyle 2015)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double fadeDays) {

    public Homeostasis {
        Parameters.check(Homeostasis.class, rate, restFraction, target, fadeDays);
    }

    /** All parameters at their defaults. */
    public static Homeostasis standard() {
        return Parameters.defaults(Homeostasis.class);
    }
}
