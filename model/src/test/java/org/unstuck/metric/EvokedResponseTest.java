package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Planted responses with answers that can be worked out by hand. */
class EvokedResponseTest {

    private static final double SAMPLE_MS = 10;
    private static final int ON = 50;
    private static final int SAMPLES = 400;

    /** 0.2 while on, then an exponential decay with this time constant. */
    private static double[] decaying(double tauMs) {
        double[] d = new double[SAMPLES];
        for (int t = 0; t < SAMPLES; t++) {
            d[t] = t < ON ? 0.2 : 0.2 * StrictMath.exp(-(t - ON + 1) * SAMPLE_MS / tauMs);
        }
        return d;
    }

    @Test
    void halfTimeOfAnExponentialIsItsTimeConstantTimesLogTwo() {
        EvokedResponse response = new EvokedResponse(decaying(500), ON, SAMPLE_MS);
        assertThat(response.amplitude()).isCloseTo(0.2, within(1e-12));
        assertThat(response.peak()).isEqualTo(0.2);
        assertThat(response.halfTimeMs().orElseThrow()).isCloseTo(500 * StrictMath.log(2), within(0.1));
    }

    @Test
    void aFallRecoversLikeARise() {
        double[] fall = decaying(300);
        for (int t = 0; t < fall.length; t++) {
            fall[t] = -fall[t];
        }
        EvokedResponse response = new EvokedResponse(fall, ON, SAMPLE_MS);
        assertThat(response.amplitude()).isCloseTo(-0.2, within(1e-12));
        assertThat(response.halfTimeMs().orElseThrow()).isCloseTo(300 * StrictMath.log(2), within(0.1));
    }

    @Test
    void meansOverRegionsAndTheTimeOfThePeak() {
        double[][] without = new double[SAMPLES][3];
        double[][] with = new double[SAMPLES][3];
        with[30][0] = 0.4;
        with[30][2] = 0.2;
        with[60][1] = 9;
        EvokedResponse response = EvokedResponse.of(with, without, new int[] {0, 2}, ON, SAMPLE_MS);
        assertThat(response.peak()).isCloseTo(0.3, within(1e-12));
        assertThat(response.latencyMs()).isEqualTo(310);
        assertThat(response.amplitude()).isCloseTo(0.3 / ON, within(1e-12));
    }

    @Test
    void noHalfTimeWithoutADifferenceOrWithoutRecovery() {
        assertThat(new EvokedResponse(new double[SAMPLES], ON, SAMPLE_MS)
                        .halfTimeMs()
                        .isDefined())
                .isFalse();
        assertThat(new EvokedResponse(decaying(1e9), ON, SAMPLE_MS).halfTimeMs().isDefined())
                .isFalse();
        assertThatThrownBy(() -> new EvokedResponse(new double[ON], ON, SAMPLE_MS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe the window is too short");
    }
}
