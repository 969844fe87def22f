package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.Axis;
import org.unstuck.landscape.Hysteresis;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unstuck landscape hysteresis}: an axis up and down. */
@Command(
        name = "hysteresis",
        description =
                "Moves an axis up in small steps and down again, without noise; the network goes on from where it was. "
                        + "Where the two ways differ, what is met depends on the past.")
final class HysteresisCommand extends LandscapeTask {

    @Mixin
    private LandscapeRange range;

    @Option(
            names = "--show",
            paramLabel = "COORDINATE",
            description = "Vertical axis, as E_AMY. Default: the activity of the first region of the symptom.")
    private String show;

    @Option(
            names = "--state",
            paramLabel = "REGION",
            description =
                    "Begin, at the lower end, in the attractor in which this region is most active. Default: where"
                            + " runs of the fast clock begin.")
    private String state;

    @Option(
            names = "--values",
            paramLabel = "N",
            defaultValue = "61",
            converter = Convert.Count.class,
            description = "Values of the axis each way, 3 to 2000. Default: ${DEFAULT-VALUE}.")
    private int values;

    @Override
    void check() {
        if (values < FEWEST || values > MOST) {
            throw new Invalid("--values is " + values + ", it must be " + FEWEST + " to " + MOST + ".", "Maybe 61.");
        }
    }

    private static final int FEWEST = 3;
    private static final int MOST = 2000;

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        Axis axis = range.axis(landscape);
        String shown = show == null ? shown(landscape) : show;
        int coordinate = coordinate(landscape, shown);
        say("Moving " + axis.word() + " up and down.");
        Hysteresis scan = Hysteresis.of(
                landscape.family(axis),
                axis.low(),
                axis.high(),
                values,
                landscape.box(),
                start(landscape, axis),
                landscape.settleMs() / 2,
                cancelled);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> all = new ArrayList<>();
        for (int k = 0; k < scan.parameter().length; k++) {
            rows.add(row("up", scan, scan.up().get(k), k, coordinate));
            all.add(LandscapeRows.joined(
                    List.of("up", number(scan.parameter()[k])),
                    LandscapeRows.coordinates(scan.up().get(k).mean())));
            all.add(LandscapeRows.joined(
                    List.of("down", number(scan.parameter()[k])),
                    LandscapeRows.coordinates(scan.down().get(k).mean())));
        }
        for (int k = scan.parameter().length - 1; k >= 0; k--) {
            rows.add(row("down", scan, scan.down().get(k), k, coordinate));
        }
        String column = axis.word() + "_" + (axis.unit().equals("1") ? "1" : axis.unit());
        String title = "Up and down " + axis.word() + ": " + whose(landscape);
        String label = axis.unit().equals("1") ? axis.word() : axis.word() + " (" + axis.unit() + ")";
        return new LandscapePage(
                "hysteresis",
                title,
                List.of(how(landscape), loops(scan, landscape, axis)),
                List.of(new LandscapePage.Part(
                        "The way up and the way down",
                        "Mean and range after settling at every value.",
                        LandscapeFigures.hysteresis(scan, landscape.box(), title, label, coordinate, shown),
                        LandscapeRows.table(
                                "scan",
                                List.of("way", column, "mean_" + shown, "low_" + shown, "high_" + shown),
                                rows))),
                List.of(LandscapeRows.table(
                        "means",
                        LandscapeRows.joined(
                                List.of("way", column), landscape.field().names()),
                        all)),
                seedNumber());
    }

    private double[] start(NetworkLandscape landscape, Axis axis) {
        if (state == null) {
            return landscape.initial();
        }
        int region = landscape.regions().indexOf(state);
        if (region < 0) {
            throw new Invalid(
                    "there is no region \"" + Shown.text(state) + "\".", Suggestion.among(landscape.regions(), state));
        }
        int activity = landscape.activities()[region];
        return Attractors.of(landscape.family(axis).at(axis.low()), landscape.box(), RUNS, landscape.settleMs(), seed())
                .found()
                .stream()
                .max(Comparator.comparingDouble(a -> a.mean()[activity]))
                .orElseThrow()
                .mean();
    }

    private static final int RUNS = 64;

    private static List<String> row(String way, Hysteresis scan, Hysteresis.Seen seen, int k, int i) {
        return List.of(
                way,
                number(scan.parameter()[k]),
                number(seen.mean()[i]),
                number(seen.low()[i]),
                number(seen.high()[i]));
    }

    private static String loops(Hysteresis scan, NetworkLandscape landscape, Axis axis) {
        return LandscapeFigures.loops(scan, landscape.box(), " for " + axis.word());
    }
}
