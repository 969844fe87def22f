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
        return List.of(course(3), course(7), courseAtScans());
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
}
