package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Draws;

/**
 * One optimiser of {@link MultilayerModularity}: the Leiden scheme (Traag, Waltman, van Eck 2019, Sci. Rep. 9, 5233,
 * doi:10.1038/s41598-019-41695-z) on the signed modularity graph. Per level: queue-driven moves of single nodes, refinement
 * of every community into groups, merging of the groups into the nodes of the next level. Passes over all levels are
 * repeated from the partition reached until no single node moves.
 *
 * <p>Differs from the paper: the refinement is greedy (no randomness theta), because the restarts bring the variety, and
 * has no connectedness test, because with a null model every pair in a layer is joined by a weight.
 *
 * <p>All arrays are made once; a move allocates nothing. Not for several threads.
 */
final class CommunitySearch {

    /**
     * A move must gain more than this share of the sum of all |weights|: well above the rounding of any sum of weights on any
     * level, so that equal gains cannot make nodes run in circles; far below any gain in Q that matters.
     */
    private static final double SMALLEST_GAIN = 1e-14;

    private final int layers;
    private final int perLayer;
    private final SignedGraph base;
    private final SignedGraph[] merged = new SignedGraph[2];
    private final double threshold;

    private final double[] gain; // gain[c]: weight from the node at hand into community c; all 0 between visits
    private final int[] touched;
    private final int[] size;
    private final int[] free; // stack of labels without members
    private int freeCount;
    private final int[] queue;
    private final boolean[] queued;
    private final int[] label; // community of the nodes of the present level
    private final int[] group; // refined group of the nodes of the present level
    private final int[] groupLabel;
    private final int[] number;
    private final int[] levelNode; // node of the present level that holds a base node

    CommunitySearch(MultilayerModularity q) {
        layers = q.layers().count();
        perLayer = q.layers().nodes();
        base = SignedGraph.of(q.layers(), q.gamma(), q.omega());
        int n = base.nodes;
        int entries = base.start[n];
        merged[0] = new SignedGraph(n, entries);
        merged[1] = new SignedGraph(n, entries);
        double sum = 0;
        for (int e = 0; e < entries; e++) {
            sum += Math.abs(base.weight[e]);
        }
        threshold = SMALLEST_GAIN * sum;
        gain = new double[n];
        touched = new int[n];
        size = new int[n];
        free = new int[n];
        queue = new int[n];
        queued = new boolean[n];
        label = new int[n];
        group = new int[n];
        groupLabel = new int[n];
        number = new int[n + 1];
        levelNode = new int[n];
    }

    /** Optimises from single nodes in the random order of {@code draws}; {@code community[layer][node]} in canonical numbers. */
    int[][] run(Draws draws) {
        int[] best = new int[base.nodes];
        for (int v = 0; v < best.length; v++) {
            best[v] = v;
        }
        improve(best, draws);
        return unfold(best);
    }

    /** Optimises from a given partition (numbers below the number of node-layers). */
    int[][] from(int[][] community, Draws draws) {
        int[] best = new int[base.nodes];
        for (int v = 0; v < best.length; v++) {
            best[v] = community[v / perLayer][v % perLayer];
        }
        improve(best, draws);
        return unfold(best);
    }

    /**
     * Recombines two partitions (core groups, an idea of Ovelgoenne and Geyer-Schulz; that source has not been checked): what both keep together stays together and is optimised as one node, then everything is free again.
     */
    int[][] cross(int[][] a, int[][] b, Draws draws) {
        int n = base.nodes;
        long[] pair = new long[n];
        for (int v = 0; v < n; v++) {
            pair[v] = (long) a[v / perLayer][v % perLayer] << Integer.SIZE | b[v / perLayer][v % perLayer];
        }
        long[] sorted = pair.clone();
        Arrays.sort(sorted);
        for (int v = 0; v < n; v++) {
            levelNode[v] = Arrays.binarySearch(sorted, pair[v]);
        }
        int groups = renumber(levelNode, n);
        base.merge(levelNode, groups, merged[1], gain, queue, number);
        for (int g = 0; g < groups; g++) {
            label[g] = g;
        }
        int[] best = new int[n];
        climb(merged[1], best, draws);
        improve(best, draws);
        return unfold(best);
    }

    /** Repeats passes over all levels, starting from and ending in {@code best}, until no single node moves. */
    private void improve(int[] best, Draws draws) {
        int moves;
        do { // every move raises the quality, so this ends
            for (int v = 0; v < best.length; v++) {
                label[v] = best[v];
                levelNode[v] = v;
            }
            moves = climb(base, best, draws);
        } while (moves > 0);
    }

    /**
     * One pass over all levels from {@code graph} (the base or {@code merged[1]}) upwards, starting from {@code label} and
     * {@code levelNode}; fills {@code best}, returns how many moves were made (0: {@code best} is left as it was).
     */
    private int climb(SignedGraph graph, int[] best, Draws draws) {
        int n = base.nodes;
        int moves = 0;
        for (int level = 0; ; level++) {
            moves += move(graph, draws);
            if (graph == base && moves == 0) {
                return 0;
            }
            int communities = renumber(label, graph.nodes);
            if (communities == graph.nodes) {
                break;
            }
            int groups = refine(graph, draws);
            if (groups == graph.nodes) {
                System.arraycopy(label, 0, group, 0, graph.nodes);
                groups = communities;
            }
            for (int v = 0; v < graph.nodes; v++) {
                groupLabel[group[v]] = label[v];
            }
            for (int v = 0; v < n; v++) {
                levelNode[v] = group[levelNode[v]];
            }
            SignedGraph next = merged[level % 2];
            graph.merge(group, groups, next, gain, queue, number);
            System.arraycopy(groupLabel, 0, label, 0, groups);
            graph = next;
        }
        for (int v = 0; v < n; v++) {
            best[v] = label[levelNode[v]];
        }
        return moves;
    }

    /** Moves single nodes to their best community until no queued node gains; returns the number of moves. */
    private int move(SignedGraph graph, Draws draws) {
        int n = graph.nodes;
        fillShuffled(n, draws);
        countSizes(n);
        Arrays.fill(queued, 0, n, true);
        int moves = 0;
        int head = 0;
        int waiting = n;
        while (waiting > 0) {
            int v = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waiting--;
            queued[v] = false;
            int from = label[v];
            int to = bestCommunity(graph, v, from);
            if (to == from) {
                continue;
            }
            moves++;
            if (--size[from] == 0) {
                free[freeCount++] = from;
            }
            if (size[to]++ == 0) {
                freeCount--; // an empty community is always the top of the stack
            }
            label[v] = to;
            for (int e = graph.start[v]; e < graph.start[v + 1]; e++) {
                int u = graph.target[e];
                // Only a neighbour for which the move opens a gain: attracted and not there, or repelled and not left
                // behind.
                if (!queued[u] && label[u] != (graph.weight[e] > 0 ? to : from)) {
                    queued[u] = true;
                    int tail = head + waiting;
                    queue[tail >= n ? tail - n : tail] = u;
                    waiting++;
                }
            }
        }
        return moves;
    }

    /** The community where v gains most: its own, a neighbour's, or an empty one (gain 0). */
    private int bestCommunity(SignedGraph graph, int v, int own) {
        int begin = graph.start[v];
        int count = graph.start[v + 1] - begin;
        for (int k = 0; k < count; k++) {
            int c = label[graph.target[begin + k]];
            touched[k] = c;
            gain[c] += graph.weight[begin + k];
        }
        double bestGain = gain[own] + threshold;
        int best = own;
        if (bestGain < 0 && size[own] > 1) {
            bestGain = 0;
            best = free[freeCount - 1];
        }
        for (int k = 0; k < count; k++) {
            int c = touched[k];
            if (gain[c] > bestGain) {
                bestGain = gain[c];
                best = c;
            }
        }
        for (int k = 0; k < count; k++) {
            gain[touched[k]] = 0;
        }
        return best;
    }

    /**
     * Splits every community into groups: all nodes begin alone, then each node that is still alone joins the group of its
     * own community to which it is drawn most. Fills {@code group}, returns the number of groups.
     */
    private int refine(SignedGraph graph, Draws draws) {
        int n = graph.nodes;
        fillShuffled(n, draws);
        for (int v = 0; v < n; v++) {
            group[v] = v;
            size[v] = 1;
        }
        for (int k = 0; k < n; k++) {
            int v = queue[k];
            if (size[group[v]] > 1) {
                continue;
            }
            int count = 0;
            for (int e = graph.start[v]; e < graph.start[v + 1]; e++) {
                int u = graph.target[e];
                if (label[u] == label[v]) {
                    int c = group[u];
                    if (gain[c] == 0) {
                        touched[count++] = c;
                    }
                    gain[c] += graph.weight[e];
                }
            }
            double bestGain = threshold;
            int best = v;
            for (int j = 0; j < count; j++) {
                int c = touched[j];
                if (gain[c] > bestGain) {
                    bestGain = gain[c];
                    best = c;
                }
                gain[c] = 0;
            }
            if (best != v) {
                size[v] = 0;
                size[best]++;
                group[v] = best;
            }
        }
        return renumber(group, n);
    }

    private void fillShuffled(int n, Draws draws) {
        for (int k = 0; k < n; k++) {
            int j = draws.below(k + 1);
            queue[k] = queue[j];
            queue[j] = k;
        }
    }

    private void countSizes(int n) {
        Arrays.fill(size, 0, n, 0);
        for (int v = 0; v < n; v++) {
            size[label[v]]++;
        }
        freeCount = 0;
        for (int c = 0; c < n; c++) {
            if (size[c] == 0) {
                free[freeCount++] = c;
            }
        }
    }

    /** Numbers labels 0, 1, ... in order of first appearance; returns how many there are. */
    private int renumber(int[] labels, int n) {
        Arrays.fill(number, 0, n, -1);
        int count = 0;
        for (int v = 0; v < n; v++) {
            int old = labels[v];
            if (number[old] < 0) {
                number[old] = count++;
            }
            labels[v] = number[old];
        }
        return count;
    }

    private int[][] unfold(int[] labels) {
        renumber(labels, labels.length);
        int[][] community = new int[layers][];
        for (int s = 0; s < layers; s++) {
            community[s] = Arrays.copyOfRange(labels, s * perLayer, (s + 1) * perLayer);
        }
        return community;
    }
}
