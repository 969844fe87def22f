package org.unstuck.integrate;

/**
 * The classical Runge-Kutta scheme (Kutta 1901, Z Math Phys 46, 435-453). Deterministic order 4, four drifts per step.
 *
 * <p>Noise is taken as a constant force over the step, dN/dt, in all stages: the scheme follows the broken line
 * through the noise path (Wong and Zakai 1965). For additive noise the strong order is 1, the weak order 1 (2 if f is
 * linear); Ito and Stratonovich agree. With noise it is no more accurate than {@link Heun} at twice the cost, and the fast
 * clock refuses it.
 */
public record ClassicalRungeKutta() implements Scheme {

    @Override
    public String name() {
        return "rk4";
    }

    @Override
    public boolean takesNoise() {
        return false;
    }

    @Override
    public Stepper start(int variables, int size) {
        return ButcherTableau.CLASSICAL_4.start(variables, size);
    }
}
