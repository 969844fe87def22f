package org.unstuck.phenomena;

import java.util.List;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;

/**
 * The symptom index A of a condition: mean activity of the regions that carry the symptom, relative to the mean over healthy
 * twins (1 = healthy); with two symptoms the mean of both.
 */
final class Symptom {

    private final int[][] regions;
    private final double[] healthy;

    private Symptom(int[][] regions, double[] healthy) {
        this.regions = regions;
        this.healthy = healthy;
    }

    /**
     * The index of {@code kind}.
     *
     * @param healthyActivity {@code healthyActivity[twin][region]}
     */
    static Symptom of(Condition.Symptom kind, Network network, double[][] healthyActivity) {
        List<List<String>> parts = kind.groups();
        int[][] regions = parts.stream().map(p -> Regions.of(network, p)).toArray(int[][]::new);
        double[] healthy = new double[regions.length];
        for (int part = 0; part < regions.length; part++) {
            for (double[] twin : healthyActivity) {
                healthy[part] += level(twin, regions[part]) / healthyActivity.length;
            }
        }
        return new Symptom(regions, healthy);
    }

    /** A at activity {@code activity[region]}. */
    double of(double[] activity) {
        double sum = 0;
        for (int part = 0; part < regions.length; part++) {
            sum += level(activity, regions[part]) / healthy[part];
        }
        return sum / regions.length;
    }

    private static double level(double[] activity, int[] regions) {
        double sum = 0;
        for (int i : regions) {
            sum += activity[i];
        }
        return sum / regions.length;
    }
}
