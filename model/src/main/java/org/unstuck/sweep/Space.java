package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Scenario;

/**
 * A scenario, the axes along which it is varied, and the points that are visited.
 *
 * @param base the scenario
 * @param axes names and places are unique; none for the scenario alone
 * @param design which points
 */
public record Space(Scenario base, List<Axis> axes, Design design) {

    public Space {
        axes = List.copyOf(axes);
        for (int a = 0; a < axes.size(); a++) {
            check(base, axes, a);
        }
    }

    private static void check(Scenario base, List<Axis> axes, int a) {
        Axis axis = axes.get(a);
        for (int b = 0; b < a; b++) {
            if (axes.get(b).name().equals(axis.name())) {
                throw new Invalid("axes/" + a + "/name", "the axis \"" + axis.name() + "\" is there twice.", "");
            }
            if (axes.get(b).place().equals(axis.place())) {
                throw new Invalid(
                        "axes/" + a + "/path",
                        "the axes \"" + axes.get(b).name() + "\" and \"" + axis.name() + "\" both set "
                                + axis.place().path() + ".",
                        "Maybe one axis with all values.");
            }
        }
        if (axes.stream().noneMatch(other -> other != axis && other.place().holds(axis.place()))) {
            axis.place().in(base);
        }
    }

    /** Number of points. */
    public long size() {
        return axes.isEmpty() ? 1 : design.size(axes);
    }

    /** Point {@code index}, from 0. */
    public Point point(long index) {
        return at(index, design.at(index, axes));
    }

    /** The point at these positions, {@code positions[axis]} from 0 to 1. */
    public Point at(long index, double... positions) {
        List<Level> levels = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            levels.add(axes.get(a).at(positions[a]));
        }
        return new Point(index, axes, levels);
    }

    /**
     * The scenario at a point.
     *
     * @throws Invalid if a rule is broken there
     */
    public Scenario scenario(Point point) {
        List<Integer> order = IntStream.range(0, axes.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer a) -> axes.get(a).place().order())
                        .thenComparing(a -> axes.get(a).place().path()))
                .toList();
        Scenario scenario = base;
        for (int a : order) {
            scenario = axes.get(a).place().set(scenario, point.levels().get(a).value());
        }
        return scenario;
    }
}
