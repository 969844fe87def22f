package org.unstuck.integrate;

/**
 * Euler for the drift and Heun for the noise (Gard 1988, Introduction to Stochastic Differential Equations, chapter 7):
 *
 * <pre>
 *   p  = y + g(t, y) dW
 *   y' = y + f(t, y) dt + (g(t, y) + g(t + dt, p)) dW/2
 * </pre>
 *
 * Stratonovich. Strong order 1 for diagonal noise. One drift and two amplitudes per step.
 */
public record EulerHeun() implements MultiplicativeScheme {

    @Override
    public String name() {
        return "euler-heun";
    }

    @Override
    public Calculus calculus() {
        return Calculus.STRATONOVICH;
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = new double[variables][size];
        double[][] amplitude = new double[variables][size];
        double[][] ahead = new double[variables][size];
        double[][] predicted = new double[variables][size];
        return (f, g, tMs, dtMs, y, dW) -> {
            f.at(tMs, y, slope);
            g.at(tMs, y, amplitude);
            for (int v = 0; v < y.length; v++) {
                System.arraycopy(y[v], 0, predicted[v], 0, size);
                if (dW[v] != null) {
                    Update.addProduct(predicted[v], 1, amplitude[v], dW[v]);
                }
            }
            g.at(tMs + dtMs, predicted, ahead);
            for (int v = 0; v < y.length; v++) {
                Update.advance(y[v], dtMs, slope[v]);
                if (dW[v] != null) {
                    Update.add(amplitude[v], ahead[v]);
                    Update.addProduct(y[v], 0.5, amplitude[v], dW[v]);
                }
            }
        };
    }
}
