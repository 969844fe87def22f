package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.number;
import static org.unstuck.viz.cli.LandscapeRows.reason;
import static org.unstuck.viz.cli.LandscapeRows.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.landscape.Recovery;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unstuck landscape recovery}: the way back after a push. */
@Command(
        name = "recovery",
        description =
                "Pushes one coordinate away from every attractor, without noise, and measures how long the way back"
                        + " takes: half of the distance, nine tenths of it, and the time constant of small disturbances. A"
                        + " push that leads elsewhere never comes back: that is said, with no time.")
final class RecoveryCommand extends LandscapeTask {

    private static final int RUNS = 64;
    private static final double SAMPLES = 400;

    @Option(
            names = "--push",
            paramLabel = "SIZE",
            defaultValue = "0.3",
            converter = Convert.Number.class,
            description = "What is added to the coordinate, in its unit. Default: ${DEFAULT-VALUE}.")
    private double push;

    @Option(
            names = "--on",
            paramLabel = "COORDINATE",
            description = "What is pushed, as E_AMY. Default: the activity of the first region of the symptom.")
    private String on;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60 s",
            converter = Convert.Span.class,
            description = "How long the way back is followed, with its unit. Default: ${DEFAULT-VALUE}.")
    private Time length;

    @Override
    void check() {
        if (push == 0) {
            throw new Invalid("--push is 0, which changes nothing.", "Maybe 0.3.");
        }
    }

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        String name = on == null ? shown(landscape) : on;
        int i = coordinate(landscape, name);
        say("Searching attractors.");
        Attractors ends = Attractors.of(landscape.field(), landscape.box(), RUNS, landscape.settleMs(), seed());
        List<String> names = names(landscape, ends.found());
        double ms = SampledRun.ms(length);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> samples = new ArrayList<>();
        List<double[][]> lines = new ArrayList<>();
        List<String> followed = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            Attractor one = ends.found().get(a);
            if (one instanceof Attractor.Restless) {
                rows.add(List.of(names.get(a), one.words(), "", "", "", "there is no path to come back to"));
                continue;
            }
            double[] start = one instanceof Attractor.Cycle cycle
                    ? firstPhase(cycle)
                    : one.mean().clone();
            start[i] += push;
            Recovery back = Recovery.of(landscape.field(), landscape.box(), one, start, ms, ms / SAMPLES);
            rows.add(List.of(
                    names.get(a),
                    one.words(),
                    seconds(back.half()),
                    seconds(back.tenth()),
                    seconds(back.linear()),
                    reason(back.half())));
            double[] t = new double[back.time().length];
            for (int k = 0; k < t.length; k++) {
                t[k] = back.time()[k] / LandscapeRows.MS;
                samples.add(List.of(names.get(a), number(t[k]), number(back.distance()[k])));
            }
            lines.add(new double[][] {t, back.distance()});
            followed.add(names.get(a));
        }
        String title = "The way back after a push of " + name + ": " + whose(landscape);
        return new LandscapePage(
                "recovery",
                title,
                List.of(how(landscape), "Pushed: " + name + " by " + number(push) + ", without noise."),
                List.of(new LandscapePage.Part(
                        "Recovery",
                        "Distance from the attractor in widths of the box that the noise reaches.",
                        followed.isEmpty()
                                ? null
                                : LandscapeFigures.overTime(
                                        "recovery",
                                        title,
                                        "Distance from the attractor that was left. A line that stays up has gone elsewhere.",
                                        "distance (widths of the box)",
                                        followed,
                                        lines),
                        LandscapeRows.table(
                                "recovery",
                                List.of("attractor", "kind", "half_s", "tenth_s", "linear_s", "reason"),
                                rows))),
                List.of(LandscapeRows.table("samples", List.of("attractor", "time_s", "distance"), samples)),
                seedNumber());
    }

    private static double[] firstPhase(Attractor.Cycle cycle) {
        double[] x = new double[cycle.orbit().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = cycle.orbit()[i][0];
        }
        return x;
    }
}
