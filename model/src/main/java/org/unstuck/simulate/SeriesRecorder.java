package org.unstuck.simulate;

/**
 * Sorts samples of all lanes into the series of each. The series of two lanes lie far apart in memory: a block of samples is
 * collected first, and every lane gets its part of it in one go.
 */
final class SeriesRecorder {

    private static final int BLOCK = 16;

    private final int regions;
    private final int lanes;
    private final double[][] block;
    private double[][][] series;
    /** Number in the series of the first sample of the block. */
    private int first;

    private int count;

    SeriesRecorder(int regions, int lanes) {
        this.regions = regions;
        this.lanes = lanes;
        this.block = new double[BLOCK][regions * lanes];
    }

    /**
     * Adds one sample.
     *
     * @param E activity {@code E[region * lanes + lane]}
     * @param to where it goes, {@code to[lane][sample][region]}; written by {@link #finish} at the latest
     * @param sample its number there; one more than that of the sample before, unless that was finished
     */
    void add(double[] E, double[][][] to, int sample) {
        if (count == 0) {
            series = to;
            first = sample;
        }
        System.arraycopy(E, 0, block[count++], 0, E.length);
        if (count == BLOCK) {
            finish();
        }
    }

    /** Writes what is still collected. */
    void finish() {
        for (int k = 0; k < lanes; k++) {
            for (int s = 0; s < count; s++) {
                double[] E = block[s];
                double[] row = series[k][first + s];
                for (int i = 0; i < regions; i++) {
                    row[i] = E[i * lanes + k];
                }
            }
        }
        count = 0;
    }
}
