package org.unstuck.viz.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.network.Network;
import org.unstuck.study.Scenario;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.theme.Pdf;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Sheet;
import org.unstuck.viz.theme.Svg;

/** Writes what is shown: a chart as SVG, PNG or PDF, the traces as CSV. Each says what it is, with seed and version. */
final class Export {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final int DIGITS = 6;

    private Export() {}

    /** What stands at the foot of everything that leaves the window. */
    static String stamp(Scenario scenario, Frame.Side a) {
        return "Unstuck " + Version.current() + ", " + Disclaimer.SHORT + ". Scenario \"" + scenario.name()
                + "\", seed "
                + scenario.seed() + ", " + Decimal.of(a.seconds(), DIGITS) + " s of activity, slow clock "
                + Decimal.of(a.hours, DIGITS) + " h.";
    }

    /**
     * Writes a chart in the form that the ending of {@code file} says: svg, png or pdf.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static void chart(Chart chart, Scenario scenario, Frame.Side a, Path file) {
        Sheet sheet = new Sheet(
                chart.name(),
                chart.title(),
                chart.title() + ", as shown in the explorer.",
                chart.chart(),
                WIDTH,
                HEIGHT,
                stamp(scenario, a));
        chart.chart().setAntiAlias(true);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            Png.write(sheet, file);
        } else if (name.endsWith(".pdf")) {
            Pdf.write(sheet, file);
        } else {
            Svg.write(sheet, file);
        }
    }

    /**
     * Writes the traces of both patients: one line per sample, newest last.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static void data(Network network, Scenario scenario, Frame frame, Path file) {
        StringBuilder csv = new StringBuilder();
        csv.append("# ").append(stamp(scenario, frame.sides[Engine.A])).append('\n');
        csv.append("patient,activity_s,state,")
                .append(String.join(",", network.regionNames()))
                .append('\n');
        for (int side = 0; side < frame.sides.length; side++) {
            Frame.Side now = frame.sides[side];
            for (int t = 0; now.on && t < now.shown; t++) {
                double seconds = (now.samples - now.shown + 1 + t) * now.sampleMs / 1000;
                csv.append(side == Engine.A ? "A," : "B,")
                        .append(Decimal.of(seconds, 8))
                        .append(',');
                csv.append(now.states[t] < 0 ? "none" : network.competing().get(now.states[t]));
                for (float[] trace : now.traces) {
                    csv.append(',').append(Decimal.of(trace[t], DIGITS));
                }
                csv.append('\n');
            }
        }
        try {
            Files.write(file, List.of(csv.toString().stripTrailing().split("\n")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
