package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.joined;
import static org.unstuck.viz.cli.LandscapeRows.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.FixedPoints;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unstuck landscape points}: equilibria, their stability, and attractors. */
@Command(
        name = "points",
        description = {
            "Finds equilibria (Newton's method from random points, eigenvalues, kind) and attractors (where runs"
                    + " without noise end: at rest or on a cycle).",
            "Others may exist that no search led to: the number of searches that found each is shown."
        })
final class PointsCommand extends LandscapeTask {

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "200",
            converter = Convert.Count.class,
            description = "Searches for equilibria. Default: ${DEFAULT-VALUE}.")
    private int starts;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "64",
            converter = Convert.Count.class,
            description = "Runs that show the attractors. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        say("Searching equilibria and attractors.");
        Attractors ends = Attractors.of(landscape.field(), landscape.box(), runs, landscape.settleMs(), seed());
        List<double[]> others = new ArrayList<>();
        ends.found().forEach(a -> others.add(a.mean()));
        FixedPoints points = FixedPoints.of(landscape.field(), landscape.box(), starts, others, seed());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < points.found().size(); i++) {
            rows.add(joined(
                    List.of(Integer.toString(i + 1), Integer.toString(points.hits()[i])),
                    LandscapeRows.equilibrium(points.found().get(i)),
                    LandscapeRows.coordinates(points.found().get(i).x())));
        }
        List<String> names = names(landscape, ends.found());
        List<List<String>> attractors = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            Attractor one = ends.found().get(a);
            attractors.add(joined(
                    List.of(
                            names.get(a),
                            one.words(),
                            Integer.toString(ends.starts()[a]),
                            number(ends.starts()[a] / (double) runs),
                            LandscapeRows.period(one)),
                    LandscapeRows.coordinates(one.mean())));
        }
        List<String> coordinates = landscape.field().names();
        return new LandscapePage(
                "points",
                "Equilibria and attractors: " + whose(landscape),
                List.of(how(landscape), lost(points)),
                List.of(
                        new LandscapePage.Part(
                                "Attractors",
                                "Where " + runs
                                        + " runs without noise end, from random points of the box that the noise"
                                        + " reaches.",
                                null,
                                LandscapeRows.table(
                                        "attractors",
                                        joined(
                                                List.of("attractor", "kind", "runs", "share_of_runs", "period_s"),
                                                coordinates.stream()
                                                        .map(n -> "mean_" + n)
                                                        .toList()),
                                        attractors)),
                        new LandscapePage.Part(
                                "Equilibria",
                                "Stable ones first. The leading rate is the largest real part of an eigenvalue: below"
                                        + " 0 everything dies out.",
                                null,
                                LandscapeRows.table(
                                        "equilibria",
                                        joined(
                                                List.of("equilibrium", "searches"),
                                                LandscapeRows.EQUILIBRIUM,
                                                coordinates),
                                        rows))),
                List.of(),
                seedNumber());
    }

    private String lost(FixedPoints points) {
        StringBuilder words = new StringBuilder(starts + " searches for equilibria; without result: ");
        points.lost()
                .forEach((why, count) ->
                        words.append(count).append(" (").append(why).append("), "));
        return points.lost().isEmpty()
                ? starts + " searches for equilibria, all with a result."
                : words.substring(0, words.length() - 2) + ".";
    }
}
