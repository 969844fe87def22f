package org.unstuck.pharma;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * From occupancy of the serotonin transporter to the gain of inputs: the comparator to benzodiazepines and ketamine.
 *
 * <pre>
 *   df/dt = (o - f) / tau_f        fast part       o: occupancy, 0 to 1
 *   dw/dt = (o - w) / tau_w        slow part
 *   e     = phi f + (1 - phi) w                    effect, 0 to 1
 *   gain of inputs to region i = 1 - kappa_e rho_i e
 * </pre>
 *
 * The gain scales what excites a region from elsewhere: links, cues, and the drive that a condition adds. It does so for bad and
 * good cues alike, so that fear is softened and joy with it (emotional blunting). rho_i is the density of transporters. GABA-A
 * and NMDA receptors are not touched, and neither is what a region does by itself.
 */
public record Serotonin(
        @Parameter(
                symbol = "tau_f",
                value = 2,
                unit = "d",
                low = 1,
                high = 5,
                rule = Rule.POSITIVE,
                meaning = "time constant of the fast part",
                source = "a third of the effect of week 6 is there in week 1 (Taylor 2006); assumed: days",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double fastDays,

        @Parameter(
                symbol = "tau_w",
                value = 18,
                unit = "d",
                low = 14,
                high = 21,
                rule = Rule.POSITIVE,
                meaning = "time constant of the slow part",
                source = "2-3 weeks, so that most of the effect is there by week 6 (Taylor 2006)",
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double slowDays,

        @Parameter(
                symbol = "phi",
                value = 0.1,
                unit = "1",
                low = 0,
                high = 0.25,
                rule = Rule.FRACTION,
                meaning = "share of the fast part",
                source =
                        "with tau_w the effect at the end of week 1 is then two fifths of that of week 6; in 28 trials one third (Taylor 2006)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double fastShare,

        @Parameter(
                symbol = "kappa_e",
                value = 0.22,
                unit = "1",
                low = 0,
                high = 0.5,
                rule = Rule.FRACTION,
                meaning = "reduction of the gain of inputs at full effect and density 1",
                source = "set by hand so that relief at week 8 is near that of a benzodiazepine (Mendez 2024)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double inputReduction) {

    private static final double HOURS = 24;

    public Serotonin {
        Parameters.check(Serotonin.class, fastDays, slowDays, fastShare, inputReduction);
    }

    /** All parameters at their defaults. */
    public static Serotonin standard() {
        return Parameters.defaults(Serotonin.class);
    }

    /** The running chain of a person whose response is {@code factor} times the typical. */
    public State start(double factor) {
        return new State(factor);
    }

    /** Fast and slow part of one person; owned by one run. */
    public final class State {
        private final double factor;
        private double fast;
        private double slow;

        private State(double factor) {
            this.factor = factor;
        }

        /** The same state under other equations. */
        public State under(Serotonin other) {
            State next = other.start(factor);
            next.fast = fast;
            next.slow = slow;
            return next;
        }

        /** Advances by {@code hours} at constant occupancy; exact. */
        public void advance(double occupancy, double hours) {
            fast += (occupancy - fast) * -StrictMath.expm1(-hours / (fastDays * HOURS));
            slow += (occupancy - slow) * -StrictMath.expm1(-hours / (slowDays * HOURS));
        }

        /** e: the effect, 0 to 1. */
        public double effect() {
            return fastShare * fast + (1 - fastShare) * slow;
        }

        /** Change of the gain of inputs where the density is 1, as a fraction; 0 or below, at least -1. */
        public double inputGain() {
            return Math.max(-1, -inputReduction * factor * effect());
        }
    }
}
