package org.unstuck.metric;

import java.util.Optional;

/**
 * Functional connectivity in sliding windows, as the layers of a network: Pearson correlation in samples
 * {@code k step .. k step + window - 1}, as long as the window fits, zero diagonal.
 *
 * <p><b>Negative correlations.</b> {@link Negative#CLIPPED} (default) sets them to 0, which is the usual practice and keeps Q
 * comparable. {@link Negative#SIGNED} keeps them; the modularity then gives them a null model of their own, so
 * that anticorrelated regions push each other apart. The absolute value is not offered: it would put the default-mode and the
 * control network into one community exactly because they exclude each other.
 *
 * @param window samples per window, at least 2. Short windows change by sampling error alone: compare with a surrogate.
 * @param step samples from one window to the next, at least 1; step = window does not overlap
 * @param negative what becomes of negative correlations
 */
public record SlidingWindows(int window, int step, Negative negative) {

    /** What becomes of negative correlations. */
    public enum Negative {
        /** Set to 0. */
        CLIPPED,
        /** Kept. */
        SIGNED
    }

    /** @throws IllegalArgumentException if window &lt; 2 or step &lt; 1 */
    public SlidingWindows {
        if (window < 2 || step < 1) {
            throw new IllegalArgumentException("window is " + window + " and step is " + step
                    + " samples, they must be at least 2 and 1. Maybe they were given in seconds.");
        }
    }

    /** With negative correlations set to 0. */
    public static SlidingWindows of(int window, int step) {
        return new SlidingWindows(window, step, Negative.CLIPPED);
    }

    /** How many windows fit into {@code samples}. */
    public int count(int samples) {
        return samples < window ? 0 : (samples - window) / step + 1;
    }

    /** Why there are no layers for these series, if so: too short, or a region constant throughout a window. */
    public Optional<String> obstacle(double[][] values) {
        return obstacle(Series.byRegion(values, 1), values.length);
    }

    /** The same for {@code x[region][sample]}. */
    Optional<String> obstacle(double[][] x, int samples) {
        if (count(samples) == 0) {
            return Optional.of(samples + " samples are shorter than one window of " + window);
        }
        for (int k = 0; k < count(samples); k++) {
            for (int i = 0; i < x.length; i++) {
                if (Series.isConstant(x[i], k * step, k * step + window)) {
                    return Optional.of("region " + i + " is constant in window " + k);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The layers.
     *
     * @param values {@code values[sample][region]}, not modified
     * @throws IllegalArgumentException if there is an {@link #obstacle}
     */
    public Layers layers(double[][] values) {
        double[][] x = Series.byRegion(values, 1);
        obstacle(x, values.length).ifPresent(why -> {
            throw new IllegalArgumentException(
                    "values cannot be cut into windows: " + why + ". Maybe record longer, or leave the region out.");
        });
        return layers(x, values.length);
    }

    /** The layers of {@code x[region][sample]}, where there is no obstacle. */
    Layers layers(double[][] x, int samples) {
        double[][][] weights = new double[count(samples)][][];
        double[][] work = new double[x.length][window];
        for (int k = 0; k < weights.length; k++) {
            double[][] r = FunctionalConnectivity.of(x, k * step, k * step + window, work)
                    .matrix();
            for (int i = 0; i < r.length; i++) {
                r[i][i] = 0;
                for (int j = 0; negative == Negative.CLIPPED && j < r.length; j++) {
                    r[i][j] = Math.max(0, r[i][j]);
                }
            }
            weights[k] = r;
        }
        return new Layers(weights);
    }
}
