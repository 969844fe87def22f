package org.unstuck.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.protocol.Event;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;
import org.unstuck.study.Comparison;
import org.unstuck.study.Relief;
import org.unstuck.study.Symptom;

/**
 * Relief of every patient in an arm, against the arm in which nothing happens ({@link Relief}).
 *
 * <ul>
 *   <li>relief: mean R of the day that begins with the scan (of the last day at the end of the course);
 *   <li>reported-relief: the same as a questionnaire would show it, with the bias of expectancy;
 *   <li>peak-relief: the best day so far;
 *   <li>relief-area: days of full relief so far, the sum of R over days;
 *   <li>response: 1 if relief is at least {@link Relief#RESPONSE}, else 0. Its mean is the share of responders.
 * </ul>
 */
final class Reliefs {

    static final Map<String, String> UNITS;

    private static final double HOURS = 24;

    static {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("relief", "share of the gap to health");
        units.put("reported-relief", "share of the gap to health");
        units.put("peak-relief", "share of the gap to health");
        units.put("relief-area", "days");
        units.put("response", "0 or 1");
        UNITS = Collections.unmodifiableMap(units);
    }

    private Reliefs() {}

    /** Values of {@code name} at {@code hours}, {@code [patient]}. */
    static Measurement[] values(String name, Comparison c, int arm, double hours) {
        Measurement[] values = new Measurement[c.people().size()];
        for (int p = 0; p < values.length; p++) {
            try {
                values[p] = value(name, of(c, arm, p, name.equals("reported-relief")), hours);
            } catch (Invalid e) {
                values[p] = Measurement.undefined(e.problem());
            }
        }
        return values;
    }

    private static Measurement value(String name, Relief relief, double hours) {
        double[] daily = relief.daily();
        int day = Math.min(daily.length - 1, (int) (hours / HOURS));
        return switch (name) {
            case "peak-relief" -> peak(daily, day);
            case "relief-area" -> relief.area(0, (int) (hours / HOURS));
            case "response" -> relief.on(day).map(r -> r >= Relief.RESPONSE ? 1 : 0);
            default -> relief.on(day);
        };
    }

    private static Measurement peak(double[] daily, int until) {
        double most = Double.NEGATIVE_INFINITY;
        for (int d = 0; d <= until; d++) {
            most = Double.isFinite(daily[d]) ? Math.max(most, daily[d]) : most;
        }
        return Double.isFinite(most) ? Measurement.of(most) : Measurement.undefined("all days are sessions");
    }

    /**
     * The relief of patient {@code p}.
     *
     * @throws Invalid if no arm is untreated, the network lacks the regions of the symptom, or the patient is not ill
     */
    static Relief of(Comparison c, int arm, int p, boolean reported) {
        return of(c, arm, p, reported, gap(c, p));
    }

    /** The mean of A_stuck - A_healthy over patients: a unit of relief for the cohort, to which a patient who is not ill is no harm. */
    static double meanGap(Comparison c) {
        double sum = 0;
        for (int p = 0; p < c.people().size(); p++) {
            sum += gap(c, p);
        }
        return sum / c.people().size();
    }

    private static Symptom symptom(Comparison c) {
        double[][] twins = c.healthyTraces().stream().map(t -> t.activity()[0]).toArray(double[][]::new);
        return Symptom.of(c.scenario().condition().symptom(), c.scenario().network(), twins);
    }

    private static double gap(Comparison c, int p) {
        Symptom symptom = symptom(c);
        Trace untreated = c.traces().get(untreated(c)).get(p);
        return symptom.course(untreated)[0]
                - symptom.of(c.healthyTraces().get(p).activity()[0]);
    }

    /** The relief of patient {@code p} in units of {@code gap}. */
    static Relief of(Comparison c, int arm, int p, boolean reported, double gap) {
        Trace untreated = c.traces().get(untreated(c)).get(p);
        Trace treated = c.traces().get(arm).get(p);
        Symptom symptom = symptom(c);
        double[] baseline = symptom.course(untreated);
        double[] course = symptom.course(treated);
        if (reported) {
            double[] expectancy = treated.of(Slow.EXPECTANCY);
            for (int s = 0; s < course.length; s++) {
                course[s] -= expectancy[s] * gap;
            }
        }
        return Relief.of(treated.hours(), treated.inSession(), baseline, course, gap);
    }

    private static int untreated(Comparison c) {
        for (int arm = 0; arm < c.scenario().arms().size(); arm++) {
            if (c.scenario().arms().get(arm).events().stream().allMatch(e -> e instanceof Event.Scan)) {
                return arm;
            }
        }
        throw new Invalid("arms", "no arm is untreated, which relief is measured against", "");
    }
}
