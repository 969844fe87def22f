package org.unstuck.noise;

/**
 * Sequential draws from one addressed stream (SplitMix64): for restarts, shuffles and traits. The fast clock fills its
 * noise with {@link GaussianStreams} instead, which addresses every number by its step.
 *
 * <p>Not shared between threads; make one with {@link Address#draws()} where it is used.
 */
public final class Draws {

    private long state;

    Draws(long key) {
        this.state = key;
    }

    /** 64 random bits. */
    public long bits() {
        state += Address.GOLDEN;
        return Address.mix(state);
    }

    /** A uniform number in (0, 1): the centre of one of 2^52 equal cells, so neither end is ever drawn. */
    public double uniform() {
        return Gaussian.uniform(bits());
    }

    /**
     * A uniform whole number in 0..bound-1 (Lemire's multiply-shift, exact by rejection; ACM TOMACS 29, 2019).
     *
     * @throws IllegalArgumentException if {@code bound} is below 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + ", it must be at least 1.");
        }
        long product = (bits() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = ((1L << 32) - bound) % bound;
            while (low < threshold) {
                product = (bits() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /** A standard normal number. */
    public double gaussian() {
        return Gaussian.of(bits());
    }

    /** Puts {@code items} into a uniformly random order, in place (Fisher-Yates). */
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int swap = items[i];
            items[i] = items[j];
            items[j] = swap;
        }
    }
}
