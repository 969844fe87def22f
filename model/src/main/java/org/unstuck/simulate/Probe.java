package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks all lanes of a clock how they react to a pulse of drive, in pairs with common noise: a stretch is run once without pulses,
 * and at regular onsets the state is kept; each pulse starts from a kept state and replays the noise of its stretch. The difference
 * to the run without pulses is caused by the pulse alone.
 *
 * <p>Owned by one thread. Cost: the stretch once for {@link #observe} and once for every {@link #evoke}.
 */
public final class Probe {

    private final FastClock clock;
    private final int every;
    private final int onSamples;
    private final int windowSamples;
    private final List<double[][]> onsets = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private double[][][] without;

    /**
     * A probe.
     *
     * @param clock the lanes; gains, weights and drive as they are
     * @param every steps per sample
     * @param onSamples length of a pulse, samples
     * @param windowSamples from one onset to the next, samples; longer than the pulse
     */
    public Probe(FastClock clock, int every, int onSamples, int windowSamples) {
        if (onSamples < 1 || windowSamples <= onSamples) {
            throw new IllegalArgumentException("the pulse lasts " + onSamples + " and the window " + windowSamples
                    + " samples, it must be longer than the pulse, and that at least 1.");
        }
        this.clock = clock;
        this.every = every;
        this.onSamples = onSamples;
        this.windowSamples = windowSamples;
    }

    /**
     * Runs {@code pulses} windows without pulses from the present state on.
     *
     * @param sampler sees every sample, numbered through
     */
    public void observe(int pulses, FastClock.Sampler sampler) {
        onsets.clear();
        times.clear();
        int lanes = clock.dynamics().lanes();
        without = new double[lanes][windowSamples][clock.dynamics().regions()];
        for (int n = 0; n < pulses; n++) {
            onsets.add(clock.copyState());
            times.add(clock.timeMs());
            int offset = n * windowSamples;
            clock.run(windowSamples * every, every, (s, y) -> {
                add(clock.activity(), without, s, pulses);
                sampler.sample(offset + s, y);
            });
        }
    }

    /** Mean activity over the windows without pulses {@code [lane][sample][region]}. */
    public double[][][] without() {
        return without;
    }

    /**
     * Mean activity over the windows with a pulse. The clock is left as after {@link #observe}.
     *
     * @param added what the pulse adds to the drive, {@code added[region * lanes + lane]}
     * @return {@code [lane][sample][region]}
     */
    public double[][][] evoke(double[] added) {
        double[][] last = clock.copyState();
        double end = clock.timeMs();
        double[][][] with =
                new double[without.length][windowSamples][clock.dynamics().regions()];
        double[] drive = clock.dynamics().inputs().drive;
        double[] gain = clock.dynamics().inputs().inputGain;
        double[] before = drive.clone();
        for (int n = 0; n < onsets.size(); n++) {
            clock.restore(onsets.get(n));
            clock.seek(times.get(n));
            for (int k = 0; k < drive.length; k++) {
                drive[k] = before[k] + added[k] * gain[k];
            }
            clock.run(onSamples * every, every, (s, y) -> add(clock.activity(), with, s, onsets.size()));
            System.arraycopy(before, 0, drive, 0, drive.length);
            clock.run(
                    (windowSamples - onSamples) * every,
                    every,
                    (s, y) -> add(clock.activity(), with, onSamples + s, onsets.size()));
        }
        clock.restore(last);
        clock.seek(end);
        return with;
    }

    private static void add(double[] E, double[][][] mean, int sample, int pulses) {
        int lanes = mean.length;
        for (int k = 0; k < lanes; k++) {
            double[] row = mean[k][sample];
            for (int i = 0; i < row.length; i++) {
                row[i] += E[i * lanes + k] / pulses;
            }
        }
    }
}
