package org.unstuck.integrate;

/**
 * Euler-Maruyama (Kloeden and Platen 1992, section 10.2): y' = y + f(t, y) dt + dN. Strong order 1 for additive noise,
 * weak order 1, deterministic order 1; Ito and Stratonovich agree. One drift per step.
 */
public record EulerMaruyama() implements Scheme {

    @Override
    public String name() {
        return "euler-maruyama";
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = Rows.of(variables, size);
        return (f, tMs, dtMs, y, dN, dZ) -> {
            f.at(tMs, y, slope);
            for (int v = 0; v < y.length; v++) {
                if (dN[v] == null) {
                    Update.advance(y[v], dtMs, slope[v]);
                } else {
                    Update.advance(y[v], dtMs, slope[v], dN[v]);
                }
            }
        };
    }
}
