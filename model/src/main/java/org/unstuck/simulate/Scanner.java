package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.network.Network;
import org.unstuck.noise.Draws;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Evoked;
import org.unstuck.recording.Scan;

/**
 * Takes the scans of all lanes of a course. Every scan of a patient, in every arm, has the same noise and the same order of cues
 * (both differ between patients), so that two scans differ only by what the slow clock changed.
 */
final class Scanner {

    private final Course.Plan plan;
    private final FastClock clock;
    /** Series of the last scan, used again for the next of the same length. */
    private double[][][] restSeries = {};

    private double[][][] cuedSeries = {};

    private final SeriesRecorder recorder;

    Scanner(Course.Plan plan, FastClock clock) {
        this.plan = plan;
        this.clock = clock;
        this.recorder =
                new SeriesRecorder(plan.network().size(), clock.dynamics().lanes());
    }

    /**
     * A scan of every lane, from the present state with the present gains and weights. The series are valid until the next
     * scan.
     */
    List<Scan> scan(List<Person> people, int lanes) {
        Network network = plan.network();
        Numerics numerics = plan.numerics();
        int every = clock.steps(numerics.sample().inMs());
        clock.purpose("scan");
        clock.run(clock.steps(numerics.warmUp().inMs()), every, (s, y) -> {});
        int restSteps = clock.steps(plan.scans().rest().inMs()) / every * every;
        double[][][] rest = restSeries = sized(restSeries, lanes, restSteps / every, network.size());
        int on = Math.max(1, clock.steps(plan.scans().cueOn().inMs()) / every) * every;
        int between = Math.max(1, clock.steps(plan.scans().cueEvery().inMs()) / every) * every;
        // Rest in windows of two cues, in which pulses can be given later; then what is left over.
        int window = Math.min(2 * between, restSteps);
        Probe probe = null;
        int observed = 0;
        if (!plan.scans().challenges().isEmpty()) {
            probe = new Probe(clock, every, on / every, window / every);
            observed = restSteps / window * window;
            probe.observe(restSteps / window, (s, y) -> recorder.add(clock.activity(), rest, s));
        }
        if (restSteps > observed) {
            int offset = observed / every;
            clock.run(restSteps - observed, every, (s, y) -> recorder.add(clock.activity(), rest, offset + s));
        }
        recorder.finish();

        int[][] targets = people.stream().map(this::targets).toArray(int[][]::new);
        int cues = targets[0].length;
        double[][][] cued = cuedSeries = sized(cuedSeries, lanes, cues * between / every, network.size());
        int[] cueSample = new int[cues];
        double[] drive = clock.dynamics().inputs().drive;
        double[] without = drive.clone();
        for (int c = 0; c < cues; c++) {
            int offset = c * between / every;
            cueSample[c] = offset;
            for (int k = 0; k < lanes; k++) {
                cue(drive, targets[k % people.size()][c], k, lanes);
            }
            clock.run(on, every, (s, y) -> recorder.add(clock.activity(), cued, offset + s));
            System.arraycopy(without, 0, drive, 0, drive.length);
            if (between > on) {
                clock.run(between - on, every, (s, y) -> recorder.add(clock.activity(), cued, offset + on / every + s));
            }
        }
        recorder.finish();
        double sampleMs = every * numerics.step().inMs();
        List<List<Evoked>> evoked = evoked(probe, every, on, lanes);
        List<Scan> scans = new ArrayList<>();
        for (int k = 0; k < lanes; k++) {
            scans.add(new Scan(sampleMs, rest[k], cued[k], cueSample, targets[k % people.size()], evoked.get(k), 0, 0));
        }
        return scans;
    }

    /** The reactions of every lane to every challenge, on the noise of the stretch of rest. */
    private List<List<Evoked>> evoked(Probe probe, int every, int onSteps, int lanes) {
        List<List<Evoked>> all = new ArrayList<>();
        for (int k = 0; k < lanes; k++) {
            all.add(new ArrayList<>());
        }
        for (Challenge challenge : plan.scans().challenges()) {
            double[] added = new double[plan.network().size() * lanes];
            for (int i = 0; i < plan.network().size(); i++) {
                if (challenge.drives(plan.network().regions().get(i))) {
                    Arrays.fill(
                            added,
                            i * lanes,
                            (i + 1) * lanes,
                            plan.parameters().stimuli().testCue());
                }
            }
            double[][][] with = probe.evoke(added);
            double sampleMs = every * plan.numerics().step().inMs();
            for (int k = 0; k < lanes; k++) {
                all.get(k).add(new Evoked(challenge, sampleMs, onSteps / every, with[k], probe.without()[k]));
            }
        }
        return all;
    }

    private static double[][][] sized(double[][][] used, int lanes, int samples, int regions) {
        boolean fits = used.length == lanes && used[0].length == samples;
        return fits ? used : new double[lanes][samples][regions];
    }

    /** This person's random order of cues: blocks in which each competing network is asked for once. */
    private int[] targets(Person person) {
        int networks = plan.network().competing().size();
        int[] targets = new int[networks < 2 ? 0 : plan.scans().cues()];
        Draws draws = plan.seed().with("patient", person.index()).with("cues").draws();
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

    private void cue(double[] drive, int target, int k, int lanes) {
        String wanted = plan.network().competing().get(target);
        double strength = plan.parameters().stimuli().testCue();
        for (int i = 0; i < plan.network().size(); i++) {
            if (plan.network().regions().get(i).network().equals(wanted)) {
                drive[i * lanes + k] += strength * clock.dynamics().inputs().inputGain[i * lanes + k];
            }
        }
    }
}
