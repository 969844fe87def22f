package org.unstuck.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The links of a network in a run: every lane has its own weights. The input of a region is the sum over its links in the order
 * of the description, for every lane alike, so that no result depends on how lanes are grouped.
 */
public final class Coupling {

    private final int lanes;
    private final int[] source;
    private final int[] target;
    private final boolean[] excitatory;
    /** {@code weight[link][lane]}. */
    private final double[][] weight;
    /** The links of each region, excitatory and suppressive: {@code incoming[kind][region]}. */
    private final int[][][] incoming;
    /** For a single lane: weights and sources in the order of summation, {@code [kind][position]}. */
    private final double[][] oneWeight;

    private final int[][] oneSource;
    /** Position of each link in these. */
    private final int[] onePosition;
    /** Scratch: the activity of each region by itself. Loops over whole arrays vectorise; loops over parts of them do not. */
    private final double[][] activity;
    /** Scratch: the sum for one region. */
    private final double[] total;

    /** All lanes start with the weights of the description. */
    public Coupling(Network network, int lanes) {
        List<Link> links = network.links();
        this.lanes = lanes;
        this.source = links.stream().mapToInt(l -> network.indexOf(l.from())).toArray();
        this.target = links.stream().mapToInt(l -> network.indexOf(l.to())).toArray();
        this.excitatory = new boolean[links.size()];
        this.weight = new double[links.size()][lanes];
        this.oneWeight = new double[2][links.size()];
        this.oneSource = new int[2][links.size()];
        this.onePosition = new int[links.size()];
        this.activity = new double[network.size()][lanes];
        this.total = new double[lanes];
        List<List<List<Integer>>> of = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < network.size(); i++) {
            of.get(0).add(new ArrayList<>());
            of.get(1).add(new ArrayList<>());
        }
        for (int e = 0; e < links.size(); e++) {
            excitatory[e] = links.get(e).kind() == Link.Kind.EXCITATORY;
            of.get(excitatory[e] ? 0 : 1).get(target[e]).add(e);
            Arrays.fill(weight[e], links.get(e).weight());
        }
        this.incoming = of.stream()
                .map(kind -> kind.stream()
                        .map(list -> list.stream().mapToInt(e -> e).toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        layOut(0);
        layOut(1);
    }

    /** Lays the links of one lane out in the order in which they are summed. */
    private void layOut(int kind) {
        int position = 0;
        for (int[] region : incoming[kind]) {
            for (int e : region) {
                oneSource[kind][position] = source[e];
                oneWeight[kind][position] = weight[e][0];
                onePosition[e] = position++;
            }
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

    /** The weight of link {@code e} in lane {@code k}. */
    public double weight(int e, int k) {
        return weight[e][k];
    }

    /** Sets the weight of link {@code e} in lane {@code k}; between bursts. */
    public void setWeight(int e, int k, double value) {
        weight[e][k] = value;
        if (lanes == 1) {
            oneWeight[excitatory[e] ? 0 : 1][onePosition[e]] = value;
        }
    }

    /**
     * Writes the input of every region and lane: {@code excitation[i * lanes + k] = sum_j C_ij[k] E[j * lanes + k]}, and the
     * same over suppressive links.
     */
    public void apply(double[] E, double[] excitation, double[] suppression) {
        if (lanes == 1) {
            sumOne(incoming[0], oneWeight[0], oneSource[0], E, excitation);
            sumOne(incoming[1], oneWeight[1], oneSource[1], E, suppression);
        } else {
            for (int i = 0; i < activity.length; i++) {
                System.arraycopy(E, i * lanes, activity[i], 0, lanes);
            }
            sum(incoming[0], excitation);
            sum(incoming[1], suppression);
        }
    }

    private static void sumOne(int[][] links, double[] w, int[] source, double[] E, double[] sum) {
        int position = 0;
        for (int i = 0; i < links.length; i++) {
            double total = 0;
            for (int last = position + links[i].length; position < last; position++) {
                total += w[position] * E[source[position]];
            }
            sum[i] = total;
        }
    }

    private void sum(int[][] links, double[] sum) {
        for (int i = 0; i < links.length; i++) {
            Arrays.fill(total, 0);
            for (int e : links[i]) {
                add(weight[e], activity[source[e]], total);
            }
            System.arraycopy(total, 0, sum, i * lanes, lanes);
        }
    }

    private static void add(double[] w, double[] E, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += w[k] * E[k];
        }
    }
}
