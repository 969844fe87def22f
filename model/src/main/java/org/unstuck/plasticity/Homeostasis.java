package org.unstuck.plasticity;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Homeostatic plasticity of local inhibition, one factor J per region that multiplies the GABA-A gain:
 *
 * <pre>tau_J dJ/dt = 1 - J + kappa_J (h_0 + g + s_J p) (E - rho_0)</pre>
 *
 * E is the mean activity of the region over a burst, g the window of plasticity (hours to days), p the pool of new synapses (days
 * to weeks): what the window scales at once is held for as long as there are new synapses to hold it. After Vogels et al. 2011
 * (Science 334, 1569-1573), in networks of masses Hellyer et al. 2016 and Abeysuriya et al. 2018. Differs: rate form without the
 * factor I, a decay, and a gate, after the BDNF-dependent scaling that ketamine evokes (Piazza 2024, mouse); a fast and a slow part as
 * in the form of the evidence review (fast potentiation, slow structural pool). The target rho_0 is the same number in every region and
 * every condition: it is not the healthy pattern.
 *
 * <p>h_0 is 0 by default, so that without a window this loop does nothing: a fast homeostatic loop would develop tolerance to
 * benzodiazepines by itself, and tolerance already has its mechanism ({@code Tolerance}).
 */
public record Homeostasis(
        @Parameter(
                symbol = "kappa_J",
                value = 0.185,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "inhibition added for each unit of activity above the target, in a fully open window",
                source = "sizes and times of relief after one infusion (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double gain,

        @Parameter(
                symbol = "h_0",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.05,
                rule = Rule.NON_NEGATIVE,
                meaning = "homeostasis outside the window, relative to a fully open one",
                source = "0 keeps tolerance to one mechanism (evidence D4)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double restFraction,

        @Parameter(
                symbol = "s_J",
                value = 1,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "how much a full pool of new synapses holds, relative to a fully open window",
                source =
                        "form of the evidence review: fast potentiation and a slow structural pool (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double poolShare,

        @Parameter(
                symbol = "rho_0",
                value = 0.29,
                unit = "1",
                low = 0.2,
                high = 0.35,
                rule = Rule.FRACTION,
                meaning = "activity that inhibition steers to, in every region",
                source =
                        "above the mean activity over regions of the healthy twelve-region network (0.27), so that only regions that work hard are calmed; calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double target,

        @Parameter(
                symbol = "tau_J",
                value = 0.6,
                unit = "h",
                low = 0.5,
                high = 24,
                rule = Rule.POSITIVE,
                meaning = "how fast inhibition follows window and pool",
                source = "onset of relief within hours (Zarate 2006) (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double settleHours) {

    public Homeostasis {
        Parameters.check(Homeostasis.class, gain, restFraction, poolShare, target, settleHours);
    }

    /** All parameters at their defaults. */
    public static Homeostasis standard() {
        return Parameters.defaults(Homeostasis.class);
    }
}
