package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Parameters;
import org.unstuck.integrate.ButcherTableau;
import org.unstuck.integrate.Scheme;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Network;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

/** The numbers of the evidence review (D2), each to 0.1 %, and what the transfer function must do where the formula divides 0 by 0. */
class WongWangTest {

    private static final double ROUNDED = 1e-3;
    private static final WongWang UNCONTROLLED =
            Parameters.with(Parameters.with(Parameters.defaults(WongWang.class), "targetHz", 0), "globalGain", 0);

    /** S_E, S_I, x_E, r_E, r_I of one node at rest. */
    private static double[] rest(double gaba, double nmdaE, double nmdaI) {
        WongWang m = UNCONTROLLED;
        Inputs in = new Inputs(1);
        in.fluctuation = new double[1];
        in.drive[0] = m.usualDrive();
        in.gabaGain[0] = gaba;
        in.nmdaGainE[0] = nmdaE;
        in.nmdaGainI[0] = nmdaI;
        double[][] y = {{0.164757}, {0.039218}};
        Scheme.Stepper rk4 = ButcherTableau.CLASSICAL_4.start(2, 1);
        for (int s = 0; s < 20_000; s++) {
            rk4.step((t, x, d) -> m.derivatives(in, x, d), s, 1, y, new double[2][]);
        }
        double sE = y[0][0];
        double sI = y[1][0];
        double xE = m.wE() * m.i0() + nmdaE * m.wPlus() * m.jN() * sE - gaba * m.jI() * sI;
        double xI = m.wI() * m.i0() + nmdaI * m.jN() * sE - sI;
        return new double[] {sE, sI, xE, m.rateE(xE), m.rateI(xI)};
    }

    @Test
    void aNodeRestsWhereTheReviewSays() {
        double[] r = rest(1, 1, 1);
        assertThat(r[0]).isCloseTo(0.164757, within(0.164757 * ROUNDED));
        assertThat(r[1]).isCloseTo(0.039218, within(0.039218 * ROUNDED));
        assertThat(r[2]).isCloseTo(0.37738, within(0.37738 * ROUNDED));
        assertThat(r[3]).isCloseTo(3.077, within(3.077 * ROUNDED));
        assertThat(r[4]).isCloseTo(3.922, within(3.922 * ROUNDED));
        assertThat(r[2] - UNCONTROLLED.bE() / UNCONTROLLED.aE()).isCloseTo(-0.02585, within(0.02585 * ROUNDED));
    }

    /** The review gives two decimals: the tolerance is 0.1 % or half of the last digit, whichever is more. */
    @ParameterizedTest
    @CsvSource({
        "0.8, 1, 1, 5.65",
        "0.9, 1, 1, 4.02",
        "1.1, 1, 1, 2.47",
        "1.2, 1, 1, 2.04",
        "1.3, 1, 1, 1.72",
        "1.5, 1, 1, 1.28",
        "2.0, 1, 1, 0.68",
        "1, 0.9, 0.9, 2.75",
        "1, 1, 0.9, 3.38",
        "1, 1, 0.8, 3.81",
        "1, 0.95, 0.8, 3.31",
        "1, 0.8, 1, 2.25",
    })
    void gainsOfReceptorsMoveTheRateAsTheReviewSays(double gaba, double nmdaE, double nmdaI, double hz) {
        assertThat(rest(gaba, nmdaE, nmdaI)[3]).isCloseTo(hz, within(Math.max(hz * ROUNDED, 0.005)));
    }

    /** At u = 0 the usual formula is 0/0; near it it loses digits. */
    @Test
    void theSingularityOfTheTransferFunctionIsRemoved() {
        double d = 0.16;
        assertThat(AbbottChance.of(0, d)).isEqualTo(1 / d);
        for (double u : new double[] {1e-300, -1e-300, 1e-12, -1e-9, 1e-6, -1e-3}) {
            double z = d * u;
            double series = (1 + z / 2 + z * z / 12) / d;
            assertThat(AbbottChance.of(u, d)).isCloseTo(series, within(1e-12));
        }
    }

    @Test
    void theTransferFunctionIsThatOfThePaper() {
        double d = 0.16;
        double[] u = new double[2001];
        for (int k = 0; k < u.length; k++) {
            u[k] = (k - 1000) * 0.225;
        }
        double[] rates = u.clone();
        AbbottChance.apply(rates, d, new double[u.length]);
        for (int k = 0; k < u.length; k++) {
            double exact = u[k] == 0 ? 1 / d : u[k] / -StrictMath.expm1(-d * u[k]);
            assertThat(rates[k]).isCloseTo(exact, within(1e-13 * Math.abs(exact)));
            assertThat(rates[k]).isEqualTo(AbbottChance.of(u[k], d));
        }
    }

    /**
     * Beyond some G (1.5 in the network of the evidence review, between 0.3 and 0.35 in this one) the balanced state is unstable: networks
     * suppress each other, and one wins. Below it every region rests at 3 Hz.
     */
    @ParameterizedTest
    @CsvSource({"0.1", "0.2", "0.3"})
    void feedbackInhibitionControlHoldsTheRateInTwelveRegions(double G) {
        Network network = BuiltIn.NETWORKS.named("twelve-regions");
        WongWang m = Parameters.with(Parameters.defaults(WongWang.class), "globalGain", G);
        m = Parameters.with(m, "globalGainD", 1.25 * G);
        Dynamics f = new Dynamics(network, m, Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", 0), 1);
        double[][] y = f.initial();
        Scheme.Stepper rk4 = ButcherTableau.CLASSICAL_4.start(y.length, network.size());
        for (int s = 0; s < 20_000; s++) {
            rk4.step(f, s, 1, y, new double[y.length][]);
        }
        for (int i = 0; i < network.size(); i++) {
            double open = y[0][i] / (1 - y[0][i]);
            double hz = 1000 * open / (m.gamma() * m.tauE());
            assertThat(hz).as(network.regions().get(i).name()).isCloseTo(3, within(0.5));
        }
    }
}
