package org.unstuck.integrate;

/**
 * The amplitude g of the noise in dy = f(t, y) dt + g(t, y) dW, for many systems side by side. The noise is diagonal: each number
 * has a Wiener process of its own, and its amplitude depends on that number (and time) alone.
 */
@FunctionalInterface
public interface Diffusion {

    /**
     * Writes g(t, y).
     *
     * @param tMs time in ms
     * @param y the state: {@code y[variable][k]}; not modified
     * @param g overwritten with the amplitude, in units of y per square root of ms; same shape
     */
    void at(double tMs, double[][] y, double[][] g);

    /**
     * Writes the derivative dg/dy of each amplitude by its own number, for {@link Milstein}.
     *
     * @param tMs time in ms
     * @param y the state: {@code y[variable][k]}; not modified
     * @param dgdy overwritten; same shape
     * @throws UnsupportedOperationException unless overridden
     */
    default void derivative(double tMs, double[][] y, double[][] dgdy) {
        throw new UnsupportedOperationException(
                "the derivative of the amplitude of the noise is unknown. Maybe override derivative, or use a scheme that does without.");
    }
}
