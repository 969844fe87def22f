package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * k-means: Lloyd's iteration (Lloyd 1982, IEEE Trans. Inf. Theory 28, 129-137) from k-means++ starts (Arthur and Vassilvitskii 2007, SODA,
 * 1027-1035); the start with the least inertia wins.
 *
 * <p>To compare recordings, find the centroids once, on all of them together (or on the reference arm), and read every recording with
 * {@link #assign}: centroids that are fitted per recording give states that cannot be compared.
 *
 * @param centroids {@code centroids[state][dimension]}, by how many points they hold, most first
 * @param labels {@code labels[point]} nearest centroid
 * @param inertia sum of squared distances to it
 */
public record KMeans(double[][] centroids, int[] labels, double inertia) {

    /** Lloyd needs far fewer; a guard against running in circles by rounding. */
    private static final int MOST_STEPS = 300;

    /**
     * Clusters points. Cost: starts x steps x points x k x dimensions.
     *
     * @param points {@code points[point][dimension]}, finite, at least k different ones; not modified
     * @param k number of states, at least 1
     * @param starts random starts, at least 1; 20 is usual
     * @param address start s draws from {@code address.with("start", s)}
     */
    public static KMeans of(double[][] points, int k, int starts, Address address) {
        long different = Arrays.stream(points).map(Arrays::hashCode).distinct().count();
        if (k < 1 || starts < 1 || different < k) {
            throw new IllegalArgumentException("k is " + k + " and starts is " + starts + " for " + different
                    + " different points, both must be at least 1 and k at most the points. Maybe k = 3.");
        }
        KMeans best = null;
        for (int s = 0; s < starts; s++) {
            KMeans found =
                    lloyd(points, plusPlus(points, k, address.with("start", s).draws()));
            best = best == null || found.inertia < best.inertia ? found : best;
        }
        return best.sorted();
    }

    /** First a point at random, then each by its squared distance to those chosen. */
    private static double[][] plusPlus(double[][] points, int k, Draws draws) {
        double[][] chosen = new double[k][];
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int at = draws.below(points.length);
        for (int c = 0; c < k; c++) {
            chosen[c] = points[at].clone();
            double sum = 0;
            for (int p = 0; p < points.length; p++) {
                nearest[p] = Math.min(nearest[p], distance(points[p], chosen[c]));
                sum += nearest[p];
            }
            double mark = draws.uniform() * sum;
            for (at = 0; at < points.length - 1 && (mark -= nearest[at]) > 0; ) {
                at++;
            }
        }
        return chosen;
    }

    private static KMeans lloyd(double[][] points, double[][] centroids) {
        int[] labels = new int[points.length];
        Arrays.fill(labels, -1);
        double inertia = assign(points, centroids, labels);
        for (int step = 0; step < MOST_STEPS; step++) {
            move(points, centroids, labels);
            int[] before = labels.clone();
            inertia = assign(points, centroids, labels);
            if (Arrays.equals(before, labels)) {
                break;
            }
        }
        return new KMeans(centroids, labels, inertia);
    }

    /** Every centroid to the mean of its points; one without points stays. */
    private static void move(double[][] points, double[][] centroids, int[] labels) {
        int[] size = new int[centroids.length];
        for (int label : labels) {
            size[label]++;
        }
        for (int c = 0; c < centroids.length; c++) {
            if (size[c] > 0) {
                Arrays.fill(centroids[c], 0);
            }
        }
        for (int p = 0; p < points.length; p++) {
            double[] centroid = centroids[labels[p]];
            for (int d = 0; d < centroid.length; d++) {
                centroid[d] += points[p][d] / size[labels[p]];
            }
        }
    }

    private static double assign(double[][] points, double[][] centroids, int[] labels) {
        double inertia = 0;
        for (int p = 0; p < points.length; p++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centroids.length; c++) {
                double d = distance(points[p], centroids[c]);
                if (d < least) {
                    least = d;
                    labels[p] = c;
                }
            }
            inertia += least;
        }
        return inertia;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    /** The nearest of these centroids for every one of other points; the first of equals. */
    public int[] assign(double[][] points) {
        int[] labels = new int[points.length];
        assign(points, centroids, labels);
        return labels;
    }

    private KMeans sorted() {
        int k = centroids.length;
        int[] size = new int[k];
        for (int label : labels) {
            size[label]++;
        }
        int[] order = java.util.stream.IntStream.range(0, k)
                .boxed()
                .sorted((a, b) -> size[a] != size[b] ? size[b] - size[a] : Arrays.compare(centroids[a], centroids[b]))
                .mapToInt(c -> c)
                .toArray();
        int[] rank = new int[k];
        double[][] turned = new double[k][];
        for (int c = 0; c < k; c++) {
            rank[order[c]] = c;
            turned[c] = centroids[order[c]];
        }
        return new KMeans(turned, Arrays.stream(labels).map(l -> rank[l]).toArray(), inertia);
    }
}
