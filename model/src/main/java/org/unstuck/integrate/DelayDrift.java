package org.unstuck.integrate;

/** The deterministic part of a delay equation, dy = f(t, y(t), y(t - d1), ...) dt + noise, for many systems side by side. */
@FunctionalInterface
public interface DelayDrift {

    /**
     * Writes f.
     *
     * @param tMs time in ms
     * @param y the state now: {@code y[variable][k]}; not modified
     * @param past earlier states, to be read at {@code tMs - d} for delays d of at least one step
     * @param dydt overwritten with the derivative per ms, same shape
     */
    void at(double tMs, double[][] y, Past past, double[][] dydt);
}
