package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.integrate.Drift;

/**
 * The curves in a plane of two coordinates on which one of them does not change, all others held at a base point: marching squares on
 * a grid, each crossing of an edge by linear interpolation. Where the two curves meet the plane has an equilibrium of these two
 * coordinates.
 *
 * @param x number of the coordinate along the plane
 * @param y number of the coordinate up the plane
 * @param ofX segments {@code {x1, y1, x2, y2}} on which x does not change
 * @param ofY the same for y
 */
public record Nullclines(int x, int y, List<double[]> ofX, List<double[]> ofY) {

    /**
     * Computes both.
     *
     * @param base the values of all other coordinates
     * @param cells cells of the grid a side, at least 8
     */
    public static Nullclines of(VectorField field, Box box, double[] base, int x, int y, int cells) {
        if (x == y || cells < 8) {
            throw new Invalid(
                    "a plane needs two coordinates and a grid of at least 8 cells, not " + x + ", " + y + " and "
                            + cells + ".",
                    "Maybe 200 cells.");
        }
        int side = cells + 1;
        double[][] from = new double[base.length][side];
        double[][] f = new double[base.length][side];
        double[][] fx = new double[side][];
        double[][] fy = new double[side][];
        Drift drift = field.start(side);
        for (int r = 0; r < side; r++) {
            for (int i = 0; i < base.length; i++) {
                java.util.Arrays.fill(from[i], i == y ? at(box, y, r, cells) : base[i]);
            }
            for (int c = 0; c < side; c++) {
                from[x][c] = at(box, x, c, cells);
            }
            drift.at(0, from, f);
            fx[r] = f[x].clone();
            fy[r] = f[y].clone();
        }
        return new Nullclines(x, y, zeros(fx, box, x, y, cells), zeros(fy, box, x, y, cells));
    }

    /**
     * The coordinate of a plane whose rate of change is the same everywhere in it, so that the plane has no nullcline of it: the place of an
     * oscillator of second order, where its speed is held.
     *
     * @return {@code x}, {@code y}, or -1 if both rates depend on the plane
     */
    public static int constant(VectorField field, Box box, double[] base, int x, int y) {
        double[][] from = new double[base.length][COARSE * COARSE];
        double[][] f = new double[base.length][COARSE * COARSE];
        for (int i = 0; i < base.length; i++) {
            for (int k = 0; k < COARSE * COARSE; k++) {
                int row = k / COARSE;
                from[i][k] =
                        i == x ? at(box, x, k % COARSE, COARSE - 1) : i == y ? at(box, y, row, COARSE - 1) : base[i];
            }
        }
        field.start(COARSE * COARSE).at(0, from, f);
        return isConstant(f[x]) ? x : isConstant(f[y]) ? y : -1;
    }

    private static final int COARSE = 5;
    /** Rates that differ by less, relative to their size, are the same. */
    private static final double SAME_RATE = 1e-12;

    private static boolean isConstant(double[] rates) {
        double low = rates[0];
        double high = rates[0];
        for (double rate : rates) {
            low = Math.min(low, rate);
            high = Math.max(high, rate);
        }
        return high - low <= SAME_RATE * Math.max(Math.abs(low), Math.abs(high));
    }

    private static double at(Box box, int i, double k, int cells) {
        return box.low()[i] + k / cells * box.width(i);
    }

    private static List<double[]> zeros(double[][] f, Box box, int x, int y, int cells) {
        List<double[]> segments = new ArrayList<>();
        for (int r = 0; r < cells; r++) {
            for (int c = 0; c < cells; c++) {
                List<double[]> ends = new ArrayList<>();
                edge(ends, f[r][c], f[r][c + 1], c, r, 1, 0);
                edge(ends, f[r][c + 1], f[r + 1][c + 1], c + 1, r, 0, 1);
                edge(ends, f[r + 1][c], f[r + 1][c + 1], c, r + 1, 1, 0);
                edge(ends, f[r][c], f[r + 1][c], c, r, 0, 1);
                for (int e = 0; e + 1 < ends.size(); e += 2) {
                    double[] a = ends.get(e);
                    double[] b = ends.get(e + 1);
                    segments.add(new double[] {
                        at(box, x, a[0], cells),
                        at(box, y, a[1], cells),
                        at(box, x, b[0], cells),
                        at(box, y, b[1], cells)
                    });
                }
            }
        }
        return segments;
    }

    /** The zero on the edge from (c, r) in direction (dc, dr), if there is one. */
    private static void edge(List<double[]> ends, double a, double b, int c, int r, int dc, int dr) {
        if (a < 0 != b < 0) {
            double share = a / (a - b);
            ends.add(new double[] {c + share * dc, r + share * dr});
        }
    }
}
