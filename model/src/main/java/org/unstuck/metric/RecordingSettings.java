package org.unstuck.metric;

/**
 * How a recording is measured.
 *
 * @param samplingMs time between samples, ms
 * @param window samples per window of connectivity; windows do not overlap for flexibility and start every quarter window for the FCD
 * @param module {@code module[region]}, or empty if there are no modules
 * @param states number of LEiDA and hidden states, at least 2
 * @param surrogates draws of every null hypothesis, at least 1; p cannot be below 1/(surrogates + 1)
 * @param seed root of all randomness
 */
public record RecordingSettings(double samplingMs, int window, int[] module, int states, int surrogates, long seed) {

    /** Searches whose flexibility is averaged, for the recording and for each surrogate. */
    static final int RUNS = 10;

    /** A correlation of fewer samples is sampling error (its standard deviation is above 0.5). */
    public static final int SMALLEST_WINDOW = 5;

    private static final int STEPS_PER_WINDOW = 4;

    public RecordingSettings {
        if (!(samplingMs > 0) || window < SMALLEST_WINDOW || states < 2 || surrogates < 1) {
            throw new IllegalArgumentException("samplingMs is " + samplingMs + ", window " + window
                    + " samples, states "
                    + states + ", surrogates " + surrogates + ": they must be above 0 and at least " + SMALLEST_WINDOW
                    + ", 2 and 1. Maybe the window is shorter than " + SMALLEST_WINDOW + " samples.");
        }
        module = module.clone();
    }

    /** Samples from one window of the FCD to the next. */
    int fcdStep() {
        return Math.max(1, window / STEPS_PER_WINDOW);
    }
}
