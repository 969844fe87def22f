package org.unstuck.integrate;

/**
 * The scheme of Milstein 1974 for diagonal noise (Theory Probab Appl 19, 557-562; Kloeden and Platen 1992, section 10.3):
 *
 * <pre>
 *   Ito:           y' = y + f dt + g dW + g g' (dW^2 - dt)/2
 *   Stratonovich:  y' = y + f dt + g dW + g g' dW^2/2
 * </pre>
 *
 * Strong order 1, weak order 1. One drift, one amplitude and one derivative of it per step.
 *
 * @param calculus how the equation is meant
 */
public record Milstein(Calculus calculus) implements MultiplicativeScheme {

    @Override
    public String name() {
        return "milstein";
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = new double[variables][size];
        double[][] amplitude = new double[variables][size];
        double[][] derivative = new double[variables][size];
        return (f, g, tMs, dtMs, y, dW) -> {
            f.at(tMs, y, slope);
            g.at(tMs, y, amplitude);
            g.derivative(tMs, y, derivative);
            double less = calculus == Calculus.ITO ? dtMs : 0;
            for (int v = 0; v < y.length; v++) {
                Update.advance(y[v], dtMs, slope[v]);
                if (dW[v] != null) {
                    Update.addProduct(y[v], 1, amplitude[v], dW[v]);
                    correct(y[v], amplitude[v], derivative[v], dW[v], less);
                }
            }
        };
    }

    private static void correct(double[] y, double[] g, double[] derivative, double[] dW, double less) {
        for (int k = 0; k < y.length; k++) {
            y[k] += 0.5 * g[k] * derivative[k] * (dW[k] * dW[k] - less);
        }
    }
}
