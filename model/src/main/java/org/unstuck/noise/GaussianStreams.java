package org.unstuck.noise;

/**
 * Normal numbers of many streams at once, one of each per step: the same bits as {@link Gaussian#at}, in three loops. The first mixes
 * the words, which HotSpot turns into SIMD; the second takes every word as accepted and notes which are in doubt, 15 of 1000;
 * the third looks at those. Together two thirds of the time of one loop.
 *
 * <p>Owned by one thread; filling allocates nothing.
 */
public final class GaussianStreams {

    private final long[] keys;
    private final long[] words;
    /** Positions of the words that are not accepted at once. */
    private final int[] doubtful;

    /** {@code size} streams, to be addressed. */
    public GaussianStreams(int size) {
        this.keys = new long[size];
        this.words = new long[size];
        this.doubtful = new int[size];
    }

    /** Chooses stream {@code k}. */
    public void address(int k, Address stream) {
        keys[k] = stream.key();
    }

    /**
     * Number {@code step} of every stream: {@code out[k] = scale * Gaussian.at(key of k, step)}.
     *
     * @param step the same step of every stream
     * @param scale the standard deviation
     * @param out filled; as long as there are streams
     */
    public void fill(long step, double scale, double[] out) {
        mix((step + 1) * Address.GOLDEN);
        int count = accept(scale, out);
        for (int d = 0; d < count; d++) {
            int k = doubtful[d];
            out[k] = scale * Gaussian.outside(words[k]);
        }
    }

    private void mix(long offset) {
        long[] from = keys;
        long[] to = words;
        for (int k = 0; k < to.length; k++) {
            to[k] = Address.mix(from[k] + offset);
        }
    }

    /** Fills in what the words would give if they were accepted; returns how many are doubtful. */
    private int accept(double scale, double[] out) {
        long[] from = words;
        int[] noted = doubtful;
        int count = 0;
        for (int k = 0; k < from.length; k++) {
            long word = from[k];
            int layer = Gaussian.layer(word);
            double position = Gaussian.position(word);
            out[k] = scale * (position * Gaussian.STEP[layer]);
            if (!(Math.abs(position) < Gaussian.SURE[layer])) {
                noted[count++] = k;
            }
        }
        return count;
    }
}
