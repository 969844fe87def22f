package org.unstuck.phenomena;

import java.util.List;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Evoked;
import org.unstuck.recording.Scan;
import org.unstuck.study.Assessment;
import org.unstuck.study.Reading;

/**
 * What the phenomena read from one scan of one patient; the recording itself is let go.
 *
 * @param activity mean activity at rest {@code [region]}
 * @param z Fisher z of the connectivity at rest {@code [region][region]}; NaN where undefined
 * @param labels dominant network at each sample of rest, -1 for none
 * @param diversity Lempel-Ziv complexity at rest
 * @param flexibility community flexibility beyond surrogates; NaN if it was not asked for
 * @param evoked reactions to challenges
 */
record Snapshot(
        double[] activity, double[][] z, int[] labels, double diversity, double flexibility, List<Evoked> evoked) {

    static Snapshot of(Scan scan, Network network, boolean withFlexibility, Address address) {
        int n = network.size();
        double[] activity = new double[n];
        for (double[] sample : scan.rest()) {
            for (int i = 0; i < n; i++) {
                activity[i] += sample[i] / scan.rest().length;
            }
        }
        FunctionalConnectivity fc = FunctionalConnectivity.of(scan.rest());
        double[][] z = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i][j] = number(fc.fisherZ(i, j));
            }
        }
        double flexibility = Double.NaN;
        if (withFlexibility) {
            flexibility = number(Assessment.of(scan, network, Reading.standard(), new double[0], address)
                    .flexibilityExcess());
        }
        return new Snapshot(
                activity,
                z,
                labels(scan, network),
                Diversity.lempelZiv(scan.rest(), address),
                flexibility,
                scan.evoked());
    }

    private static int[] labels(Scan scan, Network network) {
        if (network.competing().isEmpty()) {
            return new int[0];
        }
        int[][] members =
                network.competing().stream().map(m -> Regions.in(network, m)).toArray(int[][]::new);
        double[][] activity = new double[scan.rest().length][members.length];
        for (int t = 0; t < activity.length; t++) {
            for (int m = 0; m < members.length; m++) {
                for (int i : members[m]) {
                    activity[t][m] += scan.rest()[t][i] / members[m].length;
                }
            }
        }
        return states(activity, scan.sampleMs());
    }

    /** The dominant network at each sample of {@code activity[sample][network]}. */
    static int[] states(double[][] activity, double sampleMs) {
        Reading reading = Reading.standard();
        return HysteresisStates.of(activity[0].length, reading.on(), reading.off(), reading.margin())
                .of(activity, sampleMs)
                .labels();
    }

    private static double number(Measurement m) {
        return m instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }

    /** How often one of two networks takes over after the other, whatever lies between that is neither. */
    static int alternations(int[] labels, int a, int b) {
        int last = -1;
        int count = 0;
        for (int label : labels) {
            if (label == a || label == b) {
                count += last >= 0 && last != label ? 1 : 0;
                last = label;
            }
        }
        return count;
    }

    /** Mean Fisher z over all pairs of different regions, one of each group. */
    double z(int[] groupA, int[] groupB) {
        double sum = 0;
        int pairs = 0;
        for (int i : groupA) {
            for (int j : groupB) {
                if (i != j) {
                    sum += z[i][j];
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    Evoked to(Challenge challenge) {
        return evoked.stream()
                .filter(e -> e.challenge() == challenge)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the scan had no challenge " + challenge));
    }
}
