package org.unstuck.integrate;

/**
 * A fixed-step scheme for dy = f(t, y) dt + dN with additive noise N. For additive noise the Ito and the Stratonovich
 * reading are the same equation.
 *
 * <p>The caller supplies the noise increments, so that given paths can be replayed and arms can share them.
 */
public sealed interface Scheme permits EulerMaruyama, Heun {

    /** The name used in scenario files. */
    String name();

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
         */
        void step(Drift f, double tMs, double dtMs, double[][] y, double[][] dN);
    }
}
