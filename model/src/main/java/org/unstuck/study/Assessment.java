package org.unstuck.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unstuck.metric.CuedShift;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.Metastability;
import org.unstuck.metric.PhaseRandomised;
import org.unstuck.metric.SlidingWindows;
import org.unstuck.metric.StateSequence;
import org.unstuck.metric.Surrogate;
import org.unstuck.metric.WindowedFlexibility;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.recording.Scan;

/**
 * What one scan of one patient says. Intensity and flexibility are separate: the first three numbers say how loud, the others
 * how free to move.
 *
 * @param threat mean activity at rest of amygdala, anterior insula and dACC
 * @param selfFocus mean activity at rest of mPFC, PCC and sgACC
 * @param control mean activity at rest of dlPFC and PPC
 * @param sedation sedation felt at the time
 * @param dissociation dissociation felt at the time
 * @param rumination share of time at rest in which the default mode network is dominant
 * @param uncuedThreat share of time at rest in which amygdala, anterior insula and dACC together are above the threshold of a
 *     dominant network although nothing threatens
 * @param reactions what the challenges of the scan evoked
 * @param states network states at rest
 * @param cued cued shifts
 * @param chance the same test on the stretch of rest, where no cue comes: how often a shift would have happened anyway
 * @param flexibility Bassett flexibility at rest
 * @param flexibilityNull its mean over phase-randomised surrogates
 * @param metastability standard deviation of the Kuramoto order parameter at rest
 * @param activity mean activity at rest {@code [region]}
 * @param connectivity functional connectivity at rest {@code [region][region]}; 0 where undefined
 * @param links weight of every link
 */
public record Assessment(
        Measurement threat,
        Measurement selfFocus,
        Measurement control,
        double sedation,
        double dissociation,
        Measurement rumination,
        Measurement uncuedThreat,
        Reactions reactions,
        StateSequence states,
        CuedShift cued,
        CuedShift chance,
        Measurement flexibility,
        Measurement flexibilityNull,
        Measurement metastability,
        double[] activity,
        double[][] connectivity,
        double[] links) {

    static final List<String> THREAT = Condition.Symptom.THREAT.groups().get(0);
    static final List<String> SELF = Condition.Symptom.SELF_FOCUS.groups().get(0);
    static final List<String> CONTROL = List.of("dlPFC", "PPC");
    private static final String SELF_GENERATED = "DMN";
    /** Surrogates per scan; the null is averaged over patients as well. */
    private static final int SURROGATES = 2;
    /** Every second sample is enough for connectivity in windows of seconds and for phases of states that last seconds. */
    private static final int THINNED = 2;
    /** Searches per window series. */
    private static final int RUNS = 2;

    private static final double MS = 1000;

    /** Reads a scan. The address is that of the scan: the same search in every arm. */
    public static Assessment of(Scan scan, Network network, Reading reading, double[] links, Address address) {
        Map<String, List<Integer>> modules = network.modules();
        int[][] members = network.competing().stream()
                .map(m -> modules.get(m).stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        HysteresisStates states =
                HysteresisStates.of(Math.max(1, members.length), reading.on(), reading.off(), reading.margin());
        StateSequence atRest = sequence(states, scan.rest(), members, scan.sampleMs());
        StateSequence underCues =
                scan.cueSample().length == 0 ? atRest : sequence(states, scan.cued(), members, scan.sampleMs());
        double[][] thinned = thinned(scan.rest());
        WindowedFlexibility flexibility = flexibility(THINNED * scan.sampleMs(), reading);
        Measurement measured = flexibility.of(thinned, address.with("flexibility"));
        return new Assessment(
                level(scan.rest(), network, THREAT),
                level(scan.rest(), network, SELF),
                level(scan.rest(), network, CONTROL),
                scan.sedation(),
                scan.dissociation(),
                rumination(atRest, network),
                uncuedThreat(scan.rest(), network, reading.on()),
                Reactions.of(scan, network),
                atRest,
                cued(underCues, scan, reading),
                cued(atRest, scan, reading),
                measured,
                measured.isDefined() ? nullMean(flexibility, thinned, address) : measured,
                Metastability.of(thinned, Metastability.USUAL_CUT).metastability(),
                activity(scan.rest(), network.size()),
                FunctionalConnectivity.of(scan.rest()).matrix(0),
                links);
    }

    private static double[][] thinned(double[][] series) {
        double[][] kept = new double[(series.length + THINNED - 1) / THINNED][];
        for (int t = 0; t < kept.length; t++) {
            kept[t] = series[t * THINNED];
        }
        return kept;
    }

    private static WindowedFlexibility flexibility(double sampleMs, Reading reading) {
        int window = (int) Math.max(2, Math.rint(reading.windowS() * MS / sampleMs));
        WindowedFlexibility usual = WindowedFlexibility.of(SlidingWindows.of(window, window));
        return new WindowedFlexibility(usual.windows(), usual.gamma(), usual.omegaPerStrength(), RUNS);
    }

    private static Measurement nullMean(WindowedFlexibility flexibility, double[][] rest, Address address) {
        Surrogate.Source<double[][]> source = new PhaseRandomised().of(rest);
        double sum = 0;
        int defined = 0;
        for (int k = 1; k <= SURROGATES; k++) {
            double[][] drawn = source.draw(address.with("surrogate", k));
            if (flexibility.of(drawn, address.with("flexibility", k)) instanceof Measurement.Defined one) {
                sum += one.value();
                defined++;
            }
        }
        return defined > 0
                ? Measurement.of(sum / defined)
                : Measurement.undefined("flexibility is undefined on every surrogate");
    }

    private static CuedShift cued(StateSequence sequence, Scan scan, Reading reading) {
        int samples = sequence.labels().length;
        int cues = 0;
        while (cues < scan.cueSample().length && scan.cueSample()[cues] < samples) {
            cues++;
        }
        int first = cues > 0 && scan.cueSample()[0] == 0 ? 1 : 0;
        return CuedShift.of(
                sequence.labels(),
                scan.sampleMs(),
                Arrays.copyOfRange(scan.cueSample(), Math.min(first, cues), cues),
                Arrays.copyOfRange(scan.cueTarget(), Math.min(first, cues), cues),
                sequence.networks(),
                reading.cueWindowS() * MS,
                reading.holdS() * MS);
    }

    /** States by the mean activity of every competing network, sample by sample. */
    private static StateSequence sequence(
            HysteresisStates states, double[][] series, int[][] members, double sampleMs) {
        int[] labels = new int[series.length];
        double[] activity = new double[states.networks()];
        HysteresisStates.Tracker tracker = states.start();
        for (int t = 0; t < series.length; t++) {
            for (int m = 0; m < members.length; m++) {
                double sum = 0;
                for (int i : members[m]) {
                    sum += series[t][i];
                }
                activity[m] = sum / members[m].length;
            }
            labels[t] = tracker.accept(activity);
        }
        return StateSequence.of(labels, states.networks(), sampleMs);
    }

    private static double[] activity(double[][] series, int regions) {
        double[] mean = new double[regions];
        for (double[] sample : series) {
            for (int i = 0; i < regions; i++) {
                mean[i] += sample[i] / series.length;
            }
        }
        return mean;
    }

    /** Mean activity over time and over the regions that are one of {@code parts}. */
    static Measurement level(double[][] series, Network network, List<String> parts) {
        int[] regions = regions(network, parts);
        double sum = 0;
        for (int i : regions) {
            for (double[] sample : series) {
                sum += sample[i];
            }
        }
        return regions.length == 0 ? none(parts) : Measurement.of(sum / regions.length / series.length);
    }

    private static int[] regions(Network network, List<String> parts) {
        int[] found = new int[network.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            for (String part : parts) {
                if (network.regions().get(i).is(part)) {
                    found[count++] = i;
                    break;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static Measurement none(List<String> parts) {
        return Measurement.undefined("the network has none of " + String.join(", ", parts));
    }

    private static Measurement rumination(StateSequence states, Network network) {
        int index = network.competing().indexOf(SELF_GENERATED);
        return index < 0
                ? Measurement.undefined("no competing network is called " + SELF_GENERATED)
                : Measurement.of(states.occupancy()[index]);
    }

    private static Measurement uncuedThreat(double[][] rest, Network network, double on) {
        int[] regions = regions(network, THREAT);
        if (regions.length == 0) {
            return none(THREAT);
        }
        int above = 0;
        for (double[] sample : rest) {
            double sum = 0;
            for (int i : regions) {
                sum += sample[i];
            }
            above += sum / regions.length > on ? 1 : 0;
        }
        return Measurement.of((double) above / rest.length);
    }

    /** What is left of the ability to engage control: engagement under a task cue, less the share that sedation takes. */
    public Measurement headroom() {
        return reactions.engagement().map(e -> e * (1 - sedation));
    }

    /** The share of cued shifts that succeed beyond chance: success with cues minus success without. */
    public Measurement shiftGain() {
        return cued.success().combine(chance.success(), (with, without) -> with - without);
    }

    /** Flexibility minus its mean over surrogates. */
    public Measurement flexibilityExcess() {
        return flexibility.combine(flexibilityNull, (value, chanceLevel) -> value - chanceLevel);
    }

    /** Mean time in a dominant state, over all competing networks, s. */
    public Measurement dwell() {
        double time = 0;
        int visits = 0;
        for (int k = 0; k < states.networks(); k++) {
            StateSequence.Dwell dwell = states.dwell(k);
            if (dwell.meanS() instanceof Measurement.Defined mean) {
                time += mean.value() * dwell.visits();
                visits += dwell.visits();
            }
        }
        return visits == 0 ? Measurement.undefined("no network was ever dominant") : Measurement.of(time / visits);
    }
}
