package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Belief;

/**
 * Expectancy: a bias on what is reported, never on the network. x is its size as a share of the gap between illness and health:
 *
 * <pre>
 *   dx/dt = -x / tau_x      and on an occasion    x = max(x, xi B)
 *   signal S = max over the occasion of max(D, omega Sed)          dissociation and sedation felt
 *   B = S + (1 - S) prior (1 - nu)     on an occasion that ought to be felt: nothing felt looks like placebo
 *   B = S + (1 - S) prior              otherwise
 *   B = prior                          if the patient is masked
 * </pre>
 *
 * An occasion is a treatment with none of its kind in the two days before: an infusion, the first of daily doses, a weekly
 * session. It ought to be felt if it is a drug with none of its kind in the two days after either. An arm without a
 * {@link Belief} has no bias: reports are then the network's own.
 *
 * <p>A rating has an error besides, drawn anew at every visit; it is part of what trials report and of no course.
 */
public record Expectancy(
        @Parameter(
                symbol = "xi",
                value = 0.33,
                unit = "1",
                low = 0.15,
                high = 0.35,
                rule = Rule.FRACTION,
                meaning = "bias at full belief, as a share of the gap between illness and health",
                source = "0.15-0.35 of the gap (evidence D7); calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double size,

        @Parameter(
                symbol = "tau_x",
                value = 28,
                unit = "d",
                low = 14,
                high = 42,
                rule = Rule.POSITIVE,
                meaning = "how long the bias lasts",
                source = "decays over 2-6 weeks (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double fadeDays,

        @Parameter(
                symbol = "omega",
                value = 0.85,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.FRACTION,
                meaning = "how much felt sedation tells, relative to dissociation",
                source = "midazolam as a placebo is partly unmasked; size assumed; calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double sedationTells,

        @Parameter(
                symbol = "nu",
                value = 0.6,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.FRACTION,
                meaning = "belief lost when a treatment that ought to be felt is not",
                source =
                        "trials against saline give twice the effect of trials against midazolam (Cochrane 2021); size assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double disappointment,

        @Parameter(
                symbol = "sigma_r",
                value = 0.17,
                unit = "1",
                low = 0.1,
                high = 0.2,
                rule = Rule.FRACTION,
                meaning = "error of one rating (standard deviation), as a share of the gap",
                source =
                        "ratings of one person a day apart correlate by 0.8 to 0.9 and people differ by about 0.4 of the gap, which gives 0.13 to 0.2; within that calibrated (docs/calibration.md)",
                evidence = Evidence.LOW,
                status = Status.CALIBRATED)
        double ratingError) {

    private static final double HOURS = 24;

    /** Treatments of one kind that are closer than this are one occasion, h. */
    private static final double SAME_OCCASION = 48;

    /** How long after the beginning of an occasion what is felt still counts, h. */
    private static final double FORMING = 6;

    /** Kinds of sessions that are treatments. */
    private static final List<String> TREATMENTS = List.of("therapy", "exposure", "sham");

    public Expectancy {
        Parameters.check(Expectancy.class, size, fadeDays, sedationTells, disappointment, ratingError);
    }

    /** All parameters at their defaults. */
    public static Expectancy standard() {
        return Parameters.defaults(Expectancy.class);
    }

    /** The running expectancy of one person, whose bias is {@code factor} times the typical, in {@code arm}. */
    State start(Arm arm, double factor) {
        return new State(arm, factor);
    }

    private record Occasion(double hours, boolean toBeFelt) {}

    private static List<Occasion> occasions(Arm arm) {
        TreeMap<String, List<Double>> doses = new TreeMap<>();
        arm.intakes()
                .forEach(i ->
                        doses.computeIfAbsent(i.drug(), d -> new ArrayList<>()).add(i.atHours()));
        TreeMap<String, List<Double>> sessions = new TreeMap<>();
        arm.sessions().stream()
                .filter(s -> TREATMENTS.contains(s.type()))
                .forEach(s -> sessions.computeIfAbsent(s.type(), t -> new ArrayList<>())
                        .add(s.fromHours()));
        List<Occasion> all = new ArrayList<>();
        doses.values().forEach(times -> add(times, true, all));
        sessions.values().forEach(times -> add(times, false, all));
        all.sort(Comparator.comparingDouble(Occasion::hours));
        return all;
    }

    private static void add(List<Double> times, boolean drug, List<Occasion> all) {
        for (int i = 0; i < times.size(); i++) {
            double t = times.get(i);
            boolean first = i == 0 || t - times.get(i - 1) >= SAME_OCCASION;
            boolean single = i + 1 == times.size() || times.get(i + 1) - t >= SAME_OCCASION;
            if (first) {
                all.add(new Occasion(t, drug && single));
            }
        }
    }

    /** The expectancy of one person; owned by one run. */
    final class State {
        private final Belief belief;
        private final double factor;
        private final List<Occasion> occasions;
        private int next;
        private Occasion open;
        private double signal;
        private double x;

        private State(Arm arm, double factor) {
            this(arm.expectancy(), factor, arm.expectancy() == null ? List.of() : occasions(arm));
        }

        private State(Belief belief, double factor, List<Occasion> occasions) {
            this.belief = belief;
            this.factor = factor;
            this.occasions = occasions;
        }

        /** The same state under other equations. */
        State under(Expectancy other) {
            State later = other.new State(belief, factor, occasions);
            later.next = next;
            later.open = open;
            later.signal = signal;
            later.x = x;
            return later;
        }

        /** Advances by {@code step} hours to {@code hours}, through which dissociation and sedation were felt. */
        void advance(double hours, double step, double dissociation, double sedation) {
            if (belief == null) {
                return;
            }
            x *= StrictMath.exp(-step / (fadeDays * HOURS));
            while (next < occasions.size() && occasions.get(next).hours() < hours) {
                open = occasions.get(next++);
                signal = 0;
            }
            if (open != null && hours <= open.hours() + FORMING) {
                signal = Math.max(signal, Math.max(dissociation, sedationTells * sedation));
                x = Math.max(x, Math.min(1, size * factor * belief()));
            }
        }

        private double belief() {
            if (belief.masked()) {
                return belief.prior();
            }
            double unfelt = belief.prior() * (open.toBeFelt() ? 1 - disappointment : 1);
            return signal + (1 - signal) * unfelt;
        }

        /** x: the bias as a share of the gap. */
        double bias() {
            return x;
        }
    }
}
