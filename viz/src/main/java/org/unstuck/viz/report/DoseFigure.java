package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.TimelineFigure;
import org.unstuck.viz.figure.TimelineFigure.Event;
import org.unstuck.viz.figure.TimelineFigure.Kind;
import org.unstuck.viz.figure.TimelineFigure.Line;
import org.unstuck.viz.figure.TimelineFigure.Panel;
import org.unstuck.viz.theme.Palette;

/** What one arm gives, and below it on the same clock: concentrations, effects, adaptation and plasticity. */
public final class DoseFigure {

    /** Lowest concentration shown, as a share of the highest: what is less acts on nothing. */
    private static final double LOWEST_SHARE = 1e-3;
    /** Up to so many doses of a drug are drawn one by one. */
    private static final int SINGLY = 12;
    /** Below this an effect is taken as absent, and its line left out. */
    private static final double VISIBLE = 1e-3;

    private static final double HOURS_PER_DAY = 24;
    private static final int DIGITS = 4;

    private DoseFigure() {}

    /**
     * The figure.
     *
     * @param title one line
     * @param arm what is given
     * @param drugs the drugs of the course, in its order
     * @param course what happens in the body
     * @param weightKg body weight, for doses per kilogram
     */
    public static Figure of(String title, Arm arm, List<Drug> drugs, DrugCourse course, double weightKg) {
        double[] days =
                Arrays.stream(course.hours()).map(h -> h / HOURS_PER_DAY).toArray();
        double to = days[days.length - 1];
        List<Panel> panels = new ArrayList<>();
        List<Line> plasma = plasma(drugs, course, days);
        double highest =
                plasma.stream().mapToDouble(l -> largest(l.values())).max().orElse(0);
        panels.add(Panel.logarithmic("Plasma", "ng/mL", highest > 0 ? decade(highest * LOWEST_SHARE) : 1, plasma));
        add(
                panels,
                "Effect at receptors",
                true,
                List.of(
                        line("GABA-A", 0, days, course.of(Slow.GABA)),
                        line("NMDA, inhibitory", 1, days, course.of(Slow.BLOCK_I)),
                        line("NMDA, excitatory", 2, days, course.of(Slow.BLOCK_E)),
                        line("serotonin transporter", 3, days, course.of(Slow.SEROTONIN))));
        add(
                panels,
                "Felt, and what adapts",
                true,
                List.of(
                        line("sedation", 4, days, course.of(Slow.SEDATION)),
                        line("sedation tolerance", 5, days, course.of(Slow.SEDATION_TOLERANCE)),
                        line("counter-drive", 3, days, course.of(Slow.COUNTER)),
                        line("dissociation", 1, days, course.of(Slow.DISSOCIATION))));
        add(
                panels,
                "Plasticity (1 = one infusion without decay)",
                false,
                List.of(
                        line("window (gate)", 5, days, course.of(Slow.GATE)),
                        line("new synapses", 2, days, course.of(Slow.POOL))));
        TimelineFigure.Strip strip = new TimelineFigure.Strip(arm.name(), events(arm, drugs, weightKg, to));
        return new TimelineFigure("dose", title, List.of(strip), panels, 0, to);
    }

    private static List<Line> plasma(List<Drug> drugs, DrugCourse course, double[] days) {
        List<Line> lines = new ArrayList<>();
        for (int d = 0; d < drugs.size(); d++) {
            lines.add(line(drugs.get(d).name(), lines.size(), days, course.plasma()[d]));
            for (int m = 0; m < drugs.get(d).metabolites().size(); m++) {
                String name = drugs.get(d).metabolites().get(m).name();
                lines.add(line(name, lines.size(), days, course.metabolites()[d][m]));
            }
        }
        return lines;
    }

    private static Line line(String label, int look, double[] days, double[] values) {
        return new Line(new Key(label, look % Palette.size()), days, positive(values));
    }

    /** Rounding may leave -1e-20 of a drug. */
    private static double[] positive(double[] values) {
        return Arrays.stream(values).map(v -> Math.max(0, v)).toArray();
    }

    private static void add(List<Panel> panels, String quantity, boolean share, List<Line> lines) {
        List<Line> visible =
                lines.stream().filter(l -> largest(l.values()) > VISIBLE).toList();
        if (!visible.isEmpty()) {
            panels.add(Panel.linear(quantity, share ? "0 to 1" : "", visible));
        }
    }

    private static List<Event> events(Arm arm, List<Drug> drugs, double weightKg, double toDay) {
        List<Event> events = new ArrayList<>();
        int look = 0;
        for (Drug drug : drugs) {
            Key key = new Key(drug.name(), look % Palette.size());
            look += 1 + drug.metabolites().size();
            List<Arm.Intake> taken = arm.intakes().stream()
                    .filter(i -> i.drug().equals(drug.name()) && i.atHours() / HOURS_PER_DAY <= toDay)
                    .toList();
            if (taken.size() > SINGLY) {
                double from = taken.get(0).atHours() / HOURS_PER_DAY;
                double last = taken.get(taken.size() - 1).atHours() / HOURS_PER_DAY;
                events.add(Event.of(Kind.COURSE, key, taken.size() + " doses", from, last));
                continue;
            }
            for (Arm.Intake intake : taken) {
                double from = intake.atHours() / HOURS_PER_DAY;
                double end = Math.min(toDay, from + intake.overHours() / HOURS_PER_DAY);
                String label = Decimal.of(intake.dose().mg(weightKg), DIGITS) + " mg";
                events.add(Event.of(intake.overHours() > 0 ? Kind.INFUSION : Kind.DOSE, key, label, from, end));
            }
        }
        return events;
    }

    /** The power of ten below {@code x}. */
    private static double decade(double x) {
        return Math.pow(10, Math.floor(Math.log10(x)));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
