package org.unstuck.network;

/** One lane of a sparse network: weights and sources in the order of summation, region by region. */
final class SparseRows implements Weights.ByLane {

    private final Topology links;
    /** {@code weight[kind][position]}. */
    private final double[][] weight = new double[Topology.KINDS][];

    private final int[][] source = new int[Topology.KINDS][];
    private final int[] position;

    SparseRows(Topology links) {
        this.links = links;
        this.position = new int[links.size()];
        for (int kind = 0; kind < Topology.KINDS; kind++) {
            layOut(kind);
        }
    }

    private void layOut(int kind) {
        weight[kind] = new double[links.size()];
        source[kind] = new int[links.size()];
        int at = 0;
        for (int[] region : links.incoming()[kind]) {
            for (int e : region) {
                weight[kind][at] = links.weight()[e];
                source[kind][at] = links.source()[e];
                position[e] = at++;
            }
        }
    }

    @Override
    public double weight(int e, int k) {
        return weight[links.kind(e)][position[e]];
    }

    @Override
    public void set(int e, int k, double value) {
        weight[links.kind(e)][position[e]] = value;
    }

    @Override
    public void apply(double[] E, double[] excitation, double[] suppression) {
        sum(links.incoming()[0], weight[0], source[0], E, excitation);
        sum(links.incoming()[1], weight[1], source[1], E, suppression);
    }

    private static void sum(int[][] incoming, double[] w, int[] source, double[] E, double[] sum) {
        int at = 0;
        for (int i = 0; i < incoming.length; i++) {
            double total = 0;
            for (int last = at + incoming[i].length; at < last; at++) {
                total = Math.fma(w[at], E[source[at]], total);
            }
            sum[i] = total;
        }
    }
}
