package org.unstuck.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.unstuck.describe.Time;
import org.unstuck.metric.CuedShift;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.StateSequence;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.Scan;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Course;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.ScanPlan;

/**
 * Untreated scans of 48 patients with a condition: 96 s of rest and 24 cues, in the network of twelve regions, with the default
 * parameters. Connectivity is that of means over 1 s, Fisher-transformed. Nothing of a treatment is in here: sizes of conditions may
 * be set by these numbers.
 */
final class Baseline {

    static final int PATIENTS = 48;
    static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");

    private static final int PER_SECOND = 25;
    private static final double LARGEST_R = 0.999;
    private static final Reading READING = Reading.standard();
    private static final List<Person> PEOPLE =
            BuiltIn.PRESETS.named("healthy").cohort().withPatients(PATIENTS).draw(Address.of(1));

    /** Of one patient: mean activity and connectivity at rest, states at rest, cued shifts beyond chance (NaN: undefined). */
    record One(double[] activity, double[][] z, StateSequence states, double shiftGain) {}

    private final List<One> patients;

    private Baseline(List<One> patients) {
        this.patients = patients;
    }

    /** Scans everybody. */
    static Baseline of(Condition condition) {
        Numerics usual = BuiltIn.PRESETS.named("healthy").numerics();
        Numerics numerics = new Numerics(
                usual.scheme(),
                usual.step(),
                usual.slowStep(),
                usual.settle(),
                usual.warmUp(),
                Time.parse("1 s"),
                usual.sample());
        ScanPlan scans = BuiltIn.PRESETS.named("healthy").scans();
        Course.Plan plan = new Course.Plan(
                NETWORK,
                condition,
                ModelParameters.standard(),
                List.of(),
                List.of(new Arm("untreated", List.of())),
                new SlowGrid(List.of(0.0, 0.5)),
                List.of(0.0),
                scans,
                numerics,
                Address.of(1));
        List<One> all = new ArrayList<>(Collections.nCopies(PATIENTS, null));
        new Course(plan, PEOPLE)
                .run(
                        new Course.Listener() {
                            @Override
                            public void scanned(
                                    int arm, Person person, int scan, double hours, Scan taken, double[] links) {
                                all.set(person.index(), read(taken));
                            }

                            @Override
                            public void stepped() {}
                        },
                        () -> false);
        return new Baseline(List.copyOf(all));
    }

    private static One read(Scan scan) {
        double[] activity = new double[NETWORK.size()];
        for (double[] sample : scan.rest()) {
            for (int i = 0; i < activity.length; i++) {
                activity[i] += sample[i] / scan.rest().length;
            }
        }
        double[][] z = FunctionalConnectivity.of(seconds(scan.rest())).matrix(0);
        for (double[] row : z) {
            for (int j = 0; j < row.length; j++) {
                double r = Math.max(-LARGEST_R, Math.min(LARGEST_R, row[j]));
                row[j] = 0.5 * StrictMath.log((1 + r) / (1 - r));
            }
        }
        StateSequence rest = states(scan.rest(), scan.sampleMs());
        double gain = success(states(scan.cued(), scan.sampleMs()), scan) - success(rest, scan);
        return new One(activity, z, rest, gain);
    }

    private static double[][] seconds(double[][] samples) {
        double[][] means = new double[samples.length / PER_SECOND][samples[0].length];
        for (int t = 0; t < means.length * PER_SECOND; t++) {
            for (int i = 0; i < samples[t].length; i++) {
                means[t / PER_SECOND][i] += samples[t][i] / PER_SECOND;
            }
        }
        return means;
    }

    private static StateSequence states(double[][] samples, double sampleMs) {
        List<List<Integer>> members =
                NETWORK.competing().stream().map(m -> NETWORK.modules().get(m)).toList();
        double[][] modules = new double[samples.length][members.size()];
        for (int t = 0; t < samples.length; t++) {
            for (int m = 0; m < members.size(); m++) {
                double sum = 0;
                for (int i : members.get(m)) {
                    sum += samples[t][i];
                }
                modules[t][m] = sum / members.get(m).size();
            }
        }
        return HysteresisStates.of(members.size(), READING.on(), READING.off(), READING.margin())
                .of(modules, sampleMs);
    }

    private static double success(StateSequence states, Scan scan) {
        int samples = states.labels().length;
        int[] at = Arrays.stream(scan.cueSample()).filter(s -> s < samples).toArray();
        return value(CuedShift.of(
                        states.labels(),
                        scan.sampleMs(),
                        Arrays.copyOfRange(at, 1, at.length),
                        Arrays.copyOfRange(scan.cueTarget(), 1, at.length),
                        states.networks(),
                        READING.cueWindowS() * 1000,
                        READING.holdS() * 1000)
                .success());
    }

    private static double value(Measurement m) {
        return m instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }

    /** Mean activity of regions {@code parts}, {@code [patient]}. */
    double[] activity(List<String> parts) {
        return patients.stream()
                .mapToDouble(p -> parts.stream()
                        .mapToDouble(r -> p.activity()[NETWORK.indexOf(r)])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** Mean over pairs of the Fisher-transformed connectivity, {@code [patient]}. */
    double[] connectivity(String... pairs) {
        return patients.stream()
                .mapToDouble(p -> Arrays.stream(pairs)
                        .map(pair -> pair.split("-"))
                        .mapToDouble(e -> p.z()[NETWORK.indexOf(e[0])][NETWORK.indexOf(e[1])])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** How much the symptom of {@code condition} is above that of the twins: 0 is health. */
    double gap(Condition condition, Baseline twins) {
        double sum = 0;
        for (List<String> group : condition.symptom().groups()) {
            sum += mean(activity(group)) / mean(twins.activity(group)) - 1;
        }
        return sum / condition.symptom().groups().size();
    }

    /** Mean dwell time over patients, s. */
    double dwell() {
        return mean(patients.stream()
                .mapToDouble(p -> {
                    double time = 0;
                    int visits = 0;
                    for (int k = 0; k < p.states().networks(); k++) {
                        StateSequence.Dwell dwell = p.states().dwell(k);
                        if (dwell.meanS() instanceof Measurement.Defined d) {
                            time += d.value() * dwell.visits();
                            visits += dwell.visits();
                        }
                    }
                    return visits == 0 ? Double.NaN : time / visits;
                })
                .toArray());
    }

    /** Mean entropy rate of transitions over the patients that have one, bits. */
    double entropy() {
        return mean(patients.stream()
                .mapToDouble(p -> value(p.states().entropyRate()))
                .toArray());
    }

    /** Mean share of time of each competing network and, last, of none. */
    double[] occupancy() {
        double[] share = new double[NETWORK.competing().size() + 1];
        for (One p : patients) {
            for (int k = 0; k < share.length; k++) {
                share[k] += p.states().occupancy()[k] / patients.size();
            }
        }
        return share;
    }

    /** Mean share of cued shifts that succeed beyond chance. */
    double shiftGain() {
        return mean(patients.stream().mapToDouble(One::shiftGain).toArray());
    }

    /** Mean of the values that are defined. */
    static double mean(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    /** Cohen's d of two groups, patients minus controls, over the pooled standard deviation. */
    static double d(double[] patients, double[] controls) {
        return (mean(patients) - mean(controls)) / Math.sqrt(0.5 * (variance(patients) + variance(controls)));
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
