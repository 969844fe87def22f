package org.unstuck.integrate;

/**
 * Euler-Maruyama for multiplicative noise (Maruyama 1955; Kloeden and Platen 1992, section 10.2): y' = y + f dt + g dW, both at
 * the start of the step. Ito. Strong order 1/2, weak order 1. One drift and one amplitude per step.
 */
public record ItoEuler() implements MultiplicativeScheme {

    @Override
    public String name() {
        return "ito-euler";
    }

    @Override
    public Calculus calculus() {
        return Calculus.ITO;
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = new double[variables][size];
        double[][] amplitude = new double[variables][size];
        return (f, g, tMs, dtMs, y, dW) -> {
            f.at(tMs, y, slope);
            g.at(tMs, y, amplitude);
            for (int v = 0; v < y.length; v++) {
                Update.advance(y[v], dtMs, slope[v]);
                if (dW[v] != null) {
                    Update.addProduct(y[v], 1, amplitude[v], dW[v]);
                }
            }
        };
    }
}
