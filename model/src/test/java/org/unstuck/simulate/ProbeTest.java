package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

/** Pulses in pairs with common noise. */
class ProbeTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");
    private static final int PATIENTS = 4;

    private static FastClock clock() {
        FastClock clock = new FastClock(
                NETWORK,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                4,
                1,
                PATIENTS,
                p -> Address.of(5).with(p));
        clock.purpose("probe");
        return clock;
    }

    private static double[] pulse(String region, double strength) {
        double[] added = new double[NETWORK.size() * PATIENTS];
        int i = NETWORK.indexOf(region);
        Arrays.fill(added, i * PATIENTS, (i + 1) * PATIENTS, strength);
        return added;
    }

    @Test
    void aPulseOfNothingEvokesNothingBitForBit() {
        Probe probe = new Probe(clock(), 10, 20, 60);
        probe.observe(3, (s, y) -> {});
        assertThat(probe.evoke(pulse("AMY", 0))).isDeepEqualTo(probe.without());
    }

    @Test
    void aPulseRaisesItsRegionInEveryPatientAndLeavesTheClockAsItWas() {
        FastClock clock = clock();
        Probe probe = new Probe(clock, 10, 20, 60);
        probe.observe(3, (s, y) -> {});
        double[][] state = clock.copyState();
        double time = clock.timeMs();
        double[] drive = clock.dynamics().inputs().drive.clone();
        double[][][] with = probe.evoke(pulse("AMY", 2));
        int amygdala = NETWORK.indexOf("AMY");
        for (int k = 0; k < PATIENTS; k++) {
            double rise = 0;
            for (int s = 0; s < 20; s++) {
                rise += (with[k][s][amygdala] - probe.without()[k][s][amygdala]) / 20;
            }
            assertThat(rise).as("patient %d", k).isGreaterThan(0.05);
        }
        assertThat(clock.copyState()).isDeepEqualTo(state);
        assertThat(clock.timeMs()).isEqualTo(time);
        assertThat(clock.dynamics().inputs().drive).isEqualTo(drive);
    }

    @Test
    void observingIsTheSameAsRunning() {
        FastClock plain = clock();
        plain.run(60 * 3 * 10, 10, (s, y) -> {});
        FastClock observed = clock();
        new Probe(observed, 10, 20, 60).observe(3, (s, y) -> {});
        assertThat(observed.copyState()).isDeepEqualTo(plain.copyState());
    }
}
