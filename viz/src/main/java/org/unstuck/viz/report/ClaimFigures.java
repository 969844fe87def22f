package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.unstuck.claim.Audit;
import org.unstuck.claim.Claim;
import org.unstuck.claim.Deciding;
import org.unstuck.claim.Draw;
import org.unstuck.claim.Finding;
import org.unstuck.claim.Found;
import org.unstuck.claim.RobustnessMap;
import org.unstuck.claim.Tally;
import org.unstuck.claim.Verdict;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.Relief;
import org.unstuck.sweep.Axis;
import org.unstuck.viz.figure.DomainFigure;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.ForestFigure;
import org.unstuck.viz.figure.ResponderFigure;
import org.unstuck.viz.figure.RobustnessFigure;

/** The charts of a study of claims. */
public final class ClaimFigures {

    private static final String UNTREATED = "untreated";
    private static final double HOURS = 24;
    private static final int MOST_DOMAINS = 4;
    private static final int MOST_FAMILIES = 3;
    private static final int LONGEST_HEADING = 34;

    private ClaimFigures() {}

    /** Effects at the defaults: one figure per unit, because a share and a number of seconds have no common axis. */
    static List<Figure> effects(Audit audit) {
        Map<String, List<ForestFigure.Row>> units = new LinkedHashMap<>();
        for (int c = 0; c < audit.baseline().size(); c++) {
            Finding f = audit.baseline().get(c);
            if (f.verdict() != Verdict.UNKNOWN) {
                units.computeIfAbsent(audit.study().claims().get(c).unit(), u -> new ArrayList<>())
                        .add(new ForestFigure.Row(
                                f.claim(), f.mean(), f.low(), f.high(), f.verdict() != Verdict.UNDECIDED));
            }
        }
        List<Figure> figures = new ArrayList<>();
        units.forEach((unit, rows) -> figures.add(new ForestFigure(
                "effects" + (figures.isEmpty() ? "" : "-" + (figures.size() + 1)),
                "Claims at the default parameters: " + unit,
                "d = left side minus right side of the claim, patient by patient, with its 95 % interval. Filled: the interval decides whether the"
                        + " claim holds.",
                List.of(new ForestFigure.Panel("d (" + unit + ")", 0, rows)))));
        return figures;
    }

    /** What every patient got on the last day, arm by arm; nothing if no arm is called "untreated". */
    static List<Figure> patients(Audit audit) {
        Comparison run = audit.run();
        List<String> arms = run.scenario().arms().stream().map(a -> a.name()).toList();
        if (!arms.contains(UNTREATED)) {
            return List.of();
        }
        Found found = new Found(run);
        double day = run.scanHours().get(run.scanHours().size() - 1) / HOURS;
        List<ResponderFigure.Arm> shown = new ArrayList<>();
        for (String arm : arms) {
            double[] relief = Arrays.stream(found.rested(arm, day, UNTREATED))
                    .filter(Measurement::isDefined)
                    .mapToDouble(Measurement::orElseThrow)
                    .toArray();
            if (!arm.equals(UNTREATED) && relief.length > 0) {
                shown.add(new ResponderFigure.Arm(arm, relief));
            }
        }
        return shown.isEmpty()
                ? List.of()
                : List.of(new ResponderFigure(
                        "patients",
                        "Not everybody responds alike: relief on day " + Decimal.of(day, 4),
                        "relief (share of the gap to health)",
                        Relief.RESPONSE,
                        shown));
    }

    /** The map: shares of draws, over all and under each meaning of "stuck". */
    public static Figure map(String name, RobustnessMap map) {
        List<RobustnessFigure.Panel> panels = new ArrayList<>();
        panels.add(panel("all " + map.rows().get(0).all().draws() + " draws", map, RobustnessMap.Row::all));
        for (String meaning : map.rows().get(0).byMeaning().keySet()) {
            panels.add(panel("stuck = " + meaning, map, r -> r.byMeaning().get(meaning)));
        }
        return map(name, "How far does it hold? " + map.study().name(), map, panels);
    }

    /** The same with each neural mass, a few masses in a figure; nothing if masses are not drawn. */
    static List<Figure> families(String name, RobustnessMap map) {
        List<RobustnessFigure.Panel> panels = new ArrayList<>();
        for (String family : map.rows().get(0).byFamily().keySet()) {
            int draws = map.rows().get(0).byFamily().get(family).draws();
            panels.add(panel(
                    family + ", " + draws + (draws == 1 ? " draw" : " draws"),
                    map,
                    r -> r.byFamily().get(family)));
        }
        List<Figure> figures = new ArrayList<>();
        int groups = (panels.size() + MOST_FAMILIES - 1) / MOST_FAMILIES;
        for (int g = 0; g < groups; g++) {
            figures.add(map(
                    name + (g == 0 ? "" : "-" + (g + 1)),
                    "Does it depend on the equations of a region?",
                    map,
                    panels.subList(g * panels.size() / groups, (g + 1) * panels.size() / groups)));
        }
        return figures;
    }

    private static Figure map(String name, String title, RobustnessMap map, List<RobustnessFigure.Panel> panels) {
        return new RobustnessFigure(
                name, title, map.study().claims().stream().map(Claim::name).toList(), List.copyOf(panels));
    }

    private static RobustnessFigure.Panel panel(
            String heading, RobustnessMap map, Function<RobustnessMap.Row, Tally> tally) {
        return new RobustnessFigure.Panel(
                heading, map.rows().stream().map(r -> parts(tally.apply(r))).toList());
    }

    private static RobustnessFigure.Parts parts(Tally t) {
        if (t.draws() == 0) {
            return new RobustnessFigure.Parts(0, 0, 0, false);
        }
        double holds = t.share(Verdict.HOLDS).value();
        double flips = t.share(Verdict.FLIPS).value();
        return new RobustnessFigure.Parts(
                holds, Math.max(0, 1 - holds - flips), flips, holds >= Tally.ROBUST || flips >= Tally.ROBUST);
    }

    /** Where claims hold, over the two parameters that decide most: those claims on which parameters decide most. */
    public static List<Figure> domains(String name, RobustnessMap map) {
        List<RobustnessMap.Row> split = map.rows().stream()
                .filter(r -> !decisiveNumbers(map, r).isEmpty())
                .sorted((a, b) -> Double.compare(
                        Math.abs(decisiveNumbers(map, b).get(0).z()),
                        Math.abs(decisiveNumbers(map, a).get(0).z())))
                .limit(MOST_DOMAINS)
                .toList();
        List<DomainFigure.Panel> panels = split.stream().map(r -> panel(map, r)).toList();
        return panels.isEmpty()
                ? List.of()
                : List.of(new DomainFigure(name, "Where it holds: claims on which parameters decide", panels));
    }

    private static List<Deciding> decisiveNumbers(RobustnessMap map, RobustnessMap.Row row) {
        return row.decisive().stream()
                .filter(d -> axis(map, d.axis()) instanceof Axis.Span)
                .toList();
    }

    private static Axis axis(RobustnessMap map, String name) {
        return map.study().space().axes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DomainFigure.Panel panel(RobustnessMap map, RobustnessMap.Row row) {
        List<Axis> axes = map.study().space().axes();
        List<Deciding> numbers = row.deciding().stream()
                .filter(d -> axis(map, d.axis()) instanceof Axis.Span)
                .toList();
        Axis.Span across = (Axis.Span) axis(map, numbers.get(0).axis());
        Axis up = axis(map, numbers.get(Math.min(1, numbers.size() - 1)).axis());
        int claim = map.study().claims().indexOf(row.claim());
        List<DomainFigure.Dot> dots = new ArrayList<>();
        for (Draw draw : map.draws()) {
            if (draw.failure().isEmpty()) {
                double place = draw.positions().get(axes.indexOf(across));
                dots.add(new DomainFigure.Dot(
                        across.low() + place * (across.high() - across.low()),
                        draw.positions().get(axes.indexOf(up)),
                        mark(draw.findings().get(claim).verdict())));
            }
        }
        return new DomainFigure.Panel(
                row.claim().name(), shortened(across.name()), shortened(up.name()), across.low(), across.high(), dots);
    }

    private static DomainFigure.Mark mark(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> DomainFigure.Mark.HOLDS;
            case FLIPS -> DomainFigure.Mark.FLIPS;
            default -> DomainFigure.Mark.UNDECIDED;
        };
    }

    /** "parameters/tolerance/adaptation" as "tolerance/adaptation". */
    static String shortened(String path) {
        String text = path.replaceFirst("^parameters/", "")
                .replaceFirst("^drugs/", "")
                .replace("/effects/", "/");
        return text.length() <= LONGEST_HEADING ? text : "..." + text.substring(text.length() - LONGEST_HEADING + 3);
    }
}
