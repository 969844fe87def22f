package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * Counts the fates of {@code points} uniformly random points of the box of {@code fates}.
     *
     * @return one for every attractor and, last, one for points that reached none in time
     */
    public static List<BasinStability> of(Fates fates, int points, Address seed) {
        Draws draws = seed.with("basin stability").draws();
        double[][] from = new double[fates.box().dimension()][points];
        for (int k = 0; k < points; k++) {
            Flow.put(fates.box().point(draws), from, k);
        }
        int[] counts = new int[fates.attractors().size() + 1];
        for (int fate : fates.of(from)) {
            counts[fate == Fates.UNKNOWN ? counts.length - 1 : fate]++;
        }
        List<BasinStability> all = new ArrayList<>();
        for (int count : counts) {
            all.add(new BasinStability(count, points));
        }
        return all;
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
