package org.unstuck.metric;

/**
 * Shortest paths where a link of weight w has length 1/w (Floyd 1962, Commun. ACM 5, 345), and what is read from them (Latora and
 * Marchiori 2001, Phys. Rev. Lett. 87, 198701).
 *
 * @param distance {@code distance[i][j]}, 0 on the diagonal, infinite between parts of the graph that are not joined
 * @param efficiency mean of 1 / distance over all pairs (1/infinity = 0); undefined with one node
 * @param meanLength mean distance; undefined where a pair is not joined
 * @param diameter largest distance; undefined where a pair is not joined
 */
public record ShortestPaths(double[][] distance, Measurement efficiency, Measurement meanLength, Measurement diameter) {

    /** Reads a graph. Cost: nodes^3. */
    public static ShortestPaths of(Graph graph) {
        int n = graph.nodes();
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                d[i][j] = i == j ? 0 : 1 / graph.weights()[i][j]; // no link: infinite
            }
        }
        for (int k = 0; k < n; k++) {
            double[] through = d[k];
            for (int i = 0; i < n; i++) {
                double[] row = d[i];
                double to = row[k];
                for (int j = 0; j < n; j++) {
                    row[j] = Math.min(row[j], to + through[j]);
                }
            }
        }
        if (n < 2) {
            Measurement none = Measurement.undefined("one node has no path");
            return new ShortestPaths(d, none, none, none);
        }
        double inverse = 0;
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse += i == j ? 0 : 1 / d[i][j];
                sum += d[i][j];
                largest = Math.max(largest, d[i][j]);
            }
        }
        double pairs = n * (n - 1.0);
        boolean joined = largest < Double.POSITIVE_INFINITY;
        Measurement apart = Measurement.undefined("the graph falls into parts that are not joined");
        return new ShortestPaths(
                d,
                Measurement.of(inverse / pairs),
                joined ? Measurement.of(sum / pairs) : apart,
                joined ? Measurement.of(largest) : apart);
    }
}
