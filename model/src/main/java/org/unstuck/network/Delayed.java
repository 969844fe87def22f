package org.unstuck.network;

import java.util.Arrays;

/**
 * The links that take time: sums over what their sources sent {@code delay} steps ago, in the order of {@link Coupling} and with one
 * rounding per term. Delays are whole steps, the nearest ones.
 *
 * <p>A single lane is summed for up to {@value #BLOCK} steps to come in one pass, which is possible because nothing of what arrives in the
 * shortest delay depends on what is yet to be computed: each weight is then loaded once for all of them, and the sums do not wait for each
 * other. Many lanes are summed link by link, over lanes.
 */
final class Delayed {

    /** Steps in one pass. */
    static final int BLOCK = 8;
    /** A delay of less than this, in steps, is none. */
    private static final double LEAST = 0.5;

    private final Topology links;
    private final boolean mixed;
    private final int lanes;
    private final int[] steps;
    private final int shortest;
    private final int longest;
    /** {@code first[kind][region]}: place of its first link in {@code weight} and {@code from}. */
    private final int[][] first = new int[Topology.KINDS][];
    /** One lane: {@code single[kind][place]}; {@code from} is the place of the source in a history at its newest step, less the delay. */
    private final double[][] single = new double[Topology.KINDS][];

    private final int[][] from = new int[Topology.KINDS][];
    private final int[] place;
    /** Many lanes: {@code own[link][lane]}. */
    private final double[][] own;

    private int changes;

    private Delayed(Topology links, int lanes, int[] steps) {
        this.links = links;
        this.lanes = lanes;
        this.steps = steps;
        this.mixed = Arrays.stream(steps).anyMatch(d -> d == 0);
        this.shortest = Arrays.stream(steps).filter(d -> d > 0).min().orElseThrow();
        this.longest = Arrays.stream(steps).max().orElseThrow();
        this.place = new int[links.size()];
        this.own = new double[lanes > 1 ? links.size() : 0][];
        for (int kind = 0; kind < Topology.KINDS; kind++) {
            layOut(kind);
        }
    }

    /** The links of {@code network} with a delay, or null if there are none. */
    static Delayed of(Network network, int lanes, double dtMs) {
        double[] delay = network.delaysMs();
        int[] steps = new int[delay.length];
        for (int e = 0; e < steps.length; e++) {
            double d = delay[e] / dtMs;
            steps[e] = d < LEAST ? 0 : (int) Math.rint(d);
        }
        return Arrays.stream(steps).anyMatch(d -> d > 0) ? new Delayed(Topology.of(network), lanes, steps) : null;
    }

    private void layOut(int kind) {
        int regions = links.regions();
        first[kind] = new int[regions + 1];
        single[kind] = new double[links.size()];
        from[kind] = new int[links.size()];
        int at = 0;
        for (int i = 0; i < regions; i++) {
            first[kind][i] = at;
            for (int e : links.incoming()[kind][i]) {
                if (steps[e] == 0) {
                    continue;
                }
                single[kind][at] = links.weight()[e];
                from[kind][at] = links.source()[e] * 2 * slots() - steps[e];
                place[e] = at++;
                if (lanes > 1) {
                    own[e] = new double[lanes];
                    Arrays.fill(own[e], links.weight()[e]);
                }
            }
        }
        first[kind][regions] = at;
    }

    /** The same links with a weight of 0 where there is a delay. */
    Topology atOnce() {
        double[] weight = links.weight().clone();
        for (int e = 0; e < weight.length; e++) {
            weight[e] = has(e) ? 0 : weight[e];
        }
        return links.withWeights(weight);
    }

    /** Whether there are links without a delay, too. */
    boolean isMixed() {
        return mixed;
    }

    /** Whether link {@code e} takes time. */
    boolean has(int e) {
        return steps[e] > 0;
    }

    double weight(int e, int k) {
        return lanes > 1 ? own[e][k] : single[links.kind(e)][place[e]];
    }

    void set(int e, int k, double value) {
        changes++;
        if (lanes > 1) {
            own[e][k] = value;
        } else {
            single[links.kind(e)][place[e]] = value;
        }
    }

    /** How often a weight was set so far. */
    int changes() {
        return changes;
    }

    /** Steps that a history must hold. */
    int slots() {
        return longest + BLOCK + 2;
    }

    /** The shortest delay, steps. */
    int shortest() {
        return shortest;
    }

    /** A history in which nothing was ever sent. */
    History start(double dtMs) {
        return new History(this, links.regions(), lanes, dtMs);
    }

    /**
     * One lane: writes the sums of a kind for {@value #BLOCK} steps.
     *
     * @param past {@code past[region * 2 * slots + step]}, twice over
     * @param newest place of the first of these steps in the second half of a region's past
     * @param sums {@code sums[step][region]}
     */
    void sum(int kind, double[] past, int newest, double[][] sums) {
        int[] begin = first[kind];
        for (int i = 0; i < links.regions(); i++) {
            sum(single[kind], from[kind], begin[i], begin[i + 1], past, newest, sums, i);
        }
    }

    private static void sum(
            double[] weight, int[] from, int begin, int end, double[] past, int newest, double[][] sums, int i) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int p = begin; p < end; p++) {
            double w = weight[p];
            int at = from[p] + newest;
            a = Math.fma(w, past[at], a);
            b = Math.fma(w, past[at + 1], b);
            c = Math.fma(w, past[at + 2], c);
            d = Math.fma(w, past[at + 3], d);
            e = Math.fma(w, past[at + 4], e);
            f = Math.fma(w, past[at + 5], f);
            g = Math.fma(w, past[at + 6], g);
            h = Math.fma(w, past[at + 7], h);
        }
        sums[0][i] = a;
        sums[1][i] = b;
        sums[2][i] = c;
        sums[3][i] = d;
        sums[4][i] = e;
        sums[5][i] = f;
        sums[6][i] = g;
        sums[7][i] = h;
    }

    /**
     * Many lanes: writes the sums of a kind for one step.
     *
     * @param past {@code past[step % slots][region][lane]}
     * @param step the step
     * @param total one number for each lane
     * @param sums {@code sums[region * lanes + lane]}
     */
    void sum(int kind, double[][][] past, long step, double[] total, double[] sums) {
        for (int i = 0; i < links.regions(); i++) {
            Arrays.fill(total, 0);
            for (int e : links.incoming()[kind][i]) {
                if (steps[e] > 0) {
                    double[][] then = past[Math.floorMod(step - steps[e], past.length)];
                    Accumulate.products(total, own[e], then[links.source()[e]]);
                }
            }
            System.arraycopy(total, 0, sums, i * lanes, lanes);
        }
    }
}
