package org.unstuck.study;

import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.simulate.Live;

/**
 * What can be read from a {@link Live} patient while it runs: the last samples of every region, the state, and two rough numbers.
 *
 * <ul>
 *   <li><b>loudness</b>: mean activity of the regions of the symptom over the last {@value #LOUD_S} s, per group of regions,
 *       relative to the reference given; 1 is the reference.
 *   <li><b>shifts</b>: how often per minute the dominant network changed to another within the last {@value #SHIFT_S} s. Rough: it
 *       counts every change, and noise changes things too. How freely a network shifts when asked is what a scan says.
 * </ul>
 *
 * Owned by one thread; a sample allocates nothing.
 */
public final class Readout {

    /** Window of loudness, s of activity. */
    public static final int LOUD_S = 10;
    /** Window of shifts, s of activity. */
    public static final int SHIFT_S = 60;

    private static final double MS = 1000;
    private static final double MINUTE = 60;

    private final int[][] members;
    private final List<int[]> groups;
    private final HysteresisStates.Tracker tracker;
    private final double[][] ring;
    private final byte[] states;
    private final double[] networkNow;
    private final double sampleMs;
    private long samples;

    /**
     * A readout that remembers {@code capacity} samples.
     *
     * @param network the regions
     * @param symptom which of them carry the symptom
     * @param reading thresholds of states
     * @param sampleMs time between samples, ms
     * @param capacity how many samples are kept, at least those of {@value #SHIFT_S} s
     */
    public Readout(Network network, Condition.Symptom symptom, Reading reading, double sampleMs, int capacity) {
        var modules = network.modules();
        this.members = network.competing().stream()
                .map(m -> modules.get(m).stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        this.groups = groups(network, symptom);
        this.tracker = HysteresisStates.of(Math.max(1, members.length), reading.on(), reading.off(), reading.margin())
                .start();
        int kept = Math.max(capacity, (int) Math.ceil(SHIFT_S * MS / sampleMs));
        this.ring = new double[kept][network.size()];
        this.states = new byte[kept];
        this.networkNow = new double[Math.max(1, members.length)];
        this.sampleMs = sampleMs;
    }

    private static List<int[]> groups(Network network, Condition.Symptom symptom) {
        return symptom.groups().stream()
                .map(names -> IntStream.range(0, network.size())
                        .filter(i -> names.stream().anyMatch(network.regions().get(i)::is))
                        .toArray())
                .filter(g -> g.length > 0)
                .toList();
    }

    /** Takes the present sample of {@code live}. */
    public void accept(Live live) {
        int at = (int) (samples % ring.length);
        double[] row = ring[at];
        for (int i = 0; i < row.length; i++) {
            row[i] = live.excitatory(i);
        }
        for (int m = 0; m < members.length; m++) {
            double sum = 0;
            for (int i : members[m]) {
                sum += row[i];
            }
            networkNow[m] = sum / members[m].length;
        }
        states[at] = (byte) tracker.accept(networkNow);
        samples++;
    }

    /** Number of samples taken in all. */
    public long samples() {
        return samples;
    }

    /** Number of samples that are remembered. */
    public int remembered() {
        return (int) Math.min(samples, ring.length);
    }

    /** Activity of region {@code i}, {@code back} samples ago; 0 is the last. */
    public double activity(int i, int back) {
        return ring[at(back)][i];
    }

    /** Mean activity of competing network {@code m}, {@code back} samples ago. */
    public double network(int m, int back) {
        double[] row = ring[at(back)];
        double sum = 0;
        for (int i : members[m]) {
            sum += row[i];
        }
        return sum / members[m].length;
    }

    /** The dominant network {@code back} samples ago, or {@link HysteresisStates#NONE}. */
    public int state(int back) {
        return states[at(back)];
    }

    private int at(int back) {
        return (int) ((samples - 1 - back) % ring.length);
    }

    /** Mean activity of each group of regions that carries the symptom, over the last {@value #LOUD_S} s. */
    public double[] levels() {
        int n = Math.min(remembered(), (int) (LOUD_S * MS / sampleMs));
        double[] levels = new double[groups.size()];
        for (int g = 0; g < levels.length; g++) {
            for (int back = 0; back < n; back++) {
                for (int i : groups.get(g)) {
                    levels[g] += activity(i, back) / groups.get(g).length / n;
                }
            }
        }
        return levels;
    }

    /** How loud the symptom is: the mean of {@link #levels} over those of {@code reference}; NaN without its regions. */
    public double loudness(double[] reference) {
        double[] levels = levels();
        double sum = 0;
        for (int g = 0; g < levels.length; g++) {
            sum += levels[g] / reference[g];
        }
        return levels.length == 0 || remembered() == 0 ? Double.NaN : sum / levels.length;
    }

    /** Changes from one dominant network to another per minute; NaN before there are 10 s. */
    public double shiftsPerMinute() {
        int n = Math.min(remembered(), (int) (SHIFT_S * MS / sampleMs));
        if (n * sampleMs < LOUD_S * MS) {
            return Double.NaN;
        }
        int shifts = 0;
        int last = HysteresisStates.NONE;
        for (int back = n - 1; back >= 0; back--) {
            int now = state(back);
            if (now != HysteresisStates.NONE) {
                shifts += last != HysteresisStates.NONE && now != last ? 1 : 0;
                last = now;
            }
        }
        return shifts * MINUTE * MS / (n * sampleMs);
    }

    /** Share of the last {@value #SHIFT_S} s in which {@code state} (or {@link HysteresisStates#NONE}) was there. */
    public double share(int state) {
        int n = Math.min(remembered(), (int) (SHIFT_S * MS / sampleMs));
        int there = 0;
        for (int back = 0; back < n; back++) {
            there += state(back) == state ? 1 : 0;
        }
        return n == 0 ? Double.NaN : there / (double) n;
    }
}
