package org.unstuck.pharma;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * From NMDA block to a window of plasticity (evidence in rodents: Moghaddam 1997; Li 2010; Wu 2021; in people the link is not
 * shown, Abdallah 2020 points the other way):
 *
 * <pre>
 *   surge  = max(0, n_I - bias n_E) (1 - beta E_bzd)       n: occupancy of NMDA receptors on I and E cells
 *   dB/dt  = surge / A - B / tau_B                         BDNF/mTOR trigger; A: area of the surge of a standard infusion
 *   dg/dt  = B / tau_B - g / tau_g                         gate: plasticity is 1 + kappa_g g times normal
 *   dq/dt  = B / tau_B - q / tau_d,  dp/dt = q/tau_d (1 - p/p_max) - p / tau_p      structural pool p behind a delay q
 * </pre>
 *
 * g and p would reach about 1 after a standard infusion (0.5 mg/kg over 40 min) if nothing decayed.
 */
public record GlutamateCascade(
        @Parameter(
                symbol = "bias",
                value = 0.6,
                unit = "1",
                low = 0.4,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "how much block of excitatory cells cancels the surge",
                source = "prior of the evidence review: surge ~ max(0, nI - 0.6 nE)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double bias,

        @Parameter(
                symbol = "A",
                value = 0.66,
                unit = "h",
                low = 0.5,
                high = 2,
                rule = Rule.POSITIVE,
                meaning = "area under the surge of a standard infusion",
                source = "computed from the ketamine data file; makes g and p relative to a standard infusion",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double standardArea,

        @Parameter(
                symbol = "tau_B",
                value = 1,
                unit = "h",
                low = 1,
                high = 3,
                rule = Rule.POSITIVE,
                meaning = "decay of the BDNF/mTOR trigger",
                source = "docs/calibration.md: minutes to 2 h, near baseline by 2-3 h (Li 2010, rat)",
                evidence = Evidence.MEDIUM,
                status = Status.CALIBRATED)
        double triggerHours,

        @Parameter(
                symbol = "tau_g",
                value = 1.4,
                unit = "d",
                low = 0.8,
                high = 2.5,
                rule = Rule.POSITIVE,
                meaning = "how long the window of plasticity stays open",
                source = "docs/calibration.md: fast potentiation 0.8-2.5 d, prior of the evidence review",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double windowDays,

        @Parameter(
                symbol = "kappa_g",
                value = 4,
                unit = "1",
                low = 1,
                high = 5,
                rule = Rule.NON_NEGATIVE,
                meaning = "plasticity added by a fully open window, relative to normal",
                source = "learning rate 1 -> 2-6 (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double windowGain,

        @Parameter(
                symbol = "tau_d",
                value = 16,
                unit = "h",
                low = 8,
                high = 16,
                rule = Rule.POSITIVE,
                meaning = "delay before new synapses count",
                source =
                        "evoked spine formation before density rises (Wu 2021, mouse); 8-16 h, at its upper end: calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double delayHours,

        @Parameter(
                symbol = "tau_p",
                value = 6,
                unit = "d",
                low = 5,
                high = 10,
                rule = Rule.POSITIVE,
                meaning = "life time of new synapses that are not used",
                source = "docs/calibration.md: density up for up to 2 weeks (Phoumthipphavong 2016, mouse); 5-10 d",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double poolDays,

        @Parameter(
                symbol = "p_max",
                value = 2.6,
                unit = "1",
                low = 1,
                high = 3,
                rule = Rule.POSITIVE,
                meaning = "largest pool, relative to one standard infusion",
                source = "repeated infusions saturate (Phillips 2019); calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double poolMaximum,

        @Parameter(
                symbol = "kappa_p",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.45,
                rule = Rule.NON_NEGATIVE,
                meaning = "gain of excitatory weights onto prefrontal cells at p = 1",
                source =
                        "docs/calibration.md (at the end of its range: connectivity falls on the next day, P21); spine density +15 to 45% at 24 h in rodent prefrontal cortex (Li 2010)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double poolGain,

        @Parameter(
                symbol = "beta",
                value = 0.2,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.FRACTION,
                meaning = "how much a full benzodiazepine effect blunts the surge",
                source =
                        "small series report blunting, pooled trials none (Frye 2015; Diekamp 2021); calibrated (docs/calibration.md)",
                evidence = Evidence.CONTESTED,
                status = Status.CALIBRATED)
        double blunting) {

    private static final double HOURS = 24;

    public GlutamateCascade {
        Parameters.check(
                GlutamateCascade.class,
                bias,
                standardArea,
                triggerHours,
                windowDays,
                windowGain,
                delayHours,
                poolDays,
                poolMaximum,
                poolGain,
                blunting);
    }

    /** All parameters at their defaults. */
    public static GlutamateCascade standard() {
        return Parameters.defaults(GlutamateCascade.class);
    }

    /** The running cascade of one person. */
    public State start() {
        return new State();
    }

    /** Trigger, gate and pool of one person; owned by one run. */
    public final class State {
        private double trigger;
        private double gate;
        private double delayed;
        private double pool;

        private State() {}

        /** The same state under other equations. */
        public State under(GlutamateCascade other) {
            State next = other.start();
            next.trigger = trigger;
            next.gate = gate;
            next.delayed = delayed;
            next.pool = pool;
            return next;
        }

        /**
         * Advances by {@code hours} at constant occupancies; exponential Euler, exact for each equation while its input is
         * constant, so steps should be short (minutes) while a drug is acute.
         */
        public void advance(double nI, double nE, double benzodiazepine, double surgeFactor, double hours) {
            double surge = surgeFactor * Math.max(0, nI - bias * nE) * (1 - blunting * benzodiazepine);
            double release = trigger / triggerHours;
            trigger = relax(trigger, surge / standardArea, triggerHours, hours);
            gate = relax(gate, release, windowDays * HOURS, hours);
            double formation = delayed / delayHours * (1 - pool / poolMaximum);
            delayed = relax(delayed, release, delayHours, hours);
            pool = relax(pool, formation, poolDays * HOURS, hours);
        }

        /** x after {@code hours} of dx/dt = in - x / tau. */
        private static double relax(double x, double in, double tauHours, double hours) {
            return x + (in * tauHours - x) * -StrictMath.expm1(-hours / tauHours);
        }

        /** B, the BDNF/mTOR trigger. */
        public double trigger() {
            return trigger;
        }

        /** g, how far the window of plasticity is open. */
        public double gate() {
            return gate;
        }

        /** p, the pool of new synapses. */
        public double pool() {
            return pool;
        }
    }
}
