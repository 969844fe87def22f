package org.unstuck.phenomena;

import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.network.Condition;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.Receptor;
import org.unstuck.phenomena.Laboratory.Look;

/** P13 to P19 and P30: relief after ketamine. */
final class KetamineRows {

    private static final double DAY = 24;
    private static final double WEEK = 7 * DAY;
    private static final double RESPONSE = 0.5;
    private static final double MINUTES_40 = 2 / 3.0;

    static final Look ONCE =
            Look.steps(new double[] {2 * DAY, 3}, new double[] {3 * DAY, 6}, new double[] {8 * DAY, 12}, new double[] {
                30 * DAY, DAY
            });

    private static final Look THERAPY =
            Look.steps(new double[] {DAY, 6}, new double[] {8 * DAY, 12}, new double[] {32 * DAY, DAY});

    private static final Look SERIES = Look.steps(new double[] {41 * DAY, 12});

    private static final Look ON_TOP = Look.steps(new double[] {4 * DAY, DAY}, new double[] {14 * DAY, 12});

    private static final Look COMPARED = Look.steps(new double[] {4 * DAY, 6});

    private KetamineRows() {}

    static final Phenomenon P13 = new Phenomenon(
            "P13",
            "ketamine single: onset",
            "delayed after peak plasma",
            "R at 40 min <= 0.3 of peak R; >= 0.3 by 4 h; peak 14-40 h (a separate acute state effect is kept out of R)",
            "0-2 d",
            "Zarate 2006; Murrough 2013; Coyle and Laws 2015",
            Evidence.MEDIUM,
            KetamineRows::p13);

    static final Phenomenon P14 = new Phenomenon(
            "P14",
            "ketamine single: decay",
            "fades",
            "R day 3 0.55-0.97, day 7 0.3-0.75, day 14 0.05-0.5 of peak; day 28 <= 0.25",
            "3-28 d",
            "Han 2016; Coyle and Laws 2015",
            Evidence.HIGH,
            KetamineRows::p14);

    static final Phenomenon P15 = new Phenomenon(
            "P15",
            "not everyone responds",
            "spread",
            "population 24 h response 30-65% (drug-specific part 15-40 points over control); SD of R 0.2-0.4; at least 25% non-responders",
            "24 h",
            "Cochrane 2021; Han 2016",
            Evidence.HIGH,
            KetamineRows::p15);

    static final Phenomenon P16 = new Phenomenon(
            "P16",
            "comparator matters",
            "active < saline",
            "drug minus midazolam effect 0.3-0.8 of drug minus saline when the expectancy module is on; masked (expectancy equal) effect d 0-0.6",
            "24-72 h",
            "Cochrane 2021; Lii 2023; KARMA-Dep 2 2025",
            Evidence.MEDIUM,
            KetamineRows::p16);

    static final Phenomenon P17 = new Phenomenon(
            "P17",
            "repeated infusions add responders",
            "up, saturating",
            "responders after 6 / after 1: 1.2-2.4; most responders declared by infusion 2-4; weekly maintenance holds",
            "2-6 wk",
            "Phillips 2019",
            Evidence.MEDIUM,
            KetamineRows::p17);

    static final Phenomenon P18 = new Phenomenon(
            "P18",
            "ketamine then therapy beats both",
            "super-additive",
            "day-30 R: combo >= 1.5x ketamine alone and >= 1.5x therapy alone; ketamine+sham <= 0.35 of peak; interaction > 0",
            "30 d",
            "Price 2022; Wilkinson 2021",
            Evidence.MEDIUM,
            KetamineRows::p18);

    static final Phenomenon P19 = new Phenomenon(
            "P19",
            "benzodiazepine on board blunts ketamine (assumption switch)",
            "down or null",
            "R day 1-7 with/without = 0.4-1.0; default median < 1",
            "1-7 d",
            "Frye 2015; Albott 2017; Andrashko 2020; Diekamp 2021",
            Evidence.CONTESTED,
            KetamineRows::p19);

    static final Phenomenon P30 = new Phenomenon(
            "P30",
            "indication gradient",
            "smaller in PTSD/anxiety",
            "24 h control-subtracted effect: MDD >= SAD/anxiety ~ -0.2 to -0.6 SMD >= PTSD 0 to 0.35; no preset may exceed d 1.3",
            "24 h",
            "Cochrane 2021; Hartland 2023; 2024 meta-analysis of PTSD",
            Evidence.LOW,
            KetamineRows::p30);

    /** Relief at the clock time of 24 h: mean from 21 to 27 h. */
    private static double[] at24h(Followed f, String arm) {
        return f.mean(f.relief(arm), 21, 27);
    }

    private static Curve curve(Followed f, String arm, int[] patients) {
        return f.medianCurve(f.relief(arm), patients).between(0, 32 * DAY);
    }

    /** The peak within the first two days, leaving the acute hours out. */
    private static double peak(Followed f, String arm, int[] patients) {
        return curve(f, arm, patients).between(4, 3 * DAY).peak();
    }

    /**
     * Ketamine that binds as usual, so that surge, window and synapses follow, but changes no gain: what is left is relief without
     * the acute state, which the phenomenon asks to keep out of R.
     */
    private static Drug withoutAcuteState(Drug ketamine) {
        List<Effect> effects = ketamine.effects().stream()
                .map(e -> e.on() == Receptor.NMDA_E || e.on() == Receptor.NMDA_I
                        ? new Effect(e.on(), e.ec50(), e.hill(), none(e.maximum()))
                        : e)
                .toList();
        return ketamine.with(effects);
    }

    private static Sourced none(Sourced maximum) {
        return new Sourced(0, maximum.unit(), 0, 0, "left out", maximum.evidence(), maximum.status());
    }

    /** One infusion, without the acute state. */
    private static Followed once(Laboratory lab) {
        Drug chain = withoutAcuteState(lab.setting().drug("ketamine"));
        return lab.follow("ketamine-once", chain, "without acute state", ONCE);
    }

    private static List<Check> p13(Laboratory lab) {
        Followed f = once(lab);
        int n = f.patients();
        return List.of(
                new Check(
                        Band.below("R at 40 min, share of peak", 0.3),
                        n,
                        patients -> Estimates.median(
                                        f.mean(f.relief("ketamine"), MINUTES_40 - 1 / 6.0, MINUTES_40), patients)
                                / peak(f, "ketamine", patients)),
                new Check(
                        Band.above("R at 4 h, share of peak", 0.3),
                        n,
                        patients -> Estimates.median(f.mean(f.relief("ketamine"), 3.5, 4.5), patients)
                                / peak(f, "ketamine", patients)),
                new Check(
                        Band.of("time of peak R", 14, 40).in("h"),
                        n,
                        patients -> curve(f, "ketamine", patients)
                                .between(2, 4 * DAY)
                                .peakHour()),
                new Check(Band.above("peak R", 0), n, patients -> peak(f, "ketamine", patients)));
    }

    private static Check later(Followed f, double day, Band band) {
        double[] relief = f.reliefOnDay("ketamine", day);
        return new Check(
                band, f.patients(), patients -> Estimates.median(relief, patients) / peak(f, "ketamine", patients));
    }

    private static List<Check> p14(Laboratory lab) {
        Followed f = once(lab);
        return List.of(
                later(f, 3, Band.of("R day 3, share of peak", 0.55, 0.97)),
                later(f, 7, Band.of("R day 7, share of peak", 0.3, 0.75)),
                later(f, 14, Band.of("R day 14, share of peak", 0.05, 0.5)),
                later(f, 28, Band.below("R day 28, share of peak", 0.25)));
    }

    /** Relief as rated at 24 h in an arm of the trial with comparators. */
    private static double[] reportedAt24h(Followed f, String arm) {
        return f.rated(arm, 21, 27);
    }

    private static List<Check> p15(Laboratory lab) {
        Followed f = lab.follow("ketamine-midazolam", COMPARED);
        double[] relief = reportedAt24h(f, "ketamine");
        double[] saline = reportedAt24h(f, "saline");
        int n = f.patients();
        Check.Estimate response = Estimates.share(relief, RESPONSE);
        return List.of(
                new Check(Band.of("response at 24 h", 0.30, 0.65), n, response),
                new Check(
                        Band.of("response at 24 h over saline", 0.15, 0.40),
                        n,
                        Estimates.difference(response, Estimates.share(saline, RESPONSE))),
                new Check(Band.of("SD of R at 24 h", 0.2, 0.4), n, Estimates.sd(relief)),
                new Check(Band.above("non-responders at 24 h", 0.25), n, patients -> 1 - response.of(patients)));
    }

    /** Fall of the mean score in {@code arm} against that in {@code comparator}, after 24 to 72 h. */
    private static Check.Estimate fall(Followed f, String arm, String comparator) {
        return Estimates.difference(
                Estimates.mean(f.scores(comparator, DAY, 3 * DAY)), Estimates.mean(f.scores(arm, DAY, 3 * DAY)));
    }

    private static List<Check> p16(Laboratory lab) {
        Followed f = lab.follow("ketamine-midazolam", COMPARED);
        int n = f.patients();
        // As in trials, and in P30: means and deviations of people's scores, not of a person against her twin.
        return List.of(
                new Check(
                        Band.of("effect over midazolam / effect over saline", 0.3, 0.8),
                        n,
                        Estimates.ratio(fall(f, "ketamine", "midazolam"), fall(f, "ketamine", "saline"))),
                new Check(
                        Band.of("masked: effect over saline, d", 0, 0.6),
                        n,
                        Estimates.d(
                                f.scores("saline, masked", DAY, 3 * DAY), f.scores("ketamine, masked", DAY, 3 * DAY))));
    }

    private static List<Check> p17(Laboratory lab) {
        Followed f = lab.follow("ketamine-series", SERIES);
        // As rated: patients of open series know what they get.
        int[] days = {0, 2, 4, 7, 9, 11};
        // Relief on the day after each infusion.
        double[][] after = IntStream.of(days)
                .mapToObj(d -> f.rated("series", d * DAY + 21, d * DAY + 27))
                .toArray(double[][]::new);
        double[] maintained = f.rated("series", 39 * DAY + 21, 39 * DAY + 27);
        int n = f.patients();
        double[] firstInfusion = new double[n];
        for (int p = 0; p < n; p++) {
            firstInfusion[p] = Double.NaN;
            for (int k = days.length - 1; k >= 0; k--) {
                firstInfusion[p] = after[k][p] >= RESPONSE ? k + 1 : firstInfusion[p];
            }
        }
        return List.of(
                new Check(
                        Band.of("responders after 6 infusions / after 1", 1.2, 2.4),
                        n,
                        Estimates.ratio(Estimates.share(after[5], RESPONSE), Estimates.share(after[0], RESPONSE))),
                new Check(
                        Band.above("share of responders declared by infusion 4", 0.5),
                        n,
                        patients -> 1 - Estimates.mean(Estimates.map(firstInfusion, k -> k > 4 ? 1 : 0), patients)),
                // "Holds, no further gain": the review gives no number; within a fifth.
                new Check(
                        Band.of("R after 4 weekly infusions / after the series", 0.8, 1.2),
                        n,
                        Estimates.ratio(Estimates.median(maintained), Estimates.median(after[5]))));
    }

    private static List<Check> p18(Laboratory lab) {
        Followed f = lab.follow("ketamine-therapy", THERAPY);
        int n = f.patients();
        double[] ketamine = f.mean(f.relief("ketamine"), 29 * DAY, 31 * DAY);
        double[] therapy = f.mean(f.relief("therapy"), 29 * DAY, 31 * DAY);
        double[] both = f.mean(f.relief("ketamine + therapy"), 29 * DAY, 31 * DAY);
        double[] sham = f.mean(f.relief("ketamine + sham"), 29 * DAY, 31 * DAY);
        double[] interaction = new double[n];
        for (int p = 0; p < n; p++) {
            interaction[p] = both[p] - ketamine[p] - therapy[p];
        }
        return List.of(
                new Check(Band.above("R day 30, both", 0), n, Estimates.median(both)),
                new Check(
                        Band.above("R day 30, both minus 1.5 x ketamine", 0),
                        n,
                        patients -> Estimates.median(both, patients) - 1.5 * Estimates.median(ketamine, patients)),
                new Check(
                        Band.above("R day 30, both minus 1.5 x therapy", 0),
                        n,
                        patients -> Estimates.median(both, patients) - 1.5 * Estimates.median(therapy, patients)),
                new Check(
                        Band.below("R day 30 of ketamine with sham training, share of peak", 0.35),
                        n,
                        patients -> Estimates.median(sham, patients) / peak(f, "ketamine + sham", patients)),
                new Check(Band.above("interaction on day 30", 0), n, Estimates.median(interaction)));
    }

    private static List<Check> p19(Laboratory lab) {
        Followed f = lab.follow("ketamine-on-benzodiazepine", ON_TOP);
        double from = 4 * DAY + 12;
        double until = 4 * DAY + WEEK;
        double[] without = f.mean(f.relief("ketamine"), from, until);
        double[] with = f.mean(f.relief("benzodiazepine + ketamine", "benzodiazepine"), from, until);
        return List.of(new Check(
                Band.of("R days 1 to 7, with / without a benzodiazepine", 0.4, 1.0),
                f.patients(),
                Estimates.ratio(Estimates.median(with), Estimates.median(without))));
    }

    /** Fall of the score at 24 h against the untreated twins, in pooled standard deviations of scores. */
    private static Check.Estimate effect(Laboratory lab, Condition condition) {
        Followed f = lab.follow("ketamine-once", condition, COMPARED_ONCE);
        return Estimates.d(f.untreatedScores(21, 27), f.scores("ketamine", 21, 27));
    }

    private static final Look COMPARED_ONCE = Look.steps(new double[] {30, 6});

    private static List<Check> p30(Laboratory lab) {
        Check.Estimate depression = effect(lab, lab.condition("depression"));
        Check.Estimate anxiety = effect(lab, lab.condition("generalised-anxiety"));
        Check.Estimate social = effect(lab, lab.condition("social-anxiety"));
        Check.Estimate trauma = effect(lab, lab.condition("post-traumatic-stress"));
        int n = lab.patients();
        return List.of(
                new Check(Band.below("SMD in depression", 1.3), n, depression),
                new Check(Band.of("SMD in generalised anxiety", 0.2, 0.6), n, anxiety),
                new Check(Band.of("SMD in social anxiety", 0.2, 0.6), n, social),
                new Check(Band.of("SMD in post-traumatic stress", 0, 0.35), n, trauma),
                new Check(
                        Band.above("depression minus the larger of both anxieties", 0),
                        n,
                        patients -> depression.of(patients) - Math.max(anxiety.of(patients), social.of(patients))),
                new Check(
                        Band.above("smaller of both anxieties minus post-traumatic stress", 0),
                        n,
                        patients -> Math.min(anxiety.of(patients), social.of(patients)) - trauma.of(patients)));
    }
}
