package org.unstuck.network;

import java.util.Arrays;

/**
 * The links that take time: sums over what their sources sent {@code delay} steps ago, in the order of {@link Coupling} and with one
 * rounding per term. Delays are whole steps, the nearest ones.
 *
 * <p>Sums are made lane by lane, for up to {@value #BLOCK} steps to come in one pass: nothing of what arrives within the shortest delay
 * depends on what is yet to be computed. So each weight is loaded once for all of them, and no sum waits for the one before. An excitatory
 * and a suppressive link between the same regions with the same delay share what they read.
 */
final class Delayed {

    /** Steps in one pass. */
    static final int BLOCK = 8;
    /** A delay of less than this, in steps, is none. */
    private static final double LEAST = 0.5;

    private final Topology links;
    private final boolean mixed;
    private final boolean[] present = new boolean[Topology.KINDS];
    private final int lanes;
    private final int[] steps;
    private final int shortest;
    private final int longest;
    /** Place of the first entry of each region. */
    private final int[] first;
    /** Of an entry: place of the source in a history at its newest step, less the delay. */
    private final int[] from;
    /** Entry of each link. */
    private final int[] entry;
    /** {@code weight[kind][lane][entry]}; 0 where an entry has no link of the kind. */
    private final double[][][] weight = new double[Topology.KINDS][][];

    private int changes;

    private Delayed(Topology links, int lanes, int[] steps) {
        this.links = links;
        this.lanes = lanes;
        this.steps = steps;
        this.mixed = Arrays.stream(steps).anyMatch(d -> d == 0);
        this.shortest = Arrays.stream(steps).filter(d -> d > 0).min().orElseThrow();
        this.longest = Arrays.stream(steps).max().orElseThrow();
        this.first = new int[links.regions() + 1];
        this.from = new int[links.size()];
        this.entry = new int[links.size()];
        int entries = 0;
        for (int i = 0; i < links.regions(); i++) {
            first[i] = entries;
            entries = layOut(i, entries);
        }
        first[links.regions()] = entries;
        for (int kind = 0; kind < Topology.KINDS; kind++) {
            weight[kind] = new double[lanes][entries];
        }
        for (int e = 0; e < steps.length; e++) {
            for (int k = 0; k < lanes && has(e); k++) {
                weight[links.kind(e)][k][entry[e]] = links.weight()[e];
            }
        }
    }

    /** Merges the links of both kinds onto region {@code i}, which are sorted by the rank of their sources. */
    private int layOut(int i, int begin) {
        int[] C = links.incoming()[0][i];
        int[] D = links.incoming()[1][i];
        int entries = begin;
        int c = 0;
        int d = 0;
        while (c < C.length || d < D.length) {
            boolean excites = d == D.length || c < C.length && rank(C[c]) <= rank(D[d]);
            int e = excites ? C[c++] : D[d++];
            if (!has(e)) {
                continue;
            }
            int at = links.source()[e] * 2 * slots() - steps[e];
            if (entries == begin || from[entries - 1] != at) {
                from[entries++] = at;
            }
            entry[e] = entries - 1;
            present[links.kind(e)] = true;
        }
        return entries;
    }

    private int rank(int e) {
        return links.rank()[links.source()[e]];
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

    /** The same links with a weight of 0 where there is a delay. */
    Topology atOnce() {
        double[] other = links.weight().clone();
        for (int e = 0; e < other.length; e++) {
            other[e] = has(e) ? 0 : other[e];
        }
        return links.withWeights(other);
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
        return weight[links.kind(e)][k][entry[e]];
    }

    void set(int e, int k, double value) {
        changes++;
        weight[links.kind(e)][k][entry[e]] = value;
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
     * Writes the sums of lane {@code k} for {@value #BLOCK} steps.
     *
     * @param past {@code past[region * 2 * slots + step]}, twice over
     * @param newest place of the first of these steps in the second half of a region's past
     * @param C {@code C[step][region]}, excitatory
     * @param D the same, suppressive
     */
    void sum(int k, double[] past, int newest, double[][] C, double[][] D) {
        for (int i = 0; i < links.regions(); i++) {
            if (present[0] && present[1]) {
                sum(weight[0][k], weight[1][k], from, first[i], first[i + 1], past, newest, C, D, i);
            } else {
                sum(weight[present[0] ? 0 : 1][k], from, first[i], first[i + 1], past, newest, present[0] ? C : D, i);
            }
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
        write(sums, i, a, b, c, d, e, f, g, h);
    }

    /** Both kinds at once: capitals are the suppressive sums. */
    private static void sum(
            double[] excitatory,
            double[] suppressive,
            int[] from,
            int begin,
            int end,
            double[] past,
            int newest,
            double[][] sums,
            double[][] SUMS,
            int i) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        double A = 0;
        double B = 0;
        double C = 0;
        double D = 0;
        double E = 0;
        double F = 0;
        double G = 0;
        double H = 0;
        for (int p = begin; p < end; p++) {
            double w = excitatory[p];
            double W = suppressive[p];
            int at = from[p] + newest;
            double x = past[at];
            a = Math.fma(w, x, a);
            A = Math.fma(W, x, A);
            x = past[at + 1];
            b = Math.fma(w, x, b);
            B = Math.fma(W, x, B);
            x = past[at + 2];
            c = Math.fma(w, x, c);
            C = Math.fma(W, x, C);
            x = past[at + 3];
            d = Math.fma(w, x, d);
            D = Math.fma(W, x, D);
            x = past[at + 4];
            e = Math.fma(w, x, e);
            E = Math.fma(W, x, E);
            x = past[at + 5];
            f = Math.fma(w, x, f);
            F = Math.fma(W, x, F);
            x = past[at + 6];
            g = Math.fma(w, x, g);
            G = Math.fma(W, x, G);
            x = past[at + 7];
            h = Math.fma(w, x, h);
            H = Math.fma(W, x, H);
        }
        write(sums, i, a, b, c, d, e, f, g, h);
        write(SUMS, i, A, B, C, D, E, F, G, H);
    }

    private static void write(
            double[][] sums, int i, double a, double b, double c, double d, double e, double f, double g, double h) {
        sums[0][i] = a;
        sums[1][i] = b;
        sums[2][i] = c;
        sums[3][i] = d;
        sums[4][i] = e;
        sums[5][i] = f;
        sums[6][i] = g;
        sums[7][i] = h;
    }
}
