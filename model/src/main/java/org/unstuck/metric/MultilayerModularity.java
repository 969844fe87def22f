package org.unstuck.metric;

import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Multilayer modularity with ordinal coupling (Mucha, Richardson, Macon, Porter, Onnela 2010, Science 328, 876-878,
 * doi:10.1126/science.1184819):
 *
 * <pre>
 *   Q = 1/(2 mu) [ sum_s sum_ij (A_ijs - gamma k_is k_js / 2m_s) d(g_is, g_js) + 2 omega sum_i sum_{s&lt;T} d(g_is, g_i,s+1) ]
 *   2 mu = sum_s 2m_s + 2 omega N (T - 1),   k_is = sum_j A_ijs,   2m_s = sum_i k_is
 * </pre>
 *
 * <p>The sum over i, j includes i = j. The coupling omega has no null model of its own. Signed weights: the positive and the
 * negative part each have their own null model (Gomez, Jensen, Arenas 2009, Phys. Rev. E 80, 016114): the bracket becomes
 * {@code (A+ - gamma k+k+/2m+) - (A- - gamma k-k-/2m-)} and {@code 2m = 2m+ + 2m-}. A layer without weights adds nothing.
 *
 * <p><b>Choice of omega.</b> omega = gamma = 1, usual with 100 and more regions, forces flexibility to 0 on 12: a node that
 * really changes its community gains less than the coupling it gives up. {@link #of(Layers)} therefore scales omega with the
 * node strength.
 *
 * @param layers the network
 * @param gamma resolution, &gt;= 0 (1 is the usual value; larger gives smaller communities)
 * @param omega coupling of a node to itself in the neighbouring layers, &gt;= 0, in units of the weights
 */
public record MultilayerModularity(Layers layers, double gamma, double omega) {

    /** The usual resolution. */
    public static final double GAMMA = 1;

    /**
     * omega per mean node strength. With it, true switching pays on small networks: about 0.07, 0.10, 0.22 for correlation
     * networks of 8, 12, 24 regions.
     */
    public static final double OMEGA_PER_STRENGTH = 0.04;

    /** @throws IllegalArgumentException if gamma or omega is negative or not finite */
    public MultilayerModularity {
        if (!(gamma >= 0) || !Double.isFinite(gamma) || !(omega >= 0) || !Double.isFinite(omega)) {
            throw new IllegalArgumentException("gamma is " + gamma + " and omega is " + omega
                    + ", both must be finite and at least 0. Maybe gamma = 1 and omega = 0.04 x mean node strength.");
        }
    }

    /** gamma = 1, omega = 0.04 x mean node strength. */
    public static MultilayerModularity of(Layers layers) {
        return new MultilayerModularity(layers, GAMMA, OMEGA_PER_STRENGTH * layers.meanStrength());
    }

    /**
     * What a search found.
     *
     * @param best the partition of highest quality (the first of equals)
     * @param qualities Q of every start, in order; their spread says how hard the landscape is
     */
    public record Search(Partition best, double[] qualities) {}

    /**
     * Q of a given partition, straight from the definition; shares no code with the search.
     *
     * @param community {@code community[layer][node]}, any numbering
     * @return Q; 0 if the network has neither weights nor coupling
     * @throws IllegalArgumentException if the shape differs from that of the layers
     */
    public double quality(int[][] community) {
        int nodes = layers.nodes();
        if (community.length != layers.count()) {
            throw new IllegalArgumentException("community has " + community.length + " layers, the network has "
                    + layers.count() + ". Maybe it is transposed: community[layer][node].");
        }
        double inside = 0;
        double twoMu = 0;
        for (int s = 0; s < community.length; s++) {
            if (community[s].length != nodes) {
                throw new IllegalArgumentException("community[" + s + "] has " + community[s].length
                        + " nodes, the network has " + nodes + ". Maybe it is transposed: community[layer][node].");
            }
            for (int sign = 1; sign >= -1; sign -= 2) {
                double[] k = strengths(layers.weights()[s], sign);
                double twoM = 0;
                for (double x : k) {
                    twoM += x;
                }
                if (twoM > 0) {
                    inside += sign * within(layers.weights()[s], sign, k, twoM, community[s]);
                    twoMu += twoM;
                }
            }
            for (int i = 0; s + 1 < community.length && i < nodes; i++) {
                inside += community[s][i] == community[s + 1][i] ? 2 * omega : 0;
                twoMu += 2 * omega;
            }
        }
        return twoMu > 0 ? inside / twoMu : 0;
    }

    /** k_i of the positive (sign 1) or negative (sign -1) part. */
    private static double[] strengths(double[][] a, int sign) {
        double[] k = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (double w : a[i]) {
                k[i] += Math.max(0, sign * w);
            }
        }
        return k;
    }

    /** sum_ij (A_ij - gamma k_i k_j / 2m) d(g_i, g_j) of one sign of one layer. */
    private double within(double[][] a, int sign, double[] k, double twoM, int[] g) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                if (g[i] == g[j]) {
                    sum += Math.max(0, sign * a[i][j]) - gamma * k[i] * k[j] / twoM;
                }
            }
        }
        return sum;
    }

    /**
     * Independent optimisations from random orders, each run until no move of a node or a community helps. Finding the
     * best partition is NP-hard: what is returned is the best seen.
     *
     * @param starts how many, at least 1
     * @param address start {@code k} draws from {@code address.with("start", k)}, so more starts keep the earlier ones
     * @return one partition per start. Cost: about 0.4 ms per start for 12 regions and 40 layers, 3 ms for
     *     48 regions and 16 layers.
     */
    public Partition[] runs(int starts, Address address) {
        int[][][] communities = communities(starts, address);
        Partition[] found = new Partition[starts];
        for (int k = 0; k < starts; k++) {
            found[k] = new Partition(communities[k], quality(communities[k]));
        }
        return found;
    }

    /** The same without their qualities: {@code community[start][layer][node]}. */
    int[][][] communities(int starts, Address address) {
        if (starts < 1) {
            throw new IllegalArgumentException("starts is " + starts + ", it must be at least 1. Maybe 20.");
        }
        CommunitySearch search = new CommunitySearch(this);
        int[][][] found = new int[starts][][];
        for (int k = 0; k < starts; k++) {
            found[k] = search.run(address.with("start", k).draws());
        }
        return found;
    }

    /**
     * The best partition that can be found: {@link #runs}, each with its names of communities stitched over time and improved again,
     * then as many recombinations of two of them, each of which replaces the worse parent if it is better than that.
     *
     * @param starts how many independent starts, at least 1
     * @param address as in {@link #runs}
     */
    public Search search(int starts, Address address) {
        Partition[] found = runs(starts, address);
        double[] qualities = new double[starts];
        for (int k = 0; k < starts; k++) {
            qualities[k] = found[k].quality();
        }
        CommunitySearch search = new CommunitySearch(this);
        stitch(found, search, address.with("stitch").draws());
        recombine(found, search, address.with("recombine").draws());
        Partition best = found[0];
        for (Partition partition : found) {
            best = partition.quality() > best.quality() ? partition : best;
        }
        return new Search(best, qualities);
    }

    private void stitch(Partition[] found, CommunitySearch search, Draws draws) {
        for (int k = 0; k < found.length; k++) {
            int[][] community = java.util.Arrays.stream(found[k].community())
                    .map(int[]::clone)
                    .toArray(int[][]::new);
            if (Stitching.stitch(community, found[k].communities())) {
                int[][] better = search.from(community, draws);
                double quality = quality(better);
                if (quality > found[k].quality()) {
                    found[k] = new Partition(better, quality);
                }
            }
        }
    }

    private void recombine(Partition[] found, CommunitySearch search, Draws draws) {
        for (int k = 0; k < found.length; k++) {
            int a = draws.below(found.length);
            int b = draws.below(found.length);
            if (found[a].quality() == found[b].quality()) {
                continue;
            }
            int worse = found[a].quality() < found[b].quality() ? a : b;
            int[][] community = search.cross(found[a].community(), found[b].community(), draws);
            double quality = quality(community);
            if (quality > found[worse].quality()) {
                found[worse] = new Partition(community, quality);
            }
        }
    }
}
