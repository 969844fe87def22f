package org.unstuck.viz.explore;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.unstuck.mass.Variable;

/** The axes of a phase plane: named after the variables of the mass, with their units, and as long as regions need them. */
final class PhaseAxes {

    /** Ticks of an axis, about. */
    private static final double TICKS = 4;
    /** Air around what has been visited, in its width. */
    private static final double AIR = 0.15;

    private final Chart chart;
    private final double[] visited = new double[4];
    private final double[] box = {0, 1, 0, 1};

    PhaseAxes(Chart chart) {
        this.chart = chart;
    }

    /** What is shown: from, to along; from, to up. */
    double[] box() {
        return box;
    }

    /** Begins with another mass. */
    void begin(RegionPlane plane) {
        visited[0] = visited[1] = plane.alongX().initial();
        visited[2] = visited[3] = plane.alongY().initial();
    }

    /** Fits both axes to {@code plane} and to where the regions of {@code frame} have been. */
    void follow(RegionPlane plane, Frame frame) {
        for (Frame.Side now : frame.sides) {
            if (now.on) {
                visit(plane, now);
            }
        }
        NumberAxis x = (NumberAxis) chart.plot().getDomainAxis();
        NumberAxis y = (NumberAxis) chart.plot().getRangeAxis();
        fit(x, plane.alongX(), 0);
        fit(y, plane.alongY(), 2);
        var area = chart.panel().getChartRenderingInfo().getPlotInfo().getDataArea();
        name(x, plane.alongX(), area.getWidth());
        name(y, plane.alongY(), area.getHeight());
    }

    private void visit(RegionPlane plane, Frame.Side now) {
        for (int i = 0; i < now.E.length; i++) {
            visited[0] = Math.min(visited[0], now.y[plane.x()][i]);
            visited[1] = Math.max(visited[1], now.y[plane.x()][i]);
            visited[2] = Math.min(visited[2], now.y[plane.y()][i]);
            visited[3] = Math.max(visited[3], now.y[plane.y()][i]);
        }
    }

    /** Fractions of cells run from 0 to 1, other variables (and a fraction that leaves its range) over where regions have been. */
    private void fit(NumberAxis axis, Variable v, int at) {
        boolean fraction = v.name().equals("E") || v.name().equals("I");
        double width = fraction ? 1 : Math.max(1e-3, visited[at + 1] - visited[at]);
        double low = fraction && visited[at] >= 0 ? 0 : visited[at] - AIR * width;
        double high = fraction && visited[at + 1] <= 1 ? 1 : visited[at + 1] + AIR * width;
        if (visited[at] >= 0) {
            low = Math.max(0, low);
        }
        double step = step((high - low) / TICKS);
        low = Math.floor(low / step + 1e-9) * step;
        high = Math.ceil(high / step - 1e-9) * step;
        if (box[at] != low || box[at + 1] != high || axis.getTickUnit().getSize() != step) {
            box[at] = low;
            box[at + 1] = high;
            axis.setRange(low, high);
            axis.setTickUnit(new NumberTickUnit(step));
        }
    }

    /** 1, 2, 2.5 or 5 times a power of ten, not less than {@code least}. */
    private static double step(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        for (double times : new double[] {1, 2, 2.5, 5}) {
            if (times * ten >= least * (1 - 1e-9)) {
                return times * ten;
            }
        }
        return 10 * ten;
    }

    /** The variable with its meaning where there is {@code room}, and by its letter with its unit where there is not. */
    private void name(NumberAxis axis, Variable v, double room) {
        String unit = v.unit().equals("1") ? "" : " (" + v.unit() + ")";
        List<String> all = new ArrayList<>(List.of(v.name() + ": " + v.meaning() + unit));
        if (v.name().equals("E") || v.name().equals("I")) {
            all.add(v.name().equals("E") ? "excitation E" : "inhibition I");
        }
        String words = v.name() + unit;
        var metrics = chart.panel().getFontMetrics(axis.getLabelFont());
        for (int k = all.size() - 1; k >= 0; k--) {
            words = metrics.stringWidth(all.get(k)) < room ? all.get(k) : words;
        }
        if (!words.equals(axis.getLabel())) {
            axis.setLabel(words);
        }
    }
}
