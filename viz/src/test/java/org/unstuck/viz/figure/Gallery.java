package org.unstuck.viz.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Svg;

/** Every figure once, with made-up numbers of realistic size. {@code main} writes them to {@code viz/target/gallery}. */
final class Gallery {

    static final String STAMP = "Unstuck 0.1.0 - toy research model, not medical advice - made-up numbers - seed 1";

    private static final String[] ARMS = {
        "no treatment",
        "benzodiazepine, abrupt stop",
        "benzodiazepine, 4-week taper",
        "ketamine, one infusion",
        "ketamine + therapy",
        "therapy",
        "SSRI"
    };

    private Gallery() {}

    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/gallery");
        for (Figure figure : figures()) {
            Png.write(figure.sheet(STAMP), folder.resolve(figure.name() + ".png"));
            Svg.write(figure.sheet(STAMP), folder.resolve(figure.name() + ".svg"));
        }
    }

    static List<Figure> figures() {
        return List.of(
                course(3),
                course(7),
                courseAtScans(),
                timeline(),
                timeline().zoomed("timeline-48h", "Protocol and what follows: the first 48 hours", -0.1, 2),
                plane());
    }

    static Key arm(int i) {
        return new Key(ARMS[i], i);
    }

    /** Intensity and flexibility of the first {@code arms} arms over 84 days. */
    static CourseFigure course(int arms) {
        List<CourseFigure.Curve> intensity =
                java.util.stream.IntStream.range(0, arms).mapToObj(a -> curve(a, 1.6, 1)).toList();
        List<CourseFigure.Curve> flexibility =
                java.util.stream.IntStream.range(0, arms).mapToObj(a -> curve(a, 0.45, -0.22)).toList();
        return new CourseFigure(
                "course-" + arms,
                "Intensity and flexibility over 12 weeks, anxious network",
                List.of(
                        new CourseFigure.Panel(
                                "intensity",
                                "SD of healthy people",
                                intensity,
                                List.of(new Band("healthy range", -1, 1))),
                        new CourseFigure.Panel(
                                "flexibility",
                                "share of cued shifts that succeed",
                                flexibility,
                                List.of(new Band("healthy range", 0.72, 0.93)))));
    }

    static CourseFigure courseAtScans() {
        double[] days = {-1, 1, 7, 28, 56, 84};
        CourseFigure.Curve[] curves = new CourseFigure.Curve[4];
        for (int a = 0; a < 4; a++) {
            double[] mean = new double[days.length];
            double[] low = new double[days.length];
            double[] high = new double[days.length];
            for (int i = 0; i < days.length; i++) {
                mean[i] = 0.31 + shape(a, Math.max(0, days[i])) * -0.05;
                low[i] = mean[i] - 0.02;
                high[i] = mean[i] + 0.018;
            }
            curves[a] = CourseFigure.Curve.of(arm(a), days, mean, low, high).atScans();
        }
        curves[2] = curves[2].withMissing(new boolean[] {false, false, false, true, false, false});
        return new CourseFigure(
                "course-scans",
                "Metastability at scans",
                List.of(new CourseFigure.Panel(
                        "metastability",
                        "SD of the order parameter",
                        List.of(curves),
                        List.of(new Band("healthy range", 0.3, 0.36)))));
    }

    private static CourseFigure.Curve curve(int arm, double start, double scale) {
        Random random = new Random(100 + arm);
        int n = 169;
        double[] days = new double[n];
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double wander = 0;
        for (int i = 0; i < n; i++) {
            days[i] = 0.5 * i;
            wander = 0.9 * wander + 0.02 * random.nextGaussian();
            mean[i] = start + scale * (shape(arm, days[i]) + wander);
            double half = Math.abs(scale) * (0.18 + 0.0015 * days[i]);
            low[i] = mean[i] - half;
            high[i] = mean[i] + 0.9 * half;
        }
        return CourseFigure.Curve.of(arm(arm), days, mean, low, high);
    }

    /** Change from the start of arm {@code arm}, SD. */
    static double shape(int arm, double day) {
        return switch (arm) {
            case 1 -> -1.3 * Math.exp(-day / 30) * (1 - Math.exp(-day / 0.3))
                    + (day > 56 ? 0.9 * Math.exp(-(day - 56) / 8) * (1 - Math.exp(-(day - 56) / 1.5)) : 0);
            case 2 -> -1.3 * Math.exp(-day / 30) * (1 - Math.exp(-day / 0.3)) - 0.1;
            case 3 -> -1.1 * Math.exp(-day / 10) * (1 - Math.exp(-day / 0.4));
            case 4 -> -1.0 * Math.exp(-day / 14) * (1 - Math.exp(-day / 0.4)) - 1.1 * (1 - Math.exp(-day / 30));
            case 5 -> -1.0 * (1 - Math.exp(-day / 35));
            case 6 -> -0.9 * (1 - Math.exp(-day / 20));
            default -> -0.05 * Math.sin(day / 20);
        };
    }

    static TimelineFigure timeline() {
        Key alprazolam = new Key("alprazolam", 1);
        Key ketamine = new Key("ketamine", 3);
        Key counter = new Key("counter-drive to alprazolam", 0);
        Key therapy = new Key("therapy", 5);
        Key scan = new Key("scan", 6);
        int n = 84 * 48;
        double[] days = new double[n];
        double[] alprazolamLevel = new double[n];
        double[] ketamineLevel = new double[n];
        double[] alprazolamEffect = new double[n];
        double[] ketamineEffect = new double[n];
        double[] counterDrive = new double[n];
        double[] gate = new double[n];
        double[] pool = new double[n];
        double c = 0;
        double drive = 0;
        for (int i = 0; i < n; i++) {
            days[i] = i / 48.0;
            if (i % 16 == 0 && days[i] < 56) {
                c += 11;
            }
            c *= Math.exp(-Math.log(2) / (11.2 * 2));
            alprazolamLevel[i] = c;
            double hours = days[i] * 24;
            ketamineLevel[i] = hours < 0.67 ? 200 * hours / 0.67 : 200 * Math.exp(-(hours - 0.67) / 3.2) * 0.75;
            alprazolamEffect[i] = 0.75 * c / (c + 15);
            ketamineEffect[i] = 0.6 * ketamineLevel[i] / (ketamineLevel[i] + 90);
            drive += (0.8 * alprazolamEffect[i] - drive) / (48 * 12);
            counterDrive[i] = drive;
            gate[i] = 0.25 + 0.7 * Math.exp(-Math.pow(Math.log((days[i] + 0.02) / 1.0), 2) / 1.5);
            pool[i] = 0.05 + 0.5 * (1 - Math.exp(-days[i])) * Math.exp(-days[i] / 12);
        }
        List<TimelineFigure.Event> taper = new java.util.ArrayList<>();
        taper.add(TimelineFigure.Event.of(TimelineFigure.Kind.COURSE, alprazolam, "1 mg 3 times a day", 0, 28));
        for (int week = 0; week < 4; week++) {
            taper.add(new TimelineFigure.Event(
                    TimelineFigure.Kind.COURSE,
                    alprazolam,
                    Words.number(0.8 - 0.2 * week) + " mg",
                    28 + 7 * week,
                    35 + 7 * week,
                    0.8 - 0.2 * week));
        }
        List<TimelineFigure.Event> stop = new java.util.ArrayList<>(List.of(
                TimelineFigure.Event.of(TimelineFigure.Kind.COURSE, alprazolam, "1 mg 3 times a day", 0, 56),
                TimelineFigure.Event.of(TimelineFigure.Kind.STOP, alprazolam, "", 56, 56)));
        List<TimelineFigure.Event> both = new java.util.ArrayList<>(List.of(TimelineFigure.Event.of(
                TimelineFigure.Kind.INFUSION, ketamine, "0.5 mg/kg over 40 min", 0, 0.67 / 24)));
        for (int week = 0; week < 12; week++) {
            both.add(TimelineFigure.Event.of(TimelineFigure.Kind.THERAPY, therapy, "", 1 + 7 * week, 1 + 7 * week));
        }
        for (double day : new double[] {0, 1, 7, 28, 56, 63, 84}) {
            for (List<TimelineFigure.Event> events : List.of(taper, stop, both)) {
                double at = day == 0 ? -0.04 : day + 0.1;
                events.add(TimelineFigure.Event.of(TimelineFigure.Kind.SCAN, scan, "", at, at));
            }
        }
        return new TimelineFigure(
                "timeline",
                "Protocol and what follows: 12 weeks",
                List.of(
                        new TimelineFigure.Strip("benzodiazepine, 4-week taper", taper),
                        new TimelineFigure.Strip("benzodiazepine, abrupt stop", stop),
                        new TimelineFigure.Strip("ketamine + therapy", both)),
                List.of(
                        TimelineFigure.Panel.logarithmic(
                                "concentration in plasma",
                                "ng/mL",
                                0.1,
                                List.of(
                                        new TimelineFigure.Line(alprazolam, days, alprazolamLevel),
                                        new TimelineFigure.Line(ketamine, days, ketamineLevel))),
                        TimelineFigure.Panel.share(
                                "receptor effect",
                                List.of(
                                        new TimelineFigure.Line(alprazolam, days, alprazolamEffect),
                                        new TimelineFigure.Line(ketamine, days, ketamineEffect),
                                        new TimelineFigure.Line(counter, days, counterDrive))),
                        TimelineFigure.Panel.share(
                                "plasticity",
                                List.of(
                                        new TimelineFigure.Line(new Key("plasticity gate", 2), days, gate),
                                        new TimelineFigure.Line(new Key("structural pool", 4), days, pool)))),
                0,
                84);
    }

    static PlaneFigure plane() {
        double[] days = {0, 1, 7, 28, 56, 63, 84};
        List<PlaneFigure.Path> paths = new java.util.ArrayList<>();
        for (int a = 0; a < 6; a++) {
            double[] x = new double[days.length];
            double[] y = new double[days.length];
            for (int i = 0; i < days.length; i++) {
                double moved = days[i] > 0 ? shape(a, days[i]) : 0;
                x[i] = 1.6 + moved;
                double sedation = a == 1 || a == 2 ? (days[i] > 0 && days[i] < 57 ? 0.2 * Math.exp(-days[i] / 40) : 0) : 0;
                y[i] = 0.45 - 0.2 * moved - 1.6 * sedation + 0.004 * a * Math.sqrt(days[i]);
            }
            paths.add(new PlaneFigure.Path(arm(a), days, x, y));
        }
        return new PlaneFigure(
                "plane",
                "Intensity and flexibility are two axes",
                new PlaneFigure.Axis("intensity", "SD of healthy people", new Band("healthy range", -1, 1)),
                new PlaneFigure.Axis(
                        "flexibility", "share of cued shifts that succeed", new Band("healthy range", 0.72, 0.93)),
                paths);
    }
}
