package org.unstuck.network;

import java.util.Arrays;
import java.util.List;

/**
 * The links of a network in a run: every lane has its own weights. Sums run over the links in the order of the description,
 * for every lane alike, so that no result depends on how lanes are grouped.
 */
public final class Coupling {

    private final int lanes;
    private final int[] source;
    private final int[] target;
    private final boolean[] excitatory;
    private final double[][] weight;

    /** All lanes start with the weights of the description. */
    public Coupling(Network network, int lanes) {
        List<Link> links = network.links();
        this.lanes = lanes;
        this.source = links.stream().mapToInt(l -> network.indexOf(l.from())).toArray();
        this.target = links.stream().mapToInt(l -> network.indexOf(l.to())).toArray();
        this.excitatory = new boolean[links.size()];
        this.weight = new double[links.size()][lanes];
        for (int e = 0; e < links.size(); e++) {
            excitatory[e] = links.get(e).kind() == Link.Kind.EXCITATORY;
            Arrays.fill(weight[e], links.get(e).weight());
        }
    }

    /** Number of links. */
    public int size() {
        return source.length;
    }

    /** Position of the source region of link {@code e}. */
    public int source(int e) {
        return source[e];
    }

    /** Position of the target region of link {@code e}. */
    public int target(int e) {
        return target[e];
    }

    /** Whether link {@code e} is excitatory. */
    public boolean isExcitatory(int e) {
        return excitatory[e];
    }

    /** The weights of link {@code e}, one per lane; may be written between bursts. */
    public double[] weight(int e) {
        return weight[e];
    }

    /**
     * Writes the input of every region and lane: {@code excitation[i * lanes + k] = sum_j C_ij[k] E[j * lanes + k]}, and the
     * same over suppressive links.
     */
    public void apply(double[] E, double[] excitation, double[] suppression) {
        Arrays.fill(excitation, 0);
        Arrays.fill(suppression, 0);
        for (int e = 0; e < source.length; e++) {
            add(weight[e], E, source[e] * lanes, excitatory[e] ? excitation : suppression, target[e] * lanes, lanes);
        }
    }

    private static void add(double[] w, double[] E, int from, double[] sum, int to, int lanes) {
        for (int k = 0; k < lanes; k++) {
            sum[to + k] += w[k] * E[from + k];
        }
    }
}
