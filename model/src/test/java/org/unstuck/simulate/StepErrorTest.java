package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

/**
 * What a comparison reads does not see the step: mean activity and its standard deviation in every region at the default step and
 * at a fourth of it. The noise differs, so a tolerance of 0.005 is widened by 4.5 standard errors of the difference (states last
 * about 2.5 s; false alarm 7e-6 each, 3e-4 in all).
 */
class StepErrorTest {

    private static final int LANES = 64;
    private static final double SECONDS = 100;
    private static final double STATE_S = 2.5;

    @Test
    void meanAndSpreadOfActivityAreThoseOfAFinerStep() {
        double step =
                BuiltIn.PRESETS.named("generalised-anxiety").numerics().step().inMs();
        assertThat(step).isEqualTo(4);
        Network healthy = BuiltIn.NETWORKS.named("twelve-regions");
        Network ill = BuiltIn.CONDITIONS.named("generalised-anxiety").in(healthy, 1);
        for (Network network : new Network[] {healthy, ill}) {
            double[][] coarse = moments(network, step);
            double[][] fine = moments(network, step / 4);
            double independent = LANES * SECONDS / STATE_S;
            for (int i = 0; i < network.size(); i++) {
                double error = 4.5 * fine[1][i] * Math.sqrt(2 / independent);
                String region = network.regions().get(i).name();
                assertThat(coarse[0][i]).as(region).isCloseTo(fine[0][i], within(0.005 + error));
                assertThat(coarse[1][i]).as(region).isCloseTo(fine[1][i], within(0.005 + error));
            }
        }
    }

    /** Mean and standard deviation of E, {@code [moment][region]}. */
    private static double[][] moments(Network network, double dtMs) {
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                dtMs,
                1,
                LANES,
                p -> Address.of(3).with(p));
        clock.purpose("step error");
        clock.run(clock.steps(5000), clock.steps(5000), (s, y) -> {});
        double[][] sum = new double[2][network.size()];
        int[] n = new int[1];
        clock.run(clock.steps(SECONDS * 1000), clock.steps(40), (s, y) -> {
            n[0] += LANES;
            for (int i = 0; i < network.size(); i++) {
                for (int k = 0; k < LANES; k++) {
                    double E = y[0][i * LANES + k];
                    sum[0][i] += E;
                    sum[1][i] += E * E;
                }
            }
        });
        for (int i = 0; i < network.size(); i++) {
            sum[0][i] /= n[0];
            sum[1][i] = Math.sqrt(sum[1][i] / n[0] - sum[0][i] * sum[0][i]);
        }
        return sum;
    }
}
