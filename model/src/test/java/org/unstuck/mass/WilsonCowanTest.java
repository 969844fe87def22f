package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;

class WilsonCowanTest {

    private static final int N = 7;

    /** The equations written a second time, one region at a time, with StrictMath. */
    @Test
    void derivativesAreThePaperEquations() {
        WilsonCowan m = WilsonCowan.standard();
        Inputs in = new Inputs(N);
        double[][] y = new double[3][N];
        for (int k = 0; k < N; k++) {
            y[0][k] = 0.1 * k;
            y[1][k] = 0.9 - 0.1 * k;
            y[2][k] = 0.3 * k;
            in.excitation[k] = 0.2 * k;
            in.suppression[k] = 0.5 - 0.05 * k;
            in.drive[k] = 0.7 + 0.1 * k;
            in.fluctuation[k] = 0.6 - 0.2 * k;
            in.gabaGain[k] = 1 + 0.05 * k;
            in.nmdaGainE[k] = 1 - 0.02 * k;
            in.nmdaGainI[k] = 1 - 0.03 * k;
        }
        double[][] d = new double[3][N];
        m.derivatives(in, y, d);
        for (int k = 0; k < N; k++) {
            double E = y[0][k];
            double I = y[1][k];
            double a = y[2][k];
            double xE = in.nmdaGainE[k] * 7.5 * E
                    - in.gabaGain[k] * 6 * I
                    + 2 * in.excitation[k]
                    - a
                    + in.drive[k]
                    + in.fluctuation[k]
                    - 2.5;
            double xI = in.nmdaGainI[k] * 6 * E - 1 * I + 2.5 * in.suppression[k] - 3;
            assertThat(d[0][k]).isCloseTo((F(xE) - E) / 40, within(1e-15));
            assertThat(d[1][k]).isCloseTo((F(xI) - I) / 15, within(1e-15));
            assertThat(d[2][k]).isCloseTo((3 * E - a) / 6000, within(1e-18));
        }
    }

    private static double F(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Time in other units: all time constants times c must give derivatives divided by c. */
    @Test
    void unitsOfTimeAreConsistent() {
        double c = 3.7;
        WilsonCowan m = WilsonCowan.standard();
        WilsonCowan scaled = m;
        for (String tau : new String[] {"tauE", "tauI", "tauA"}) {
            scaled = Parameters.with(scaled, tau, c * Parameters.value(m, tau));
        }
        Inputs in = new Inputs(N);
        double[][] y = {filled(0.3), filled(0.2), filled(0.5)};
        double[][] d = new double[3][N];
        double[][] e = new double[3][N];
        m.derivatives(in, y, d);
        scaled.derivatives(in, y, e);
        for (int v = 0; v < 3; v++) {
            assertThat(e[v][0] * c).isCloseTo(d[v][0], within(1e-12 * Math.abs(d[v][0])));
            assertThat(d[v][0]).isNotZero();
        }
    }

    private static double[] filled(double x) {
        double[] all = new double[N];
        java.util.Arrays.fill(all, x);
        return all;
    }

    @Test
    void impossibleParametersAreRefused() {
        WilsonCowan m = WilsonCowan.standard();
        assertThatThrownBy(() -> Parameters.with(m, "tauE", 0))
                .isInstanceOf(Invalid.class)
                .hasMessage("tauE (time constant of excitatory activity) is 0.0 ms, it must be greater than 0."
                        + " Maybe a value from 20.0 to 80.0 ms; the default is 40.0.");
        assertThatThrownBy(() -> Parameters.with(m, "wEE", Double.NaN)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Parameters.with(m, "wEe2", 1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Maybe \"wEE\" was meant.");
    }
}
