package org.unstuck.simulate;

import java.util.Arrays;
import org.unstuck.recording.Slow;

/** Levels of the slow state of one patient that the network and the records read. Mutable; owned by one {@link Body}. */
final class Levels {

    private static final int QUANTITIES = Slow.values().length;

    /** Every slow quantity, in the order of {@link Slow}. */
    private final double[] value = new double[QUANTITIES];
    /** Plasma concentration of each drug, ng/mL. */
    final double[] plasma;

    Levels(int drugs) {
        plasma = new double[drugs];
    }

    double of(Slow quantity) {
        return value[quantity.ordinal()];
    }

    void set(Slow quantity, double to) {
        value[quantity.ordinal()] = to;
    }

    /** Adds to a quantity. */
    void change(Slow quantity, double by) {
        value[quantity.ordinal()] += by;
    }

    /** Adds to a quantity that cannot exceed 1. */
    void raise(Slow quantity, double by) {
        value[quantity.ordinal()] = Math.min(1, value[quantity.ordinal()] + by);
    }

    void clear() {
        Arrays.fill(value, 0);
        Arrays.fill(plasma, 0);
    }

    /** this += weight * other. */
    void add(Levels other, double weight) {
        for (int q = 0; q < QUANTITIES; q++) {
            value[q] += weight * other.value[q];
        }
        for (int d = 0; d < plasma.length; d++) {
            plasma[d] += weight * other.plasma[d];
        }
    }

    /** Writes every quantity into {@code levels[slow][at]}. */
    void copyTo(double[][] levels, int at) {
        for (int q = 0; q < QUANTITIES; q++) {
            levels[q][at] = value[q];
        }
    }
}
