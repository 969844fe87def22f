package org.unstuck.integrate;

import java.util.List;

/**
 * A fixed-step scheme for dy = f(t, y) dt + dN with additive noise N, whose amplitude does not change within a step.
 * For additive noise the Ito and the Stratonovich reading are the same equation.
 *
 * <p>The caller supplies the noise increments, so that given paths can be replayed and arms can share them. Schemes of
 * strong order above 1 also need the integral of the noise over the step ({@link NoiseIntegral}).
 */
public sealed interface Scheme permits EulerMaruyama, Heun, Sra1, ClassicalRungeKutta {

    /** The name used in scenario files. */
    String name();

    /** Whether the scheme reaches its order only when it is given {@code dZ}; the others ignore it. */
    default boolean usesIntegral() {
        return false;
    }

    /** Whether the scheme is meant for equations with noise; the others are refused there by the fast clock. */
    default boolean takesNoise() {
        return true;
    }

    /** All schemes that a scenario can name. */
    static List<Scheme> all() {
        return List.of(new EulerMaruyama(), new Heun(), new Sra1(), new ClassicalRungeKutta());
    }

    /** Makes the working arrays of one run of {@code variables} x {@code size} numbers. */
    Stepper start(int variables, int size);

    /** One run's integrator: it owns scratch arrays and is not shared between threads. */
    interface Stepper {

        /**
         * Advances {@code y} by one step, in place. Allocates nothing.
         *
         * @param f the drift
         * @param tMs time at the start of the step, ms
         * @param dtMs step, ms
         * @param y state {@code y[variable][k]}; overwritten
         * @param dN noise increments over the step, {@code dN[variable][k]}; null for a variable without noise
         * @param dZ integrals of the noise over the step, {@code dZ[variable][k]} = int_0^dt (N(t + s) - N(t)) ds, in
         *     units of y times ms; null, or null for a variable, if unknown
         */
        void step(Drift f, double tMs, double dtMs, double[][] y, double[][] dN, double[][] dZ);

        /** The same without integrals of the noise. */
        default void step(Drift f, double tMs, double dtMs, double[][] y, double[][] dN) {
            step(f, tMs, dtMs, y, dN, null);
        }
    }
}
