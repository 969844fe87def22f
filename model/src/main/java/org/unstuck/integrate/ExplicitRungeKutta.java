package org.unstuck.integrate;

import java.util.Arrays;

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
        this.slope = new double[b.length][][];
        Arrays.setAll(slope, i -> Rows.of(variables, size));
        this.stage = Rows.of(variables, size);
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
                start(a[i], v, dtMs, y[v], stage[v]);
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

    /** to = y + dt times the weighted slopes of variable {@code v}. */
    private void start(double[] weights, int v, double dtMs, double[] y, double[] to) {
        int first = 0;
        while (first < weights.length && weights[first] == 0) {
            first++;
        }
        if (first == weights.length) {
            System.arraycopy(y, 0, to, 0, y.length);
            return;
        }
        Update.advanceFrom(y, weights[first] * dtMs, slope[first][v], to);
        add(weights, first + 1, v, dtMs, to);
    }

    /** y += dt times the weighted slopes of variable {@code v}. */
    void add(double[] weights, int v, double dtMs, double[] y) {
        add(weights, 0, v, dtMs, y);
    }

    /** The same from one stage on; two at a time, because each loop reads and writes y. */
    private void add(double[] weights, int from, int v, double dtMs, double[] y) {
        int waiting = -1;
        for (int j = from; j < weights.length; j++) {
            if (weights[j] != 0 && waiting < 0) {
                waiting = j;
            } else if (weights[j] != 0) {
                Update.advanceTwice(y, weights[waiting] * dtMs, slope[waiting][v], weights[j] * dtMs, slope[j][v]);
                waiting = -1;
            }
        }
        if (waiting >= 0) {
            Update.advance(y, weights[waiting] * dtMs, slope[waiting][v]);
        }
    }

    /** The slopes of stage {@code i}, live. */
    double[][] slope(int i) {
        return slope[i];
    }
}
