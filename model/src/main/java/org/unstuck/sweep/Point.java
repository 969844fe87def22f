package org.unstuck.sweep;

import java.util.List;
import org.unstuck.describe.Invalid;

/**
 * One point of a sweep.
 *
 * @param index its number in the design
 * @param axes the axes of its space
 * @param levels its value on each axis
 */
public record Point(long index, List<Axis> axes, List<Level> levels) {

    public Point {
        axes = List.copyOf(axes);
        levels = List.copyOf(levels);
        if (axes.size() != levels.size()) {
            throw new Invalid("levels", "there are " + levels.size() + " values for " + axes.size() + " axes.", "");
        }
    }

    /**
     * The value on the axis called {@code axis}.
     *
     * @throws Invalid if there is none
     */
    public Level level(String axis) {
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a).name().equals(axis)) {
                return levels.get(a);
            }
        }
        throw new Invalid(axis, "there is no axis \"" + axis + "\".", "");
    }

    /** SHA-256 of the places and of the content of the values; its number and the names of axes do not matter. */
    public String hash() {
        Fingerprint all = new Fingerprint();
        for (int a = 0; a < axes.size(); a++) {
            List<Object> values = axes.get(a).values(levels.get(a));
            for (int k = 0; k < values.size(); k++) {
                all.add(axes.get(a).places().get(k).path()).add(values.get(k));
            }
        }
        return all.hex();
    }
}
