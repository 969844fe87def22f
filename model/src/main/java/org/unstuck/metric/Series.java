package org.unstuck.metric;

/** Checks on series {@code values[sample][region]}, and the same series by region. */
final class Series {

    private Series() {}

    /**
     * The series of each region: {@code [region][sample]}.
     *
     * @throws IllegalArgumentException if there are fewer than {@code fewest} samples, no region, rows of unequal length, or
     *     a value that is not finite
     */
    static double[][] byRegion(double[][] values, int fewest) {
        if (values.length < fewest || values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("values has " + values.length + " samples, this measure needs at least "
                    + fewest + " of at least one region. Maybe the recording is empty.");
        }
        int regions = values[0].length;
        double[][] x = new double[regions][values.length];
        for (int t = 0; t < values.length; t++) {
            if (values[t].length != regions) {
                throw new IllegalArgumentException("values[" + t + "] has " + values[t].length
                        + " regions, values[0] has " + regions + ". Maybe a row is cut short.");
            }
            for (int i = 0; i < regions; i++) {
                if (!Double.isFinite(values[t][i])) {
                    throw new IllegalArgumentException("values[" + t + "][" + i + "] is " + values[t][i]
                            + ", a series must be finite. Maybe the simulation diverged.");
                }
                x[i][t] = values[t][i];
            }
        }
        return x;
    }

    /** Whether x[from..to-1] is one value throughout (exactly: no spread means no correlation and no phase). */
    static boolean isConstant(double[] x, int from, int to) {
        for (int t = from + 1; t < to; t++) {
            if (x[t] != x[from]) {
                return false;
            }
        }
        return true;
    }
}
