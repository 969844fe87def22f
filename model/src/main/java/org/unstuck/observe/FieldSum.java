package org.unstuck.observe;

import org.unstuck.describe.Invalid;

/**
 * A sum like that of an electrode on the scalp: the mean over regions of the net synaptic input of excitatory cells, as far as
 * activity shows it,
 *
 * <pre>phi = sum_i l_i (E_i - I_i) / sum_i abs(l_i)</pre>
 *
 * with a lead field l. A stand-in with the time course of an EEG and none of its physics: no volume conduction, no orientation of
 * columns, no volts. Jansen and Rit 1995 (Biol Cybern 73, 357-366) read excitatory less inhibitory potentials in the same way.
 */
public final class FieldSum {

    private final double[] lead;
    private final double total;

    private FieldSum(double[] lead) {
        double sum = 0;
        for (double l : lead) {
            sum += Math.abs(l);
        }
        if (!(sum > 0) || !Double.isFinite(sum)) {
            throw new Invalid(
                    "the lead field sums to " + sum + " in size, it must be finite and above 0.",
                    "Maybe 1 for every region.");
        }
        this.lead = lead.clone();
        this.total = sum;
    }

    /** Every region alike. */
    public static FieldSum uniform(int regions) {
        double[] lead = new double[regions];
        java.util.Arrays.fill(lead, 1);
        return new FieldSum(lead);
    }

    /** A weight for every region, of either sign. */
    public static FieldSum of(double[] lead) {
        return new FieldSum(lead);
    }

    /**
     * The sum now.
     *
     * @param E excitatory activity {@code E[region]}, 0 to 1
     * @param I inhibitory activity {@code I[region]}, 0 to 1
     * @return -1 to 1
     */
    public double of(double[] E, double[] I) {
        double phi = 0;
        for (int i = 0; i < lead.length; i++) {
            phi += lead[i] * (E[i] - I[i]);
        }
        return phi / total;
    }
}
