package org.unstuck.integrate;

/**
 * Stochastic Heun for multiplicative noise (Rumelin 1982, SIAM J Numer Anal 19, 604-613; the same increment in both stages):
 *
 * <pre>
 *   p  = y + f(t, y) dt + g(t, y) dW
 *   y' = y + (f(t, y) + f(t + dt, p)) dt/2 + (g(t, y) + g(t + dt, p)) dW/2
 * </pre>
 *
 * Stratonovich. Strong order 1 for diagonal noise, deterministic order 2; where g depends on time alone, {@link Heun} with the mean
 * amplitude of the step. Two drifts and two amplitudes per step.
 */
public record StratonovichHeun() implements MultiplicativeScheme {

    @Override
    public String name() {
        return "stratonovich-heun";
    }

    @Override
    public Calculus calculus() {
        return Calculus.STRATONOVICH;
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = new double[variables][size];
        double[][] slopeAhead = new double[variables][size];
        double[][] amplitude = new double[variables][size];
        double[][] amplitudeAhead = new double[variables][size];
        double[][] predicted = new double[variables][size];
        return (f, g, tMs, dtMs, y, dW) -> {
            f.at(tMs, y, slope);
            g.at(tMs, y, amplitude);
            for (int v = 0; v < y.length; v++) {
                System.arraycopy(y[v], 0, predicted[v], 0, size);
                Update.advance(predicted[v], dtMs, slope[v]);
                if (dW[v] != null) {
                    Update.addProduct(predicted[v], 1, amplitude[v], dW[v]);
                }
            }
            f.at(tMs + dtMs, predicted, slopeAhead);
            g.at(tMs + dtMs, predicted, amplitudeAhead);
            for (int v = 0; v < y.length; v++) {
                Update.add(slope[v], slopeAhead[v]);
                Update.advance(y[v], 0.5 * dtMs, slope[v]);
                if (dW[v] != null) {
                    Update.add(amplitude[v], amplitudeAhead[v]);
                    Update.addProduct(y[v], 0.5, amplitude[v], dW[v]);
                }
            }
        };
    }
}
