package org.unstuck.viz.explore;

import java.awt.Graphics2D;
import java.util.Arrays;

/**
 * Draws a long trace as fast as a screen can show it: the lowest and highest value of every column of px. A trace of 2000 points
 * costs as much as one of its width.
 */
final class Polyline {

    private int[] xs = new int[0];
    private int[] ys = new int[0];
    private int[] low = new int[0];
    private int[] high = new int[0];

    /**
     * Draws {@code values[0..n-1]} from {@code left} to {@code right}.
     *
     * @param top px of the value {@code max}
     * @param bottom px of the value {@code min}
     */
    void draw(
            Graphics2D g,
            float[] values,
            int n,
            double left,
            double right,
            double top,
            double bottom,
            double min,
            double max) {
        int columns = (int) Math.max(1, right - left);
        if (n < 2) {
            return;
        }
        if (n <= 2 * columns) {
            points(g, values, n, left, right, top, bottom, min, max);
            return;
        }
        if (low.length < columns + 1) {
            low = new int[columns + 1];
            high = new int[columns + 1];
        }
        Arrays.fill(low, 0, columns + 1, Integer.MAX_VALUE);
        Arrays.fill(high, 0, columns + 1, Integer.MIN_VALUE);
        double scale = (top - bottom) / (max - min);
        for (int t = 0; t < n; t++) {
            int c = (int) ((double) t / (n - 1) * columns);
            int y = (int) (bottom + (values[t] - min) * scale);
            low[c] = Math.min(low[c], y);
            high[c] = Math.max(high[c], y);
        }
        fit(2 * (columns + 1));
        int k = 0;
        for (int c = 0; c <= columns; c++) {
            if (low[c] <= high[c]) {
                xs[k] = (int) left + c;
                ys[k++] = low[c];
                xs[k] = (int) left + c;
                ys[k++] = high[c];
            }
        }
        g.drawPolyline(xs, ys, k);
    }

    private void points(
            Graphics2D g,
            float[] values,
            int n,
            double left,
            double right,
            double top,
            double bottom,
            double min,
            double max) {
        fit(n);
        for (int t = 0; t < n; t++) {
            xs[t] = (int) (left + (right - left) * t / (n - 1));
            ys[t] = (int) (bottom + (values[t] - min) * (top - bottom) / (max - min));
        }
        g.drawPolyline(xs, ys, n);
    }

    private void fit(int n) {
        if (xs.length < n) {
            xs = new int[n];
            ys = new int[n];
        }
    }
}
