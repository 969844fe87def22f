package org.unstuck.recording;

import java.util.Arrays;
import org.unstuck.network.Coupling;

/**
 * Means over a burst: what the slow clock reads from the fast one. Owned by one run.
 */
public final class BurstAverages {

    private final Coupling coupling;
    private final int lanes;
    private final double[] activity;
    private final double[][] coactivity;
    /** Activity of each region by itself: products of parts of arrays with offsets of their own do not vectorise. */
    private final double[][] ofE;

    private final double[][] ofI;
    private int samples;

    /** Averages over the regions and links of {@code lanes} lanes. */
    public BurstAverages(Coupling coupling, int regions, int lanes) {
        this.coupling = coupling;
        this.lanes = lanes;
        this.activity = new double[regions * lanes];
        this.coactivity = new double[coupling.size()][lanes];
        this.ofE = new double[regions][lanes];
        this.ofI = new double[regions][lanes];
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(activity, 0);
        for (double[] link : coactivity) {
            Arrays.fill(link, 0);
        }
        samples = 0;
    }

    /**
     * Adds one sample.
     *
     * @param E activity {@code E[region * lanes + lane]}
     * @param I activity of inhibitory cells, same shape
     */
    public void add(double[] E, double[] I) {
        for (int k = 0; k < activity.length; k++) {
            activity[k] += E[k];
        }
        for (int i = 0; i < ofE.length; i++) {
            System.arraycopy(E, i * lanes, ofE[i], 0, lanes);
            System.arraycopy(I, i * lanes, ofI[i], 0, lanes);
        }
        for (int e = 0; e < coactivity.length; e++) {
            double[][] target = coupling.isExcitatory(e) ? ofE : ofI;
            product(ofE[coupling.source(e)], target[coupling.target(e)], coactivity[e]);
        }
        samples++;
    }

    private static void product(double[] a, double[] b, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += a[k] * b[k];
        }
    }

    /** Mean excitatory activity of region {@code i} in lane {@code k}. */
    public double activity(int i, int k) {
        return activity[i * lanes + k] / samples;
    }

    /** H: mean product of the activities at both ends of link {@code e} in lane {@code k} (E E for C, E I for D). */
    public double coactivity(int e, int k) {
        return coactivity[e][k] / samples;
    }
}
