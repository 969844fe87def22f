package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Network;
import org.unstuck.viz.figure.SignalFigure;

/** Remembers what a run writes and makes the chart of it: regions of a small network, means of functional networks of a large one. */
final class SignalChart {

    private static final int MOST_ROWS = 200_000;
    private static final int MOST_LINES = 24;

    private final Signal.Kind kind;
    private final List<String> labels = new ArrayList<>();
    /** Which columns each line is the mean of. */
    private final List<int[]> members = new ArrayList<>();

    private final double[] seconds;
    private final double[][] values;
    private int rows;

    /**
     * A chart that fills.
     *
     * @param samples rows after the first
     * @throws Invalid if they are too many to draw
     */
    SignalChart(Signal.Kind kind, Network network, long samples) {
        if (samples >= MOST_ROWS) {
            throw new Invalid(
                    "a chart of " + (samples + 1) + " rows, at most " + MOST_ROWS + " are drawn.",
                    "Maybe a longer --sample, or no --chart.");
        }
        this.kind = kind;
        if (kind == Signal.Kind.EEG) {
            line("all regions", 0);
        } else if (network.size() <= MOST_LINES) {
            for (int i = 0; i < network.size(); i++) {
                line(network.regions().get(i).name(), i);
            }
        } else {
            for (Map.Entry<String, List<Integer>> module : network.modules().entrySet()) {
                line(
                        module.getKey() + " (" + module.getValue().size() + ")",
                        module.getValue().stream().mapToInt(i -> i).toArray());
            }
        }
        this.seconds = new double[(int) samples + 1];
        this.values = new double[labels.size()][(int) samples + 1];
    }

    private void line(String label, int... columns) {
        labels.add(label);
        members.add(columns);
    }

    /** Remembers a row. */
    void accept(double second, double[] row) {
        seconds[rows] = second;
        for (int k = 0; k < values.length; k++) {
            double sum = 0;
            for (int column : members.get(k)) {
                sum += row[column];
            }
            values[k][rows] = sum / members.get(k).length;
        }
        rows++;
    }

    /** The chart of what came so far. */
    SignalFigure figure(String title) {
        List<SignalFigure.Row> lines = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            lines.add(new SignalFigure.Row(labels.get(k), Arrays.copyOf(values[k], rows)));
        }
        return new SignalFigure("signal", title, kind.quantity(), kind.unit(), Arrays.copyOf(seconds, rows), lines);
    }
}
