package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.joined;
import static org.unstuck.viz.cli.LandscapeRows.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.landscape.Axis;
import org.unstuck.landscape.BifurcationDiagram;
import org.unstuck.landscape.Branch;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unstuck landscape continuation}: branches of equilibria over an axis. */
@Command(
        name = "continuation",
        description = {
            "Follows equilibria over an axis by pseudo-arclength continuation and marks folds, Hopf points and"
                    + " crossings. Unstable branches are dashed.",
            "A branch that cannot be followed ends at its last good point and is listed as lost, with the reason."
        })
final class ContinuationCommand extends LandscapeTask {

    @Mixin
    private LandscapeRange range;

    @Option(
            names = "--show",
            paramLabel = "COORDINATE",
            description = "Vertical axis, as E_AMY. Default: the activity of the first region of the symptom.")
    private String show;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "40",
            converter = Convert.Count.class,
            description = "Searches for equilibria at each of three values. Default: ${DEFAULT-VALUE}.")
    private int starts;

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        Axis axis = range.axis(landscape);
        String shown = show == null ? shown(landscape) : show;
        int coordinate = coordinate(landscape, shown);
        say("Following equilibria over " + axis.word() + ".");
        BifurcationDiagram diagram = BifurcationDiagram.of(
                landscape.family(axis), axis.low(), axis.high(), landscape.box(), starts, seed(), cancelled);
        String title = "Equilibria over " + axis.word() + ": " + whose(landscape);
        List<List<String>> events = new ArrayList<>();
        List<List<String>> ends = new ArrayList<>();
        List<List<String>> points = new ArrayList<>();
        for (int b = 0; b < diagram.branches().size(); b++) {
            Branch branch = diagram.branches().get(b);
            String number = Integer.toString(b + 1);
            for (Branch.Event e : branch.events()) {
                events.add(List.of(
                        number,
                        e.kind().words(),
                        number(e.point().parameter()),
                        number(e.point().equilibrium().x()[coordinate]),
                        e.kind() == Branch.Kind.HOPF ? number(LandscapeRows.MS * e.frequency()) : ""));
            }
            ends.add(end(number, "first", branch.begin(), branch.points().get(0)));
            ends.add(end(
                    number,
                    "last",
                    branch.end(),
                    branch.points().get(branch.points().size() - 1)));
            for (int k = 0; k < branch.points().size(); k++) {
                Branch.Point p = branch.points().get(k);
                points.add(joined(
                        List.of(number, Integer.toString(k + 1), number(p.parameter())),
                        LandscapeRows.equilibrium(p.equilibrium()),
                        LandscapeRows.coordinates(p.equilibrium().x())));
            }
        }
        String column = axis.word() + "_" + (axis.unit().equals("1") ? "1" : axis.unit());
        return new LandscapePage(
                "continuation",
                title,
                List.of(how(landscape), lost(diagram)),
                List.of(
                        new LandscapePage.Part(
                                "Branches",
                                "What happens on them.",
                                LandscapeFigures.bifurcation(diagram, title, coordinate, shown),
                                LandscapeRows.table(
                                        "events", List.of("branch", "event", column, shown, "frequency_hz"), events)),
                        new LandscapePage.Part(
                                "How branches end",
                                "A branch that is lost is unknown beyond its last point.",
                                null,
                                LandscapeRows.table("ends", List.of("branch", "end", "how", "reason", column), ends))),
                List.of(LandscapeRows.table(
                        "branches",
                        joined(
                                List.of("branch", "point", column),
                                LandscapeRows.EQUILIBRIUM,
                                landscape.field().names()),
                        points)),
                seedNumber());
    }

    private static List<String> end(String branch, String which, Branch.End end, Branch.Point point) {
        return List.of(
                branch,
                which,
                end.reason().name().toLowerCase(java.util.Locale.ROOT),
                end.words(),
                number(point.parameter()));
    }

    private static String lost(BifurcationDiagram diagram) {
        int lost = diagram.lost().size();
        return diagram.branches().size() + " branches found; "
                + (lost == 0 ? "all were followed to their ends." : lost + " of them were lost on the way.");
    }
}
