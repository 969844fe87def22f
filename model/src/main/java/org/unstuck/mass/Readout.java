package org.unstuck.mass;

import org.unstuck.describe.Invalid;

/** The activity that is recorded of what a mass sends: 0 at one value, 1 at another, never beyond. */
final class Readout {

    private Readout() {}

    /**
     * Checks the two values.
     *
     * @throws Invalid if the activity would not rise with what is sent
     */
    static void check(double zero, double one) {
        if (!(one > zero)) {
            throw new Invalid(
                    "recordedOne",
                    "recordedOne is " + one + ", it must be above recordedZero (" + zero + ").",
                    "Maybe they are exchanged.");
        }
    }

    /** Writes (sent - zero) / (one - zero), cut to 0..1, into {@code recorded}; both may be the same array. */
    static double[] of(double[] sent, double zero, double one, double[] recorded) {
        double scale = 1 / (one - zero);
        for (int k = 0; k < recorded.length; k++) {
            recorded[k] = Math.max(0, Math.min(1, (sent[k] - zero) * scale));
        }
        return recorded;
    }
}
