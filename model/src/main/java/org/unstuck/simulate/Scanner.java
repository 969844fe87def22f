package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.network.Network;
import org.unstuck.noise.Draws;
import org.unstuck.recording.Scan;

/** Takes the scans of all lanes of a course: the same noise and the same cues in every arm. */
final class Scanner {

    private final Course.Plan plan;
    private final FastClock clock;

    Scanner(Course.Plan plan, FastClock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** The scan number {@code scan} of every lane, from the present state with the present gains and weights. */
    List<Scan> scan(int scan, int lanes) {
        Network network = plan.network();
        Numerics numerics = plan.numerics();
        int every = clock.steps(numerics.sample().inMs());
        clock.purpose("scan " + scan);
        clock.run(clock.steps(numerics.warmUp().inMs()), every, (s, y) -> {});
        int restSteps = clock.steps(plan.scans().rest().inMs()) / every * every;
        double[][][] rest = new double[lanes][restSteps / every][network.size()];
        clock.run(restSteps, every, (s, y) -> copy(y[0], rest, s));

        int[] targets = targets(scan);
        int on = Math.max(1, clock.steps(plan.scans().cueOn().inMs()) / every) * every;
        int between = Math.max(1, clock.steps(plan.scans().cueEvery().inMs()) / every) * every;
        double[][][] cued = new double[lanes][targets.length * between / every][network.size()];
        int[] cueSample = new int[targets.length];
        double[] drive = clock.dynamics().inputs().drive;
        double[] without = drive.clone();
        for (int c = 0; c < targets.length; c++) {
            int offset = c * between / every;
            cueSample[c] = offset;
            cue(drive, targets[c], lanes);
            clock.run(on, every, (s, y) -> copy(y[0], cued, offset + s));
            System.arraycopy(without, 0, drive, 0, drive.length);
            if (between > on) {
                clock.run(between - on, every, (s, y) -> copy(y[0], cued, offset + on / every + s));
            }
        }
        double sampleMs = every * numerics.step().inMs();
        List<Scan> scans = new ArrayList<>();
        for (int k = 0; k < lanes; k++) {
            scans.add(new Scan(sampleMs, rest[k], cued[k], cueSample, targets, 0));
        }
        return scans;
    }

    /** A random order of cues, the same for all: blocks in which each competing network is asked for once. */
    private int[] targets(int scan) {
        int networks = plan.network().competing().size();
        int[] targets = new int[networks < 2 ? 0 : plan.scans().cues()];
        Draws draws = plan.seed().with("cues", scan).draws();
        int[] block = new int[networks];
        for (int c = 0; c < targets.length; c++) {
            if (c % networks == 0) {
                for (int n = 0; n < networks; n++) {
                    block[n] = n;
                }
                draws.shuffle(block);
            }
            targets[c] = block[c % networks];
        }
        return targets;
    }

    private void cue(double[] drive, int target, int lanes) {
        String wanted = plan.network().competing().get(target);
        double strength = plan.parameters().stimuli().testCue();
        for (int i = 0; i < plan.network().size(); i++) {
            if (plan.network().regions().get(i).network().equals(wanted)) {
                for (int k = 0; k < lanes; k++) {
                    drive[i * lanes + k] += strength;
                }
            }
        }
    }

    private static void copy(double[] E, double[][][] series, int sample) {
        int lanes = series.length;
        for (int k = 0; k < lanes; k++) {
            double[] row = series[k][sample];
            for (int i = 0; i < row.length; i++) {
                row[i] = E[i * lanes + k];
            }
        }
    }
}
