package org.unstuck.mass;

import java.util.List;

/**
 * The mean field of quadratic integrate-and-fire neurons (Montbrio, Pazo and Roxin 2015), made outside the library: tau r' = Delta / (pi tau) +
 * 2 r V, tau V' = V^2 + eta + J tau r - (pi tau r)^2 + input.
 */
record MontbrioPazoRoxin(double tau, double Delta, double eta, double J) implements NeuralMass.Custom {

    @Override
    public String name() {
        return "montbrio-pazo-roxin";
    }

    @Override
    public List<Variable> variables() {
        return List.of(
                new Variable("r", "firing rate", "1/ms", 0.1), new Variable("V", "mean membrane potential", "1", -2));
    }

    @Override
    public double fastestMs() {
        return tau;
    }

    @Override
    public double[] inhibition(double[][] y, double[] scratch) {
        return y[0];
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        double[] r = y[0];
        double[] V = y[1];
        for (int k = 0; k < r.length; k++) {
            double rate = Math.PI * tau * r[k];
            dydt[0][k] = (Delta / (Math.PI * tau) + 2 * V[k] * r[k]) / tau;
            dydt[1][k] = (V[k] * V[k] - rate * rate + eta + J * tau * r[k] + in.drive[k] + in.fluctuation[k]) / tau;
        }
    }
}
