package org.unstuck.phenomena;

import java.util.Arrays;
import java.util.function.Predicate;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Probe;

/** Several variants of the healthy network, side by side with common noise: gains, links or drive changed by hand. */
final class Variants {

    private static final double SAMPLE_MS = 40;
    private static final double SETTLE_MS = 10_000;
    private static final int PULSE = 38;
    private static final int WINDOW = 200;

    private final Laboratory lab;
    private final Network network;
    private final FastClock clock;
    private final double stepMs;
    private final int every;
    private final int arms;
    private final int patients;

    /** {@code arms} copies of the healthy network of every patient. */
    Variants(Laboratory lab, int arms) {
        this.lab = lab;
        this.network = lab.network();
        this.arms = arms;
        this.patients = lab.patients();
        this.stepMs = FastClock.usualStepMs(lab.setting().parameters().neuralMass());
        this.every = (int) Math.rint(SAMPLE_MS / stepMs);
        this.clock = new FastClock(
                network,
                lab.setting().parameters().neuralMass(),
                lab.setting().parameters().noise(),
                new EulerMaruyama(),
                stepMs,
                arms,
                patients,
                p -> Address.of(lab.seed()).with("patient", p));
    }

    /** Gains of NMDA receptors on excitatory and inhibitory cells in one arm. */
    Variants gains(int arm, double E, double I) {
        for (int i = 0; i < network.size(); i++) {
            fill(clock.dynamics().inputs().nmdaGainE, i, arm, E);
            fill(clock.dynamics().inputs().nmdaGainI, i, arm, I);
        }
        return this;
    }

    /** Multiplies the links of one arm that {@code which} accepts. */
    Variants links(int arm, Predicate<Link> which, double factor) {
        for (int e = 0; e < network.links().size(); e++) {
            if (which.test(network.links().get(e))) {
                for (int p = 0; p < patients; p++) {
                    clock.dynamics()
                            .coupling()
                            .setWeight(
                                    e,
                                    arm * patients + p,
                                    factor * network.links().get(e).weight());
                }
            }
        }
        return this;
    }

    /** Adds to the drive of some regions in one arm. */
    Variants drive(int arm, int[] regions, double added) {
        for (int i : regions) {
            fill(
                    clock.dynamics().inputs().drive,
                    i,
                    arm,
                    network.regions().get(i).drive() + added);
        }
        return this;
    }

    private void fill(double[] values, int region, int arm, double value) {
        int from = region * arms * patients + arm * patients;
        Arrays.fill(values, from, from + patients, value);
    }

    /** Mean activity over {@code seconds} {@code [arm][patient]}, over all regions. */
    double[][] meanActivity(double seconds) {
        settle();
        double[][] mean = new double[arms][patients];
        int samples = (int) (seconds * 1000 / SAMPLE_MS);
        clock.run(samples * every, every, (s, y) -> {
            double[] E = clock.activity();
            for (int k = 0; k < arms * patients; k++) {
                for (int i = 0; i < network.size(); i++) {
                    mean[k / patients][k % patients] += E[i * arms * patients + k] / network.size() / samples;
                }
            }
        });
        return mean;
    }

    private void settle() {
        clock.purpose("variants");
        clock.run(clock.steps(SETTLE_MS), Integer.MAX_VALUE, (s, y) -> {});
    }

    /**
     * Reactions to pulses of the strength of a test cue.
     *
     * @param with {@code with[lane][sample][region]}
     * @param without the same without the pulse
     */
    record Reaction(double[][][] with, double[][][] without, int patients) {

        /** Mean difference over chosen patients and regions {@code [sample]} in one arm. */
        double[] difference(int arm, int[] chosen, int[] regions) {
            double[] d = new double[with[0].length];
            for (int p : chosen) {
                int k = arm * patients + p;
                for (int t = 0; t < d.length; t++) {
                    for (int i : regions) {
                        d[t] += (with[k][t][i] - without[k][t][i]) / regions.length / chosen.length;
                    }
                }
            }
            return d;
        }
    }

    static int pulseSamples() {
        return PULSE;
    }

    static double sampleMs() {
        return SAMPLE_MS;
    }

    /** The reaction of all arms to pulses to {@code regions}. */
    Reaction pulses(int[] regions, int number) {
        settle();
        Probe probe = new Probe(clock, every, PULSE, WINDOW);
        probe.observe(number, (s, y) -> {});
        double[] added = new double[network.size() * arms * patients];
        for (int i : regions) {
            Arrays.fill(
                    added,
                    i * arms * patients,
                    (i + 1) * arms * patients,
                    lab.setting().parameters().stimuli().testCue());
        }
        return new Reaction(probe.evoke(added), probe.without(), patients);
    }

    /** Alternations between two networks in {@code seconds} {@code [arm][patient]}. */
    double[][] alternations(double seconds, String a, String b) {
        settle();
        int samples = (int) (seconds * 1000 / SAMPLE_MS);
        int[][] members =
                network.competing().stream().map(m -> Regions.in(network, m)).toArray(int[][]::new);
        double[][][] activity = new double[arms * patients][samples][members.length];
        clock.run(samples * every, every, (s, y) -> {
            double[] E = clock.activity();
            for (int k = 0; k < activity.length; k++) {
                for (int m = 0; m < members.length; m++) {
                    for (int i : members[m]) {
                        activity[k][s][m] += E[i * activity.length + k] / members[m].length;
                    }
                }
            }
        });
        double[][] count = new double[arms][patients];
        int first = network.competing().indexOf(a);
        int second = network.competing().indexOf(b);
        if (first < 0 || second < 0) {
            throw new Missing("competing networks " + a + " and " + b);
        }
        for (int k = 0; k < activity.length; k++) {
            count[k / patients][k % patients] =
                    Snapshot.alternations(Snapshot.states(activity[k], sampleMs()), first, second);
        }
        return count;
    }
}
