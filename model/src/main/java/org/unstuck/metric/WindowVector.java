package org.unstuck.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.unstuck.noise.Address;

/** The measures that are compared with surrogates, all from one pass over a recording. */
final class WindowVector {

    /** The scalars; behind them stands the flexibility of every region. */
    static final List<String> NAMES = List.of(
            "flexibility (multilayer modularity)",
            "template flexibility",
            "FCD variance",
            "metastability",
            "Lempel-Ziv complexity (LZ76)",
            "permutation entropy, order 4");

    static final int FLEXIBILITY = 0;

    private static final int ORDER = 4;

    /** Measures of change over time: white noise of the same covariance is a second opinion for them. */
    static final List<Integer> ABOUT_TIME = List.of(0, 1, 2);

    private final SlidingWindows windows;
    private final RecordingSettings settings;
    private int regions;

    WindowVector(SlidingWindows windows, RecordingSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    /** Scalars and regions; known after the first call of {@link #of}. */
    int length() {
        return NAMES.size() + regions;
    }

    Measurement[] of(double[][] values, Address address) {
        double[][] x = Series.byRegion(values, 2);
        regions = x.length;
        Measurement[] all = new Measurement[length()];
        Optional<String> obstacle = windows.obstacle(x, values.length);
        if (obstacle.isPresent()) {
            Arrays.fill(all, Measurement.undefined(obstacle.get()));
        } else {
            Layers layers = windows.layers(x, values.length);
            BassettFlexibility flexibility =
                    BassettFlexibility.of(MultilayerModularity.of(layers).runs(RecordingSettings.RUNS, address));
            all[0] = flexibility.mean();
            all[1] = template(layers);
            System.arraycopy(flexibility.node(), 0, all, NAMES.size(), regions);
        }
        all[2] = ConnectivityDynamics.of(values, settings.window(), settings.fcdStep())
                .variance();
        all[3] = Metastability.of(values, Metastability.USUAL_CUT).metastability();
        all[4] = new LempelZiv().of(values, address);
        double sum = 0;
        for (double[] series : x) {
            sum += PermutationEntropy.of(series, ORDER, 1).normalised();
        }
        all[5] = Measurement.of(sum / x.length);
        return all;
    }

    private Measurement template(Layers layers) {
        long modules = Arrays.stream(settings.module()).distinct().count();
        return modules < 2
                ? Measurement.undefined("there are no modules to belong to")
                : TemplateFlexibility.of(layers, settings.module())
                        .flexibility()
                        .mean();
    }
}
