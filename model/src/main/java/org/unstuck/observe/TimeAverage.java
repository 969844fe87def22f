package org.unstuck.observe;

import java.util.Arrays;

/**
 * Mean activity of every region over a stretch of time: a sample of a slow instrument. Owned by one run; adding allocates nothing.
 */
public final class TimeAverage {

    private final double[] sum;
    private final double[] mean;
    private int count;

    /** Averages over {@code regions}. */
    public TimeAverage(int regions) {
        this.sum = new double[regions];
        this.mean = new double[regions];
    }

    /** Adds one sample {@code activity[region]}. */
    public void add(double[] activity) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += activity[i];
        }
        count++;
    }

    /** How many samples were added since the last {@link #take}. */
    public int count() {
        return count;
    }

    /**
     * The mean since the last call, and a new beginning.
     *
     * @return {@code mean[region]}, overwritten by the next call; 0 if nothing was added
     */
    public double[] take() {
        for (int i = 0; i < sum.length; i++) {
            mean[i] = count == 0 ? 0 : sum[i] / count;
        }
        Arrays.fill(sum, 0);
        count = 0;
        return mean;
    }
}
