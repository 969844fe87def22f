package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.number;
import static org.unstuck.viz.cli.LandscapeRows.reason;
import static org.unstuck.viz.cli.LandscapeRows.seconds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.Axis;
import org.unstuck.landscape.BasinStability;
import org.unstuck.landscape.EscapeShock;
import org.unstuck.landscape.EscapeTime;
import org.unstuck.landscape.Exit;
import org.unstuck.landscape.Fates;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.metric.Measurement;
import org.unstuck.viz.figure.DiagramFigure;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unstuck landscape escape}: what it takes to leave a state, and how long noise needs for it. */
@Command(
        name = "escape",
        description = {
            "For every resting state: the smallest sudden change of activity that leads elsewhere (along every region"
                    + " and in random directions), and the mean time until noise alone moves the network out of its basin,"
                    + " with a 95%% interval. With --over, along an axis.",
            "Kramers' formula does not apply: a network has no potential, and its noise is coloured."
        })
final class EscapeCommand extends LandscapeTask {

    private static final int SEARCH_RUNS = 64;
    private static final int MOST_RUNS = 100_000;
    private static final int MOST_VALUES = 100;
    private static final int RANDOM_DIRECTIONS = 60;
    private static final double STEP_SHARE = 0.8;
    /** Attractors of neighbouring values that are nearer than this, in widths of the box, are one state. */
    private static final double SAME_STATE = 0.3;

    @Mixin
    private LandscapeRange range;

    @Option(
            names = "--values",
            paramLabel = "N",
            defaultValue = "6",
            converter = Convert.Count.class,
            description = "Values of the axis, 2 to 100. Default: ${DEFAULT-VALUE}.")
    private int values;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            converter = Convert.Count.class,
            description = "Runs with noise for each state, 2 to 100000. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            defaultValue = "120 s",
            converter = Convert.Span.class,
            description = "Longest time of a run, with its unit. Default: ${DEFAULT-VALUE}.")
    private Time horizon;

    @Option(
            names = "--look",
            paramLabel = "TIME",
            defaultValue = "250 ms",
            converter = Convert.Span.class,
            description = "Time between looks whether a run has left, with its unit. Default: ${DEFAULT-VALUE}.")
    private Time look;

    /** What was found for one state at one value. */
    private record Found(
            double value,
            String state,
            BasinStability share,
            Optional<EscapeShock> shock,
            String to,
            Optional<EscapeShock> way,
            EscapeTime time,
            Measurement mean) {}

    @Override
    void check() {
        if (runs < 2 || runs > MOST_RUNS) {
            throw new Invalid("--runs is " + runs + ", it must be 2 to " + MOST_RUNS + ".", "Maybe 200.");
        }
        if (values < 2 || values > MOST_VALUES) {
            throw new Invalid("--values is " + values + ", it must be 2 to " + MOST_VALUES + ".", "Maybe 6.");
        }
    }

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        Axis axis = range.isAsked() ? range.axis(landscape) : null;
        List<Found> found = new ArrayList<>();
        double[] x = axis == null ? new double[] {0} : new double[values];
        for (int k = 0; k < x.length; k++) {
            if (axis != null) {
                x[k] = axis.low() + k * (axis.high() - axis.low()) / (values - 1);
                say(axis.word() + " = " + org.unstuck.describe.Decimal.of(x[k], 4) + ".");
            }
            found.addAll(at(axis == null ? landscape : landscape.at(axis, x[k]), x[k], cancelled));
        }
        List<String> states = found.stream().map(Found::state).distinct().toList();
        String title = "Leaving a state" + (axis == null ? "" : " over " + axis.word()) + ": " + whose(landscape);
        String column =
                axis == null ? "value" : axis.word() + "_" + (axis.unit().equals("1") ? "1" : axis.unit());
        return new LandscapePage(
                "escape",
                title,
                List.of(
                        how(landscape),
                        "Each state is left when, were the noise to stop, the network would end in another one; looked"
                                + " at every "
                                + look + ", for at most " + horizon + ", in " + runs + " runs."),
                List.of(new LandscapePage.Part(
                        "Escape",
                        "Smallest push: the least sudden change of activities, over all directions tried, that leads"
                                + " elsewhere (length over regions); empty if none inside the box does. Share of the way:"
                                + " how far all variables together must be moved straight towards the nearest other state."
                                + " Mean time: until noise alone does it.",
                        figure(title, axis, states, x, found),
                        LandscapeRows.table(
                                "escape",
                                List.of(
                                        column,
                                        "state",
                                        "basin_stability",
                                        "smallest_push",
                                        "direction",
                                        "leads_to",
                                        "share_of_way",
                                        "nearest_state",
                                        "mean_time_s",
                                        "low_95_s",
                                        "high_95_s",
                                        "left",
                                        "runs",
                                        "reason"),
                                found.stream().map(this::row).toList()))),
                List.of(times(found, column)),
                seedNumber());
    }

    private List<Found> at(NetworkLandscape here, double value, BooleanSupplier cancelled) {
        Attractors ends = Attractors.of(here.field(), here.box(), SEARCH_RUNS, here.settleMs(), seed());
        List<String> names = named(here, ends.found());
        Fates fates = Fates.of(here.field(), here.box(), ends.found(), here.settleMs(), seed());
        List<BasinStability> shares = BasinStability.of(() -> fates, runs, seed(), 1, cancelled);
        List<Found> found = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            Attractor one = ends.found().get(a);
            String none = ends.found().size() == 1
                    ? "there is no other attractor"
                    : one instanceof Attractor.Rest
                            ? ""
                            : one instanceof Attractor.Restless ? one.words() : "it is not at rest";
            if (!none.isEmpty()) {
                found.add(new Found(
                        value,
                        names.get(a),
                        one instanceof Attractor.Restless ? null : shares.get(a),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        null,
                        Measurement.undefined(none)));
                continue;
            }
            Optional<EscapeShock> shock = EscapeShock.smallest(
                    EscapeShock.of(fates, a, one.mean(), here.activities(), RANDOM_DIRECTIONS, seed()));
            double step = STEP_SHARE * here.field().step();
            EscapeTime time = EscapeTime.of(
                    here.noisy(),
                    one.mean(),
                    Exit.basin(fates, a),
                    runs,
                    SampledRun.ms(horizon),
                    step,
                    (int) Math.max(1, Math.rint(SampledRun.ms(look) / step)),
                    seed().with(names.get(a)),
                    cancelled);
            found.add(new Found(
                    value,
                    names.get(a),
                    shares.get(a),
                    shock,
                    shock.map(s -> names.get(s.to())).orElse(""),
                    EscapeShock.smallest(EscapeShock.towards(fates, a, one.mean(), names)),
                    time,
                    time.mean()));
        }
        return found;
    }

    /** The attractors of the value before, with their names. */
    private final Map<String, Attractor> before = new LinkedHashMap<>();

    /** A state keeps the name that it had at the value before, though a region more or less may be active in it. */
    private List<String> named(NetworkLandscape here, List<Attractor> attractors) {
        List<String> names = new ArrayList<>(names(here, attractors));
        for (int a = 0; a < names.size(); a++) {
            double nearest = SAME_STATE;
            for (Map.Entry<String, Attractor> old : before.entrySet()) {
                double distance = old.getValue().distance(attractors.get(a).mean(), here.box());
                if (distance < nearest && (names.get(a).equals(old.getKey()) || !names.contains(old.getKey()))) {
                    nearest = distance;
                    names.set(a, old.getKey());
                }
            }
        }
        before.clear();
        for (int a = 0; a < names.size(); a++) {
            before.put(names.get(a), attractors.get(a));
        }
        return names;
    }

    private List<String> row(Found f) {
        return List.of(
                number(f.value),
                f.state,
                f.share == null ? "" : number(f.share.share()),
                f.shock.map(s -> number(s.size())).orElse(""),
                f.shock.map(EscapeShock::direction).orElse(""),
                f.to,
                f.way.map(s -> number(s.size())).orElse(""),
                f.way.map(EscapeShock::direction).orElse(""),
                seconds(f.mean),
                f.time == null ? "" : seconds(f.time.low()),
                f.time == null ? "" : seconds(f.time.high()),
                f.time == null ? "" : Integer.toString(f.time.count()),
                f.time == null ? "" : Integer.toString(runs),
                reason(f.mean));
    }

    private static org.unstuck.study.Table times(List<Found> found, String column) {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : found) {
            for (int k = 0; f.time != null && k < f.time.times().length; k++) {
                rows.add(List.of(
                        number(f.value),
                        f.state,
                        Integer.toString(k),
                        number(f.time.times()[k] / LandscapeRows.MS),
                        f.time.escaped()[k] ? "1" : "0"));
            }
        }
        return LandscapeRows.table("times", List.of(column, "state", "run", "time_s", "left"), rows);
    }

    private DiagramFigure figure(String title, Axis axis, List<String> states, double[] x, List<Found> found) {
        if (axis == null) {
            return staying(title, found);
        }
        double[][] mean = new double[states.size()][x.length];
        double[][] low = new double[states.size()][x.length];
        double[][] high = new double[states.size()][x.length];
        for (double[][] of : new double[][][] {mean, low, high}) {
            for (double[] row : of) {
                Arrays.fill(row, Double.NaN);
            }
        }
        for (Found f : found) {
            int s = states.indexOf(f.state);
            int k = Arrays.binarySearch(x, f.value);
            if (f.time != null) {
                low[s][k] = inSeconds(f.time.low());
                mean[s][k] = inSeconds(f.time.mean());
                high[s][k] = inSeconds(f.time.high());
            }
        }
        return LandscapeFigures.escape(
                title,
                axis.unit().equals("1") ? axis.word() : axis.word() + " (" + axis.unit() + ")",
                states,
                x,
                mean,
                low,
                high);
    }

    private static double inSeconds(Measurement ms) {
        return ms.isDefined() ? ms.orElseThrow() / LandscapeRows.MS : Double.NaN;
    }

    /** The share of runs still there, over time. */
    private DiagramFigure staying(String title, List<Found> found) {
        List<String> states = new ArrayList<>();
        List<double[][]> lines = new ArrayList<>();
        for (Found f : found) {
            if (f.time != null && f.time.count() > 0) {
                double[] t = new double[201];
                double[] share = new double[t.length];
                double end = Arrays.stream(f.time.times()).max().orElse(1);
                for (int k = 0; k < t.length; k++) {
                    t[k] = k * end / (t.length - 1) / LandscapeRows.MS;
                    share[k] = f.time.staying(k * end / (t.length - 1));
                }
                states.add(f.state);
                lines.add(new double[][] {t, share});
            }
        }
        return states.isEmpty()
                ? null
                : LandscapeFigures.overTime(
                        "escape",
                        title,
                        "Share of runs that have not yet been moved out of the basin of each state by the noise.",
                        "share still there",
                        states,
                        lines);
    }
}
