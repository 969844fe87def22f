package org.unstuck.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Suggestion;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.simulate.Person;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.LinesFigure;

/** An arm in the body of the typical patient: plasma, receptors, adaptation, window. A moment of computing, because the network is left out. */
public final class Body {

    private static final double DAY_H = 24;
    /** From one moment to the next, h. */
    private static final double STEP_H = 0.25;
    /** No more moments than this; a long course has longer steps. */
    private static final int MOST = 8000;

    private final String arm;
    private final List<Drug> drugs;
    private final DrugCourse course;

    private Body(String arm, List<Drug> drugs, DrugCourse course) {
        this.arm = arm;
        this.drugs = drugs;
        this.course = course;
    }

    static Body of(Scenario s, int number) {
        double horizon = s.horizon().hours();
        double step = Math.max(STEP_H, horizon / MOST);
        double[] hours = new double[(int) Math.floor(horizon / step) + 1];
        Arrays.setAll(hours, i -> i * step);
        Arm arm = s.arms().get(number);
        List<Drug> drugs = s.actingDrugs();
        Person typical = Person.typical(0, s.cohort().weightKg());
        return new Body(arm.name(), drugs, DrugCourse.of(drugs, arm, typical, s.actingParameters(), hours));
    }

    /** Time of every moment, days. */
    public double[] days() {
        return Arrays.stream(course.hours()).map(h -> h / DAY_H).toArray();
    }

    /** Plasma concentration of a drug, ng/mL. */
    public double[] plasma(String drug) {
        List<String> known = drugs.stream().map(Drug::name).toList();
        if (!known.contains(drug)) {
            throw new Wrong("There is no drug \"" + drug + "\". " + Suggestion.among(known, drug));
        }
        return course.plasma()[known.indexOf(drug)].clone();
    }

    /** A slow quantity by its key, as in "gaba-effect" or "counter-drive". */
    public double[] level(String key) {
        return course.of(slow(key)).clone();
    }

    private static Slow slow(String key) {
        for (Slow s : Slow.values()) {
            if (s.key().equals(key)) {
                return s;
            }
        }
        throw new Wrong("There is no level \"" + key + "\". "
                + Suggestion.among(Arrays.stream(Slow.values()).map(Slow::key).toList(), key));
    }

    /** The value of a level at a day. */
    public double at(String key, double day) {
        double[] level = course.of(slow(key));
        return level[nearest(day)];
    }

    private int nearest(double day) {
        int nearest = 0;
        for (int i = 0; i < course.hours().length; i++) {
            if (Math.abs(course.hours()[i] - day * DAY_H) < Math.abs(course.hours()[nearest] - day * DAY_H)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Mean of a level over the days from {@code from} to {@code until}. */
    public double mean(String key, double from, double until) {
        return Arrays.stream(course.of(slow(key)), nearest(from), nearest(until) + 1)
                .average()
                .orElseThrow();
    }

    /** Plasma of every drug that was given, and below it these levels. */
    public Figure chart(String... levels) {
        List<LinesFigure.Panel> panels = new ArrayList<>();
        List<LinesFigure.Line> plasma = new ArrayList<>();
        for (int d = 0; d < drugs.size(); d++) {
            if (Arrays.stream(course.plasma()[d]).anyMatch(c -> c > 0)) {
                plasma.add(
                        new LinesFigure.Line(new Key(drugs.get(d).name(), plasma.size()), days(), course.plasma()[d]));
            }
        }
        if (!plasma.isEmpty()) {
            panels.add(LinesFigure.Panel.of("Plasma", "ng/mL", plasma, List.of()));
        }
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (String level : levels) {
            Slow slow = slow(level);
            lines.add(new LinesFigure.Line(new Key(slow.label(), lines.size()), days(), course.of(slow)));
        }
        if (!lines.isEmpty()) {
            panels.add(LinesFigure.Panel.of("In the body", "fraction or relative", lines, List.of()));
        }
        if (panels.isEmpty()) {
            throw new Wrong("Nothing is given in arm \"" + arm + "\". Maybe another arm, or name levels to draw.");
        }
        return Wrong.shortly(() -> new LinesFigure("body", "In the body: " + arm, "time", "days", panels));
    }

    /** The names of the levels. */
    public static Rows levels() {
        Rows rows = Rows.of("Levels", "key", "meaning", "unit");
        for (Slow s : Slow.values()) {
            rows = rows.and(s.key(), s.meaning(), s.unit().word());
        }
        return rows;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d moments", arm, course.hours().length);
    }
}
