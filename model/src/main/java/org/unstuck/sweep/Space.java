package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.List;
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
            for (Place place : axis.places()) {
                if (axes.get(b).places().contains(place)) {
                    throw new Invalid(
                            "axes/" + a + "/path",
                            "the axes \"" + axes.get(b).name() + "\" and \"" + axis.name() + "\" both set "
                                    + place.path() + ".",
                            "Maybe one axis with all values.");
                }
            }
        }
        for (Place place : axis.places()) {
            boolean made = axes.stream()
                    .flatMap(other -> other.places().stream())
                    .anyMatch(other -> !other.equals(place) && other.holds(place));
            if (!made) {
                try {
                    place.in(base);
                } catch (Invalid e) {
                    throw new Invalid("axes/" + a + "/path", e.problem(), e.maybe());
                }
            }
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
        Edits edits = new Edits();
        for (int a = 0; a < axes.size(); a++) {
            List<Object> values = axes.get(a).values(point.levels().get(a));
            for (int k = 0; k < values.size(); k++) {
                edits.add(axes.get(a).places().get(k), values.get(k));
            }
        }
        return edits.in(base);
    }

    /** The same axes and points around another scenario. */
    public Space with(Scenario other) {
        return new Space(other, axes, design);
    }
}
