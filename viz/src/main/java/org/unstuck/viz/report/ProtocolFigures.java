package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.simulate.Person;
import org.unstuck.study.Comparison;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.TimelineFigure;
import org.unstuck.viz.theme.Palette;

/** What is done when, and what follows in the body of the typical patient. */
final class ProtocolFigures {

    /** Lowest concentration shown, ng/mL. */
    private static final double DETECTION = 1;

    private static final double FIRST_DAYS = 2;

    private ProtocolFigures() {}

    static List<Figure> of(Comparison comparison) {
        Scenario scenario = comparison.scenario();
        List<Figure> figures = new ArrayList<>();
        if (scenario.arms().stream().allMatch(arm -> arm.events().isEmpty())) {
            return figures;
        }
        double horizon = scenario.horizon().inDays();
        List<List<Integer>> groups = Arms.groups(comparison);
        for (int g = 0; g < groups.size(); g++) {
            List<TimelineFigure.Strip> strips = new ArrayList<>();
            for (int arm : groups.get(g)) {
                strips.add(ProtocolStrip.of(comparison, arm));
            }
            List<TimelineFigure.Panel> panels = g == 0 ? panels(scenario) : List.of();
            if (strips.size() == 1 && panels.isEmpty()) {
                strips.add(twins()); // A single strip is lower than a sheet may be.
            }
            TimelineFigure whole = new TimelineFigure(
                    "protocol" + Arms.suffix(g),
                    "What is done, and what follows in the body of the typical patient",
                    strips,
                    panels,
                    0,
                    horizon);
            figures.add(whole);
            if (horizon > 2 * FIRST_DAYS && !scenario.drugs().isEmpty() && g == 0) {
                figures.add(whole.zoomed(
                        "protocol-first-days", "The same, the first " + (int) FIRST_DAYS + " days", 0, FIRST_DAYS));
            }
        }
        return figures;
    }

    /** Healthy twins are scanned once. */
    private static TimelineFigure.Strip twins() {
        return new TimelineFigure.Strip(
                "healthy twins",
                List.of(TimelineFigure.Event.of(TimelineFigure.Kind.SCAN, new Key("scan", 0), "", 0, 0)));
    }

    static Key key(Scenario scenario, String drug) {
        int number = scenario.drugs().stream().map(Drug::name).toList().indexOf(drug);
        return new Key(drug, number % Palette.size());
    }

    private static List<TimelineFigure.Panel> panels(Scenario scenario) {
        // Doses by symptom are not those of the typical patient, who has no network here.
        if (scenario.arms().stream().allMatch(arm -> arm.intakes().isEmpty())) {
            return List.of();
        }
        // Each drug is shown as in the first arm that gives it alone, or else in the first that gives it.
        Map<String, Arm> example = new LinkedHashMap<>();
        for (Drug drug : scenario.drugs()) {
            scenario.arms().stream()
                    .filter(a -> a.intakes().stream().anyMatch(i -> i.drug().equals(drug.name())))
                    .min((a, b) -> Long.compare(drugs(a), drugs(b)))
                    .ifPresent(a -> example.put(drug.name(), a));
        }
        List<TimelineFigure.Line> plasma = new ArrayList<>();
        Map<Slow, TimelineFigure.Line> levels = new EnumMap<>(Slow.class);
        example.forEach((name, arm) -> add(scenario, name, arm, plasma, levels));
        List<TimelineFigure.Panel> panels = new ArrayList<>();
        panels.add(TimelineFigure.Panel.logarithmic("Plasma", "ng/mL", DETECTION, plasma));
        for (Slow.Panel panel : Slow.Panel.values()) {
            List<Slow> shown =
                    levels.keySet().stream().filter(q -> q.panel() == panel).toList();
            if (!shown.isEmpty() && panel != Slow.Panel.NONE) {
                List<TimelineFigure.Line> lines =
                        shown.stream().map(levels::get).toList();
                panels.add(
                        shown.stream().allMatch(q -> q.unit() == Slow.Unit.FRACTION)
                                ? TimelineFigure.Panel.share(panel.title(), lines)
                                : TimelineFigure.Panel.linear(panel.title(), "1 = one infusion without decay", lines));
            }
        }
        return panels;
    }

    private static long drugs(Arm arm) {
        return arm.intakes().stream().map(Arm.Intake::drug).distinct().count();
    }

    private static void add(
            Scenario scenario,
            String name,
            Arm arm,
            List<TimelineFigure.Line> plasma,
            Map<Slow, TimelineFigure.Line> levels) {
        double[] hours = moments(scenario, arm);
        double[] days = java.util.Arrays.stream(hours).map(h -> h / 24).toArray();
        Person typical = Person.typical(0, scenario.cohort().weightKg());
        DrugCourse course = DrugCourse.of(scenario.drugs(), arm, typical, scenario.parameters(), hours);
        int number = scenario.drugs().stream().map(Drug::name).toList().indexOf(name);
        plasma.add(new TimelineFigure.Line(key(scenario, name), days, course.plasma()[number]));
        for (Slow quantity : Slow.values()) {
            if (largest(course.of(quantity)) > 0) {
                levels.computeIfAbsent(
                        quantity, q -> new TimelineFigure.Line(new Key(q.label(), look(q)), days, course.of(q)));
            }
        }
    }

    /** The same look for the same quantity in every figure: its number among those of its panel. */
    private static int look(Slow quantity) {
        int before = 0;
        for (Slow other : Slow.values()) {
            before += other.panel() == quantity.panel() && other.ordinal() < quantity.ordinal() ? 1 : 0;
        }
        return before % Palette.size();
    }

    /** Every hour, and every minute or so after an infusion or in the first two days. */
    private static double[] moments(Scenario scenario, Arm arm) {
        TreeSet<Double> moments = new TreeSet<>();
        double horizon = scenario.horizon().hours();
        double coarse = Math.max(1, horizon / 4000);
        for (double t = 0; t < horizon; t += coarse) {
            moments.add(toSecond(t));
        }
        for (double t = 0; t < Math.min(horizon, FIRST_DAYS * 24); t += 0.1) {
            moments.add(toSecond(t));
        }
        int infusions = 0;
        for (Arm.Intake intake : arm.intakes()) {
            if (intake.overHours() > 0 && infusions++ < 100) {
                for (double t = intake.atHours(); t < Math.min(horizon, intake.atHours() + 6); t += 0.05) {
                    moments.add(toSecond(t));
                }
            }
        }
        moments.add(toSecond(horizon));
        return moments.stream().mapToDouble(t -> t).toArray();
    }

    private static double toSecond(double hours) {
        return Math.rint(hours * 3600) / 3600;
    }

    private static double largest(double[] values) {
        return java.util.Arrays.stream(values).max().orElse(0);
    }
}
