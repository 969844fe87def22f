package org.unstuck.metric;

import java.util.Arrays;

/**
 * Statistics of a sequence of discrete states: networks 0..K-1 and -1, "no dominant state". In matrices and per-state arrays
 * "none" stands last, at index K, so that network k is at index k.
 *
 * <p>Two chains are told apart. <b>Per sample</b>: P(next sample | this sample), with staying; depends on the sampling
 * interval. <b>Embedded</b>: where a run goes when it ends, without staying; independent of dwell times. Both are plug-in
 * estimates; the entropy of an embedded chain over S visited states is on average too low by about S(S-2) / (2 n ln 2) bits
 * for n transitions (Basharin 1959), which is why it needs {@link #FEWEST_TRANSITIONS}.
 */
public final class StateSequence {

    /** Below this number of transitions the entropy rate of the embedded chain is not reported (bias up to 0.6 bit at S = 4). */
    public static final int FEWEST_TRANSITIONS = 10;

    private static final double MS_PER_S = 1000;
    /** Stays there is room for at first. */
    private static final int SOME = 32;

    private final int[] labels;
    private final int networks;
    private final double samplingMs;
    private final int[][] counts;

    private StateSequence(int[] labels, int networks, double samplingMs, int[][] counts) {
        this.labels = labels;
        this.networks = networks;
        this.samplingMs = samplingMs;
        this.counts = counts;
    }

    /**
     * Reads a sequence.
     *
     * @param labels {@code labels[sample]} in -1..networks-1, at least one; copied
     * @param networks number of networks K
     * @param samplingMs time between samples, ms, &gt; 0
     * @throws IllegalArgumentException if a label is out of range, or there are no samples
     */
    public static StateSequence of(int[] labels, int networks, double samplingMs) {
        if (labels.length == 0 || !(samplingMs > 0) || !Double.isFinite(samplingMs)) {
            throw new IllegalArgumentException("labels has " + labels.length + " samples at " + samplingMs
                    + " ms, it needs at least one sample and a positive interval. Maybe the recording is empty.");
        }
        for (int t = 0; t < labels.length; t++) {
            if (labels[t] < HysteresisStates.NONE || labels[t] >= networks) {
                throw new IllegalArgumentException("labels[" + t + "] is " + labels[t] + ", it must be -1.."
                        + (networks - 1) + ". Maybe labels count from 1.");
            }
        }
        int[][] counts = new int[networks + 1][networks + 1];
        for (int t = 0; t + 1 < labels.length; t++) {
            counts[index(labels[t], networks)][index(labels[t + 1], networks)]++;
        }
        return new StateSequence(labels.clone(), networks, samplingMs, counts);
    }

    /** Where a label stands in matrices: itself, or last for "none". */
    static int index(int label, int networks) {
        return label < 0 ? networks : label;
    }

    /** A copy of the labels. */
    public int[] labels() {
        return labels.clone();
    }

    /** Time between samples, ms. */
    public double samplingMs() {
        return samplingMs;
    }

    /** K; states are 0..K-1 and, at index K, none. */
    public int networks() {
        return networks;
    }

    /** Share of samples in each state, none last; adds up to 1. */
    public double[] occupancy() {
        double[] share = new double[networks + 1];
        for (int label : labels) {
            share[index(label, networks)] += 1;
        }
        for (int k = 0; k <= networks; k++) {
            share[k] /= labels.length;
        }
        return share;
    }

    /**
     * Uninterrupted stays in one state, in seconds (samples x interval).
     *
     * @param visits number of stays
     * @param meanS mean over all stays, the first and last included although the recording cuts them short
     * @param meanWholeS mean without the first and the last stay of the recording
     * @param medianS median over all stays
     * @param longestS longest of all stays
     */
    public record Dwell(
            int visits, Measurement meanS, Measurement meanWholeS, Measurement medianS, Measurement longestS) {}

    /** Dwell times in state index 0..K (K: none); undefined values if it was never visited. */
    public Dwell dwell(int state) {
        double[] stays = new double[SOME];
        int visits = 0;
        double wholeSum = 0;
        int whole = 0;
        for (int from = 0, to; from < labels.length; from = to) {
            for (to = from + 1; to < labels.length && labels[to] == labels[from]; ) {
                to++;
            }
            if (index(labels[from], networks) == state) {
                double seconds = (to - from) * samplingMs / MS_PER_S;
                stays = visits < stays.length ? stays : Arrays.copyOf(stays, 2 * visits);
                stays[visits++] = seconds;
                if (from > 0 && to < labels.length) {
                    wholeSum += seconds;
                    whole++;
                }
            }
        }
        if (visits == 0) {
            Measurement never = Measurement.undefined("state " + name(state) + " was never visited");
            return new Dwell(0, never, never, never, never);
        }
        Sample sample = Sample.of(Arrays.copyOf(stays, visits));
        Measurement meanWhole = whole == 0
                ? Measurement.undefined("every stay in state " + name(state) + " is cut by an end of the recording")
                : Measurement.of(wholeSum / whole);
        return new Dwell(
                visits,
                Measurement.of(sample.mean()),
                meanWhole,
                Measurement.of(sample.median()),
                Measurement.of(sample.largest()));
    }

    private String name(int state) {
        return state == networks ? "none" : Integer.toString(state);
    }

    /** Number of changes of state between neighbouring samples. */
    public int transitions() {
        int changes = 0;
        for (int k = 0; k <= networks; k++) {
            changes += rowSum(k, false);
        }
        return changes;
    }

    /** {@code counts[from][to]} of neighbouring samples, staying on the diagonal; a copy. */
    public int[][] counts() {
        int[][] copy = new int[counts.length][];
        for (int k = 0; k < counts.length; k++) {
            copy[k] = counts[k].clone();
        }
        return copy;
    }

    /** P(next sample in {@code to} | this sample in {@code from}); undefined if {@code from} was never left or kept. */
    public Measurement probability(int from, int to) {
        return share(from, to, true);
    }

    /** P(next run in {@code to} | a run in {@code from} ends), to != from; undefined if {@code from} was never left. */
    public Measurement embeddedProbability(int from, int to) {
        return from == to
                ? Measurement.undefined("the embedded chain has no step from a state to itself")
                : share(from, to, false);
    }

    private Measurement share(int from, int to, boolean staying) {
        int sum = rowSum(from, staying);
        return sum == 0
                ? Measurement.undefined("no step from state " + name(from) + " was seen")
                : Measurement.of((double) counts[from][to] / sum);
    }

    private int rowSum(int from, boolean staying) {
        int sum = 0;
        for (int to = 0; to <= networks; to++) {
            sum += staying || to != from ? counts[from][to] : 0;
        }
        return sum;
    }

    /** Entropy rate of the per-sample chain, bits per sample: row entropies weighted by how often each row was used. */
    public Measurement entropyRatePerSample() {
        return labels.length < 2 ? Measurement.undefined("one sample has no step") : entropyRate(true);
    }

    /** Entropy rate of the embedded chain, bits per transition: how unpredictable the next state is. */
    public Measurement entropyRate() {
        int n = transitions();
        return n < FEWEST_TRANSITIONS
                ? Measurement.undefined(n + " transitions, at least " + FEWEST_TRANSITIONS + " are needed")
                : entropyRate(false);
    }

    private Measurement entropyRate(boolean staying) {
        double sum = 0;
        long steps = 0;
        for (int from = 0; from <= networks; from++) {
            int row = rowSum(from, staying);
            steps += row;
            for (int to = 0; to <= networks; to++) {
                int c = counts[from][to];
                if (c > 0 && (staying || to != from)) {
                    sum -= c * log2((double) c / row);
                }
            }
        }
        return Measurement.of(sum / steps);
    }

    /** Entropy of the occupancy, bits. Rises when attractors dissolve into noise: never a measure of health by itself. */
    public double occupancyEntropy() {
        double bits = 0;
        for (double p : occupancy()) {
            bits -= p > 0 ? p * log2(p) : 0;
        }
        return bits;
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }
}
