package org.unstuck.integrate;

/** The deterministic part of dy = f(t, y) dt + noise, for many systems side by side. */
@FunctionalInterface
public interface Drift {

    /**
     * Writes f(t, y).
     *
     * @param tMs time in ms
     * @param y the state: {@code y[variable][k]}; not modified
     * @param dydt overwritten with the derivative per ms, same shape
     */
    void at(double tMs, double[][] y, double[][] dydt);
}
