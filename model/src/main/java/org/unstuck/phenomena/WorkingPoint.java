package org.unstuck.phenomena;

import java.util.List;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;

/**
 * How the untreated healthy network of a mass rests and how it answers the standard test cue, in what its regions send. From these two
 * numbers alone a mass of the literature is joined to the networks of this model (decision 20).
 *
 * @param rest mean over all regions without a cue
 * @param cued mean over the regions of a competing network while it is cued, over all competing networks
 * @param before the same without the cue
 * @param sd standard deviation in time of a competing network without a cue, mean over them
 */
public record WorkingPoint(double rest, double cued, double before, double sd) {

    private static final int PATIENTS = 16;
    private static final double SETTLE_MS = 20_000;
    private static final double SAMPLE_MS = 40;
    private static final int REST = 1500;
    private static final int ON = 38;
    private static final int OFF = 112;
    private static final int CUES = 12;
    private static final long SEED = 1;

    /** Measures {@code mass} in the healthy twelve-region network with the usual noise. Cost: some seconds. */
    public static WorkingPoint of(NeuralMass mass) {
        Network network = BuiltIn.NETWORKS.named("twelve-regions");
        double dt = FastClock.usualStepMs(mass);
        FastClock clock = new FastClock(
                network,
                mass,
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                dt,
                1,
                PATIENTS,
                p -> Address.of(SEED).with("patient", p));
        clock.purpose("working point");
        clock.run(clock.steps(SETTLE_MS), Integer.MAX_VALUE, (s, y) -> {});
        int every = (int) Math.rint(SAMPLE_MS / dt);
        double[] scratch = new double[network.size() * PATIENTS];
        List<String> competing = network.competing();
        int[][] members = competing.stream().map(m -> Regions.in(network, m)).toArray(int[][]::new);
        double[] sum = new double[1];
        double[][] of = new double[members.length][PATIENTS];
        double[][] squares = new double[members.length][PATIENTS];
        clock.run(REST * every, every, (s, y) -> {
            double[] sent = mass.sent(y, scratch);
            for (double x : sent) {
                sum[0] += x / sent.length / REST;
            }
            for (int m = 0; m < members.length; m++) {
                for (int p = 0; p < PATIENTS; p++) {
                    double x = level(sent, members[m], p);
                    of[m][p] += x / REST;
                    squares[m][p] += x * x / REST;
                }
            }
        });
        double before = 0;
        double sd = 0;
        for (int m = 0; m < members.length; m++) {
            for (int p = 0; p < PATIENTS; p++) {
                before += of[m][p] / members.length / PATIENTS;
                sd += Math.sqrt(Math.max(0, squares[m][p] - of[m][p] * of[m][p])) / members.length / PATIENTS;
            }
        }
        double[] cued = new double[1];
        double[] drive = clock.dynamics().inputs().drive;
        for (int c = 0; c < CUES * members.length; c++) {
            int m = c % members.length;
            cue(drive, members[m], 1);
            clock.run(ON * every, every, (s, y) -> {
                double[] sent = mass.sent(y, scratch);
                for (int p = 0; p < PATIENTS; p++) {
                    cued[0] += level(sent, members[m], p) / PATIENTS / ON / CUES / members.length;
                }
            });
            cue(drive, members[m], -1);
            clock.run(OFF * every, Integer.MAX_VALUE, (s, y) -> {});
        }
        return new WorkingPoint(sum[0], cued[0], before, sd);
    }

    private static void cue(double[] drive, int[] regions, double added) {
        for (int i : regions) {
            for (int p = 0; p < PATIENTS; p++) {
                drive[i * PATIENTS + p] += added;
            }
        }
    }

    private static double level(double[] sent, int[] regions, int p) {
        double sum = 0;
        for (int i : regions) {
            sum += sent[i * PATIENTS + p] / regions.length;
        }
        return sum;
    }

    /** What must be sent for a recorded activity of 0, so that rest and cue are recorded as in the default mass. */
    public double zero(WorkingPoint standard) {
        return before - standard.before * unit(standard);
    }

    /** The same for a recorded activity of 1. */
    public double one(WorkingPoint standard) {
        return zero(standard) + unit(standard);
    }

    private double unit(WorkingPoint standard) {
        return (cued - before) / (standard.cued - standard.before);
    }

    /** That of the default mass, with what all others are compared. */
    public static WorkingPoint standard() {
        return of(WilsonCowan.standard());
    }
}
