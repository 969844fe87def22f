package org.unstuck.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.metric.CuedShift;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.StateSequence;
import org.unstuck.recording.Trace;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.simulate.Person;

/** Comparisons of which every number was chosen by hand: nothing is simulated. */
public final class MadeUp {

    /** Two arms over three days in the network of four regions: DMN, SN, FPN, AMY-PFC; scans on days 0 and 2. */
    public static final Scenario SCENARIO = ScenarioReader.parse("made-up.json", """
                    {
                      "schemaVersion": 1, "name": "Made up", "network": "four-networks",
                      "condition": "generalised-anxiety", "cohort": {"patients": 3}, "seed": 1, "horizon": "3 d",
                      "arms": [
                        {"name": "untreated", "events": []},
                        {"name": "drug", "events": [
                          {"type": "dose", "drug": "alprazolam", "dose": "1 mg", "route": "oral", "at": "22 h"}]}],
                      "scans": {"at": ["0 d", "2 d"]}
                    }
                    """);

    /** Activity of the typical healthy twin in every region. */
    public static final double HEALTHY = 0.25;

    private static final double HOURS = 24;
    private static final double WEIGHT_KG = 70;

    private MadeUp() {}

    /** A measured number. */
    public static Measurement m(double value) {
        return Measurement.of(value);
    }

    /**
     * A scan.
     *
     * @param activity mean activity of every region
     * @param threat threat level
     * @param selfFocus self-focus
     */
    public static Assessment scan(double[] activity, Measurement threat, Measurement selfFocus) {
        return assessment(activity, threat, selfFocus, new double[4][4]);
    }

    /** A scan with these correlations. */
    public static Assessment connected(double[][] connectivity) {
        return assessment(new double[4], m(0), m(0), connectivity);
    }

    private static Assessment assessment(
            double[] activity, Measurement threat, Measurement selfFocus, double[][] connectivity) {
        // 0 for a sample, 1 for three, 0 for one, none for one, three times over, and 0 again: half a second each.
        int[] labels = {0, 1, 1, 1, 0, -1, 0, 1, 1, 1, 0, -1, 0, 1, 1, 1, 0, -1, 0};
        // A cue for 1 at every tenth sample; 1 comes after 1, 2 and 6 samples of 100 ms, and once never.
        int[] cued = new int[40];
        cued[11] = 1;
        cued[22] = 1;
        cued[36] = 1;
        return new Assessment(
                threat,
                selfFocus,
                m(0.13),
                0.375,
                0.14,
                m(0.16),
                m(0.17),
                new Reactions(m(0.18), m(1.9), m(0.24), m(0.3), m(0.5)),
                StateSequence.of(labels, 2, 500),
                CuedShift.of(cued, 100, new int[] {3, 10, 20, 30}, new int[] {1, 1, 1, 1}, 2, 700, 0),
                CuedShift.of(cued, 100, new int[] {2, 3, 4, 5, 20}, new int[] {1, 1, 1, 1, 1}, 2, 500, 0),
                m(0.47),
                m(0.36),
                m(0.19),
                activity,
                connectivity,
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    }

    /**
     * A course of days.
     *
     * @param index activity of each day relative to the typical healthy twin, equal in all regions {@code [day]}
     */
    public static Trace course(double... index) {
        Trace trace = Trace.of(index.length, SCENARIO.network().size(), 1);
        for (int s = 0; s < index.length; s++) {
            trace.hours()[s] = HOURS * (s + 1);
            Arrays.fill(trace.activity()[s], HEALTHY * index[s]);
        }
        return trace;
    }

    /** A comparison of as many patients as there are twins. */
    public static Comparison comparison(
            Scenario scenario,
            List<Assessment> healthy,
            List<Trace> healthyTraces,
            List<List<List<Assessment>>> scans,
            List<List<Trace>> traces) {
        List<Person> people = new ArrayList<>();
        for (int p = 0; p < healthyTraces.size(); p++) {
            people.add(Person.typical(p, WEIGHT_KG));
        }
        return new Comparison(
                scenario,
                Reading.standard(),
                people,
                List.of(0.0, 2 * HOURS),
                healthy,
                healthyTraces,
                scans,
                traces,
                List.of());
    }

    /**
     * Three patients. Index A on day 0, 1, 2; gaps to health 0.6, 0.4 and 0.2, 0.4 in the mean:
     *
     * <pre>
     *            healthy   untreated       drug             R = (A_untreated - A) / 0.4
     * patient 0   1.2      1.8 1.8 1.8    1.8 1.4 1.0       0  1    2
     * patient 1   1.0      1.4 1.4 1.4    1.4 1.2 1.6       0  0.5 -0.5
     * patient 2   0.8      1.0 1.0 1.0    1.0 1.0 0.9       0  0    0.25
     * </pre>
     *
     * Threat level at the scans, divided by 0.25, the mean of the twins:
     *
     * <pre>
     *            healthy   untreated day 0, 2    drug day 0, 2   R on day 2
     * patient 0   1.2      1.8  2.0              1.8  1.6         1
     * patient 1   1.0      1.4  1.6              1.4  1.8        -0.5
     * patient 2   0.8      1.0  1.2              1.0  0.8         1
     * </pre>
     */
    public static Comparison threePatients() {
        return comparison(
                SCENARIO,
                scans(1.2, 1.0, 0.8),
                List.of(course(1.2), course(1.0), course(0.8)),
                List.of(
                        List.of(scans(1.8, 1.4, 1.0), scans(2.0, 1.6, 1.2)),
                        List.of(scans(1.8, 1.4, 1.0), scans(1.6, 1.8, 0.8))),
                List.of(
                        List.of(course(1.8, 1.8, 1.8), course(1.4, 1.4, 1.4), course(1.0, 1.0, 1.0)),
                        List.of(course(1.8, 1.4, 1.0), course(1.4, 1.2, 1.6), course(1.0, 1.0, 0.9))));
    }

    /** Scans of patients with these threat levels, relative to the typical healthy twin. */
    public static List<Assessment> scans(double... index) {
        return Arrays.stream(index)
                .mapToObj(a -> scan(new double[4], m(HEALTHY * a), m(0.12)))
                .toList();
    }
}
