package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.unstuck.describe.Invalid;

/**
 * Which attractor every point of a plane leads to: two coordinates vary, the others stay at a base point. The plane is a cut
 * through basins of many dimensions.
 *
 * @param x number of the coordinate along columns
 * @param y number of the coordinate along rows
 * @param xs {@code xs[column]}, centres of cells
 * @param ys {@code ys[row]}
 * @param fate {@code fate[row][column]}: number of an attractor or {@link Fates#UNKNOWN}
 */
public record BasinMap(int x, int y, double[] xs, double[] ys, int[][] fate) {

    private static final int MOST_CELLS = 1000;

    /**
     * Computes the map. Cost: columns x rows runs. The result does not depend on the number of threads.
     *
     * @param fates makes what tells the fate; called once per thread, always with the same result
     * @param base the values of all other coordinates
     * @param columns cells along x, from end to end of the box, 2 to 1000
     * @param rows cells along y
     * @param threads at least 1
     * @param cancelled asked before every row whether to stop
     */
    public static BasinMap of(
            Supplier<Fates> fates,
            int x,
            int y,
            double[] base,
            int columns,
            int rows,
            int threads,
            BooleanSupplier cancelled) {
        for (int cells : new int[] {columns, rows}) {
            if (cells < 2 || cells > MOST_CELLS) {
                throw new Invalid(
                        "the map has " + columns + " x " + rows + " cells, 2 to " + MOST_CELLS
                                + " a side are possible.",
                        "Maybe 100.");
            }
        }
        if (x == y) {
            throw new Invalid("both axes of the map are the same coordinate.", "Maybe another region.");
        }
        Box box = fates.get().box();
        double[] xs = centres(box, x, columns);
        double[] ys = centres(box, y, rows);
        List<Supplier<double[][]>> parts = new ArrayList<>();
        for (double at : ys) {
            parts.add(() -> row(base, x, xs, y, at));
        }
        try (FatePool pool = new FatePool(fates, threads, cancelled)) {
            return new BasinMap(x, y, xs, ys, pool.of(parts));
        }
    }

    private static double[] centres(Box box, int i, int cells) {
        double[] centres = new double[cells];
        for (int k = 0; k < cells; k++) {
            centres[k] = box.low()[i] + (k + 0.5) / cells * box.width(i);
        }
        return centres;
    }

    private static double[][] row(double[] base, int x, double[] xs, int y, double at) {
        double[][] from = new double[base.length][xs.length];
        for (int i = 0; i < base.length; i++) {
            java.util.Arrays.fill(from[i], i == y ? at : base[i]);
        }
        System.arraycopy(xs, 0, from[x], 0, xs.length);
        return from;
    }

    /** The share of cells that lead to attractor {@code a}. */
    public double share(int a) {
        int count = 0;
        for (int[] row : fate) {
            for (int f : row) {
                count += f == a ? 1 : 0;
            }
        }
        return count / (double) (fate.length * fate[0].length);
    }
}
