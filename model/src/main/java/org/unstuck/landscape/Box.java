package org.unstuck.landscape;

import org.unstuck.describe.Invalid;
import org.unstuck.noise.Draws;

/**
 * The part of the state space that is looked at. Its widths are the units in which distances between states are measured, so that a
 * coordinate in mV and one in Hz weigh alike.
 *
 * @param low {@code low[coordinate]}
 * @param high {@code high[coordinate]}, greater than low
 */
public record Box(double[] low, double[] high) {

    public Box {
        low = low.clone();
        high = high.clone();
        if (low.length != high.length) {
            throw new Invalid("low has " + low.length + " and high " + high.length + " coordinates.");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] < high[i]) || !Double.isFinite(high[i] - low[i])) {
                throw new Invalid(
                        "coordinate " + i + " of the box runs from " + low[i] + " to " + high[i]
                                + ", the ends must be finite and in order.",
                        "Maybe they were exchanged.");
            }
        }
    }

    /** The same range in all of {@code dimension} coordinates. */
    public static Box cube(int dimension, double low, double high) {
        double[] a = new double[dimension];
        double[] b = new double[dimension];
        java.util.Arrays.fill(a, low);
        java.util.Arrays.fill(b, high);
        return new Box(a, b);
    }

    /** The width of coordinate {@code i}. */
    public double width(int i) {
        return high[i] - low[i];
    }

    /** Number of coordinates. */
    public int dimension() {
        return low.length;
    }

    /** Whether {@code x} is inside, or outside by no more than {@code share} of a width. */
    public boolean contains(double[] x, double share) {
        for (int i = 0; i < x.length; i++) {
            double air = share * width(i);
            if (!(x[i] >= low[i] - air && x[i] <= high[i] + air)) {
                return false;
            }
        }
        return true;
    }

    /** A uniformly random point of the box. */
    public double[] point(Draws draws) {
        double[] x = new double[low.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = low[i] + draws.uniform() * width(i);
        }
        return x;
    }

    /** Root mean square over coordinates of the difference in widths: 1 is as far as opposite corners. */
    public double distance(double[] x, double[] y) {
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            double d = (x[i] - y[i]) / width(i);
            square += d * d;
        }
        return Math.sqrt(square / x.length);
    }
}
