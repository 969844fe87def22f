package org.unstuck.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Condition;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Happening;
import org.unstuck.recording.Trace;
import org.unstuck.simulate.Person;

/**
 * The result of a scenario: every patient in every arm, and healthy twins for scale.
 *
 * @param scenario what was run
 * @param reading how scans were read
 * @param people the patients
 * @param scanHours moments of the scans
 * @param healthy one scan of the healthy twin of each patient {@code healthy.get(patient)}
 * @param healthyTraces one slow step of each healthy twin {@code healthyTraces.get(patient)}
 * @param scans {@code scans.get(arm).get(scan).get(patient)}
 * @param traces {@code traces.get(arm).get(patient)}
 * @param log what each patient took, missed or was refused {@code log.get(arm).get(patient)}
 */
public record Comparison(
        Scenario scenario,
        Reading reading,
        List<Person> people,
        List<Double> scanHours,
        List<Assessment> healthy,
        List<Trace> healthyTraces,
        List<List<List<Assessment>>> scans,
        List<List<Trace>> traces,
        List<List<List<Happening>>> log) {

    private static final List<String> PAIN = Condition.Symptom.PAIN.groups().get(0);

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** A range of values. */
    public record Band(double low, double high) {}

    /** The values of {@code outcome} of all patients in one arm at one scan. */
    public Measurement[] values(Outcome outcome, int arm, int scan) {
        return scans.get(arm).get(scan).stream().map(outcome::of).toArray(Measurement[]::new);
    }

    /** The mean of {@code outcome} over patients with its 95% bootstrap interval. */
    public Interval interval(Outcome outcome, int arm, int scan) {
        return Interval.of(values(outcome, arm, scan), address("interval", outcome.key()));
    }

    /**
     * Intensity: the symptom of the condition relative to the healthy mean (1 = healthy).
     *
     * @return {@code [patient]}
     */
    public Measurement[] intensity(int arm, int scan) {
        return intensity(scans.get(arm).get(scan));
    }

    /** Mean intensity over patients with its 95% bootstrap interval. */
    public Interval intensityInterval(int arm, int scan) {
        return Interval.of(intensity(arm, scan), address("interval", "intensity"));
    }

    /** The intensity of the healthy twins. */
    public Measurement[] healthyIntensity() {
        return intensity(healthy);
    }

    private Measurement[] intensity(List<Assessment> assessments) {
        return assessments.stream()
                .map(a -> isPain() ? pain(a) : intensity(a.threat(), a.selfFocus()))
                .toArray(Measurement[]::new);
    }

    private boolean isPain() {
        return scenario.condition().symptom() == Condition.Symptom.PAIN;
    }

    /** Activity of the pain pathway relative to the healthy twins. */
    private Measurement pain(Assessment of) {
        Measurement sum = Measurement.of(0);
        for (Assessment twin : healthy) {
            sum = sum.combine(painLevel(twin), Double::sum);
        }
        return painLevel(of).combine(sum, (x, total) -> x / (total / healthy.size()));
    }

    private Measurement painLevel(Assessment of) {
        return Assessment.level(new double[][] {of.activity()}, scenario.network(), PAIN);
    }

    private Measurement intensity(Measurement threat, Measurement selfFocus) {
        return intensity(threat, selfFocus, healthyMean(Outcome.THREAT), healthyMean(Outcome.SELF_FOCUS));
    }

    private Measurement intensity(
            Measurement threat, Measurement selfFocus, Measurement healthyThreat, Measurement healthySelfFocus) {
        Measurement t = threat.combine(healthyThreat, (x, h) -> x / h);
        Measurement s = selfFocus.combine(healthySelfFocus, (x, h) -> x / h);
        return switch (scenario.condition().symptom()) {
            case THREAT -> t;
            case SELF_FOCUS -> s;
            case BOTH -> t.combine(s, (x, y) -> 0.5 * (x + y));
            case PAIN -> throw new IllegalStateException("pain is not made of threat and self-focus");
        };
    }

    /**
     * Intensity over the course, from the bursts of the slow clock, relative to the bursts of the healthy twins; steps with a
     * session are left out.
     *
     * @return {@code [patient][step]}; steps as in {@link #quietSteps}; undefined where the network lacks the regions
     */
    public Measurement[][] intensityCourse(int arm) {
        int[] steps = quietSteps(arm);
        Measurement healthyThreat = healthyBurstMean(isPain() ? PAIN : Assessment.THREAT);
        Measurement healthySelf = healthyBurstMean(Assessment.SELF);
        Measurement[][] course = new Measurement[people.size()][steps.length];
        for (int p = 0; p < course.length; p++) {
            for (int s = 0; s < steps.length; s++) {
                course[p][s] = burstIntensity(traces.get(arm).get(p), steps[s], healthyThreat, healthySelf);
            }
        }
        return course;
    }

    private Measurement burstIntensity(Trace trace, int step, Measurement healthyThreat, Measurement healthySelf) {
        if (isPain()) {
            return burstLevel(trace, step, PAIN).combine(healthyThreat, (x, h) -> x / h);
        }
        return intensity(
                burstLevel(trace, step, Assessment.THREAT),
                burstLevel(trace, step, Assessment.SELF),
                healthyThreat,
                healthySelf);
    }

    private Measurement burstLevel(Trace trace, int step, List<String> parts) {
        return Assessment.level(new double[][] {trace.activity()[step]}, scenario.network(), parts);
    }

    private Measurement healthyBurstMean(List<String> parts) {
        Measurement sum = Measurement.of(0);
        for (Trace twin : healthyTraces) {
            sum = sum.combine(burstLevel(twin, 0, parts), (a, b) -> a + b);
        }
        return sum.map(total -> total / healthyTraces.size());
    }

    /** The middle 90% of the intensity of the healthy twins in their bursts. */
    public Band healthyCourseBand() {
        Measurement healthyThreat = healthyBurstMean(isPain() ? PAIN : Assessment.THREAT);
        Measurement healthySelf = healthyBurstMean(Assessment.SELF);
        return band(healthyTraces.stream()
                .map(t -> burstIntensity(t, 0, healthyThreat, healthySelf))
                .toList());
    }

    /** The steps of the slow clock in which no input was on in {@code arm}. */
    public int[] quietSteps(int arm) {
        boolean[] inSession = traces.get(arm).get(0).inSession();
        int[] steps = new int[inSession.length];
        int n = 0;
        for (int s = 0; s < steps.length; s++) {
            if (!inSession[s]) {
                steps[n++] = s;
            }
        }
        return Arrays.copyOf(steps, n);
    }

    private Measurement healthyMean(Outcome outcome) {
        double sum = 0;
        for (Assessment twin : healthy) {
            if (outcome.of(twin) instanceof Measurement.Defined d) {
                sum += d.value();
            } else {
                return outcome.of(twin);
            }
        }
        return Measurement.of(sum / healthy.size());
    }

    /** The middle 90% of the healthy twins. */
    public Band healthyBand(Outcome outcome) {
        return band(healthy.stream().map(outcome::of).toList());
    }

    /** The middle 90% of the intensity of the healthy twins. */
    public Band healthyIntensityBand() {
        return band(List.of(healthyIntensity()));
    }

    private static Band band(List<Measurement> values) {
        List<Double> sorted = new ArrayList<>();
        for (Measurement m : values) {
            if (m instanceof Measurement.Defined d) {
                sorted.add(d.value());
            }
        }
        sorted.sort(Double::compare);
        return sorted.isEmpty() ? null : new Band(quantile(sorted, LOW), quantile(sorted, HIGH));
    }

    private static double quantile(List<Double> sorted, double p) {
        double h = (sorted.size() - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (h - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Mean weight of every link over patients. */
    public double[] meanLinks(List<Assessment> assessments) {
        double[] mean = new double[scenario.network().links().size()];
        for (Assessment a : assessments) {
            for (int e = 0; e < mean.length; e++) {
                mean[e] += a.links()[e] / assessments.size();
            }
        }
        return mean;
    }

    /** Mean activity of every region at rest over patients. */
    public double[] meanActivity(List<Assessment> assessments) {
        double[] mean = new double[scenario.network().size()];
        for (Assessment a : assessments) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += a.activity()[i] / assessments.size();
            }
        }
        return mean;
    }

    /** Mean functional connectivity over patients, {@code [region][region]}. */
    public double[][] meanConnectivity(List<Assessment> assessments) {
        double[][] mean =
                new double[scenario.network().size()][scenario.network().size()];
        for (Assessment a : assessments) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[i][j] += a.connectivity()[i][j] / assessments.size();
                }
            }
        }
        return mean;
    }

    private Address address(String purpose, String name) {
        return Address.of(scenario.seed()).with(purpose).with(name);
    }
}
