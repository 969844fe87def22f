package org.unstuck.integrate;

/** One run with an explicit Runge-Kutta scheme at fixed steps; the equations are those of {@link ButcherTableau}. */
final class ExplicitRungeKutta implements Scheme.Stepper {

    private final double[] c;
    private final double[][] a;
    private final double[] b;
    /** {@code slope[stage][variable][k]}. */
    private final double[][][] slope;

    private final double[][] stage;

    ExplicitRungeKutta(ButcherTableau tableau, int variables, int size) {
        this.c = tableau.c();
        this.a = tableau.a();
        this.b = tableau.b();
        this.slope = new double[b.length][variables][size];
        this.stage = new double[variables][size];
    }

    @Override
    public void step(Drift f, double tMs, double dtMs, double[][] y, double[][] dN, double[][] dZ) {
        f.at(tMs, y, slope[0]);
        slopes(f, tMs, dtMs, y, dN);
        for (int v = 0; v < y.length; v++) {
            addStep(v, dtMs, y[v]);
            if (dN[v] != null) {
                Update.add(y[v], dN[v]);
            }
        }
    }

    /** The slopes of all stages but the first, which is there already. */
    void slopes(Drift f, double tMs, double dtMs, double[][] y, double[][] dN) {
        for (int i = 1; i < b.length; i++) {
            for (int v = 0; v < y.length; v++) {
                System.arraycopy(y[v], 0, stage[v], 0, y[v].length);
                add(a[i], v, dtMs, stage[v]);
                if (dN[v] != null) {
                    Update.advance(stage[v], c[i], dN[v]);
                }
            }
            f.at(tMs + c[i] * dtMs, stage, slope[i]);
        }
    }

    /** y += dt times the slopes of variable {@code v}, weighted as in the step. */
    void addStep(int v, double dtMs, double[] y) {
        add(b, v, dtMs, y);
    }

    /** y += dt times the weighted slopes of variable {@code v}. */
    void add(double[] weights, int v, double dtMs, double[] y) {
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                Update.advance(y, weights[j] * dtMs, slope[j][v]);
            }
        }
    }

    /** The slopes of stage {@code i}, live. */
    double[][] slope(int i) {
        return slope[i];
    }
}
