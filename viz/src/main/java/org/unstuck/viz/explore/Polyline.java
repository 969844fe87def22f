package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.Arrays;

/**
 * Draws a long trace as fast as a screen can show it: the lowest and highest value of every column of pixels. A trace of 2000 points
 * costs as much as one of its width. On a screen with more than one pixel per point every pixel is used.
 */
final class Polyline {

    private int[] xs = new int[0];
    private int[] ys = new int[0];
    private int[] low = new int[0];
    private int[] high = new int[0];

    /**
     * Draws {@code values[0..n-1]} from {@code left} to {@code right}.
     *
     * @param width of the line, px of the chart
     * @param top px of the value {@code max}
     * @param bottom px of the value {@code min}
     */
    void draw(
            Graphics2D onto,
            float width,
            float[] values,
            int n,
            double left,
            double right,
            double top,
            double bottom,
            double min,
            double max) {
        if (n < 2) {
            return;
        }
        Graphics2D g = (Graphics2D) onto.create();
        double fine = Math.max(1, onto.getTransform().getScaleX());
        g.scale(1 / fine, 1 / fine);
        g.setStroke(new BasicStroke((float) (width * fine)));
        double x = left * fine;
        int columns = (int) Math.max(1, right * fine - x);
        double zero = bottom * fine;
        double scale = (top * fine - zero) / (max - min);
        int points = n <= 2 * columns
                ? points(values, n, x, right * fine - x, zero, scale, min)
                : columns(values, n, x, columns, zero, scale, min);
        g.drawPolyline(xs, ys, points);
        g.dispose();
    }

    private int columns(float[] values, int n, double x, int columns, double zero, double scale, double min) {
        if (low.length < columns + 1) {
            low = new int[columns + 1];
            high = new int[columns + 1];
        }
        Arrays.fill(low, 0, columns + 1, Integer.MAX_VALUE);
        Arrays.fill(high, 0, columns + 1, Integer.MIN_VALUE);
        for (int t = 0; t < n; t++) {
            int c = (int) ((double) t / (n - 1) * columns);
            int y = (int) (zero + (values[t] - min) * scale);
            low[c] = Math.min(low[c], y);
            high[c] = Math.max(high[c], y);
        }
        fit(2 * (columns + 1));
        int k = 0;
        for (int c = 0; c <= columns; c++) {
            if (low[c] <= high[c]) {
                xs[k] = (int) x + c;
                ys[k++] = low[c];
                xs[k] = (int) x + c;
                ys[k++] = high[c];
            }
        }
        return k;
    }

    private int points(float[] values, int n, double x, double width, double zero, double scale, double min) {
        fit(n);
        for (int t = 0; t < n; t++) {
            xs[t] = (int) (x + width * t / (n - 1));
            ys[t] = (int) (zero + (values[t] - min) * scale);
        }
        return n;
    }

    private void fit(int n) {
        if (xs.length < n) {
            xs = new int[n];
            ys = new int[n];
        }
    }
}
