package org.unstuck.phenomena;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.pharma.Tolerance;
import org.unstuck.phenomena.Laboratory.Look;
import org.unstuck.simulate.ModelParameters;

/** P06 to P12: relief, tolerance and stopping of a benzodiazepine. */
final class BenzodiazepineRows {

    private static final double DAY = 24;
    private static final double WEEK = 7 * DAY;
    private static final double STOP = 12 * WEEK;
    /** After the peak of a rebound, and after a taper of ten weeks and sixty days. */
    private static final double REBOUND_SEEN = 6 * WEEK;

    /** Half-life of alprazolam, h (drug label). */
    private static final double HALF_LIFE = 11.2;

    private static final Look ONCE =
            Look.steps(new double[] {3, 0.125}, new double[] {6, 0.5}, new double[] {24, 2}, new double[] {60, 4});

    /** Daily at the start and while rebound is expected, four times a day after the stop. */
    private static final Look STOPPING = Look.steps(
            new double[] {12 * DAY, DAY},
            new double[] {11 * WEEK, 3.5 * DAY},
            new double[] {STOP, DAY},
            new double[] {STOP + 8 * DAY, 0.25 * DAY},
            new double[] {STOP + 3 * WEEK, DAY},
            new double[] {STOP + 10 * WEEK, 2 * DAY},
            new double[] {STOP + 12 * WEEK, DAY},
            new double[] {STOP + 16 * WEEK, 3.5 * DAY},
            new double[] {215 * DAY, 7 * DAY});

    static final Look EIGHT_WEEKS =
            Look.steps(new double[] {14 * DAY, DAY}, new double[] {8 * WEEK, 2 * DAY}, new double[] {10 * WEEK, DAY});

    private BenzodiazepineRows() {}

    static final Phenomenon P06 = new Phenomenon(
            "P06",
            "benzodiazepine relief is fast and time-locked",
            "up",
            ">= 50% of peak R by 15-75 min oral; R returns to <= 20% of peak within 5 half-lives of a single dose",
            "0-3 d",
            "drug labels; Gomez 2018",
            Evidence.HIGH,
            BenzodiazepineRows::p06);

    static final Phenomenon P07 = new Phenomenon(
            "P07",
            "tolerance dissociates",
            "sedation down fast, anxiolysis less",
            "sedation day 10 / day 2: 0.2-0.75; relief week 8 / day 2: 0.35-1.0; sedation always lost first",
            "8 wk",
            "Aranko 1983; Seidel 1985; Vinkers and Olivier 2012",
            Evidence.CONTESTED,
            BenzodiazepineRows::p07);

    static final Phenomenon P08 = new Phenomenon(
            "P08",
            "benzodiazepine v SSRI trajectory",
            "benzodiazepine earlier, then equal",
            "benzodiazepine >= 1.5x SSRI relief at week 1; ratio 0.7-1.5 at week 8; SSRI week-1 effect 0.2-0.45 of week 6",
            "1-8 wk",
            "Mendez 2024; Taylor 2006",
            Evidence.HIGH,
            BenzodiazepineRows::p08);

    static final Phenomenon P09 = new Phenomenon(
            "P09",
            "abrupt stop of alprazolam after 12 weeks",
            "overshoot",
            "A above untreated stuck level; peak day 1-4.5; size 10-80% of initial relief; half-settled day 4-20",
            "0-6 wk",
            "Rickels 1990; Fontaine 1984",
            Evidence.HIGH,
            BenzodiazepineRows::p09);

    static final Phenomenon P10 = new Phenomenon(
            "P10",
            "slower stopping, smaller rebound",
            "monotone",
            "peak / abrupt peak: 1-wk taper >= 0.75, 4-wk 0.35-0.85, 10-wk 0.1-0.6",
            "0-16 wk",
            "ASAM joint guideline 2025",
            Evidence.HIGH,
            BenzodiazepineRows::p10);

    static final Phenomenon P11 = new Phenomenon(
            "P11",
            "a benzodiazepine leaves no lasting gain",
            "null",
            "R within +/-0.1 of untreated twin 60 d after a completed slow taper; no lasting harm beyond 0.1 by default",
            "60 d",
            "Rickels 1990",
            Evidence.MEDIUM,
            BenzodiazepineRows::p11);

    static final Phenomenon P12 = new Phenomenon(
            "P12",
            "plasticity or tolerance off",
            "ablation",
            "ka = ks = 0 -> no tolerance, no rebound; learning/plasticity gain 0 -> ketamine has no effect beyond 24 h after clearance",
            "10 wk",
            "logic",
            Evidence.HIGH,
            BenzodiazepineRows::p12);

    private static List<Check> p06(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-once", ONCE);
        double[][] relief = f.relief("benzodiazepine");
        int n = f.patients();
        return List.of(
                new Check(Band.of("half of peak relief reached", 15, 75).in("min"), n, patients -> {
                    Curve c = f.medianCurve(relief, patients);
                    return 60 * c.firstAt(0.5 * c.peak());
                }),
                new Check(
                        Band.above("peak relief", 0),
                        n,
                        patients -> f.medianCurve(relief, patients).peak()),
                new Check(Band.below("relief after 5 half-lives, share of peak", 0.2), n, patients -> {
                    Curve c = f.medianCurve(relief, patients);
                    return c.at(5 * HALF_LIFE) / c.peak();
                }));
    }

    /** Mean relief of day {@code day} (the first is 1) of one arm. */
    private static double[] relief(Followed f, String arm, double day) {
        return f.mean(f.relief(arm), (day - 1) * DAY, day * DAY);
    }

    private static double[] sedation(Followed f, String arm, double day) {
        return f.mean(f.sedation(arm), (day - 1) * DAY, day * DAY);
    }

    private static List<Check> p07(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-stop", STOPPING);
        int n = f.patients();
        Check.Estimate sedation = Estimates.ratio(
                Estimates.median(sedation(f, "abrupt", 10)), Estimates.median(sedation(f, "abrupt", 2)));
        Check.Estimate early =
                Estimates.ratio(Estimates.median(relief(f, "abrupt", 10)), Estimates.median(relief(f, "abrupt", 2)));
        Check.Estimate late =
                Estimates.ratio(Estimates.median(relief(f, "abrupt", 56)), Estimates.median(relief(f, "abrupt", 2)));
        return List.of(
                new Check(Band.of("sedation, day 10 / day 2", 0.2, 0.75), n, sedation),
                new Check(Band.of("relief, week 8 / day 2", 0.35, 1.0), n, late),
                new Check(
                        Band.above("day 10 / day 2, relief minus sedation", 0),
                        n,
                        Estimates.difference(early, sedation)));
    }

    private static List<Check> p08(Laboratory lab) {
        Followed bzd = lab.follow("benzodiazepine-stop", STOPPING);
        Followed ssri = lab.follow("ssri", EIGHT_WEEKS);
        int n = ssri.patients();
        Check.Estimate bzd1 = Estimates.median(relief(bzd, "abrupt", 7));
        Check.Estimate bzd8 = Estimates.median(relief(bzd, "abrupt", 56));
        Check.Estimate ssri1 = Estimates.median(relief(ssri, "SSRI", 7));
        Check.Estimate ssri6 = Estimates.median(relief(ssri, "SSRI", 42));
        Check.Estimate ssri8 = Estimates.median(relief(ssri, "SSRI", 56));
        return List.of(
                new Check(Band.above("relief in week 1, benzodiazepine / SSRI", 1.5), n, ratioOfGains(bzd1, ssri1)),
                new Check(Band.of("relief in week 8, benzodiazepine / SSRI", 0.7, 1.5), n, ratioOfGains(bzd8, ssri8)),
                new Check(Band.of("SSRI, relief week 1 / week 6", 0.2, 0.45), n, ratioOfGains(ssri1, ssri6)));
    }

    /** A ratio that is undefined if nothing is gained below the line: an SSRI without effect is not infinitely beaten. */
    private static Check.Estimate ratioOfGains(Check.Estimate above, Check.Estimate below) {
        return patients -> {
            double under = below.of(patients);
            return under > 1e-3 ? above.of(patients) / under : Double.NaN;
        };
    }

    /**
     * Median rebound (-R) from the end of full doses until six weeks after the last dose, as rated over a day: a single burst is too
     * noisy to tell the day of a flat peak.
     */
    private static Curve rebound(Followed f, String arm, double taperWeeks, int[] patients) {
        double[][] relief = f.relief(arm);
        double[][] rebound = new double[relief.length][];
        for (int p = 0; p < rebound.length; p++) {
            rebound[p] = Estimates.map(relief[p], x -> -x);
        }
        return f.medianCurve(rebound, patients).meanOver(DAY).between(STOP, STOP + taperWeeks * WEEK + REBOUND_SEEN);
    }

    private static List<Check> p09(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-stop", STOPPING);
        int n = f.patients();
        Check.Estimate first = Estimates.median(relief(f, "abrupt", 2));
        return List.of(
                new Check(
                        Band.above("highest A over the untreated, in gaps", 0),
                        n,
                        patients -> rebound(f, "abrupt", 0, patients).peak()),
                new Check(
                        Band.of("day of the peak", 1, 4.5).in("d"),
                        n,
                        patients -> (rebound(f, "abrupt", 0, patients).peakHour() - STOP) / DAY),
                new Check(
                        Band.of("peak, share of the relief of day 2", 0.1, 0.8),
                        n,
                        patients -> rebound(f, "abrupt", 0, patients).peak() / first.of(patients)),
                new Check(
                        Band.of("half settled", 4, 20).in("d"),
                        n,
                        patients -> (rebound(f, "abrupt", 0, patients).halfGoneAt() - STOP) / DAY));
    }

    private static Check.Estimate share(Followed f, String arm, double weeks) {
        return patients -> {
            double abrupt = rebound(f, "abrupt", 0, patients).peak();
            return abrupt > 0 ? Math.max(0, rebound(f, arm, weeks, patients).peak()) / abrupt : Double.NaN;
        };
    }

    private static List<Check> p10(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-stop", STOPPING);
        int n = f.patients();
        Check.Estimate one = share(f, "1 week", 1);
        Check.Estimate four = share(f, "4 weeks", 4);
        Check.Estimate ten = share(f, "10 weeks", 10);
        return List.of(
                new Check(Band.above("1 week, peak / abrupt peak", 0.75), n, one),
                new Check(Band.of("4 weeks, peak / abrupt peak", 0.35, 0.85), n, four),
                new Check(Band.of("10 weeks, peak / abrupt peak", 0.1, 0.6), n, ten),
                new Check(
                        Band.above("smallest fall from one to the next slower stop", 0),
                        n,
                        patients -> Math.min(
                                1 - one.of(patients),
                                Math.min(one.of(patients) - four.of(patients), four.of(patients) - ten.of(patients)))));
    }

    private static List<Check> p11(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-stop", STOPPING);
        double seen = STOP + 10 * WEEK + 60 * DAY;
        double[] late = f.mean(f.relief("10 weeks"), seen - 3 * DAY, seen);
        return List.of(new Check(
                Band.of("R 60 d after the end of the taper", -0.1, 0.1), f.patients(), Estimates.median(late)));
    }

    /** "No" effect: below a hundredth of the gap. */
    private static final double NONE = 0.01;

    private static List<Check> p12(Laboratory lab) {
        ModelParameters usual = lab.setting().parameters();
        Followed f =
                lab.follow("benzodiazepine-eight-weeks", usual.with(Tolerance.none()), "no tolerance", EIGHT_WEEKS);
        ModelParameters still = usual.with(Parameters.with(usual.learning(), "rate", 0))
                .with(Parameters.with(usual.homeostasis(), "gain", 0))
                .with(Parameters.with(usual.cascade(), "poolGain", 0));
        Followed k = lab.follow("ketamine-once", still, "no plasticity", KetamineRows.ONCE);
        int n = f.patients();
        Check.Estimate sedation = Estimates.ratio(
                Estimates.median(sedation(f, "benzodiazepine", 56)),
                Estimates.median(sedation(f, "benzodiazepine", 7)));
        Check.Estimate relief = Estimates.ratio(
                Estimates.median(relief(f, "benzodiazepine", 56)), Estimates.median(relief(f, "benzodiazepine", 7)));
        double[] after = f.mean(f.relief("benzodiazepine"), 8 * WEEK + 4 * DAY, 10 * WEEK);
        double[] ketamine = k.mean(k.relief("ketamine"), 2.5 * DAY, 7 * DAY);
        // In a steady state by day 7, so that accumulation does not count; what is left is the scatter of the network.
        return List.of(
                new Check(Band.of("no tolerance: sedation, week 8 / day 7", 1 - NONE, 1 + NONE), n, sedation),
                new Check(Band.of("no tolerance: relief, week 8 / day 7", 0.9, 1.1), n, relief),
                new Check(Band.of("no tolerance: R after the stop", -NONE, NONE), n, Estimates.median(after)),
                new Check(
                        Band.of("no plasticity: R on days 3 to 7 after ketamine", -NONE, NONE),
                        n,
                        Estimates.median(ketamine)));
    }
}
