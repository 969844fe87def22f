package org.unstuck.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Cued shift: send a cue for network B while the brain is in A; does it get there, and how fast? The most direct reading of
 * "able to shift": unlike switching rate or occupancy entropy it does not rise when attractors dissolve into noise.
 *
 * <p>A cue at sample c with target B is a trial from the state at c - 1 (none included). It is
 *
 * <pre>
 *   not eligible  if that state is B already, or the recording ends before  window + hold  has passed
 *   a success     if B begins, or is on, at a sample t with  0 &lt;= (t - c) samplingMs &lt; windowMs
 *                 and stays for holdMs from t on; latency (t - c) samplingMs of the first such t
 * </pre>
 *
 * <p>Chance is not zero: a brain that wanders reaches B without a cue. Measure the same trials in an uncued twin with the same
 * noise ({@code of} with the labels of that run) and report the difference. Cues are to be spaced wider than the window.
 */
public final class CuedShift {

    /** Tolerance when times are counted in samples: 0.3 s / 0.1 s is 3 samples, not 4. */
    private static final double ROUNDING = 1e-9;

    /**
     * One eligible cue.
     *
     * @param cueSample where the cue began
     * @param from state before: a network, or -1 for none
     * @param target the cued network
     * @param latencyMs time to the shift; undefined if it failed
     */
    public record Trial(int cueSample, int from, int target, Measurement latencyMs) {
        /** Whether the target was reached in time and held. */
        public boolean success() {
            return latencyMs.isDefined();
        }
    }

    private final int networks;
    private final List<Trial> trials;
    private final int alreadyThere;
    private final int cutOff;

    private CuedShift(int networks, List<Trial> trials, int alreadyThere, int cutOff) {
        this.networks = networks;
        this.trials = List.copyOf(trials);
        this.alreadyThere = alreadyThere;
        this.cutOff = cutOff;
    }

    /**
     * Judges every cue.
     *
     * @param labels {@code labels[sample]} in -1..networks-1
     * @param samplingMs time between samples, ms
     * @param cueSample {@code cueSample[cue]} first sample under the cue, at least 1 (there must be a sample before)
     * @param cueTarget {@code cueTarget[cue]} in 0..networks-1
     * @param networks number of networks
     * @param windowMs time within which the target must begin, ms, &gt; 0
     * @param holdMs time for which it must stay, ms, &gt;= 0 (at least one sample)
     * @throws IllegalArgumentException if lengths differ or a value is out of range
     */
    public static CuedShift of(
            int[] labels,
            double samplingMs,
            int[] cueSample,
            int[] cueTarget,
            int networks,
            double windowMs,
            double holdMs) {
        check(labels, samplingMs, cueSample, cueTarget, networks, windowMs, holdMs);
        int window = (int) Math.ceil(windowMs / samplingMs - ROUNDING);
        int hold = (int) Math.max(1, Math.ceil(holdMs / samplingMs - ROUNDING));
        List<Trial> trials = new ArrayList<>();
        int alreadyThere = 0;
        int cutOff = 0;
        for (int k = 0; k < cueSample.length; k++) {
            int c = cueSample[k];
            int from = labels[c - 1];
            if (from == cueTarget[k]) {
                alreadyThere++;
            } else if (c + (long) window - 1 + hold > labels.length) {
                cutOff++;
            } else {
                int steps = stepsToShift(labels, c, cueTarget[k], window, hold);
                Measurement latency = steps < 0
                        ? Measurement.undefined("the target was not reached in time and held")
                        : Measurement.of(steps * samplingMs);
                trials.add(new Trial(c, from, cueTarget[k], latency));
            }
        }
        return new CuedShift(networks, trials, alreadyThere, cutOff);
    }

    private static void check(
            int[] labels, double samplingMs, int[] cues, int[] targets, int networks, double windowMs, double holdMs) {
        if (!(samplingMs > 0)
                || !(windowMs > 0)
                || !(holdMs >= 0)
                || !Double.isFinite(samplingMs + windowMs + holdMs)) {
            throw new IllegalArgumentException("samplingMs is " + samplingMs + ", windowMs is " + windowMs
                    + ", holdMs is " + holdMs + ", they must be finite, > 0, > 0 and >= 0. Maybe one is in seconds.");
        }
        if (cues.length != targets.length) {
            throw new IllegalArgumentException("cueSample has " + cues.length + " and cueTarget has " + targets.length
                    + " cues, they must be equal. Maybe a target is missing.");
        }
        for (int k = 0; k < cues.length; k++) {
            if (cues[k] < 1 || cues[k] >= labels.length || targets[k] < 0 || targets[k] >= networks) {
                throw new IllegalArgumentException("cue " + k + " is at sample " + cues[k] + " for network "
                        + targets[k]
                        + ", the sample must be 1.." + (labels.length - 1) + " and the network 0.." + (networks - 1)
                        + ". Maybe the cue lies in a stretch that was not recorded.");
            }
        }
        StateSequence.of(labels, networks, samplingMs);
    }

    /** Steps from c to the first sample of a held stay in the target, or -1. */
    private static int stepsToShift(int[] labels, int c, int target, int window, int hold) {
        int run = 0;
        for (int t = c; t < c + window - 1 + hold; t++) {
            run = labels[t] == target ? run + 1 : 0;
            if (run == hold) {
                return t - hold + 1 - c;
            }
        }
        return -1;
    }

    /** The eligible trials in the order of their cues. */
    public List<Trial> trials() {
        return trials;
    }

    /** Cues that were left out because the target was on already. */
    public int alreadyThere() {
        return alreadyThere;
    }

    /** Cues that were left out because the recording ends too early. */
    public int cutOff() {
        return cutOff;
    }

    /** Share of successes over all eligible trials. */
    public Measurement success() {
        return rate(trials, "no eligible trial");
    }

    /** Share of successes of one cell; {@code from} is 0..K, K for none. */
    public Measurement success(int from, int to) {
        return from == to
                ? Measurement.undefined("a cue for the present state is not a shift")
                : rate(cell(from, to), "no eligible trial from state " + from + " to " + to);
    }

    /** Number of eligible trials of one cell; {@code from} is 0..K, K for none. */
    public int count(int from, int to) {
        return cell(from, to).size();
    }

    /**
     * Mean over all defined cells {@code [from][to]}, each counting once: unlike {@link #success()} it does not change merely
     * because the brain spends its time elsewhere.
     */
    public Measurement balancedSuccess() {
        double sum = 0;
        int cells = 0;
        for (int from = 0; from <= networks; from++) {
            for (int to = 0; to < networks; to++) {
                if (success(from, to) instanceof Measurement.Defined rate) {
                    sum += rate.value();
                    cells++;
                }
            }
        }
        return cells == 0 ? Measurement.undefined("no eligible trial") : Measurement.of(sum / cells);
    }

    /** Median latency of the successes, ms; says nothing about the failures, so it belongs beside {@link #success()}. */
    public Measurement medianLatencyMs() {
        return medianLatencyMs(trials);
    }

    /** Median latency of the successes of one cell, ms. */
    public Measurement medianLatencyMs(int from, int to) {
        return medianLatencyMs(cell(from, to));
    }

    private static Measurement medianLatencyMs(List<Trial> some) {
        double[] latencies = some.stream()
                .filter(Trial::success)
                .mapToDouble(trial -> trial.latencyMs().orElseThrow())
                .toArray();
        return latencies.length == 0
                ? Measurement.undefined("no successful trial")
                : Measurement.of(Sample.of(latencies).median());
    }

    private static Measurement rate(List<Trial> some, String reason) {
        long successes = some.stream().filter(Trial::success).count();
        return some.isEmpty() ? Measurement.undefined(reason) : Measurement.of((double) successes / some.size());
    }

    private List<Trial> cell(int from, int to) {
        return trials.stream()
                .filter(trial -> StateSequence.index(trial.from(), networks) == from && trial.target() == to)
                .toList();
    }
}
