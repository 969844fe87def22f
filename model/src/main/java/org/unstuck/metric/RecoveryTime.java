package org.unstuck.metric;

/**
 * How fast a network returns after a push: two runs with the same noise, one of them pushed.
 *
 * <pre>
 *   D(t) = sqrt( mean_i (x_i(t) - y_i(t))^2 )       x pushed, y not
 *   half-time = from the end of the push to the first t from which D stays at or below D(end of push) / 2
 * </pre>
 *
 * <p>With the same noise in both runs, D is what the push did and nothing else; with different noise it has a floor and the half-time
 * means little. A push that crosses into another basin never returns: undefined, which is a finding of its own.
 *
 * @param distance {@code distance[sample]} D
 * @param peak largest D from the end of the push on, unit of the activity
 * @param halfTimeS half-time, s; undefined if the push did nothing or D is still above half at the end
 */
public record RecoveryTime(double[] distance, double peak, Measurement halfTimeS) {

    private static final double MS_PER_S = 1000;

    /**
     * Compares two runs.
     *
     * @param pushed {@code pushed[sample][region]}
     * @param quiet the same run without the push
     * @param end the first sample after the push
     * @param samplingMs time between samples, ms
     */
    public static RecoveryTime of(double[][] pushed, double[][] quiet, int end, double samplingMs) {
        double[][] x = Series.byRegion(pushed, 1);
        double[][] y = Series.byRegion(quiet, 1);
        if (pushed.length != quiet.length
                || x.length != y.length
                || end < 0
                || end >= pushed.length
                || !(samplingMs > 0)) {
            throw new IllegalArgumentException("pushed has " + pushed.length + " samples of " + x.length
                    + " regions, quiet " + quiet.length + " of " + y.length + ", the push ends at " + end + " of "
                    + samplingMs + " ms each: the runs must be equally long and the push end inside them. "
                    + "Maybe one run was cut.");
        }
        double[] d = new double[pushed.length];
        for (int t = 0; t < d.length; t++) {
            double square = 0;
            for (int i = 0; i < x.length; i++) {
                square += (x[i][t] - y[i][t]) * (x[i][t] - y[i][t]) / x.length;
            }
            d[t] = Math.sqrt(square);
        }
        double peak = 0;
        for (int t = end; t < d.length; t++) {
            peak = Math.max(peak, d[t]);
        }
        return new RecoveryTime(d, peak, halfTime(d, end, samplingMs));
    }

    private static Measurement halfTime(double[] d, int end, double samplingMs) {
        if (d[end] == 0) {
            return Measurement.undefined("the push changed nothing");
        }
        int t = d.length;
        while (t > end && d[t - 1] <= d[end] / 2) {
            t--;
        }
        return t == d.length
                ? Measurement.undefined("the network is not half way back at the end of the run")
                : Measurement.of((t - end) * samplingMs / MS_PER_S);
    }
}
