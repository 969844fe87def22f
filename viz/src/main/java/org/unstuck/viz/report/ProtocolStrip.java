package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.Series;
import org.unstuck.protocol.Stimulus;
import org.unstuck.protocol.Taper;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.TimelineFigure;
import org.unstuck.viz.figure.TimelineFigure.Kind;
import org.unstuck.viz.theme.Palette;

/**
 * What happens in one arm, for a timeline. Planned doses as bars whose height is the dose; what differs between patients (doses
 * forgotten, raised, or taken by symptom) as the mean over patients in stretches of time.
 */
final class ProtocolStrip {

    private static final double HOURS = 24;

    /** Stretches over which doses that differ between patients are averaged, about as many as can be told apart. */
    private static final int STRETCHES = 84;

    private final Comparison comparison;
    private final int number;
    private final Arm arm;
    private final List<TimelineFigure.Event> drawn = new ArrayList<>();

    private ProtocolStrip(Comparison comparison, int number) {
        this.comparison = comparison;
        this.number = number;
        this.arm = comparison.scenario().arms().get(number);
    }

    static TimelineFigure.Strip of(Comparison comparison, int arm) {
        ProtocolStrip strip = new ProtocolStrip(comparison, arm);
        for (int i = 0; i < strip.arm.events().size(); i++) {
            strip.add(i);
        }
        for (int s = 0; s < comparison.scanHours().size(); s++) {
            double day = Arms.day(comparison, s);
            strip.drawn.add(TimelineFigure.Event.of(Kind.SCAN, new Key("scan", 0), "", day, day));
        }
        return new TimelineFigure.Strip(strip.arm.name(), strip.drawn);
    }

    private void add(int i) {
        Event event = arm.events().get(i);
        if (event instanceof Event.Course course) {
            course(course, i);
        } else if (event instanceof Event.Planned planned) {
            moments(planned, i);
        } else if (event instanceof Event.Decided decided) {
            decided(decided, i);
        } else if (event instanceof Event.Stop stop) {
            double day = stop.at().inDays();
            drawn.add(TimelineFigure.Event.of(Kind.STOP, key(stop.drug()), "", day, day));
        } else if (event instanceof Event.Session sessions) {
            sessions(sessions);
        } else if (event instanceof Event.Lasting lasting) {
            drawn.add(TimelineFigure.Event.of(
                    Kind.PERIOD,
                    new Key(lasting.type(), Palette.size() - 1),
                    "",
                    lasting.from().inDays(),
                    lasting.until().inDays()));
        }
    }

    private Key key(String drug) {
        return ProtocolFigures.key(comparison.scenario(), drug);
    }

    /** Bars of equal dose; a day without a dose leaves a gap. */
    private void course(Event.Course course, int i) {
        List<Arm.Intake> doses =
                arm.intakes().stream().filter(x -> x.event() == i).toList();
        if (doses.isEmpty()) {
            return;
        }
        String label = label(course, i);
        double highest = highest(course.drug());
        if (course.differsBetweenPatients()) {
            averaged(course, i, doses, label);
        } else {
            int first = 0;
            for (int d = 1; d <= doses.size(); d++) {
                if (d == doses.size() || !continues(doses.get(d - 1), doses.get(d), course)) {
                    double end = end(doses.get(d - 1), course);
                    double level = Math.min(1, doses.get(first).dose().amount() / highest);
                    bar(course, first == 0 ? label : "", doses.get(first).atHours(), end, level);
                    first = d;
                }
            }
        }
        double stop = end(doses.get(doses.size() - 1), course) / HOURS;
        drawn.add(TimelineFigure.Event.of(Kind.STOP, key(course.drug()), "", stop, stop));
    }

    private static boolean continues(Arm.Intake before, Arm.Intake next, Event.Course course) {
        return next.dose().equals(before.dose())
                && next.atHours() - before.atHours() < 1.5 * course.every().hours();
    }

    private static double end(Arm.Intake last, Event.Course course) {
        return Math.min(last.atHours() + course.every().hours(), course.ends().hours());
    }

    private void bar(Event.Course course, String label, double from, double to, double level) {
        drawn.add(new TimelineFigure.Event(Kind.COURSE, key(course.drug()), label, from / HOURS, to / HOURS, level));
    }

    /** The mean dose in each stretch over patients and planned moments; one that was forgotten counts as 0. */
    private void averaged(Event.Course course, int i, List<Arm.Intake> doses, String label) {
        double from = doses.get(0).atHours();
        double to = end(doses.get(doses.size() - 1), course);
        double stretch = Math.max(course.every().hours(), stretch());
        int n = (int) Math.ceil((to - from) / stretch - 1e-9);
        double[] mean = new double[n];
        double[] planned = new double[n];
        for (Arm.Intake dose : doses) {
            planned[(int) Math.min(n - 1, (dose.atHours() - from) / stretch)]++;
        }
        List<List<Happening>> patients = comparison.log().get(number);
        for (List<Happening> log : patients) {
            for (Happening h : log) {
                if (h.event() == i && h.kind() == Happening.Kind.DOSE) {
                    int s = (int) Math.min(n - 1, (h.hours() - from) / stretch);
                    mean[s] += h.dose().amount() / (patients.size() * planned[s]);
                }
            }
        }
        double highest = highest(course.drug());
        for (int s = 0; s < n; s++) {
            if (mean[s] > 0) {
                double end = Math.min(to, from + (s + 1) * stretch);
                bar(course, s == 0 ? label : "", from + s * stretch, end, Math.min(1, mean[s] / highest));
            }
        }
    }

    private String label(Event.Course course, int i) {
        StringBuilder label = new StringBuilder(course.dose() + " every " + course.every());
        if (course.escalate() != null) {
            double most = raisedTo(i);
            label.append(most == 0 ? ", never raised" : ", raised up to " + Decimal.of(most, 3) + " ")
                    .append(most == 0 ? "" : course.dose().unit());
        }
        if (course.skip() != null && course.skip().probability() > 0) {
            label.append(", ")
                    .append(Decimal.of(100 * course.skip().probability(), 3))
                    .append("% forgotten");
        }
        if (course.taper() != null && course.taper().form() != Taper.Form.ABRUPT) {
            String form = course.taper().form().name().toLowerCase(Locale.ROOT).replace('_', '-');
            label.append(", ")
                    .append(form)
                    .append(" taper over ")
                    .append(course.taper().over());
        }
        return label.toString();
    }

    /** The largest dose of a drug in the courses of this arm, as taken; a loading dose does not count. */
    private double highest(String drug) {
        double highest = 0;
        for (int i = 0; i < arm.events().size(); i++) {
            if (arm.events().get(i) instanceof Event.Course c && c.drug().equals(drug)) {
                highest = Math.max(highest, Math.max(c.dose().amount(), raisedTo(i)));
            }
        }
        return highest;
    }

    /** The largest dose to which a course was raised, in the unit of its dose; 0 if it never was. */
    private double raisedTo(int i) {
        return comparison.log().get(number).stream()
                .flatMap(List::stream)
                .filter(h -> h.event() == i && h.kind() == Happening.Kind.RAISED)
                .mapToDouble(h -> h.dose().amount())
                .max()
                .orElse(0);
    }

    private void moments(Event.Planned planned, int i) {
        String each = planned instanceof Series ? " each" : "";
        for (Arm.Intake intake : arm.intakes()) {
            if (intake.event() == i) {
                boolean infusion = intake.overHours() > 0;
                String over = infusion ? " over " + new org.unstuck.describe.Time(intake.overHours()) : "";
                drawn.add(TimelineFigure.Event.of(
                        infusion ? Kind.INFUSION : Kind.DOSE,
                        key(planned.drug()),
                        intake.dose() + over + each,
                        intake.atHours() / HOURS,
                        (intake.atHours() + intake.overHours()) / HOURS));
            }
        }
    }

    /** How many doses were taken in each stretch, all patients together. */
    private void decided(Event.Decided decided, int i) {
        double from = decided.from().hours();
        double to = decided.ends().hours();
        double stretch = Math.max(stretch(), decided.asked().hours());
        double[] count = new double[(int) Math.ceil((to - from) / stretch - 1e-9)];
        double all = 0;
        List<List<Happening>> patients = comparison.log().get(number);
        for (List<Happening> log : patients) {
            for (Happening h : log) {
                if (h.event() == i && (h.kind() == Happening.Kind.DOSE || h.kind() == Happening.Kind.INFUSION)) {
                    count[(int) Math.min(count.length - 1.0, (h.hours() - from) / stretch)]++;
                    all++;
                }
            }
        }
        Key key = new Key(
                decided.drug() + (decided.overHours() > 0 ? " by symptom" : " as needed"),
                key(decided.drug()).look());
        String label = decided.dose() + " above " + decided.above() + ", " + Decimal.of(all / patients.size(), 3)
                + " times per patient";
        drawn.add(new TimelineFigure.Event(Kind.DECIDED, key, label, from / HOURS, to / HOURS, 0));
        double most = java.util.Arrays.stream(count).max().orElse(1);
        for (int s = 0; s < count.length; s++) {
            if (count[s] > 0) {
                double start = from + s * stretch;
                double end = Math.min(to, start + stretch);
                drawn.add(new TimelineFigure.Event(
                        Kind.DECIDED, key, label, start / HOURS, end / HOURS, count[s] / most));
            }
        }
    }

    private double stretch() {
        return Math.max(HOURS, comparison.scenario().horizon().hours() / STRETCHES);
    }

    private void sessions(Event.Session sessions) {
        Kind kind = kind(sessions.stimulus());
        Key key = new Key(sessions instanceof Event.Cue cue ? cue.cue() : sessions.type(), Palette.size() - 1);
        double horizon = comparison.scenario().horizon().inDays();
        for (int i = 0;
                sessions.from().hours() + i * sessions.every().hours()
                        < sessions.until().hours();
                i++) {
            double from = sessions.from().hours() + i * sessions.every().hours();
            double to = Math.min((from + sessions.session().hours()) / HOURS, horizon);
            drawn.add(TimelineFigure.Event.of(kind, key, "", from / HOURS, to));
        }
    }

    private static Kind kind(Stimulus stimulus) {
        return switch (stimulus) {
            case THERAPY -> Kind.THERAPY;
            case EXPOSURE -> Kind.EXPOSURE;
            case SHAM -> Kind.SHAM;
            case THREAT, SOCIAL, TRAUMA -> Kind.CUE;
            default -> Kind.OTHER_CUE;
        };
    }
}
