package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Decision;
import org.unstuck.protocol.Escalation;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.Happening.Kind;

/**
 * What one patient takes in one arm and when: the planned doses, less those that are forgotten, and those decided while the run
 * goes on. Keeps a log of all of them. Owned by one run.
 */
final class Agenda {

    /** Moments closer than this are one, h. */
    private static final double SAME = 1e-6;

    private static final double SECONDS = 3600;

    /** In the place of the number of an event: given while the run went on. */
    static final int GIVEN = -1;

    /**
     * What the body has to do at a moment.
     *
     * @param hours when
     * @param drug name of the drug
     * @param doseMg amount at once, mg; 0 for an infusion
     * @param route how; null for an infusion
     * @param rateMgPerH rate of the infusion from now on, mg/h; NaN for a dose at once
     */
    record Action(double hours, String drug, double doseMg, String route, double rateMgPerH) {}

    /** An intake, or the end of an infusion. */
    private record Entry(double hours, int order, Arm.Intake intake, boolean end) {}

    private static final class Rule {
        private final Event.Decided event;
        private final int number;
        private final Decision decision;
        private double due;

        Rule(Event.Decided event, int number) {
            this.event = event;
            this.number = number;
            this.decision = event.start();
            this.due = event.from().hours();
        }
    }

    private static final class Raised {
        private final Event.Course course;
        private Dose full;
        private int asked = 1;

        Raised(Event.Course course) {
            this.course = course;
            this.full = course.dose();
        }
    }

    private final Arm arm;
    private final double weightKg;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingDouble(Entry::hours).thenComparingInt(Entry::order));
    private final List<Arm.Intake> infusions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Raised[] raised;
    private final List<Happening> log = new ArrayList<>();
    private int order;

    /**
     * The agenda of one patient.
     *
     * @param arm what is planned
     * @param weightKg body weight
     * @param patient root of the chance of this patient; null if nothing is ever forgotten
     */
    Agenda(Arm arm, double weightKg, Address patient) {
        this.arm = arm;
        this.weightKg = weightKg;
        this.raised = new Raised[arm.events().size()];
        for (int i = 0; i < raised.length; i++) {
            Event event = arm.events().get(i);
            if (event instanceof Event.Course c && c.escalate() != null) {
                raised[i] = new Raised(c);
            } else if (event instanceof Event.Decided d) {
                rules.add(new Rule(d, i));
            }
        }
        for (Arm.Intake intake : arm.intakes()) {
            if (patient != null && forgotten(intake, patient)) {
                log(intake, Kind.MISSED, intake.dose(), "forgotten");
            } else {
                add(intake);
            }
        }
        for (Arm.Intake intake : arm.skipped()) {
            log(intake, Kind.SKIPPED, intake.dose(), intake.note());
        }
    }

    /** Drawn from patient and moment alone: a dose at the same moment is forgotten in every arm. */
    private boolean forgotten(Arm.Intake intake, Address patient) {
        return arm.events().get(intake.event()) instanceof Event.Course c
                && c.skip() != null
                && patient.with("forgotten", (long) Math.rint(intake.atHours() * SECONDS))
                                .draws()
                                .uniform()
                        < c.skip().probability();
    }

    private void add(Arm.Intake intake) {
        entries.add(new Entry(intake.atHours(), order++, intake, false));
        if (intake.overHours() > 0) {
            entries.add(new Entry(intake.atHours() + intake.overHours(), order++, intake, true));
            infusions.add(intake);
        }
    }

    /** Adds an intake that was not planned. */
    void give(Arm.Intake intake) {
        add(intake);
    }

    /** Drops everything of {@code drug} that is still to come; an infusion that runs is ended at {@code hours}. */
    void drop(String drug, double hours) {
        boolean running =
                entries.stream().anyMatch(e -> e.end() && e.intake().drug().equals(drug));
        entries.removeIf(e -> e.intake().drug().equals(drug));
        if (running) {
            Arm.Intake none = new Arm.Intake(hours, drug, null, null, 0, GIVEN, "stopped");
            entries.add(new Entry(hours, order++, none, true));
        }
    }

    /** Whether an infusion runs at {@code hours}. */
    boolean infuses(double hours) {
        return entries.stream().anyMatch(e -> e.end() && e.intake().atHours() <= hours);
    }

    /** Moment of the next action, h; infinite if there is none. */
    double next() {
        return entries.isEmpty() ? Double.POSITIVE_INFINITY : entries.peek().hours();
    }

    /** The next action, which is done now. */
    Action take() {
        Entry entry = entries.poll();
        Arm.Intake intake = entry.intake();
        if (entry.end()) {
            return new Action(entry.hours(), intake.drug(), 0, null, 0);
        }
        Raised more = intake.event() == GIVEN ? null : raised[intake.event()];
        Dose dose = more == null ? intake.dose() : more.course.doseAt(intake.atHours(), more.full);
        double mg = dose.mg(weightKg);
        log(intake, intake.overHours() > 0 ? Kind.INFUSION : Kind.DOSE, dose, intake.note());
        return intake.overHours() > 0
                ? new Action(entry.hours(), intake.drug(), 0, null, mg / intake.overHours())
                : new Action(entry.hours(), intake.drug(), mg, intake.route(), Double.NaN);
    }

    /** Asks every rule that is due what follows from what is known now; what is decided is due at once. */
    void decide(Decision.Known known) {
        for (Raised course : raised) {
            if (course != null) {
                raise(course, known);
            }
        }
        for (Rule rule : rules) {
            ask(rule, known);
        }
    }

    /** Asks a rule at its own moments only: that another arm has steps between them must not matter. */
    private void ask(Rule rule, Decision.Known known) {
        Event.Decided event = rule.event;
        if (known.hours() < rule.due - SAME || known.hours() >= event.until().hours() - SAME) {
            return;
        }
        while (rule.due <= known.hours() + SAME) {
            rule.due += event.asked().hours();
        }
        Decision.Verdict verdict = arm.stopped(event.drug(), known.hours()) ? null : rule.decision.decide(known);
        if (verdict != null) {
            follow(event, rule.number, known.hours(), verdict);
        }
    }

    private void follow(Event.Decided event, int number, double hours, Decision.Verdict verdict) {
        String route = event.overHours() > 0 ? null : event.way();
        Arm.Intake intake =
                new Arm.Intake(hours, event.drug(), event.dose(), route, event.overHours(), number, verdict.reason());
        if (!verdict.taken()) {
            log(intake, Kind.WITHHELD, event.dose(), verdict.reason());
        } else if (overlaps(intake)) {
            log(intake, Kind.WITHHELD, event.dose(), verdict.reason() + ", but it would overlap another infusion");
        } else {
            add(intake);
        }
    }

    private boolean overlaps(Arm.Intake wanted) {
        return wanted.overHours() > 0
                && infusions.stream()
                        .anyMatch(i -> i.drug().equals(wanted.drug())
                                && i.atHours() < wanted.atHours() + wanted.overHours()
                                && wanted.atHours() < i.atHours() + i.overHours());
    }

    private void raise(Raised course, Decision.Known known) {
        Escalation rule = course.course.escalate();
        double due = course.course.from().hours() + course.asked * rule.every().hours();
        if (known.hours() < due - SAME || due >= course.course.until().hours() - SAME) {
            return;
        }
        course.asked++;
        Dose more = rule.next(course.full);
        if (known.felt() < rule.target().value()
                && more.amount() > course.full.amount()
                && !arm.stopped(course.course.drug(), known.hours())) {
            course.full = more;
            log.add(new Happening(
                    known.hours(),
                    Kind.RAISED,
                    arm.events().indexOf(course.course),
                    course.course.drug(),
                    more,
                    course.course.route(),
                    "felt effect " + Decimal.of(known.felt(), 3) + " below " + rule.target()));
        }
    }

    private void log(Arm.Intake intake, Kind kind, Dose dose, String reason) {
        String route = intake.overHours() > 0 ? "iv" : intake.route();
        log.add(new Happening(intake.atHours(), kind, intake.event(), intake.drug(), dose, route, reason));
    }

    /** What happened so far, and what is known not to happen, in order of time. */
    List<Happening> log() {
        return log.stream().sorted(Comparator.comparingDouble(Happening::hours)).toList();
    }
}
