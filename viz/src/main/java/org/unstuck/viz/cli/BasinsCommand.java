package org.unstuck.viz.cli;

import static org.unstuck.viz.cli.LandscapeRows.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.BasinMap;
import org.unstuck.landscape.BasinStability;
import org.unstuck.landscape.Fates;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unstuck landscape basins}: where the network ends from where. */
@Command(
        name = "basins",
        description =
                "Finds the attractors, the share of starting points that end on each (basin stability, with its 95%% "
                        + "interval), and draws a map of a plane: which attractor every point of it leads to.")
final class BasinsCommand extends LandscapeTask {

    @Option(
            names = "--x",
            paramLabel = "COORDINATE",
            description = "Along the map, as E_AMY. Default: the activity of the first region of the symptom.")
    private String x;

    @Option(
            names = "--y",
            paramLabel = "COORDINATE",
            description = "Up the map. Default: the activity of the first region of the network.")
    private String y;

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "100",
            converter = Convert.Count.class,
            description = "Cells of the map a side, 2 to 1000. Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Convert.Count.class,
            description = "Random starting points for the shares, at most 1000000. Default: ${DEFAULT-VALUE}.")
    private int points;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of threads, at least 1; the results do not depend on it. Default: one per processor.")
    private Integer threads;

    private static final int RUNS = 64;
    private static final int MOST_POINTS = 1_000_000;

    static void checkCells(int cells, int low, int high) {
        if (cells < low || cells > high) {
            throw new Invalid("--cells is " + cells + ", it must be " + low + " to " + high + ".", "Maybe 100.");
        }
    }

    @Override
    void check() {
        checkCells(cells, 2, 1000);
        if (points > MOST_POINTS) {
            throw new Invalid("--points is " + points + ", it must be at most " + MOST_POINTS + ".", "Maybe 1000.");
        }
    }

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        List<String> names = landscape.field().names();
        int cx = coordinate(landscape, x == null ? shown(landscape) : x);
        int first = landscape.activities()[0];
        int cy = y != null ? coordinate(landscape, y) : first != cx ? first : (cx + 1) % names.size();
        say("Searching attractors.");
        Attractors ends = Attractors.of(landscape.field(), landscape.box(), RUNS, landscape.settleMs(), seed());
        List<String> attractors = names(landscape, ends.found());
        say(attractors.size() + (attractors.size() == 1 ? " attractor" : " attractors") + ": counting " + points
                + " starting points.");
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        List<BasinStability> shares =
                BasinStability.of(() -> fates(landscape, ends), points, seed(), workers, cancelled);
        say("Drawing the map.");
        BasinMap map =
                BasinMap.of(() -> fates(landscape, ends), cx, cy, landscape.mean(), cells, cells, workers, cancelled);
        List<List<String>> rows = new ArrayList<>();
        double[][] at = new double[attractors.size()][];
        for (int a = 0; a <= attractors.size(); a++) {
            BasinStability share = shares.get(a);
            boolean known = a < attractors.size();
            if (known) {
                double[] mean = ends.found().get(a).mean();
                at[a] = new double[] {mean[cx], mean[cy]};
            }
            // Whether a run has come to what never repeats itself cannot be told: its basin is among what is not there
            // in time.
            boolean told = !known || !(ends.found().get(a) instanceof Attractor.Restless);
            rows.add(List.of(
                    known ? attractors.get(a) : "not there in time",
                    known ? ends.found().get(a).words() : "",
                    known ? LandscapeRows.period(ends.found().get(a)) : "",
                    told ? number(share.share()) : "",
                    told ? number(share.low()) : "",
                    told ? number(share.high()) : "",
                    told ? number(map.share(known ? a : Fates.UNKNOWN)) : ""));
        }
        List<List<String>> cellRows = new ArrayList<>();
        for (int r = 0; r < map.ys().length; r++) {
            for (int c = 0; c < map.xs().length; c++) {
                int f = map.fate()[r][c];
                cellRows.add(
                        List.of(number(map.xs()[c]), number(map.ys()[r]), f == Fates.UNKNOWN ? "" : attractors.get(f)));
            }
        }
        String title = "Basins of " + names.get(cx) + " and " + names.get(cy) + ": " + whose(landscape);
        return new LandscapePage(
                "basins",
                title,
                List.of(
                        how(landscape),
                        "Basin stability: the share of " + points
                                + " random points of the box that the noise reaches, with its 95 % interval (Wilson)."
                                + " It depends on that box."),
                List.of(new LandscapePage.Part(
                        "Basins",
                        "Shares of the whole box, and of the plane of the map.",
                        LandscapeFigures.basins(map, landscape.box(), title, names, attractors, at),
                        LandscapeRows.table(
                                "attractors",
                                List.of(
                                        "attractor",
                                        "kind",
                                        "period_s",
                                        "basin_stability",
                                        "low_95",
                                        "high_95",
                                        "share_of_map"),
                                rows))),
                List.of(LandscapeRows.table("map", List.of(names.get(cx), names.get(cy), "attractor"), cellRows)),
                seedNumber());
    }

    private Fates fates(NetworkLandscape landscape, Attractors ends) {
        return Fates.of(landscape.field(), landscape.box(), ends.found(), landscape.settleMs(), seed());
    }
}
