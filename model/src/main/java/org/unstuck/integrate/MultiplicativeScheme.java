package org.unstuck.integrate;

/**
 * A fixed-step scheme for dy = f(t, y) dt + g(t, y) dW with diagonal {@link Diffusion}: noise whose amplitude depends on the state
 * or changes within a step. Unlike the schemes of additive noise ({@link Scheme}) each of these belongs to one {@link Calculus},
 * and gives the wrong process for an equation that was meant in the other. Not for scenario files: the fluctuating input of the
 * fast clock is additive.
 */
public sealed interface MultiplicativeScheme permits ItoEuler, EulerHeun, StratonovichHeun, Milstein {

    /** A short name. */
    String name();

    /** The reading of the equation that the scheme converges to. */
    Calculus calculus();

    /** Makes the working arrays of one run of {@code variables} x {@code size} numbers. */
    Stepper start(int variables, int size);

    /** One run's integrator: it owns scratch arrays and is not shared between threads. */
    interface Stepper {

        /**
         * Advances {@code y} by one step, in place. Allocates nothing.
         *
         * @param f the drift
         * @param g the amplitude of the noise
         * @param tMs time at the start of the step, ms
         * @param dtMs step, ms
         * @param y state {@code y[variable][k]}; overwritten
         * @param dW increments of the Wiener processes, of variance dtMs: {@code dW[variable][k]}; null for a variable without
         *     noise
         */
        void step(Drift f, Diffusion g, double tMs, double dtMs, double[][] y, double[][] dW);
    }
}
