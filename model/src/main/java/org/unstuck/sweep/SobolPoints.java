package org.unstuck.sweep;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Word;
import org.unstuck.noise.Address;

/**
 * Points of the Sobol sequence (Sobol 1967; direction numbers of Joe and Kuo 2008, SIAM J Sci Comput 30, 2635-2654, as in
 * Commons Math), which fill the space more evenly than chance. Every axis is shifted by one random number, bit by bit (digital
 * shift): the sequence stays as even as it was, and its first point is no longer the corner where everything is lowest. The
 * number of points is best a power of two.
 *
 * @param points number of points
 * @param seed of the shift
 */
@Word("sobol")
@Meaning("points of the Sobol sequence, which fill the space evenly; best a power of two of them")
public record SobolPoints(
        @Meaning("number of points") @Limits(low = 1, high = 1_000_000_000)
        long points,

        @Meaning("of the shift") @Default("1") long seed)
        implements Design.Drawn {

    /** Bits of a coordinate in Commons Math. */
    private static final int BITS = 52;
    /** The generator counts in an int. */
    private static final long MOST = 1_000_000_000;

    private static final int MOST_AXES = 1000;
    private static final Map<Integer, SobolSequenceGenerator> GENERATORS = new TreeMap<>();

    public SobolPoints {
        if (points < 1 || points > MOST) {
            throw new Invalid("points", "points is " + points + ", it must be from 1 to " + MOST + ".", "Maybe 128.");
        }
    }

    @Override
    public long size(List<Axis> axes) {
        return points;
    }

    @Override
    public double[] at(long index, List<Axis> axes) {
        if (axes.size() > MOST_AXES) {
            throw new Invalid("axes", "there are " + axes.size() + " axes, the Sobol sequence has at most 1000.", "");
        }
        double[] positions = unshifted(Math.max(1, axes.size()), (int) index);
        Address root = Address.of(seed).with("sobol");
        for (int a = 0; a < axes.size(); a++) {
            long shift = root.with("axis", a).draws().bits() >>> (Long.SIZE - BITS);
            long cell = (long) (positions[a] * (1L << BITS)) ^ shift;
            positions[a] = (cell + 0.5) / (1L << BITS);
        }
        return positions;
    }

    /** A generator reads its direction numbers from a file, so one is kept for each number of axes. */
    private static double[] unshifted(int axes, int index) {
        synchronized (GENERATORS) {
            return GENERATORS.computeIfAbsent(axes, SobolSequenceGenerator::new).skipTo(index);
        }
    }
}
