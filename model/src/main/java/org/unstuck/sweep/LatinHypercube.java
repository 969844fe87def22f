package org.unstuck.sweep;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Word;
import org.unstuck.noise.Address;

/**
 * Latin hypercube sample (McKay, Beckman and Conover 1979, Technometrics 21, 239-245): every axis is cut into n equal cells, each
 * cell holds one point, the cells of different axes are paired at random, and a point lies at random inside its cell.
 *
 * <p>The pairing is a permutation of 0..n-1 that is computed, not stored: a Feistel network of four rounds over the smallest even
 * number of bits that holds n, applied until it falls below n (cycle walking; Black and Rogaway 2002, CT-RSA, 114-130).
 *
 * @param points number of points n
 * @param seed of the pairing and of the places inside the cells
 */
@Word("latin-hypercube")
@Meaning("points that fall once into each of n equal parts of every axis")
public record LatinHypercube(
        @Meaning("number of points") @Limits(low = 1, high = 1e15)
        long points,

        @Meaning("of the draws") @Default("1") long seed)
        implements Design.Drawn {

    private static final int ROUNDS = 4;

    public LatinHypercube {
        if (points < 1) {
            throw new Invalid("points", "points is " + points + ", it must be at least 1.", "Maybe 100.");
        }
    }

    @Override
    public long size(List<Axis> axes) {
        return points;
    }

    @Override
    public double[] at(long index, List<Axis> axes) {
        double[] positions = new double[axes.size()];
        Address root = Address.of(seed).with("latin-hypercube");
        for (int a = 0; a < positions.length; a++) {
            Address of = root.with("axis", a);
            long cell = permuted(index, of.with("cell"));
            double inside = of.with("inside", index).draws().uniform();
            positions[a] = (cell + inside) / points;
        }
        return positions;
    }

    private long permuted(long index, Address keys) {
        int half = Math.max(1, (65 - Long.numberOfLeadingZeros(points - 1)) / 2);
        long mask = (1L << half) - 1;
        long x = index;
        do {
            long left = x >>> half;
            long right = x & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (keys.with(round).with(right).key() & mask);
                left = right;
                right = next;
            }
            x = left << half | right;
        } while (x >= points);
        return x;
    }
}
