package org.unstuck.mass;

import java.util.Arrays;
import org.unstuck.integrate.Rows;

/**
 * What reaches the regions from outside their own equations, one number per entry {@code k} of the state (region by region,
 * and within a region lane by lane: {@code k = region * lanes + lane}).
 *
 * <p>The gains are where drugs, receptor adaptation and conditions act; a mass says which of its parameters each one scales. All
 * start at 1, which is no effect.
 */
public final class Inputs {

    /** Sum over long-range excitatory links, weight times activity of the source. */
    public final double[] excitation;
    /** Sum over long-range suppressive links, weight times activity of the source. */
    public final double[] suppression;
    /** Constant drive of the region plus the cue that is on. */
    public final double[] drive;
    /** Fluctuating input (Ornstein-Uhlenbeck). */
    public double[] fluctuation;
    /** Gain of fast inhibition (GABA-A receptors). */
    public final double[] gabaGain;
    /** Gain of recurrent excitation (NMDA receptors on excitatory cells). */
    public final double[] nmdaGainE;
    /** Gain of the excitation of inhibitory cells (NMDA receptors on interneurons). */
    public final double[] nmdaGainI;
    /** Gain of inputs from outside: whoever adds a cue to the drive multiplies it by this. Masses do not read it. */
    public final double[] inputGain;
    /** Gain of adaptation: how much a region tires. A mass without adaptation ignores it. */
    public final double[] adaptationGain;
    /** Local inhibition that keeps the healthy network where the mass wants it ({@link NeuralMass#balance}); 1 otherwise. */
    public final double[] balance;
    /** Sum of the weights of excitatory links onto each entry; written for masses with {@link NeuralMass#signals} only. */
    public final double[] strength;
    /** Sums over excitatory links of the further signals of the mass, weight times signal of the source: {@code carried[s][k]}. */
    public final double[][] carried;
    /** Room for one intermediate result of the mass. */
    public final double[] scratch;

    /** Inputs for {@code size} entries and a mass without further signals: no input, all gains 1. */
    public Inputs(int size) {
        this(size, 0);
    }

    /** Inputs for {@code size} entries and a mass with {@code signals} further signals: no input, all gains 1. */
    public Inputs(int size, int signals) {
        excitation = Rows.of(size);
        suppression = Rows.of(size);
        drive = Rows.of(size);
        fluctuation = Rows.of(size);
        gabaGain = ones(size);
        nmdaGainE = ones(size);
        nmdaGainI = ones(size);
        inputGain = ones(size);
        adaptationGain = ones(size);
        balance = ones(size);
        strength = Rows.of(signals > 0 ? size : 0);
        carried = Rows.of(signals, size);
        scratch = Rows.of(size);
    }

    /** Takes drive, gains and balance of entry {@code from} of {@code other} for entry {@code to}. */
    public void copy(Inputs other, int from, int to) {
        drive[to] = other.drive[from];
        gabaGain[to] = other.gabaGain[from];
        nmdaGainE[to] = other.nmdaGainE[from];
        nmdaGainI[to] = other.nmdaGainI[from];
        inputGain[to] = other.inputGain[from];
        adaptationGain[to] = other.adaptationGain[from];
        balance[to] = other.balance[from];
    }

    private static double[] ones(int size) {
        double[] ones = Rows.of(size);
        Arrays.fill(ones, 1);
        return ones;
    }
}
