package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

/** Noise that is kept is the noise that would be drawn. */
class FastClockTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");

    private static FastClock clock(int arms, int patients) {
        return new FastClock(
                NETWORK,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                4,
                arms,
                patients,
                p -> Address.of(7).with(p));
    }

    /** The last case has more patients than numbers can be kept for: the later steps are drawn. */
    @ParameterizedTest
    @CsvSource({"1, 3, 50", "3, 2, 50", "2, 2500, 90"})
    void keptNoiseIsThatWhichWouldBeDrawn(int arms, int patients, int steps) {
        FastClock drawn = clock(arms, patients);
        FastClock kept = clock(arms, patients);
        double[][] start = drawn.copyState();
        for (int round = 0; round < 3; round++) {
            for (String other : new String[] {"scan", "everyday"}) {
                drawn.restore(start);
                kept.restore(start);
                drawn.purpose(other);
                if (other.equals("everyday")) {
                    kept.purposeAgain(other);
                } else {
                    kept.purpose(other);
                }
                drawn.run(steps, 1, (s, y) -> {});
                kept.run(steps, 1, (s, y) -> {});
                assertThat(kept.copyState()).as("%s, round %d", other, round).isDeepEqualTo(drawn.copyState());
            }
        }
    }

    @Test
    void noiseOfAnotherPurposeIsNotTakenForIt() {
        FastClock clock = clock(1, 2);
        double[][] start = clock.copyState();
        double[][][] end = new double[2][][];
        for (int k = 0; k < 2; k++) {
            clock.restore(start);
            clock.purposeAgain(k == 0 ? "everyday" : "other");
            clock.run(20, 20, (s, y) -> {});
            end[k] = clock.copyState();
        }
        assertThat(end[1][3]).isNotEqualTo(end[0][3]);
    }
}
