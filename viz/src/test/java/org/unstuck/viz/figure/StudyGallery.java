package org.unstuck.viz.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The figures of studies, with made-up numbers of realistic size. */
final class StudyGallery {

    private static final List<String> CLAIMS =
            List.of("works-at-once", "relief-fades", "rebound", "ketamine-lasts", "more-than-the-sum", "ill-is-stuck");
    private static final List<String> INPUTS = List.of(
            "tolerance/adaptation", "cascade/windowGain", "learning/rate", "stimuli/engagement", "homeostasis/target");

    private StudyGallery() {}

    static List<Figure> figures() {
        return List.of(forest(), robustness(), sobol(), tornado(), domains(), responders());
    }

    static ForestFigure forest() {
        List<ForestFigure.Row> rows = IntStream.range(0, CLAIMS.size())
                .mapToObj(i ->
                        new ForestFigure.Row(CLAIMS.get(i), 0.5 - 0.2 * i, 0.35 - 0.25 * i, 0.65 - 0.1 * i, i % 3 != 2))
                .toList();
        return new ForestFigure(
                "forest",
                "Effects and their intervals",
                "Dots with 95 % intervals; filled: the interval decides.",
                List.of(new ForestFigure.Panel("relief", 0, rows), new ForestFigure.Panel("cued shifts", 0, rows)));
    }

    static RobustnessFigure robustness() {
        List<RobustnessFigure.Panel> panels = new ArrayList<>();
        for (String heading : List.of("all 500 draws", "stuck = loop", "stuck = attractor", "stuck = variability")) {
            panels.add(new RobustnessFigure.Panel(
                    heading,
                    IntStream.range(0, CLAIMS.size())
                            .mapToObj(i -> new RobustnessFigure.Parts(0.95 - 0.18 * i, 0.03, 0.02 + 0.18 * i, i == 0))
                            .toList()));
        }
        return new RobustnessFigure("robustness", "How far does it hold?", CLAIMS, panels);
    }

    static IndicesFigure sobol() {
        return new IndicesFigure(
                "sobol",
                "Which inputs carry the variance?",
                "First order and total, with 95 % intervals.",
                INPUTS,
                List.of(
                        new IndicesFigure.Panel("first order S", bars(0.5)),
                        new IndicesFigure.Panel("total ST", bars(0.7))));
    }

    private static List<IndicesFigure.Bar> bars(double first) {
        return IntStream.range(0, INPUTS.size())
                .mapToObj(k -> {
                    double to = first / (1 + 2 * k);
                    return new IndicesFigure.Bar(0, to, to - 0.06, to + 0.06);
                })
                .toList();
    }

    static IndicesFigure tornado() {
        return new IndicesFigure(
                "tornado",
                "Around the defaults",
                "The outcome with an input one step down and one step up.",
                INPUTS,
                List.of(new IndicesFigure.Panel(
                        "intensity (ratio to healthy)",
                        IntStream.range(0, INPUTS.size())
                                .mapToObj(k -> {
                                    double to = 1.4 + (k % 2 == 0 ? 0.2 : -0.2) / (k + 1);
                                    return new IndicesFigure.Bar(2.8 - to, to, to, to);
                                })
                                .toList())));
    }

    static DomainFigure domains() {
        Random random = new Random(1);
        List<DomainFigure.Panel> panels = new ArrayList<>();
        for (String claim : CLAIMS.subList(0, 3)) {
            List<DomainFigure.Dot> dots = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                double x = random.nextDouble();
                double y = random.nextDouble();
                dots.add(new DomainFigure.Dot(
                        0.8 * x,
                        y,
                        x + 0.5 * y < 0.6
                                ? DomainFigure.Mark.HOLDS
                                : x + 0.5 * y < 0.9 ? DomainFigure.Mark.UNDECIDED : DomainFigure.Mark.FLIPS));
            }
            panels.add(new DomainFigure.Panel(claim, INPUTS.get(0), INPUTS.get(1), 0, 0.8, dots));
        }
        return new DomainFigure("domains", "Where it holds", panels);
    }

    static ResponderFigure responders() {
        Random random = new Random(1);
        List<ResponderFigure.Arm> arms = new ArrayList<>();
        for (String arm : List.of("benzodiazepine", "ketamine once", "therapy", "ketamine + therapy")) {
            double middle = 0.15 * arms.size();
            arms.add(new ResponderFigure.Arm(
                    arm,
                    IntStream.range(0, 24)
                            .mapToDouble(i -> middle + 0.25 * random.nextGaussian())
                            .toArray()));
        }
        return new ResponderFigure("responders", "Not everybody responds alike", "relief", 0.5, arms);
    }
}
