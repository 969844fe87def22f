package org.unstuck.integrate;

/**
 * Stochastic Heun for additive noise (Kloeden and Platen 1992, section 15.1; the same increment in both stages):
 *
 * <pre>
 *   p  = y + f(t, y) dt + dN
 *   y' = y + (f(t, y) + f(t + dt, p)) dt/2 + dN
 * </pre>
 *
 * Strong order 1 and weak order 2 for additive noise, deterministic order 2; Ito and Stratonovich agree. Two drifts
 * per step.
 */
public record Heun() implements Scheme {

    @Override
    public String name() {
        return "heun";
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = Rows.of(variables, size);
        double[][] slopeAhead = Rows.of(variables, size);
        double[][] predicted = Rows.of(variables, size);
        return (f, tMs, dtMs, y, dN, dZ) -> {
            f.at(tMs, y, slope);
            for (int v = 0; v < y.length; v++) {
                if (dN[v] == null) {
                    Update.advanceFrom(y[v], dtMs, slope[v], predicted[v]);
                } else {
                    Update.advanceFrom(y[v], dtMs, slope[v], dN[v], predicted[v]);
                }
            }
            f.at(tMs + dtMs, predicted, slopeAhead);
            for (int v = 0; v < y.length; v++) {
                if (dN[v] == null) {
                    Update.advanceBySum(y[v], 0.5 * dtMs, slope[v], slopeAhead[v]);
                } else {
                    Update.advanceBySum(y[v], 0.5 * dtMs, slope[v], slopeAhead[v], dN[v]);
                }
            }
        };
    }
}
