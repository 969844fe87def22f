package org.unstuck.viz.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Svg;

/**
 * Every figure once, with made-up numbers of realistic size: for tests, and to look at. To write them as PNG and SVG to
 * {@code viz/target/gallery}:
 *
 * <pre>mvn -q -pl viz -am test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.unstuck.viz.figure.Gallery</pre>
 */
public final class Gallery {

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

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "viz/target/gallery");
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>");
        for (Figure figure : figures()) {
            page.append("<figure>" + Svg.of(figure.sheet(STAMP)) + "<figcaption>" + figure.caption()
                    + "</figcaption></figure>");
            Png.write(figure.sheet(STAMP), folder.resolve(figure.name() + ".png"));
            Svg.write(figure.sheet(STAMP), folder.resolve(figure.name() + ".svg"));
        }
        Files.writeString(folder.resolve("index.html"), page.append("</html>"));
    }

    static List<Figure> figures() {
        List<Figure> all = new ArrayList<>(List.of(
                course(3),
                course(7),
                courseAtScans(),
                timeline(),
                doses(),
                timeline().zoomed("timeline-48h", "Protocol and what follows: the first 48 hours", -0.1, 2),
                plane(),
                states(),
                matrix(REGIONS),
                matrix(bothSides(REGIONS)),
                network(),
                measures(),
                cuedShift(),
                heat(),
                communities(12),
                communities(60),
                nullBand()));
        all.addAll(StudyGallery.figures());
        return all;
    }

    /** FCD of 150 windows: two patterns that take turns. */
    static HeatFigure heat() {
        double[][] r = new double[150][150];
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 150; j++) {
                r[i][j] = i == j ? 1 : i / 30 % 2 == j / 30 % 2 ? 0.6 : -0.1;
            }
        }
        return new HeatFigure(
                "fcd", "Connectivity at one time against another", "correlation", "start of window (s)", 0, 900, r);
    }

    /** Three or eight blocks, and a region that switches. */
    static CommunityFigure communities(int regions) {
        int[][] community = new int[24][regions];
        int blocks = regions > 20 ? 8 : 3;
        for (int s = 0; s < 24; s++) {
            for (int i = 0; i < regions; i++) {
                community[s][i] = i == 1 && s > 9 ? 2 : blocks * i / regions;
            }
        }
        List<String> names = IntStream.range(0, regions).mapToObj(i -> "r" + i).toList();
        return new CommunityFigure("communities-" + regions, "Communities over time", names, 60, community);
    }

    static NullBandFigure nullBand() {
        List<NullBandFigure.Row> rows = IntStream.range(0, 12)
                .mapToObj(i -> new NullBandFigure.Row(REGIONS.get(i), 0.1 + 0.03 * i, 0.12, 0.2, 0.31))
                .toList();
        return new NullBandFigure(
                "null-band", "Flexibility of every region beside chance", "flexibility", "surrogates", rows);
    }

    static Key arm(int i) {
        return new Key(ARMS[i], i);
    }

    /** Intensity and flexibility of the first {@code arms} arms over 84 days. */
    static CourseFigure course(int arms) {
        List<CourseFigure.Curve> intensity =
                IntStream.range(0, arms).mapToObj(a -> curve(a, 1.6, 1)).toList();
        List<CourseFigure.Curve> flexibility =
                IntStream.range(0, arms).mapToObj(a -> curve(a, 0.45, -0.22)).toList();
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
            case 1 ->
                -1.3 * Math.exp(-day / 30) * (1 - Math.exp(-day / 0.3))
                        + (day > 56 ? 0.9 * Math.exp(-(day - 56) / 8) * (1 - Math.exp(-(day - 56) / 1.5)) : 0);
            case 2 -> -1.3 * Math.exp(-day / 30) * (1 - Math.exp(-day / 0.3)) - 0.1;
            case 3 -> -1.1 * Math.exp(-day / 10) * (1 - Math.exp(-day / 0.4));
            case 4 -> -1.0 * Math.exp(-day / 14) * (1 - Math.exp(-day / 0.4)) - 1.1 * (1 - Math.exp(-day / 30));
            case 5 -> -1.0 * (1 - Math.exp(-day / 35));
            case 6 -> -0.9 * (1 - Math.exp(-day / 20));
            default -> -0.05 * Math.sin(day / 20);
        };
    }

    /** Every kind of event, some of them at the same time. */
    static TimelineFigure doses() {
        Key alprazolam = new Key("alprazolam", 1);
        Key needed = new Key("alprazolam as needed", 1);
        Key ketamine = new Key("ketamine", 3);
        Key input = new Key("input", 6);
        List<TimelineFigure.Event> taken = new ArrayList<>();
        String label = "1 mg 3 times a day, equal-effect taper over 6 wk";
        for (int step = 0; step < 7; step++) {
            double from = step == 0 ? 0 : 21 + 7 * step;
            taken.add(new TimelineFigure.Event(
                    TimelineFigure.Kind.COURSE,
                    alprazolam,
                    step == 0 ? label : "",
                    from,
                    28 + 7 * step,
                    1.0 / (step + 1)));
        }
        taken.add(TimelineFigure.Event.of(TimelineFigure.Kind.STOP, alprazolam, "", 70, 70));
        taken.add(TimelineFigure.Event.of(TimelineFigure.Kind.DOSE, alprazolam, "1 mg", 80, 80));
        taken.add(new TimelineFigure.Event(TimelineFigure.Kind.DECIDED, needed, "0.5 mg, 20 times", 10, 84, 0));
        for (int week = 2; week < 12; week++) {
            double level = (1 + week % 4) / 4.0;
            taken.add(new TimelineFigure.Event(
                    TimelineFigure.Kind.DECIDED, needed, "", 7 * week - 3, 7 * week + 4, level));
        }
        List<TimelineFigure.Event> lived = new ArrayList<>();
        lived.add(TimelineFigure.Event.of(TimelineFigure.Kind.PERIOD, new Key("sleep", 6), "", 7, 60));
        lived.add(TimelineFigure.Event.of(TimelineFigure.Kind.PERIOD, new Key("exercise", 6), "", 28, 84));
        List<TimelineFigure.Kind> inputs = List.of(
                TimelineFigure.Kind.THERAPY,
                TimelineFigure.Kind.EXPOSURE,
                TimelineFigure.Kind.SHAM,
                TimelineFigure.Kind.CUE,
                TimelineFigure.Kind.OTHER_CUE,
                TimelineFigure.Kind.SCAN);
        for (int day = 1; day < 84; day += 4) {
            TimelineFigure.Kind kind = inputs.get(day / 4 % inputs.size());
            lived.add(TimelineFigure.Event.of(kind, input, "", day, day));
        }
        lived.add(TimelineFigure.Event.of(TimelineFigure.Kind.INFUSION, ketamine, "0.5 mg/kg over 40 min", 3, 3.03));
        return new TimelineFigure(
                "timeline-doses",
                "Every kind of event",
                List.of(
                        new TimelineFigure.Strip("tapered, then as needed", taken),
                        new TimelineFigure.Strip("a life", lived)),
                List.of(),
                0,
                84);
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
        List<TimelineFigure.Event> taper = new ArrayList<>();
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
        List<TimelineFigure.Event> stop = new ArrayList<>(List.of(
                TimelineFigure.Event.of(TimelineFigure.Kind.COURSE, alprazolam, "1 mg 3 times a day", 0, 56),
                TimelineFigure.Event.of(TimelineFigure.Kind.STOP, alprazolam, "", 56, 56)));
        List<TimelineFigure.Event> both = new ArrayList<>(List.of(TimelineFigure.Event.of(
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
        List<PlaneFigure.Path> paths = new ArrayList<>();
        for (int a = 0; a < 6; a++) {
            double[] x = new double[days.length];
            double[] y = new double[days.length];
            for (int i = 0; i < days.length; i++) {
                double moved = days[i] > 0 ? shape(a, days[i]) : 0;
                x[i] = 1.6 + moved;
                double sedation =
                        a == 1 || a == 2 ? (days[i] > 0 && days[i] < 57 ? 0.2 * Math.exp(-days[i] / 40) : 0) : 0;
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

    static final List<String> REGIONS =
            List.of("mPFC", "PCC", "AG", "HIP", "dACC", "AI", "dlPFC", "PPC", "AMY", "vmPFC", "sgACC", "THAL");

    static StatesFigure states() {
        double[][] dwell = {{1.2, 3.5, 0.8}, {2.0, 1.0, 2.2}, {2.0, 1.6, 1.8}};
        String[] labels = {"before", "during the infusion (day 0)", "after (day 7)"};
        List<StatesFigure.Phase> phases = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            List<StatesFigure.Row> rows = new ArrayList<>();
            for (int r = 0; r < 4; r++) {
                Random random = new Random(10 * p + r);
                int[] states = new int[1200];
                int state = r % 3;
                for (int i = 0; i < states.length; ) {
                    int stay = (int) (20 * (0.3 - dwell[p][state] * Math.log(1 - random.nextDouble())));
                    for (int k = 0; k < stay && i < states.length; k++) {
                        states[i++] = state;
                    }
                    for (int k = 0; k < 3 + random.nextInt(8) && i < states.length; k++) {
                        states[i++] = StatesFigure.NONE;
                    }
                    state = (state + 1 + random.nextInt(2)) % 3;
                }
                rows.add(new StatesFigure.Row("patient " + (r + 1), states, 0.05));
            }
            phases.add(new StatesFigure.Phase(labels[p], rows));
        }
        return new StatesFigure(
                "states",
                "Which network dominates: anxious network, one infusion of ketamine",
                List.of("default mode", "salience", "control"),
                phases);
    }

    static MatrixFigure matrix(List<String> regions) {
        int n = regions.size();
        double[][] before = new double[n][n];
        double[][] after = new double[n][n];
        Random random = new Random(5);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                boolean same = i * 4 / n == j * 4 / n;
                before[i][j] = i == j ? 1 : Math.tanh((same ? 0.7 : -0.25) + 0.3 * random.nextGaussian());
                after[i][j] = i == j ? 1 : Math.tanh(0.8 * before[i][j] + 0.15 * random.nextGaussian());
                before[j][i] = before[i][j];
                after[j][i] = after[i][j];
            }
        }
        return MatrixFigure.change(
                "matrix-" + n,
                "Functional connectivity before and 7 days after one infusion",
                "correlation r",
                regions,
                before,
                after,
                0.5);
    }

    static MeasuresFigure measures() {
        int n = 5;
        String[] names = {
            "cued shift", "multilayer flexibility", "entropy rate of states", "metastability", "escape time"
        };
        String[] units = {"share that succeed", "share of windows", "bit/s", "SD of order parameter", "s"};
        double[][] scale = {{0.45, 0.35}, {0.12, 0.05}, {0.8, 0.3}, {0.28, 0.06}, {14, -9}};
        List<MeasuresFigure.Measure> measures = new ArrayList<>();
        for (int m = 0; m < names.length; m++) {
            Random random = new Random(m);
            double[] estimate = new double[n];
            double[] low = new double[n];
            double[] high = new double[n];
            double[] nullLow = new double[n];
            double[] nullHigh = new double[n];
            double unit = Math.abs(scale[m][1]);
            for (int a = 0; a < n; a++) {
                estimate[a] = scale[m][0] + scale[m][1] * (0.8 * random.nextDouble());
                low[a] = estimate[a] - 0.12 * unit;
                high[a] = estimate[a] + 0.15 * unit;
                nullLow[a] = scale[m][0] - 0.15 * unit;
                nullHigh[a] = scale[m][0] + 0.15 * unit;
            }
            double edge = scale[m][0] + 0.6 * scale[m][1];
            double other = scale[m][0] + 1.1 * scale[m][1];
            measures.add(new MeasuresFigure.Measure(
                    names[m],
                    units[m],
                    estimate,
                    low,
                    high,
                    m == 0 ? new double[0] : nullLow,
                    m == 0 ? new double[0] : nullHigh,
                    List.of(new Band("healthy range", Math.min(edge, other), Math.max(edge, other)))));
        }
        return new MeasuresFigure(
                "measures",
                "Five measures of flexibility on day 28: do they agree?",
                List.of(arm(0), arm(1), arm(2), arm(3), arm(4)),
                measures);
    }

    static CuedShiftFigure cuedShift() {
        return new CuedShiftFigure(
                "cued-shift",
                "Cued shifts on day 28",
                List.of("DMN", "salience", "control"),
                List.of(
                        new CuedShiftFigure.Panel(
                                "healthy",
                                new int[][] {{0, 28, 27}, {29, 0, 28}, {26, 28, 0}},
                                new int[][] {{0, 30, 30}, {30, 0, 30}, {30, 30, 0}}),
                        new CuedShiftFigure.Panel(
                                "anxious, no treatment",
                                new int[][] {{0, 29, 17}, {9, 0, 12}, {14, 27, 0}},
                                new int[][] {{0, 30, 30}, {30, 0, 30}, {30, 30, 0}}),
                        new CuedShiftFigure.Panel(
                                "benzodiazepine",
                                new int[][] {{0, 3, 12}, {18, 0, 10}, {16, 0, 0}},
                                new int[][] {{0, 30, 30}, {30, 0, 30}, {30, 12, 0}})));
    }

    static List<String> bothSides(List<String> regions) {
        return Stream.of("L", "R")
                .flatMap(side -> regions.stream().map(r -> r + "." + side))
                .toList();
    }

    /** The twelve regions and links of the default network, with the changes of an anxious one. */
    static NetworkFigure network() {
        String[] groups = {
            "DMN",
            "DMN",
            "DMN",
            "other",
            "salience",
            "salience",
            "control",
            "control",
            "amygdala-prefrontal",
            "amygdala-prefrontal",
            "other",
            "other"
        };
        double[][] at = {
            {0.30, 0.86},
            {0.88, 0.62},
            {0.97, 0.32},
            {0.72, 0.10},
            {0.42, 0.66},
            {0.22, 0.36},
            {0.04, 0.78},
            {0.72, 0.96},
            {0.46, 0.08},
            {0.06, 0.50},
            {0.17, 0.10},
            {0.58, 0.42}
        };
        List<NetworkFigure.Node> nodes = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            nodes.add(new NetworkFigure.Node(
                    REGIONS.get(i), groups[i], at[i][0], at[i][1], new double[] {0.4, 0.5, 0.3, 0.2, 0.7, 0.8}[i % 6]));
        }
        List<NetworkFigure.Link> links = new ArrayList<>();
        String both = "mPFC-PCC 1, mPFC-AG .7, PCC-AG .9, HIP-PCC .5, sgACC-mPFC .4, dACC-AI 1.2, AMY-AI 1.19 .7,"
                + " AMY-dACC .8 .5, dlPFC-PPC 1.5, vmPFC-mPFC .4, HIP-vmPFC .3, sgACC-AMY .2";
        for (String text : both.split(",")) {
            String[] part = text.strip().split("[- ]");
            link(links, part[0], part[1], false, part[2], part[part.length - 1]);
            link(links, part[1], part[0], false, part[2], part[part.length - 1]);
        }
        link(links, "dlPFC", "vmPFC", false, ".5", ".5");
        for (String region : REGIONS.subList(0, 11)) {
            link(links, "THAL", region, false, ".12", ".12");
        }
        for (String text :
                ("dlPFC-mPFC .55 .55, mPFC-dlPFC .55 .55, dACC-mPFC .45 .45, AI-vmPFC .3 .3, vmPFC-AMY .6 1.2,"
                                + " mPFC-AMY .3 .3, AMY-dlPFC .7 .7, AMY-PPC .4 .4, AMY-vmPFC .4 .4, dlPFC-AMY .4 .4,"
                                + " dlPFC-AI .5 .5, PPC-dACC .4 .4")
                        .split(",")) {
            String[] part = text.strip().split("[- ]");
            link(links, part[0], part[1], true, part[2], part[3]);
        }
        return new NetworkFigure(
                "network",
                "The anxious network: what differs from the healthy one",
                "mean activity E (0 to 1)",
                "healthy",
                nodes,
                links);
    }

    private static void link(
            List<NetworkFigure.Link> links, String from, String to, boolean suppressive, String weight, String before) {
        links.add(new NetworkFigure.Link(
                REGIONS.indexOf(from),
                REGIONS.indexOf(to),
                suppressive,
                Double.parseDouble(weight),
                Double.parseDouble(before)));
    }
}
