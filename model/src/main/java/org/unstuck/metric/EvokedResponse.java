package org.unstuck.metric;

/**
 * How much a pulse moves the activity of some regions, and how long it takes to come back: with d(t) the mean over the regions of
 * activity with the pulse minus activity without it (same noise, same starting state),
 *
 * <pre>
 *   amplitude      mean of d while the pulse is on
 *   peak, latency  the d of largest absolute value and its time from the onset
 *   half-time      from the end of the pulse until |d| first falls to half of its value at the end (linear between samples)
 * </pre>
 *
 * <p>Half-time is undefined if there is nothing to recover from ({@code |d|} at the end below {@link #LEAST}) or if recovery is
 * not seen within the recording. A single patient's d is an average over a dozen pulses of a network that jumps between states;
 * average curves over patients before asking for a half-time.
 *
 * @param d {@code d[sample]}, the first sample is one interval after the onset
 * @param onSamples samples during which the pulse is on, 1 to d.length - 1
 * @param sampleMs time between samples, ms
 */
public record EvokedResponse(double[] d, int onSamples, double sampleMs) {

    /** A smaller difference (activity runs from 0 to 1) is not recovered from. */
    public static final double LEAST = 1e-3;

    /** @throws IllegalArgumentException if the pulse is not shorter than the recording, or the interval not positive */
    public EvokedResponse {
        if (onSamples < 1 || onSamples >= d.length || !(sampleMs > 0)) {
            throw new IllegalArgumentException("onSamples is " + onSamples + " of " + d.length + " samples at "
                    + sampleMs + " ms, the pulse must be shorter than the recording. Maybe the window is too short.");
        }
        d = d.clone();
    }

    /**
     * The response of the mean of {@code regions}.
     *
     * @param with {@code with[sample][region]}
     * @param without the same shape
     * @param regions at least one
     */
    public static EvokedResponse of(
            double[][] with, double[][] without, int[] regions, int onSamples, double sampleMs) {
        double[] d = new double[with.length];
        for (int t = 0; t < d.length; t++) {
            for (int i : regions) {
                d[t] += (with[t][i] - without[t][i]) / regions.length;
            }
        }
        return new EvokedResponse(d, onSamples, sampleMs);
    }

    /** Mean difference while the pulse is on. */
    public double amplitude() {
        double sum = 0;
        for (int t = 0; t < onSamples; t++) {
            sum += d[t];
        }
        return sum / onSamples;
    }

    /** The difference of largest absolute value, with its sign. */
    public double peak() {
        return d[largest()];
    }

    /** Time of the peak from the onset, ms. */
    public double latencyMs() {
        return (largest() + 1) * sampleMs;
    }

    private int largest() {
        int at = 0;
        for (int t = 1; t < d.length; t++) {
            at = Math.abs(d[t]) > Math.abs(d[at]) ? t : at;
        }
        return at;
    }

    /** Time from the end of the pulse until half of the difference at its end is gone, ms. */
    public Measurement halfTimeMs() {
        double end = Math.abs(d[onSamples - 1]);
        if (end < LEAST) {
            return Measurement.undefined("the pulse leaves no difference to recover from");
        }
        double before = end;
        for (int t = onSamples; t < d.length; t++) {
            double now = Math.abs(d[t]);
            if (now <= end / 2) {
                return Measurement.of((t - onSamples + (before - end / 2) / (before - now)) * sampleMs);
            }
            before = now;
        }
        return Measurement.undefined("half of the difference is still there at the end of the recording");
    }
}
