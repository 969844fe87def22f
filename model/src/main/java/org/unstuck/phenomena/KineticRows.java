package org.unstuck.phenomena;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Time;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.simulate.DrugCourse;

/** P01 to P04: drugs in the body. */
final class KineticRows {

    private static final double DAY_H = 24;
    private static final Arm INFUSION = new Arm(
            "infusion", List.of(new Event.Infusion("ketamine", new Dose(0.5, "mg/kg"), Time.minutes(40), new Time(0))));

    private KineticRows() {}

    static final Phenomenon P01 = new Phenomenon(
            "P01",
            "ketamine IV plasma shape",
            "peak, biphasic fall",
            "Cmax 130-280 ng/mL at 38-42 min; 1 h 35-60%, 4 h 8-20%, 24 h <1% of peak",
            "0-24 h",
            "Zarate 2006; Kamp 2020",
            Evidence.HIGH,
            KineticRows::p01);

    static final Phenomenon P02 = new Phenomenon(
            "P02",
            "metabolites lag",
            "norketamine, then hydroxynorketamines",
            "norketamine peak 0.9-2.5 h, 0.2-0.5 of ketamine Cmax; hydroxynorketamines peak 2-9 h, present at 24 h",
            "0-24 h",
            "Fanta 2015; Farnes 2020",
            Evidence.MEDIUM,
            KineticRows::p02);

    static final Phenomenon P03 = new Phenomenon(
            "P03",
            "sublingual route",
            "lower, later, more norketamine",
            "AUC ratio 0.24-0.35 of IV per mg; Tmax 0.25-1.2 h; norketamine/ketamine AUC >= 2x the IV ratio",
            "0-8 h",
            "Rolan 2014",
            Evidence.HIGH,
            KineticRows::p03);

    static final Phenomenon P04 = new Phenomenon(
            "P04",
            "benzodiazepine accumulation",
            "short fast, diazepam slow",
            "90% of steady state: alprazolam 0.9-3.7 d, clonazepam 2.5-7.5 d, diazepam+metabolite 8-25 d; nordiazepam 0.7-2x parent",
            "0-6 wk",
            "drug labels; Greenblatt 1983",
            Evidence.HIGH,
            KineticRows::p04);

    private static double[] minutes(int until) {
        return IntStream.rangeClosed(0, until).mapToDouble(m -> m / 60.0).toArray();
    }

    private static List<Check> p01(Laboratory lab) {
        List<DrugCourse> all = lab.kinetics(lab.setting().drug("ketamine"), INFUSION, minutes(24 * 60));
        return List.of(
                median(
                        all,
                        Band.of("peak concentration", 130, 280).in("ng/mL"),
                        c -> plasma(c).peak()),
                median(
                        all,
                        Band.of("time of the peak", 38, 42).in("min"),
                        c -> 60 * plasma(c).peakHour()),
                median(all, Band.of("after 1 h, share of peak", 0.35, 0.60), c -> share(c, 1)),
                median(all, Band.of("after 4 h, share of peak", 0.08, 0.20), c -> share(c, 4)),
                median(all, Band.below("after 24 h, share of peak", 0.01), c -> share(c, DAY_H)));
    }

    private static List<Check> p02(Laboratory lab) {
        Drug ketamine = withMetabolites(lab, "ketamine", 2);
        List<DrugCourse> all = lab.kinetics(ketamine, INFUSION, minutes(24 * 60));
        return List.of(
                median(
                        all,
                        Band.of("peak of norketamine", 0.9, 2.5).in("h"),
                        c -> metabolite(c, 0).peakHour()),
                median(
                        all,
                        Band.of("norketamine, share of the peak of ketamine", 0.2, 0.5),
                        c -> metabolite(c, 0).peak() / plasma(c).peak()),
                median(
                        all,
                        Band.of("peak of hydroxynorketamines", 2, 9).in("h"),
                        c -> metabolite(c, 1).peakHour()),
                // "Present": above 1 ng/mL, a usual limit of quantification.
                median(
                        all,
                        Band.above("hydroxynorketamines after 24 h", 1).in("ng/mL"),
                        c -> metabolite(c, 1).at(DAY_H)));
    }

    private static List<Check> p03(Laboratory lab) {
        Drug ketamine = withMetabolites(lab, "ketamine", 2);
        if (ketamine.routes().stream().noneMatch(r -> r.name().equals("sublingual"))) {
            throw new Missing("a sublingual route of ketamine");
        }
        Arm wafer =
                new Arm("wafer", List.of(new Event.Single("ketamine", new Dose(25, "mg"), "sublingual", new Time(0))));
        double[] hours = minutes(8 * 60);
        List<DrugCourse> iv = lab.kinetics(ketamine, INFUSION, hours);
        List<DrugCourse> sublingual = lab.kinetics(ketamine, wafer, hours);
        double ivMg = 0.5 * 70;
        double[] auc = new double[iv.size()];
        double[] ratio = new double[iv.size()];
        for (int p = 0; p < auc.length; p++) {
            auc[p] = area(plasma(sublingual.get(p))) / 25 / (area(plasma(iv.get(p))) / ivMg);
            ratio[p] = area(metabolite(sublingual.get(p), 0))
                    / area(plasma(sublingual.get(p)))
                    / (area(metabolite(iv.get(p), 0)) / area(plasma(iv.get(p))));
        }
        return List.of(
                new Check(
                        Band.of("area per mg, share of that of an infusion", 0.24, 0.35),
                        auc.length,
                        Estimates.median(auc)),
                median(
                        sublingual,
                        Band.of("time of the peak", 0.25, 1.2).in("h"),
                        c -> plasma(c).peakHour()),
                new Check(
                        Band.above("norketamine per ketamine (areas), ratio to an infusion", 2),
                        ratio.length,
                        Estimates.median(ratio)));
    }

    private static List<Check> p04(Laboratory lab) {
        return List.of(
                steady(
                        lab,
                        "alprazolam",
                        0.5,
                        8,
                        Band.of("alprazolam, 90 % of steady state", 0.9, 3.7).in("d"),
                        false),
                steady(
                        lab,
                        "clonazepam",
                        0.5,
                        12,
                        Band.of("clonazepam, 90 % of steady state", 2.5, 7.5).in("d"),
                        false),
                steady(
                        lab,
                        "diazepam",
                        5,
                        12,
                        Band.of("diazepam and nordiazepam, 90 % of steady state", 8, 25)
                                .in("d"),
                        true),
                nordiazepam(lab));
    }

    private static final int WEEKS = 6;

    private static List<DrugCourse> regular(Laboratory lab, String name, double mg, double everyH) {
        Drug drug = lab.setting().drug(name);
        Time until = new Time(WEEKS * 7 * DAY_H);
        Arm arm = new Arm(
                "regular",
                List.of(new Event.Course(name, new Dose(mg, "mg"), "oral", new Time(everyH), new Time(0), until)));
        double[] hours = IntStream.rangeClosed(0, (int) until.hours())
                .mapToDouble(h -> h)
                .toArray();
        return lab.kinetics(drug, arm, hours);
    }

    /** Days until the mean over a dosing interval reaches 90 % of that of the last one. */
    private static Check steady(Laboratory lab, String name, double mg, int everyH, Band band, boolean withMetabolite) {
        if (withMetabolite) {
            withMetabolites(lab, name, 1);
        }
        return median(regular(lab, name, mg, everyH), band, c -> {
            double[] active = c.plasma()[0].clone();
            if (withMetabolite) {
                for (int t = 0; t < active.length; t++) {
                    active[t] += c.metabolites()[0][0][t];
                }
            }
            int n = (active.length - 1) / everyH;
            double[] middle = new double[n];
            double[] mean = new double[n];
            for (int k = 0; k < n; k++) {
                middle[k] = (k + 0.5) * everyH;
                for (int t = k * everyH + 1; t <= (k + 1) * everyH; t++) {
                    mean[k] += active[t] / everyH;
                }
            }
            return new Curve(middle, mean).firstAt(0.9 * mean[n - 1]) / DAY_H;
        });
    }

    private static Check nordiazepam(Laboratory lab) {
        withMetabolites(lab, "diazepam", 1);
        Band band = Band.of("nordiazepam per diazepam at steady state", 0.7, 2);
        return median(regular(lab, "diazepam", 5, 12), band, c -> {
            int end = c.hours().length - 1;
            return sum(c.metabolites()[0][0], end - 24, end) / sum(c.plasma()[0], end - 24, end);
        });
    }

    private static double sum(double[] x, int after, int until) {
        double sum = 0;
        for (int t = after + 1; t <= until; t++) {
            sum += x[t];
        }
        return sum;
    }

    private static Drug withMetabolites(Laboratory lab, String name, int count) {
        Drug drug = lab.setting().drug(name);
        if (drug.metabolites().size() < count) {
            throw new Missing("metabolites of " + name);
        }
        return drug;
    }

    private static Curve plasma(DrugCourse c) {
        return new Curve(c.hours(), c.plasma()[0]);
    }

    private static Curve metabolite(DrugCourse c, int m) {
        return new Curve(c.hours(), c.metabolites()[0][m]);
    }

    private static double share(DrugCourse c, double hour) {
        return plasma(c).at(hour) / plasma(c).peak();
    }

    private static double area(Curve c) {
        double sum = 0;
        for (int t = 1; t < c.hours().length; t++) {
            sum += 0.5 * (c.values()[t] + c.values()[t - 1]) * (c.hours()[t] - c.hours()[t - 1]);
        }
        return sum;
    }

    private static Check median(List<DrugCourse> all, Band band, ToDoubleFunction<DrugCourse> of) {
        double[] values = all.stream().mapToDouble(of).toArray();
        return new Check(band, values.length, Estimates.median(values));
    }
}
