package org.unstuck.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.mass.NeuralMass;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.HysteresisStates;
import org.unstuck.metric.StateSequence;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.LinesFigure;
import org.unstuck.viz.figure.MatrixFigure;
import org.unstuck.viz.figure.StatesFigure;

/** Some seconds of the fast clock: activity of every region, and the states that are read from it. */
public final class Activity {

    private static final double MS = 1000;
    private static final double LONGEST_S = 3600;

    private final Network network;
    private final double sampleS;
    private final double[][][] state;
    private final StateSequence states;

    private Activity(Network network, double sampleMs, double[][][] state) {
        this.network = network;
        this.sampleS = sampleMs / MS;
        this.state = state;
        this.states = states(sampleMs);
    }

    static Activity of(Scenario s, Condition condition, double seconds) {
        return of(s, condition, s.actingParameters().wilsonCowan(), seconds);
    }

    static Activity of(Scenario s, Condition condition, NeuralMass mass, double seconds) {
        if (!(seconds > 0 && seconds <= LONGEST_S)) {
            throw new Wrong("seconds is " + seconds + ", it must be above 0 and at most " + LONGEST_S + ". Maybe 60.");
        }
        OrnsteinUhlenbeck noise = s.actingParameters().noise();
        FastClock clock = new FastClock(
                s.network(),
                mass,
                noise,
                s.numerics().scheme(),
                s.numerics().step().inMs(),
                1,
                1,
                p -> Address.of(s.seed()).with("patient", 0));
        clock.dynamics().express(condition.expressedIn(s.network(), 1), 0);
        int every = clock.steps(s.numerics().sample().inMs());
        clock.purpose("settle");
        clock.run(clock.steps(s.numerics().settle().inMs()), every, (i, y) -> {});
        clock.purpose("notebook");
        double sampleMs = every * s.numerics().step().inMs();
        int samples = (int) Math.max(1, Math.rint(seconds * MS / sampleMs));
        int variables = mass.variables().size();
        double[][][] state = new double[variables][samples][s.network().size()];
        clock.run(samples * every, every, (i, y) -> {
            for (int v = 0; v < variables; v++) {
                System.arraycopy(y[v], 0, state[v][i], 0, s.network().size());
            }
        });
        return new Activity(s.network(), sampleMs, state);
    }

    private StateSequence states(double sampleMs) {
        List<int[]> competing = competing();
        if (competing.size() < 2) {
            return null;
        }
        Reading r = Reading.standard();
        double[][] levels = new double[state[0].length][competing.size()];
        for (int t = 0; t < levels.length; t++) {
            for (int k = 0; k < competing.size(); k++) {
                levels[t][k] = mean(t, competing.get(k));
            }
        }
        return HysteresisStates.of(competing.size(), r.on(), r.off(), r.margin())
                .of(levels, sampleMs);
    }

    private List<int[]> competing() {
        Map<String, List<Integer>> modules = network.modules();
        return network.competing().stream()
                .map(name -> modules.get(name).stream().mapToInt(i -> i).toArray())
                .toList();
    }

    private double mean(int t, int[] regions) {
        double sum = 0;
        for (int i : regions) {
            sum += state[0][t][i];
        }
        return sum / regions.length;
    }

    /** Excitatory activity {@code [sample][region]}, 0 to 1. */
    public double[][] values() {
        return state[0];
    }

    /** Excitatory activity of a region {@code [sample]}. */
    public double[] region(String region) {
        return column(0, Wrong.shortly(() -> network.indexOf(region)));
    }

    private double[] column(int variable, int region) {
        double[] one = new double[state[0].length];
        for (int t = 0; t < one.length; t++) {
            one[t] = state[variable][t][region];
        }
        return one;
    }

    /** Time of every sample, s. */
    public double[] seconds() {
        double[] seconds = new double[state[0].length];
        for (int t = 0; t < seconds.length; t++) {
            seconds[t] = (t + 1) * sampleS;
        }
        return seconds;
    }

    /** Activity of the networks that compete for dominance, or of every region if none do (at most seven). */
    public Figure chart() {
        if (states == null) {
            return chart(network.regionNames()
                    .subList(0, Math.min(org.unstuck.viz.theme.Palette.size(), network.size()))
                    .toArray(String[]::new));
        }
        List<LinesFigure.Line> lines = new ArrayList<>();
        List<int[]> competing = competing();
        for (int k = 0; k < competing.size(); k++) {
            double[] y = new double[state[0].length];
            for (int t = 0; t < y.length; t++) {
                y[t] = mean(t, competing.get(k));
            }
            lines.add(new LinesFigure.Line(new Key(network.competing().get(k), k), seconds(), y));
        }
        return figure("Activity of competing networks", lines);
    }

    /** Activity of these regions. */
    public Figure chart(String... regions) {
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (int k = 0; k < regions.length; k++) {
            lines.add(new LinesFigure.Line(new Key(regions[k], k), seconds(), region(regions[k])));
        }
        return Wrong.shortly(() -> figure("Activity of regions", lines));
    }

    /** The axis is always that of a fraction: a line that hardly moves shall look so. */
    private static Figure figure(String title, List<LinesFigure.Line> lines) {
        return new LinesFigure(
                "activity",
                title,
                "time",
                "s",
                List.of(new LinesFigure.Panel("E", "active fraction", 0, 1, lines, List.of())));
    }

    /** Which network is dominant, second by second; several recordings below each other. */
    public Figure ribbon(String label, Object... more) {
        List<StatesFigure.Row> rows = new ArrayList<>();
        rows.add(new StatesFigure.Row(label, sequence().labels(), sampleS));
        for (int i = 0; i + 1 < more.length; i += 2) {
            rows.add(new StatesFigure.Row(
                    (String) more[i], ((Activity) more[i + 1]).sequence().labels(), sampleS));
        }
        return Wrong.shortly(() -> new StatesFigure(
                "ribbon",
                "Which network is dominant",
                network.competing(),
                List.of(new StatesFigure.Phase("activity", rows))));
    }

    /** The states, with all that can be asked of them. */
    public StateSequence sequence() {
        if (states == null) {
            throw new Wrong("Network \"" + network.name()
                    + "\" has no networks that compete. Maybe name at least two as \"competing\".");
        }
        return states;
    }

    /** Mean time for which a network stays dominant, s; time without a dominant network is not counted. */
    public double dwell() {
        double sum = 0;
        int visits = 0;
        int[] labels = sequence().labels();
        for (int t = 0; t < labels.length; t++) {
            if (labels[t] != HysteresisStates.NONE) {
                sum += sampleS;
                visits += t == 0 || labels[t] != labels[t - 1] ? 1 : 0;
            }
        }
        if (visits == 0) {
            throw new Wrong("No network was ever dominant. Maybe a longer recording.");
        }
        return sum / visits;
    }

    /** Changes of the dominant network per minute. */
    public double switchesPerMinute() {
        return sequence().transitions() * 60 / (state[0].length * sampleS);
    }

    /** Share of time in which {@code name} is dominant; "none" for no network. */
    public double share(String name) {
        List<String> known = new ArrayList<>(network.competing());
        known.add("none");
        int at = known.indexOf(name);
        if (at < 0) {
            throw new Wrong(
                    "No network is called \"" + name + "\". " + org.unstuck.describe.Suggestion.among(known, name));
        }
        return sequence().occupancy()[at];
    }

    /** Mean activity of a region. */
    public double mean(String region) {
        return java.util.Arrays.stream(region(region)).average().orElseThrow();
    }

    /** Correlations of activity between regions. */
    public Figure connectivity() {
        return Wrong.shortly(() -> new MatrixFigure(
                "connectivity",
                "Functional connectivity",
                "correlation r",
                network.regionNames(),
                List.of(new MatrixFigure.Panel(
                        "excitatory activity",
                        FunctionalConnectivity.of(values()).matrix(0),
                        1))));
    }

    /** The path of a region through the E-I plane. */
    public org.unstuck.viz.figure.PhasePlaneFigure.Path path(String region, String label, int look) {
        int i = Wrong.shortly(() -> network.indexOf(region));
        return new org.unstuck.viz.figure.PhasePlaneFigure.Path(new Key(label, look), column(0, i), column(1, i));
    }

    /** Writes one column per region and one line per sample, which {@code unstuck measure} reads; says where. */
    public String csv(String file) {
        StringBuilder text = new StringBuilder(String.join(",", network.regionNames())).append('\n');
        for (double[] row : values()) {
            for (int i = 0; i < row.length; i++) {
                text.append(i > 0 ? "," : "").append(Decimal.exact(row[i]));
            }
            text.append('\n');
        }
        try {
            Path path = Path.of(file);
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, text, StandardCharsets.UTF_8);
            return "Written: " + file + ", " + values().length + " samples of " + Decimal.of(sampleS * MS, 4) + " ms";
        } catch (IOException e) {
            throw new Wrong("Cannot write " + file + ". Maybe the folder is not yours, or the disk is full.");
        }
    }

    @Override
    public String toString() {
        return state[0].length + " samples of " + Decimal.of(sampleS * MS, 4) + " ms, " + network.size() + " regions";
    }
}
