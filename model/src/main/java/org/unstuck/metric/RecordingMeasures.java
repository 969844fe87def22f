package org.unstuck.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.noise.Address;

/**
 * Everything this package says about one recording, each number beside its null hypotheses. Nothing is imputed: what cannot be computed is
 * undefined, with the reason.
 *
 * @param connectivity Pearson correlations of the whole recording
 * @param dynamics FCD
 * @param layers connectivity in windows that do not overlap, negative correlations set to 0; null if a window has none
 * @param omega coupling that was used, 0.04 x mean node strength
 * @param community the run of the search that agrees most with the others; null without layers
 * @param nodes flexibility of every region against phase-randomised surrogates
 * @param promiscuity of every region
 * @param allegiance shares of windows together; null without layers
 * @param panel flexibility over gamma and omega; null without layers
 * @param states LEiDA states of this recording
 * @param rows the numbers of the whole network
 */
public record RecordingMeasures(
        FunctionalConnectivity connectivity,
        ConnectivityDynamics dynamics,
        Layers layers,
        double omega,
        Partition community,
        Against[] nodes,
        Measurement[] promiscuity,
        Allegiance allegiance,
        GammaOmegaPanel panel,
        StateSequence states,
        List<Row> rows) {

    private static final double[] GAMMAS = {0.8, 1, 1.2};
    private static final double[] OMEGAS = {0.25, 1, 2.5, 10};
    private static final int PANEL_RUNS = 3;
    private static final int HIDDEN_STARTS = 5;
    /** Samples per free parameter that a hidden Markov model needs at least. */
    private static final int SAMPLES_PER_PARAMETER = 2;

    private static final double MS_PER_S = 1000;

    /**
     * One number.
     *
     * @param name as in a table
     * @param unit or empty
     * @param hypothesis the null: "phase-randomised", ... ; empty if there is none
     * @param against value and null; with nothing but a value where there is no null
     * @param seeds interval of the mean over random starts of the search; undefined where nothing is random
     */
    public record Row(String name, String unit, String hypothesis, Against against, Interval seeds) {}

    /**
     * Whether the measures of change over time agree on which side of the phase-randomised null the recording is: each counts if it lies
     * outside 95 % of the surrogates.
     */
    public Disagreement besideChance() {
        List<Disagreement.Change> changes = new ArrayList<>();
        for (Row row : rows) {
            if (row.hypothesis().equals(PHASES)) {
                Against a = row.against();
                Measurement half =
                        a.nullQuantile(UPPER).combine(a.nullQuantile(1 - UPPER), (high, low) -> (high - low) / 2);
                Measurement middle =
                        a.nullQuantile(UPPER).combine(a.nullQuantile(1 - UPPER), (high, low) -> (high + low) / 2);
                changes.add(new Disagreement.Change(
                        row.name(), middle, a.value(), half.isDefined() ? half.orElseThrow() : 0, true));
            }
        }
        return Disagreement.of(changes);
    }

    private static final String PHASES = "phase-randomised";
    private static final double UPPER = 0.975;

    /** Told what is being computed, for those who wait. */
    @FunctionalInterface
    public interface Listener {
        /** {@code done} of {@code all} surrogates of {@code what}. */
        void at(String what, int done, int all);
    }

    /**
     * Measures.
     *
     * @param values {@code values[sample][region]}, at least two windows, no constant region
     * @param settings how
     * @param listener may throw to stop
     */
    public static RecordingMeasures of(double[][] values, RecordingSettings settings, Listener listener) {
        return new Measuring(values, settings, listener).run();
    }

    /** The work, step by step. */
    private static final class Measuring {

        private final double[][] values;
        private final RecordingSettings settings;
        private final Listener listener;
        private final Address address;
        private final SlidingWindows windows;
        private final WindowVector vector;
        private final List<Row> rows = new ArrayList<>();

        Measuring(double[][] values, RecordingSettings settings, Listener listener) {
            this.values = values;
            this.settings = settings;
            this.listener = listener;
            address = Address.of(settings.seed()).with("measure");
            windows = SlidingWindows.of(settings.window(), settings.window());
            vector = new WindowVector(windows, settings);
        }

        RecordingMeasures run() {
            int n = values[0].length;
            Measurement[] data = vector.of(values, address.with("data"));
            Measurement[][] phase = surrogates(PHASES, new PhaseRandomised());
            Measurement[][] gaussian = surrogates("static Gaussian", new StaticGaussian());
            boolean cut = windows.obstacle(values).isEmpty();
            Layers layers = cut ? windows.layers(values) : null;
            Partition[] runs = cut
                    ? MultilayerModularity.of(layers).runs(RecordingSettings.RUNS, address.with("data"))
                    : new Partition[0];
            Interval seeds = seeds(runs);
            for (int k = 0; k < WindowVector.NAMES.size(); k++) {
                boolean searched = k == WindowVector.FLEXIBILITY;
                String name = WindowVector.NAMES.get(k);
                rows.add(new Row(name, "", PHASES, Against.of(data[k], phase[k]), searched ? seeds : exact()));
                if (WindowVector.ABOUT_TIME.contains(k)) {
                    rows.add(new Row(
                            name, "", "static Gaussian", Against.of(data[k], gaussian[k]), searched ? seeds : exact()));
                }
            }
            Against[] nodes = new Against[n];
            for (int i = 0; i < n; i++) {
                nodes[i] = Against.of(data[WindowVector.NAMES.size() + i], phase[WindowVector.NAMES.size() + i]);
            }
            if (cut) {
                permuted("permuted windows", new PermutedLayers(), layers, data, seeds);
                permuted("permuted regions", new PermutedNodes(), layers, data, seeds);
            }
            double[][] r = FunctionalConnectivity.of(values).matrix();
            rows.add(plain("mean |r| of region pairs", "", Measurement.of(meanSize(r))));
            rows.add(plain(
                    "synchrony",
                    "",
                    Metastability.of(values, Metastability.USUAL_CUT).synchrony()));
            StateSequence states = states();
            return new RecordingMeasures(
                    FunctionalConnectivity.of(values),
                    ConnectivityDynamics.of(values, settings.window(), settings.fcdStep()),
                    layers,
                    cut ? MultilayerModularity.of(layers).omega() : 0,
                    cut ? ConsensusPartition.representative(runs) : null,
                    nodes,
                    cut ? BassettFlexibility.of(runs).promiscuity() : new Measurement[0],
                    cut ? Allegiance.of(runs) : null,
                    cut ? panel(layers) : null,
                    states,
                    List.copyOf(rows));
        }

        private Measurement[][] surrogates(String name, Surrogate<double[][]> surrogate) {
            Surrogate.Source<double[][]> source = surrogate.of(values);
            Address here = address.with(name);
            Measurement[][] byMeasure = new Measurement[vector.length()][settings.surrogates()];
            for (int k = 0; k < settings.surrogates(); k++) {
                listener.at(name, k, settings.surrogates());
                Measurement[] drawn = vector.of(source.draw(here.with("draw", k)), here.with("search", k));
                for (int m = 0; m < drawn.length; m++) {
                    byMeasure[m][k] = drawn[m];
                }
            }
            return byMeasure;
        }

        private void permuted(
                String name, Surrogate<Layers> surrogate, Layers layers, Measurement[] data, Interval seeds) {
            Surrogate.Source<Layers> source = surrogate.of(layers);
            Address here = address.with(name);
            Measurement[] nulls = new Measurement[settings.surrogates()];
            for (int k = 0; k < nulls.length; k++) {
                listener.at(name, k, nulls.length);
                Layers drawn = source.draw(here.with("draw", k));
                nulls[k] = BassettFlexibility.of(
                                MultilayerModularity.of(drawn).runs(RecordingSettings.RUNS, here.with("search", k)))
                        .mean();
            }
            rows.add(new Row(
                    WindowVector.NAMES.get(WindowVector.FLEXIBILITY),
                    "",
                    name,
                    Against.of(data[WindowVector.FLEXIBILITY], nulls),
                    seeds));
        }

        private Interval seeds(Partition[] runs) {
            Measurement[] each = Arrays.stream(runs)
                    .map(run -> BassettFlexibility.of(run).mean())
                    .toArray(Measurement[]::new);
            return Interval.of(each, address.with("seeds"));
        }

        private static Interval exact() {
            Measurement none = Measurement.undefined("nothing in it is random");
            return new Interval(none, none, none, 0, 0);
        }

        private static Row plain(String name, String unit, Measurement value) {
            return new Row(name, unit, "", Against.of(value, new Measurement[0]), exact());
        }

        private static double meanSize(double[][] r) {
            double sum = 0;
            int pairs = 0;
            for (int i = 0; i < r.length; i++) {
                for (int j = 0; j < i; j++) {
                    sum += Math.abs(r[i][j]);
                    pairs++;
                }
            }
            return sum / pairs;
        }

        private GammaOmegaPanel panel(Layers layers) {
            double usual = MultilayerModularity.of(layers).omega();
            double[] omegas = Arrays.stream(OMEGAS).map(x -> x * usual).toArray();
            return GammaOmegaPanel.of(layers, GAMMAS, omegas, PANEL_RUNS, address.with("panel"));
        }

        /** LEiDA states, and the hidden Markov model where there are samples enough. */
        private StateSequence states() {
            int k = settings.states();
            StateSequence states = LeadingEigenvectors.fit(List.<double[][]>of(values), k, address.with("states"))
                    .read(values, settings.samplingMs());
            rows.add(plain("LEiDA entropy rate, " + k + " states", "bit/switch", states.entropyRate()));
            double switches = states.transitions() * MS_PER_S / (settings.samplingMs() * values.length);
            rows.add(plain("LEiDA switches, " + k + " states", "1/s", Measurement.of(switches)));
            long parameters = HiddenMarkov.parameters(k, values[0].length);
            if (values.length <= SAMPLES_PER_PARAMETER * parameters) {
                rows.add(plain(
                        "hidden Markov entropy rate, " + k + " states",
                        "bit/sample",
                        Measurement.undefined(values.length + " samples for " + parameters + " parameters")));
            } else {
                HiddenMarkov model = HiddenMarkov.fit(values, k, HIDDEN_STARTS, address.with("hidden"));
                rows.add(plain(
                        "hidden Markov entropy rate, " + k + " states",
                        "bit/sample",
                        Measurement.of(model.entropyRate())));
                rows.add(plain(
                        "hidden Markov switches, " + k + " states",
                        "1/s",
                        Measurement.of(model.read(values, settings.samplingMs()).transitions()
                                * MS_PER_S
                                / (settings.samplingMs() * values.length))));
            }
            return states;
        }
    }
}
