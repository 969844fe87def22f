package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The share of random starting points that end on an attractor (Menck, Heitzig, Marwan and Kurths 2013, Nature Physics 9, 89-92; cited
 * as from general knowledge): the probability to return after a push to anywhere in the box. It depends on the box.
 *
 * @param count starting points that ended there
 * @param points all starting points
 */
public record BasinStability(int count, int points) {

    /** Level of the interval. */
    public static final double LEVEL = 0.95;

    /** Points that are drawn at once: as many as are carried together. */
    private static final int PART = 512;

    /** Parts in the air for each thread. */
    private static final int AHEAD = 4;

    /**
     * Counts the fates of {@code points} uniformly random points of the box of {@code fates}. The result does not depend on the
     * number of threads; memory does not grow with the number of points.
     *
     * @param fates makes what tells the fate; called once per thread, always with the same result
     * @param threads at least 1
     * @param cancelled asked before every {@value #PART} points whether to stop
     * @return one for every attractor and, last, one for points that reached none in time
     */
    public static List<BasinStability> of(
            Supplier<Fates> fates, int points, Address seed, int threads, BooleanSupplier cancelled) {
        Draws draws = seed.with("basin stability").draws();
        Fates first = fates.get();
        int[] counts = new int[first.attractors().size() + 1];
        try (FatePool pool = new FatePool(fates, threads, cancelled)) {
            for (int begin = 0; begin < points; ) {
                List<Supplier<double[][]>> parts = new ArrayList<>();
                while (begin < points && parts.size() < AHEAD * threads) {
                    double[][] from = drawn(first.box(), Math.min(PART, points - begin), draws);
                    parts.add(() -> from);
                    begin += PART;
                }
                for (int[] part : pool.of(parts)) {
                    for (int fate : part) {
                        counts[fate == Fates.UNKNOWN ? counts.length - 1 : fate]++;
                    }
                }
            }
        }
        List<BasinStability> all = new ArrayList<>();
        for (int count : counts) {
            all.add(new BasinStability(count, points));
        }
        return all;
    }

    /** As above, on one thread and to the end. */
    public static List<BasinStability> of(Fates fates, int points, Address seed) {
        return of(() -> fates, points, seed, 1, () -> false);
    }

    private static double[][] drawn(Box box, int points, Draws draws) {
        double[][] from = new double[box.dimension()][points];
        for (int k = 0; k < points; k++) {
            Flow.put(box.point(draws), from, k);
        }
        return from;
    }

    /** The share. */
    public double share() {
        return count / (double) points;
    }

    /** Lower end of the 95 % interval of a share (Wilson 1927). */
    public double low() {
        return count == 0 ? 0 : interval().getLowerBound();
    }

    /** Upper end. */
    public double high() {
        return count == points ? 1 : interval().getUpperBound();
    }

    private ConfidenceInterval interval() {
        return new WilsonScoreInterval().createInterval(points, count, LEVEL);
    }
}
