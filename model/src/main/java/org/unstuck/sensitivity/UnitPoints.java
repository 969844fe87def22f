package org.unstuck.sensitivity;

import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.apache.commons.math3.random.RandomVectorGenerator;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Points that fill the unit cube, {@code [point][input]}, each coordinate in [0, 1). */
public final class UnitPoints {

    /** As many as Commons Math has direction numbers or primes for. */
    private static final int MOST_SOBOL = 1000;

    private static final int MOST_HALTON = 40;

    private UnitPoints() {}

    /**
     * The first points of the Sobol' sequence, direction numbers of Joe and Kuo (2008, SIAM J. Sci. Comput. 30), in Gray-code order,
     * not scrambled; the first point is 0. Every block of 2^k points is balanced in each coordinate: use a power of two.
     *
     * @param inputs 1 to 1,000
     * @throws Invalid if there are too few or too many of either
     */
    public static double[][] sobol(int points, int inputs) {
        check(points, inputs, MOST_SOBOL);
        return take(new SobolSequenceGenerator(inputs), points);
    }

    /**
     * The first points of the Halton sequence in the bases of the first primes, not scrambled; the first point is 0.
     *
     * @param inputs 1 to 40
     * @throws Invalid if there are too few or too many of either
     */
    public static double[][] halton(int points, int inputs) {
        check(points, inputs, MOST_HALTON);
        int[] primes = new int[inputs];
        for (int k = 0, candidate = 2; k < inputs; candidate++) {
            int c = candidate;
            if (java.util.Arrays.stream(primes, 0, k).noneMatch(p -> c % p == 0)) {
                primes[k++] = candidate;
            }
        }
        return take(new HaltonSequenceGenerator(inputs, primes, null), points);
    }

    /**
     * Independent uniform points.
     *
     * @throws Invalid if there are too few of either
     */
    public static double[][] random(int points, int inputs, Address address) {
        check(points, inputs, Integer.MAX_VALUE);
        Draws draws = address.draws();
        double[][] all = new double[points][inputs];
        for (double[] point : all) {
            for (int k = 0; k < inputs; k++) {
                point[k] = draws.uniform();
            }
        }
        return all;
    }

    /**
     * The points moved by one random vector, modulo 1 (Cranley and Patterson 1976, SIAM J. Numer. Anal. 13): as even as before, but no
     * point is at a corner, and another address gives another sample.
     */
    public static double[][] shifted(double[][] points, Address address) {
        Draws draws = address.draws();
        double[] by = new double[points[0].length];
        for (int k = 0; k < by.length; k++) {
            by[k] = draws.uniform();
        }
        double[][] moved = new double[points.length][by.length];
        for (int j = 0; j < points.length; j++) {
            for (int k = 0; k < by.length; k++) {
                double x = points[j][k] + by[k];
                moved[j][k] = x < 1 ? x : x - 1;
            }
        }
        return moved;
    }

    private static double[][] take(RandomVectorGenerator from, int points) {
        double[][] all = new double[points][];
        for (int j = 0; j < points; j++) {
            all[j] = from.nextVector();
        }
        return all;
    }

    private static void check(int points, int inputs, int most) {
        if (points < 1) {
            throw new Invalid("points", "points is " + points + ", it must be at least 1.", "Maybe 64.");
        }
        if (inputs < 1 || inputs > most) {
            throw new Invalid(
                    "inputs",
                    "there are " + inputs + " inputs, this design takes 1 to " + most + ".",
                    "Maybe fewer inputs: those that a screening found to matter.");
        }
    }
}
