package org.unstuck.claim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.recording.Trace;
import org.unstuck.study.Comparison;
import org.unstuck.study.Relief;
import org.unstuck.study.Symptom;
import org.unstuck.sweep.Reported;

/** A comparison as quantities of claims read it; relief of every arm is worked out once. Not for several threads. */
public final class Found {

    /** Least gap that can be divided by, in units of the healthy level, as in {@link Relief}. */
    private static final double LEAST_GAP = 0.02;

    private final Comparison comparison;
    private final Symptom symptom;
    private final Map<String, Relief[]> reliefs = new LinkedHashMap<>();

    /**
     * Reads {@code comparison}.
     *
     * @throws Invalid if the network lacks the regions of the symptom
     */
    public Found(Comparison comparison) {
        this.comparison = comparison;
        double[][] healthy =
                comparison.healthyTraces().stream().map(t -> t.activity()[0]).toArray(double[][]::new);
        this.symptom = Symptom.of(
                comparison.scenario().condition().symptom(),
                comparison.scenario().network(),
                healthy);
    }

    /** What was run. */
    public Comparison comparison() {
        return comparison;
    }

    int patients() {
        return comparison.people().size();
    }

    int arm(String name) {
        return Reported.arm(comparison, name);
    }

    int scan(double day) {
        return Reported.scan(comparison, day);
    }

    /**
     * Relief of every patient in one arm {@code [patient]}, in units of the mean gap of the cohort; null if that gap between illness and
     * health is too small to divide by.
     *
     * @param arm whose relief
     * @param against the arm that says what would have been without it
     */
    Relief[] relief(String arm, String against) {
        return reliefs.computeIfAbsent(arm + "\n" + against, k -> reliefs(arm(arm), arm(against)));
    }

    /**
     * Divided by the mean gap of the cohort: single patients may be nearly healthy, and a mean of ratios would hear of nobody else. One
     * number for all, so that means of patients are in the same unit.
     */
    private Relief[] reliefs(int arm, int against) {
        Relief[] all = new Relief[patients()];
        double gap = gap(against);
        for (int p = 0; p < all.length; p++) {
            Trace treated = comparison.traces().get(arm).get(p);
            Trace untreated = comparison.traces().get(against).get(p);
            try {
                all[p] = Relief.of(
                        treated.hours(),
                        inSession(treated, untreated),
                        symptom.course(untreated),
                        symptom.course(treated),
                        gap);
            } catch (Invalid tooSmall) {
                all[p] = null;
            }
        }
        return all;
    }

    /** Mean of A_stuck - A_healthy over patients. */
    private double gap(int arm) {
        double sum = 0;
        for (int p = 0; p < patients(); p++) {
            sum += symptom.course(comparison.traces().get(arm).get(p))[0]
                    - symptom.of(comparison.healthyTraces().get(p).activity()[0]);
        }
        return sum / patients();
    }

    /**
     * Relief as scans see it {@code [patient]}: R = (A_against - A) / (mean of A_against - A_healthy on day 0), A the intensity of {@link
     * Comparison#intensity}.
     */
    public Measurement[] rested(String arm, double day, String against) {
        int without = arm(against);
        Measurement[] stuck = comparison.intensity(without, scan(0));
        Measurement[] healthy = comparison.healthyIntensity();
        Measurement gap = Measurement.of(0);
        for (int p = 0; p < patients(); p++) {
            Measurement own = stuck[p].combine(healthy[p], (a, h) -> (a - h) / patients());
            gap = gap.combine(own, Double::sum);
        }
        if (!(gap instanceof Measurement.Defined d) || d.value() < LEAST_GAP) {
            Measurement[] none = new Measurement[patients()];
            Arrays.fill(none, noGap());
            return none;
        }
        Measurement[] relief = comparison.intensity(arm(arm), scan(day));
        Measurement[] other = comparison.intensity(without, scan(day));
        for (int p = 0; p < relief.length; p++) {
            relief[p] = other[p].combine(relief[p], (a, treated) -> (a - treated) / d.value());
        }
        return relief;
    }

    /** Steps in which either of them has a session are left out. */
    private static boolean[] inSession(Trace a, Trace b) {
        boolean[] either = a.inSession().clone();
        for (int s = 0; s < either.length; s++) {
            either[s] |= b.inSession()[s];
        }
        return either;
    }

    static Measurement noGap() {
        return Measurement.undefined("the gap between illness and health is too small to divide by");
    }
}
