package org.unstuck.integrate;

/**
 * Arrays of one length that begin at different places of a memory page. A processor that has just stored to one array waits when it reads
 * another at nearly the same place of another page, and arrays of 256, 512 or 768 numbers that lie side by side do just that: a step of
 * twelve regions and 64 lanes took up to a quarter longer. Speed only; the collector may move arrays together again.
 */
public final class Rows {

    private static final int PAGE_BYTES = 4096;
    /** Distance from one array to the next, modulo a page: 17 arrays are then at least 256 bytes apart. */
    private static final int APART_BYTES = 304;

    private static final int HEADER_BYTES = 16;

    /** The last gap, so that it is not optimised away. */
    private static double[] gap;

    private Rows() {}

    /** {@code count} arrays of {@code size} zeros. */
    public static double[][] of(int count, int size) {
        double[][] rows = new double[count][];
        for (int v = 0; v < count; v++) {
            rows[v] = of(size);
        }
        return rows;
    }

    /** An array of {@code size} zeros. */
    public static double[] of(int size) {
        double[] row = new double[size];
        int bytes = Math.floorMod(APART_BYTES - 2 * HEADER_BYTES - size * Double.BYTES, PAGE_BYTES);
        gap = new double[bytes / Double.BYTES];
        return row;
    }
}
