package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.protocol.Stressor;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Course;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.ScanPlan;

/**
 * What the mechanisms of the slow clock do to the symptom of a few typical patients (they differ by their noise alone). Means over
 * patients; the noise is that of seed 1, so the tests are exact and no statistics.
 */
class MechanismsTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");
    private static final Condition ANXIETY = BuiltIn.CONDITIONS.named("generalised-anxiety");
    private static final List<Drug> DRUGS = List.of(
            BuiltIn.DRUGS.named("alprazolam"), BuiltIn.DRUGS.named("escitalopram"), BuiltIn.DRUGS.named("ketamine"));
    private static final ModelParameters STANDARD = ModelParameters.standard();
    private static final Event INFUSION =
            new Event.Infusion("ketamine", Dose.parse("0.5 mg/kg"), Time.parse("40 min"), Time.parse("2 h"));

    private static Event daily(String drug, String dose, String every, String until) {
        return new Event.Course(
                drug,
                Dose.parse(dose),
                "oral",
                Time.parse(every),
                Time.parse("6 h"),
                Time.parse(until),
                null,
                null,
                null,
                null);
    }

    private static Arm arm(String name, Event... events) {
        return new Arm(name, List.of(events));
    }

    private static List<List<Trace>> traces(
            Condition condition, ModelParameters p, List<Arm> arms, SlowGrid grid, List<Person> people) {
        return traces(NETWORK, condition, p, arms, grid, people);
    }

    private static List<List<Trace>> traces(
            Network network,
            Condition condition,
            ModelParameters p,
            List<Arm> arms,
            SlowGrid grid,
            List<Person> people) {
        Numerics numerics = new Numerics(
                new EulerMaruyama(),
                Time.parse("4 ms"),
                Time.days(1),
                Time.seconds(10),
                Time.seconds(2),
                Time.seconds(20),
                Time.parse("40 ms"));
        ScanPlan scans = new ScanPlan(List.of(), Time.seconds(4), 0, Time.seconds(1), Time.seconds(2));
        Course.Plan plan =
                new Course.Plan(network, condition, p, DRUGS, arms, grid, List.of(), scans, numerics, Address.of(1));
        return new Course(plan, people).run(new Unheard(), () -> false);
    }

    private record Unheard() implements Course.Listener {
        @Override
        public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
            // No scans are taken.
        }

        @Override
        public void stepped() {
            // Nobody waits.
        }
    }

    private static List<Person> typical(int patients) {
        return IntStream.range(0, patients).mapToObj(i -> Person.typical(i, 70)).toList();
    }

    /** Mean R over patients, {@code [arm][day]}; the first arm is the untreated one. */
    private static double[][] relief(ModelParameters p, int patients, int days, Arm... treated) {
        return relief(NETWORK, p, patients, days, treated);
    }

    private static double[][] relief(Network network, ModelParameters p, int patients, int days, Arm... treated) {
        List<Arm> arms = new ArrayList<>(List.of(arm("untreated")));
        arms.addAll(List.of(treated));
        SlowGrid grid = SlowGrid.of(arms, List.of(), 24.0 * days, 24);
        List<Person> people = typical(patients);
        SlowGrid one = new SlowGrid(grid.hours().subList(0, 2));
        double[][] twins = traces(network, ANXIETY.healthyTwin(), p, List.of(arm("twin")), one, people).get(0).stream()
                .map(t -> t.activity()[0])
                .toArray(double[][]::new);
        Symptom symptom = Symptom.of(ANXIETY.symptom(), network, twins);
        List<List<Trace>> all = traces(network, ANXIETY, p, arms, grid, people);
        double[][] mean = new double[arms.size()][days];
        for (int a = 0; a < mean.length; a++) {
            for (int k = 0; k < patients; k++) {
                double[] untreated = symptom.course(all.get(0).get(k));
                Trace trace = all.get(a).get(k);
                double gap = untreated[0] - symptom.of(twins[k]);
                double[] r = Relief.of(trace.hours(), trace.inSession(), untreated, symptom.course(trace), gap)
                        .daily();
                for (int d = 0; d < days; d++) {
                    mean[a][d] += r[d] / patients;
                }
            }
        }
        return mean;
    }

    private static final Arm STOPPED = arm("stopped", daily("alprazolam", "0.5 mg", "8 h", "6 wk"));

    private static double lowest(double[] r, int from) {
        return IntStream.range(from, r.length).mapToDouble(d -> r[d]).min().orElseThrow();
    }

    @Test
    void stoppingABenzodiazepineAtOnceRebounds() {
        double[][] whole = relief(STANDARD, 16, 73, STOPPED);
        // Worse than untreated within the first days, and settling within a month.
        assertThat(lowest(whole[1], 43)).isBetween(-0.8 * whole[1][1], -0.05 * whole[1][1]);
        assertThat(whole[1][72]).isGreaterThan(0.5 * lowest(whole[1], 43));
        // Relief wears off on the way.
        assertThat(whole[1][41]).isLessThan(0.95 * whole[1][1]);
    }

    /** Exactly, with learning off: what is learned under a drug leaves a little of its own (decision 13). */
    @Test
    void withoutTheCounterDriveThereIsNoReboundAndWithoutReceptorLossThereIs() {
        ModelParameters p = STANDARD.with(Parameters.with(STANDARD.learning(), "rate", 0));
        List<Arm> arms = List.of(arm("untreated"), STOPPED);
        SlowGrid grid = SlowGrid.of(arms, List.of(), 24 * 60, 24);
        for (boolean counterDrive : new boolean[] {false, true}) {
            ModelParameters some = p.with(
                    counterDrive
                            ? p.tolerance().withoutReceptorLoss()
                            : p.tolerance().withoutCounterDrive());
            List<List<Trace>> all = traces(ANXIETY, some, arms, grid, typical(2));
            double[] gain = all.get(1).get(0).of(Slow.GABA_GAIN);
            double least = Arrays.stream(gain).min().orElseThrow();
            int end = gain.length - 1;
            if (counterDrive) {
                assertThat(least).isLessThan(-0.02);
            } else {
                assertThat(least).isNotNegative();
                assertThat(all.get(1).get(1).activity()[end])
                        .containsExactly(all.get(0).get(1).activity()[end], within(1e-6));
            }
        }
    }

    /** A patient in whom alprazolam is short-lived (half-life 6.3 h, the label's shortest) and adaptation large (k_a 0.8). */
    @Test
    void withAShortLivedDrugTheAlarmReturnsBeforeTheNextDoseAfterWeeks() {
        ModelParameters p = STANDARD.with(Parameters.with(STANDARD.tolerance(), "adaptation", 0.8));
        List<Double> hours = new ArrayList<>(List.of(0.0, 29.0, 30.0));
        for (int d = 2; d <= 40; d++) {
            hours.add(24.0 * d);
        }
        hours.addAll(List.of(24.0 * 40 + 5, 24.0 * 40 + 6));
        List<Person> people = IntStream.range(0, 12)
                .mapToObj(i -> new Person(i, 70, 1, 1.78, 1, 1, 1, 1, 1, 1, 1, 1, 1))
                .toList();
        List<Arm> arms = List.of(arm("untreated"), arm("once a day", daily("alprazolam", "1 mg", "24 h", "41 d")));
        List<List<Trace>> all = traces(ANXIETY, p, arms, new SlowGrid(hours), people);
        int early = 1;
        int late = hours.size() - 2;
        assertThat(all.get(1).get(0).of(Slow.GABA_GAIN)[early]).isPositive();
        assertThat(all.get(1).get(0).of(Slow.GABA_GAIN)[late]).isNegative();
        assertThat(threat(all.get(1), early)).isLessThan(threat(all.get(0), early));
        assertThat(threat(all.get(1), late)).isGreaterThan(threat(all.get(0), late));
    }

    private static double threat(List<Trace> patients, int step) {
        double sum = 0;
        for (Trace t : patients) {
            for (String region : List.of("AMY", "AI", "dACC")) {
                sum += t.activity()[step][NETWORK.indexOf(region)];
            }
        }
        return sum;
    }

    /** Uncoupled receptors couple again within days: after a holiday of four days the same dose does more. */
    @Test
    void aHolidayRestoresSensitivityButNotNumber() {
        Event before = daily("alprazolam", "0.5 mg", "8 h", "28 d");
        Event after = new Event.Course(
                "alprazolam",
                Dose.parse("0.5 mg"),
                "oral",
                Time.parse("8 h"),
                Time.parse("32 d"),
                Time.parse("33 d"),
                null,
                null,
                null,
                null);
        ModelParameters p = STANDARD.with(
                Parameters.with(Parameters.with(STANDARD.tolerance(), "numberShare", 0.25), "adaptation", 0.8));
        double[] hours = IntStream.range(0, 33 * 24).mapToDouble(h -> h).toArray();
        var course = org.unstuck.simulate.DrugCourse.of(
                DRUGS, arm("holiday", before, after), Person.typical(0, 70), p, hours);
        assertThat(course.of(Slow.SENSITIVITY_LOSS)[32 * 24])
                .isLessThan(0.2 * course.of(Slow.SENSITIVITY_LOSS)[28 * 24]);
        assertThat(course.of(Slow.NUMBER_LOSS)[32 * 24]).isGreaterThan(0.7 * course.of(Slow.NUMBER_LOSS)[28 * 24]);
    }

    @Test
    void anSsriIsSlowWhereABenzodiazepineIsFastAndTouchesNoOtherChannel() {
        Arm ssri = arm("ssri", daily("escitalopram", "10 mg", "24 h", "43 d"));
        Arm benzodiazepine = arm("benzodiazepine", daily("alprazolam", "0.5 mg", "8 h", "43 d"));
        double[][] r = relief(STANDARD, 12, 43, benzodiazepine, ssri);
        assertThat(r[1][6]).isGreaterThan(1.5 * r[2][6]);
        assertThat(r[2][41]).isGreaterThan(0.2);
        assertThat(r[2][6] / r[2][41]).isBetween(0.2, 0.5);
        List<List<Trace>> all =
                traces(ANXIETY, STANDARD, List.of(ssri), new SlowGrid(List.of(0.0, 24.0, 240.0, 480.0)), typical(1));
        for (Slow untouched : List.of(Slow.GABA_GAIN, Slow.NMDA_GAIN_E, Slow.NMDA_GAIN_I, Slow.GATE, Slow.EXCITATION)) {
            assertThat(all.get(0).get(0).of(untouched)).containsOnly(0);
        }
    }

    /** Good cues and bad ones are heard less by the same rule: that is blunting, not only relief. */
    @Test
    void underAnSsriGoodCuesAreHeardLessAsWell() {
        for (String cue : List.of("threat", "positive")) {
            Event cued = new Event.Cue(
                    cue, Time.parse("1 h"), Time.parse("24 h"), Time.parse("24 h"), Time.parse("60 d"), 1);
            List<Arm> arms =
                    List.of(arm("none", cued), arm("ssri", cued, daily("escitalopram", "10 mg", "24 h", "60 d")));
            SlowGrid grid = new SlowGrid(List.of(0.0, 23.0, 24.0, 25.0, 58 * 24.0 - 1, 58 * 24.0, 58 * 24.0 + 1));
            ModelParameters still = STANDARD.with(Parameters.with(STANDARD.learning(), "rate", 0));
            List<List<Trace>> all = traces(BuiltIn.CONDITIONS.named("healthy"), still, arms, grid, typical(12));
            int off = 4;
            int on = 5;
            double none = response(all.get(0), cue, on, off);
            double ssri = response(all.get(1), cue, on, off);
            assertThat(none).as(cue).isPositive();
            assertThat(ssri).as(cue).isLessThan(none);
        }
    }

    private static double response(List<Trace> patients, String cue, int on, int off) {
        int region = NETWORK.indexOf(cue.equals("threat") ? "AMY" : "vmPFC");
        double sum = 0;
        for (Trace t : patients) {
            sum += t.activity()[on][region] - t.activity()[off][region];
        }
        return sum / patients.size();
    }

    /**
     * The window amplifies what the input teaches, good or bad. Alone it does: homeostasis and new synapses are off, and plasticity
     * is the same everywhere. With them the patient is better off under ketamine even under a stressor (decision 15).
     */
    @Test
    void inAnOpenWindowAStressorEntrenchesTheAlarmAndTherapyHelpsMore() {
        ModelParameters p = STANDARD.with(Parameters.with(STANDARD.homeostasis(), "gain", 0))
                .with(Parameters.with(STANDARD.cascade(), "poolGain", 0));
        Event stressor = new Stressor(Time.parse("1 h"), Time.parse("12 h"), Time.parse("18 h"), Time.parse("4 d"), 1);
        Event therapy =
                new Event.Therapy(Time.parse("1 h"), Time.parse("12 h"), Time.parse("18 h"), Time.parse("4 d"), 1);
        double[][] r = relief(
                evenlyPlastic(),
                p,
                24,
                8,
                arm("stressor", stressor),
                arm("ketamine", INFUSION),
                arm("ketamine, stressor", INFUSION, stressor),
                arm("therapy", therapy),
                arm("ketamine, therapy", INFUSION, therapy));
        int day = 7;
        assertThat(r[1][day]).isNegative();
        assertThat(Math.abs(r[2][day])).isLessThan(0.05);
        assertThat(r[3][day]).isLessThan(r[1][day] - 0.08);
        assertThat(r[4][day]).isPositive();
        assertThat(r[5][day]).isGreaterThan(r[4][day] + 0.08);
    }

    private static Network evenlyPlastic() {
        List<Region> regions = NETWORK.regions().stream()
                .map(r -> new Region(
                        r.name(),
                        r.label(),
                        r.network(),
                        r.parts(),
                        r.drive(),
                        r.gabaA(),
                        r.nmda(),
                        1,
                        r.serotonin(),
                        r.x(),
                        r.y(),
                        r.source()))
                .toList();
        return NETWORK.with(regions, NETWORK.links());
    }

    /** How far what is learned by day 8 is from what is learned without {@code event}: mean |difference| over links and patients. */
    private static double learned(ModelParameters p, Event event) {
        int patients = 8;
        List<Arm> arms = List.of(arm("untreated"), arm("treated", event));
        double end = 8 * 24;
        SlowGrid grid = SlowGrid.of(arms, List.of(end), end, 24);
        Numerics numerics = new Numerics(
                new EulerMaruyama(),
                Time.parse("4 ms"),
                Time.days(1),
                Time.seconds(10),
                Time.seconds(2),
                Time.seconds(20),
                Time.parse("40 ms"));
        ScanPlan scans = new ScanPlan(List.of(), Time.seconds(4), 0, Time.seconds(1), Time.seconds(2));
        Course.Plan plan =
                new Course.Plan(NETWORK, ANXIETY, p, DRUGS, arms, grid, List.of(end), scans, numerics, Address.of(1));
        double[][][] links = new double[2][patients][];
        new Course(plan, typical(patients))
                .run(
                        new Course.Listener() {
                            @Override
                            public void scanned(
                                    int arm, Person person, int scan, double hours, Scan recording, double[] now) {
                                links[arm][person.index()] = now.clone();
                            }

                            @Override
                            public void stepped() {
                                // Nobody waits.
                            }
                        },
                        () -> false);
        double sum = 0;
        for (int k = 0; k < patients; k++) {
            for (int e = 0; e < links[0][k].length; e++) {
                sum += Math.abs(links[1][k][e] - links[0][k][e]) / links[0][k].length / patients;
            }
        }
        return sum;
    }

    @Test
    void avoidanceKeepsExposureFromTeaching() {
        Event exposure = new org.unstuck.protocol.Exposure(
                Time.parse("1 h"), Time.parse("12 h"), Time.parse("6 h"), Time.parse("6 d"), 1);
        ModelParameters avoiding = STANDARD.with(Parameters.with(STANDARD.life(), "avoidance", 0.8));
        double met = learned(STANDARD, exposure);
        assertThat(met).isPositive();
        // With avoidance a patient meets less of it, and only what is met teaches.
        assertThat(learned(avoiding, exposure)).isLessThan(0.9 * met);
    }
}
