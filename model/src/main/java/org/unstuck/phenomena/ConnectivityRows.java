package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.unstuck.describe.Evidence;
import org.unstuck.network.Network;
import org.unstuck.phenomena.Laboratory.Look;

/**
 * P20 to P25: connectivity, diversity and flexibility under drugs. Effect sizes d are differences of means over the pooled standard
 * deviation between people, of Fisher z of the activity of a scan.
 */
final class ConnectivityRows {

    private static final double DAY = 24;

    /** Scans during the infusion, when it is gone, and a day later. */
    private static final int DURING = 0;

    private static final int GONE = 1;
    private static final int NEXT_DAY = 2;

    private static final Look INFUSION =
            Look.steps(new double[] {30, 6}).scans(0.5, 5.0, DAY).flexible();

    private static final Look WEEK = Look.steps(new double[] {8 * DAY, 2 * DAY}).scans(7 * DAY + 2);

    private static final Look PATIENTS =
            Look.steps(new double[] {3 * DAY, 12}, new double[] {10 * DAY, DAY}).scans(2 * DAY, 10 * DAY);

    private ConnectivityRows() {}

    static final Phenomenon P20 = new Phenomenon(
            "P20",
            "acute ketamine, within-network connectivity",
            "down",
            "SN and DMN within-FC d -0.3 to -1.3; DMN-FPN anticorrelation weaker",
            "10-60 min",
            "Adhikari 2020; Anticevic 2012",
            Evidence.MEDIUM,
            ConnectivityRows::p20);

    static final Phenomenon P21 = new Phenomenon(
            "P21",
            "next-day connectivity",
            "partial, transient",
            "sgACC-mPFC and PCC-dmPFC FC down at 24 h; SN-DMN moves toward control at 2 d, >= 70% of the shift gone by day 10",
            "1-10 d",
            "Scheidegger 2012; Evans 2018",
            Evidence.MEDIUM,
            ConnectivityRows::p21);

    static final Phenomenon P22 = new Phenomenon(
            "P22",
            "thalamus",
            "up",
            "thalamo-cortical FC d +0.2 to +1.0 during infusion",
            "acute",
            "Hoflich 2015",
            Evidence.MEDIUM,
            ConnectivityRows::p22);

    static final Phenomenon P23 = new Phenomenon(
            "P23",
            "therapeutic benzodiazepine, connectivity",
            "mixed and small",
            "some network pairs up, some down; median abs d <= 0.8; DMN may fall, sensory may rise",
            "1-7 d",
            "Pflanz 2015; Flodin 2012; Adhikari 2020",
            Evidence.MEDIUM,
            ConnectivityRows::p23);

    static final Phenomenon P24 = new Phenomenon(
            "P24",
            "ketamine, spontaneous diversity",
            "up, reverts",
            "LZc or state-repertoire entropy +2 to +20% during infusion, within 3% of baseline by 4-6 h",
            "0-6 h",
            "Farnes 2020",
            Evidence.MEDIUM,
            ConnectivityRows::p24);

    static final Phenomenon P25 = new Phenomenon(
            "P25",
            "NMDA block and flexibility",
            "up, not \"health\"",
            "surrogate-corrected flexibility rises with block; very high flexibility (psychosis-like preset) must not raise R",
            "acute",
            "Braun 2016",
            Evidence.MEDIUM,
            ConnectivityRows::p25);

    private static double[] read(Snapshot[] scans, ToDoubleFunction<Snapshot> of) {
        return Arrays.stream(scans).mapToDouble(of).toArray();
    }

    private static Check.Estimate d(Snapshot[] after, Snapshot[] before, int[] a, int[] b) {
        return Estimates.d(read(after, s -> s.z(a, b)), read(before, s -> s.z(a, b)));
    }

    private static List<Check> p20(Laboratory lab) {
        Followed f = lab.follow("ketamine-scan", INFUSION);
        Snapshot[] during = f.scans()[0][DURING];
        Snapshot[] before = f.untreatedScans();
        int[] sn = Regions.in(lab.network(), "SN");
        int[] dmn = Regions.in(lab.network(), "DMN");
        int[] fpn = Regions.in(lab.network(), "FPN");
        int n = lab.patients();
        return List.of(
                new Check(Band.of("within SN, d", -1.3, -0.3), n, d(during, before, sn, sn)),
                new Check(Band.of("within DMN, d", -1.3, -0.3), n, d(during, before, dmn, dmn)),
                new Check(
                        Band.below("DMN-FPN before", 0).in("Fisher z"),
                        n,
                        Estimates.mean(read(before, s -> s.z(dmn, fpn)))),
                new Check(Band.above("DMN-FPN, d", 0), n, d(during, before, dmn, fpn)));
    }

    private static List<Check> p21(Laboratory lab) {
        Followed well = lab.follow("ketamine-scan", INFUSION);
        Followed ill = lab.follow("ketamine-once", PATIENTS);
        int[] subgenual = Regions.of(lab.network(), "sgACC");
        int[] medial = Regions.of(lab.network(), "mPFC");
        int[] posterior = Regions.of(lab.network(), "PCC");
        int[] sn = Regions.in(lab.network(), "SN");
        int[] dmn = Regions.in(lab.network(), "DMN");
        double[] before = read(ill.untreatedScans(), s -> s.z(sn, dmn));
        double[] control = read(ill.healthyScans(), s -> s.z(sn, dmn));
        double[] day2 = read(ill.scans()[0][0], s -> s.z(sn, dmn));
        double[] day10 = read(ill.scans()[0][1], s -> s.z(sn, dmn));
        Snapshot[] next = well.scans()[0][NEXT_DAY];
        int n = lab.patients();
        return List.of(
                new Check(Band.below("sgACC-mPFC at 24 h, d", 0), n, d(next, well.untreatedScans(), subgenual, medial)),
                new Check(Band.below("PCC-mPFC at 24 h, d", 0), n, d(next, well.untreatedScans(), posterior, medial)),
                new Check(
                        Band.above("SN-DMN at 2 d, share of the way to control", 0),
                        n,
                        Estimates.ratio(shift(day2, before), shift(control, before))),
                new Check(
                        Band.above("of that shift, gone by day 10", 0.7),
                        n,
                        p -> 1
                                - shift(day10, before).of(p)
                                        / shift(day2, before).of(p)));
    }

    private static Check.Estimate shift(double[] after, double[] before) {
        return Estimates.difference(Estimates.mean(after), Estimates.mean(before));
    }

    private static List<Check> p22(Laboratory lab) {
        Followed f = lab.follow("ketamine-scan", INFUSION);
        Network network = lab.network();
        int[] thalamus = Regions.of(network, "THAL");
        int[] below = Regions.of(network, "THAL", "AMY", "HIP");
        int[] cortex = IntStream.range(0, network.size())
                .filter(i -> IntStream.of(below).noneMatch(b -> b == i))
                .toArray();
        return List.of(new Check(
                Band.of("thalamus with cortex, d", 0.2, 1.0),
                lab.patients(),
                d(f.scans()[0][DURING], f.untreatedScans(), thalamus, cortex)));
    }

    private static List<Check> p23(Laboratory lab) {
        Followed f = lab.follow("benzodiazepine-week", WEEK);
        List<int[]> modules = lab.network().modules().values().stream()
                .map(m -> m.stream().mapToInt(i -> i).toArray())
                .toList();
        List<Check.Estimate> pairs = new ArrayList<>();
        for (int a = 0; a < modules.size(); a++) {
            for (int b = 0; b <= a; b++) {
                if (a != b || modules.get(a).length > 1) {
                    pairs.add(d(f.scans()[0][0], f.untreatedScans(), modules.get(a), modules.get(b)));
                }
            }
        }
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.above("largest d of a pair of networks", 0),
                        n,
                        p -> all(pairs, p).max().orElseThrow()),
                new Check(
                        Band.below("smallest d of a pair of networks", 0),
                        n,
                        p -> all(pairs, p).min().orElseThrow()),
                new Check(Band.of("median abs d", 0, 0.8), n, p -> {
                    double[] sizes = all(pairs, p).map(Math::abs).sorted().toArray();
                    return sizes[sizes.length / 2];
                }));
    }

    private static java.util.stream.DoubleStream all(List<Check.Estimate> pairs, int[] patients) {
        return pairs.stream().mapToDouble(e -> e.of(patients));
    }

    private static List<Check> p24(Laboratory lab) {
        Followed f = lab.follow("ketamine-scan", INFUSION);
        double[] before = read(f.untreatedScans(), Snapshot::diversity);
        double[] during = read(f.scans()[0][DURING], Snapshot::diversity);
        double[] gone = read(f.scans()[0][GONE], Snapshot::diversity);
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.of("Lempel-Ziv complexity during the infusion, change", 0.02, 0.20),
                        n,
                        change(during, before)),
                new Check(Band.of("Lempel-Ziv complexity after 5 h, change", -0.03, 0.03), n, change(gone, before)));
    }

    private static Check.Estimate change(double[] after, double[] before) {
        return patients -> Estimates.mean(after, patients) / Estimates.mean(before, patients) - 1;
    }

    private static List<Check> p25(Laboratory lab) {
        Followed f = lab.follow("ketamine-scan", INFUSION);
        Followed strong = lab.follow("ketamine-strong", Look.steps(new double[] {1, 0.25}));
        Followed preset = lab.baseline(
                lab.condition("high-flexibility"),
                Look.steps(new double[] {24, 24}).scans(0.0).flexible());
        double[] before = read(f.untreatedScans(), Snapshot::flexibility);
        double[] during = read(f.scans()[0][DURING], Snapshot::flexibility);
        double[] flexible = read(preset.untreatedScans(), Snapshot::flexibility);
        double[] healthy = read(preset.healthyScans(), Snapshot::flexibility);
        double[] relief = strong.mean(strong.relief("strong block"), 0.5, 2 / 3.0);
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.above("flexibility beyond surrogates during the infusion, d", 0),
                        n,
                        Estimates.d(during, before)),
                new Check(
                        Band.above("the same in the psychosis-like preset against health, d", 0),
                        n,
                        Estimates.d(flexible, healthy)),
                // Relief would be an A below that of health.
                new Check(
                        Band.above("A of the psychosis-like preset over that of health", 0),
                        n,
                        Estimates.median(preset.gap())),
                new Check(
                        Band.below("depression: R under a block as at the edge of anaesthesia", 0),
                        n,
                        Estimates.median(relief)));
    }
}
