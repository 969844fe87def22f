package org.unstuck.metric;

import java.util.Arrays;

/**
 * A symmetric graph with signed weights in compressed rows: the neighbours of node {@code v} are
 * {@code target[start[v] .. start[v+1]-1]}. Here the weights are modularity gains, so that the quality of a partition is
 * the sum of the weights inside its communities. Self-connections are left out: no move changes them.
 */
final class SignedGraph {

    int nodes;
    final int[] start;
    final int[] target;
    final double[] weight;

    SignedGraph(int maxNodes, int maxEntries) {
        start = new int[maxNodes + 1];
        target = new int[maxEntries];
        weight = new double[maxEntries];
    }

    /**
     * The modularity graph of Mucha 2010 for a multilayer network; node {@code s * N + i} is region i in layer s. Two nodes
     * of a layer are joined by {@code A_ij - gamma k_i k_j / 2m} (each sign with its own k and m), a node to itself in the
     * next layer by omega.
     */
    static SignedGraph of(Layers layers, double gamma, double omega) {
        int n = layers.nodes();
        int t = layers.count();
        SignedGraph graph = new SignedGraph(n * t, Math.multiplyExact(n * t, n + 1));
        graph.nodes = n * t;
        double[] plus = new double[n];
        double[] minus = new double[n];
        int e = 0;
        for (int s = 0; s < t; s++) {
            double[][] a = layers.weights()[s];
            double perPlus = gamma / positive(strengths(a, 1, plus));
            double perMinus = gamma / positive(strengths(a, -1, minus));
            for (int i = 0; i < n; i++) {
                int v = s * n + i;
                graph.start[v] = e;
                if (s > 0) {
                    e = graph.put(e, v - n, omega);
                }
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        double chance = perPlus * plus[i] * plus[j] - perMinus * minus[i] * minus[j];
                        e = graph.put(e, s * n + j, a[i][j] - chance);
                    }
                }
                if (s + 1 < t) {
                    e = graph.put(e, v + n, omega);
                }
            }
        }
        graph.start[n * t] = e;
        return graph;
    }

    private int put(int e, int to, double w) {
        if (w == 0) {
            return e;
        }
        target[e] = to;
        weight[e] = w;
        return e + 1;
    }

    /** Fills k with the strengths of one sign and returns their sum 2m. */
    private static double strengths(double[][] a, int sign, double[] k) {
        double twoM = 0;
        for (int i = 0; i < a.length; i++) {
            double sum = 0;
            for (double w : a[i]) {
                sum += Math.max(0, sign * w);
            }
            k[i] = sum;
            twoM += sum;
        }
        return twoM;
    }

    /** 2m, or anything positive where all strengths are 0 anyway. */
    private static double positive(double twoM) {
        return twoM > 0 ? twoM : 1;
    }

    /**
     * Fills {@code into} with the graph whose nodes are the groups of this one; weights between groups add up.
     *
     * @param group of every node, 0..groups-1, each used
     * @param scratch of length &gt;= groups, all 0 before and after
     * @param members of length &gt;= nodes, overwritten
     * @param first of length &gt;= groups + 1, overwritten
     */
    void merge(int[] group, int groups, SignedGraph into, double[] scratch, int[] members, int[] first) {
        Arrays.fill(first, 0, groups + 1, 0);
        for (int v = 0; v < nodes; v++) {
            first[group[v] + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            first[g + 1] += first[g];
        }
        for (int v = 0; v < nodes; v++) {
            members[first[group[v]]++] = v;
        }
        int e = 0;
        for (int g = 0, m = 0; g < groups; g++) {
            into.start[g] = e;
            for (; m < first[g]; m++) {
                int v = members[m];
                for (int k = start[v]; k < start[v + 1]; k++) {
                    int to = group[target[k]];
                    if (to != g) {
                        if (scratch[to] == 0) {
                            into.target[e++] = to;
                        }
                        scratch[to] += weight[k];
                    }
                }
            }
            e = into.collect(g, e, scratch);
        }
        into.start[groups] = e;
        into.nodes = groups;
    }

    /** Moves the sums of row g out of scratch; a target listed twice (its sum passed through 0) keeps its first entry. */
    private int collect(int g, int end, double[] scratch) {
        int e = start[g];
        for (int k = start[g]; k < end; k++) {
            double sum = scratch[target[k]];
            if (sum != 0) {
                scratch[target[k]] = 0;
                target[e] = target[k];
                weight[e++] = sum;
            }
        }
        return e;
    }
}
