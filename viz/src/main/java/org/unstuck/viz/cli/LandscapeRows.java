package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Equilibrium;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Table;

/** Rows of the tables of the landscape; times in s, rates in 1/s. */
final class LandscapeRows {

    static final double MS = 1000;

    private LandscapeRows() {}

    static Table table(String name, List<String> header, List<List<String>> rows) {
        return new Table(name, header, rows::forEach);
    }

    /** The number, or empty if there is none. */
    static String number(Measurement value) {
        return value.isDefined() ? Decimal.exact(value.orElseThrow()) : "";
    }

    static String number(double value) {
        return Double.isFinite(value) ? Decimal.exact(value) : "";
    }

    /** A time in ms as s. */
    static String seconds(Measurement ms) {
        return number(ms.map(value -> value / MS));
    }

    /** Why there is no number; empty if there is one. */
    static String reason(Measurement value) {
        return value instanceof Measurement.Undefined none ? none.reason() : "";
    }

    /** Kind, number of growing directions, leading eigenvalue. */
    static List<String> equilibrium(Equilibrium e) {
        return List.of(
                e.kind().words(),
                Integer.toString(e.eigenvalues().unstable()),
                number(MS * e.eigenvalues().re()[0]),
                number(MS * Math.abs(e.eigenvalues().im()[0]) / (2 * Math.PI)));
    }

    static final List<String> EQUILIBRIUM = List.of("kind", "unstable_directions", "leading_rate_per_s", "turns_hz");

    static List<String> coordinates(double[] x) {
        List<String> cells = new ArrayList<>();
        for (double value : x) {
            cells.add(number(value));
        }
        return cells;
    }

    static String period(Attractor one) {
        return one instanceof Attractor.Cycle cycle ? number(cycle.period() / MS) : "";
    }

    @SafeVarargs
    static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
