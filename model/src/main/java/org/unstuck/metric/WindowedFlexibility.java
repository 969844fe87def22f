package org.unstuck.metric;

import java.util.Optional;
import org.unstuck.noise.Address;

/**
 * Bassett flexibility of recorded series, in one step: windows, multilayer modularity, mean flexibility over the nodes and
 * over all runs of the search.
 *
 * @param windows how the series are cut
 * @param gamma resolution
 * @param omegaPerStrength coupling omega per mean node strength of the layers at hand
 * @param runs independent searches that are averaged
 */
public record WindowedFlexibility(SlidingWindows windows, double gamma, double omegaPerStrength, int runs)
        implements Measure<double[][]> {

    /** Runs of the search, where nothing else is said: the mean over them scatters less than over patients. */
    public static final int USUAL_RUNS = 5;

    /** gamma = 1, omega = 0.04 x mean node strength, 5 runs. */
    public static WindowedFlexibility of(SlidingWindows windows) {
        return new WindowedFlexibility(
                windows, MultilayerModularity.GAMMA, MultilayerModularity.OMEGA_PER_STRENGTH, USUAL_RUNS);
    }

    /**
     * Measures.
     *
     * @param values {@code values[sample][region]}
     * @return mean flexibility; undefined if the series are too short for two windows, or a region is constant in one
     */
    @Override
    public Measurement of(double[][] values, Address address) {
        double[][] x = Series.byRegion(values, 1);
        Optional<String> obstacle = windows.obstacle(x, values.length);
        if (obstacle.isPresent()) {
            return Measurement.undefined(obstacle.get());
        }
        Layers layers = windows.layers(x, values.length);
        double omega = omegaPerStrength * layers.meanStrength();
        int[][][] found = new MultilayerModularity(layers, gamma, omega).communities(runs, address);
        return BassettFlexibility.of(found).mean();
    }
}
