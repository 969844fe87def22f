package org.unstuck.sweep;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Word;

/**
 * Which points of a space are visited. Every point is computed from its index alone, so that no list of them is ever held and
 * shards need not talk to each other.
 */
public sealed interface Design permits Design.Drawn, Design.Given {

    /** Number of points. */
    long size(List<Axis> axes);

    /** Positions of point {@code index} on every axis, from 0 to 1. */
    double[] at(long index, List<Axis> axes);

    /** A design that a file names in a line. */
    sealed interface Drawn extends Design permits Grid, LatinHypercube, SobolPoints {}

    /**
     * Every combination; the last axis changes fastest.
     *
     * @param steps numbers taken of every span, both ends included; other axes take all their values
     */
    @Word("grid")
    @Meaning("every combination of the values of all axes; the last axis changes fastest")
    record Grid(
            @Meaning("numbers taken of every span, both ends included") @Limits(low = 1, high = 1_000_000) @Default("5")
            int steps)
            implements Drawn {

        public Grid {
            if (steps < 1) {
                throw new Invalid("steps", "steps is " + steps + ", it must be at least 1.", "Maybe 5.");
            }
        }

        @Override
        public long size(List<Axis> axes) {
            long size = 1;
            for (Axis axis : axes) {
                try {
                    size = Math.multiplyExact(size, axis.grid(steps).length);
                } catch (ArithmeticException e) {
                    return Long.MAX_VALUE;
                }
            }
            return size;
        }

        @Override
        public double[] at(long index, List<Axis> axes) {
            double[] positions = new double[axes.size()];
            long left = index;
            for (int a = positions.length - 1; a >= 0; a--) {
                double[] grid = axes.get(a).grid(steps);
                positions[a] = grid[(int) (left % grid.length)];
                left /= grid.length;
            }
            return positions;
        }
    }

    /**
     * Points given one by one, as the designs of a sensitivity analysis are.
     *
     * @param rows positions {@code rows.get(point).get(axis)}, from 0 to 1
     */
    record Given(List<List<Double>> rows) implements Design {

        public Given {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public long size(List<Axis> axes) {
            return rows.size();
        }

        @Override
        public double[] at(long index, List<Axis> axes) {
            return rows.get((int) index).stream().mapToDouble(x -> x).toArray();
        }
    }
}
