package org.unstuck.viz.figure;

import java.util.Arrays;
import java.util.Comparator;

/** Moves labels in a column apart, each as little as possible (least squares). */
final class Spread {

    private Spread() {}

    /**
     * Centres of labels such that none overlaps its neighbour and the order is kept.
     *
     * <p>With the half heights summed up as offsets, "no overlap" becomes "not descending", so the least-squares answer is an
     * isotonic regression (pool adjacent violators; Barlow et al. 1972), clamped to the room.
     *
     * @param wanted the centres wanted, px, in any order
     * @param heights the heights, px
     * @param top upper end of the room, px
     * @param bottom lower end of the room, px; if the labels need more, they stick out evenly above and below
     * @return centres in the order of {@code wanted}
     */
    static double[] apart(double[] wanted, double[] heights, double top, double bottom) {
        int n = wanted.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double[] offset = new double[n];
        double total = 0;
        for (int k = 0; k < n; k++) {
            offset[k] = total + heights[order[k]] / 2;
            total += heights[order[k]];
        }
        double overflow = Math.max(0, total - (bottom - top)) / 2;
        double low = top - overflow;
        double high = Math.max(low, bottom + overflow - total);
        double[] mean = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (int k = 0; k < n; k++) {
            mean[blocks] = wanted[order[k]] - offset[k];
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int both = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / both;
                size[blocks - 2] = both;
                blocks--;
            }
        }
        double[] centres = new double[n];
        int k = 0;
        for (int b = 0; b < blocks; b++) {
            for (int i = 0; i < size[b]; i++, k++) {
                centres[order[k]] = Math.min(high, Math.max(low, mean[b])) + offset[k];
            }
        }
        return centres;
    }
}
