package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.unstuck.describe.Invalid;
import org.unstuck.landscape.Box;
import org.unstuck.landscape.Equilibrium;
import org.unstuck.landscape.FixedPoints;
import org.unstuck.landscape.Held;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.landscape.Nullclines;
import org.unstuck.viz.report.LandscapeFigures;
import org.unstuck.viz.report.LandscapePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unstuck landscape nullclines}: the plane of two coordinates. */
@Command(
        name = "nullclines",
        description =
                "Draws the plane of two coordinates: the curves on which each does not change, and where they meet."
                        + " All other coordinates are held at their mean over time.")
final class NullclinesCommand extends LandscapeTask {

    private static final int STARTS = 100;

    @Option(
            names = "--x",
            paramLabel = "COORDINATE",
            description = "Along the plane, as E_AMY. Default: the activity of the first region of the symptom.")
    private String x;

    @Option(
            names = "--y",
            paramLabel = "COORDINATE",
            description = "Up the plane. Default: the first other variable of the same region with which the plane has"
                    + " nullclines, as I_AMY.")
    private String y;

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "200",
            converter = Convert.Count.class,
            description = "Cells of the grid a side, 8 to 2000. Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Override
    void check() {
        BasinsCommand.checkCells(cells, 8, 2000);
    }

    @Override
    LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled) {
        List<String> names = landscape.field().names();
        int cx = coordinate(landscape, x == null ? shown(landscape) : x);
        Box box = landscape.box();
        double[] base = landscape.mean();
        int other = other(landscape, cx);
        int cy = y == null ? other : coordinate(landscape, y);
        int constant = Nullclines.constant(landscape.field(), box, base, cx, cy);
        if (constant >= 0) {
            throw new Invalid(
                    "how fast " + names.get(constant) + " changes does not depend on " + names.get(cx) + " or "
                            + names.get(cy) + ": the plane has no nullcline of it.",
                    "Maybe --x " + names.get(cx) + " --y " + names.get(other) + ".");
        }
        Nullclines lines = Nullclines.of(landscape.field(), box, base, cx, cy, cells);
        Held plane = new Held(
                landscape.field(),
                IntStream.range(0, base.length)
                        .mapToDouble(i -> i == cx || i == cy ? Double.NaN : base[i])
                        .toArray());
        boolean swapped = cy < cx;
        List<double[]> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Equilibrium e : FixedPoints.of(plane, plane.free(box), STARTS, List.of(), seed())
                .found()) {
            double ex = e.x()[swapped ? 1 : 0];
            double ey = e.x()[swapped ? 0 : 1];
            points.add(new double[] {ex, ey, e.isStable() ? 1 : 0});
            rows.add(LandscapeRows.joined(
                    List.of(LandscapeRows.number(ex), LandscapeRows.number(ey)), LandscapeRows.equilibrium(e)));
        }
        String title = "Nullclines of " + names.get(cx) + " and " + names.get(cy) + ": " + whose(landscape);
        List<List<String>> segments = new ArrayList<>();
        for (List<double[]> of : List.of(lines.ofX(), lines.ofY())) {
            String which = names.get(of == lines.ofX() ? cx : cy);
            for (double[] s : of) {
                segments.add(LandscapeRows.joined(List.of(which), LandscapeRows.coordinates(s)));
            }
        }
        return new LandscapePage(
                "nullclines",
                title,
                List.of(how(landscape)),
                List.of(new LandscapePage.Part(
                        "The plane",
                        "Equilibria of these two coordinates, all others held at their mean over time.",
                        LandscapeFigures.nullclines(lines, box, title, names, points),
                        LandscapeRows.table(
                                "equilibria",
                                LandscapeRows.joined(List.of(names.get(cx), names.get(cy)), LandscapeRows.EQUILIBRIUM),
                                rows))),
                List.of(LandscapeRows.table(
                        "nullclines", List.of("does_not_change", "x1", "y1", "x2", "y2"), segments)),
                seedNumber());
    }

    /** The first other variable of the region of {@code cx} with which the plane has nullclines. */
    private static int other(NetworkLandscape landscape, int cx) {
        int n = landscape.regions().size();
        int all = landscape.field().dimension();
        for (int cy = (cx + n) % all; cy != cx; cy = (cy + n) % all) {
            if (Nullclines.constant(landscape.field(), landscape.box(), landscape.mean(), cx, cy) < 0) {
                return cy;
            }
        }
        return (cx + n) % all;
    }
}
