package org.unstuck.numeric;

/** What all array kernels ask of their arrays: they write {@code out} in several loops and read {@code x} in more than one. */
final class Kernel {

    private Kernel() {}

    /** @throws IllegalArgumentException if {@code out} is {@code x} or has another length */
    static void check(double[] x, double[] out) {
        if (x == out) {
            throw new IllegalArgumentException("x and out are the same array, they must be two. Maybe copy x first.");
        }
        if (x.length != out.length) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " entries and out " + out.length + ", they must have equally many.");
        }
    }
}
