package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** The instruments, on series with known answers. */
class MeasuringTest {

    @Test
    void aCurveThatRisesAndHalves() {
        Curve c = new Curve(new double[] {0, 1, 2, 3, 4}, new double[] {0, 4, 8, 4, 0});
        assertThat(c.peak()).isEqualTo(8);
        assertThat(c.peakHour()).isEqualTo(2);
        assertThat(c.firstAt(6)).isEqualTo(1.5);
        assertThat(c.firstAt(9)).isNaN();
        assertThat(c.halfGoneAt()).isEqualTo(3);
        assertThat(c.at(2.5)).isEqualTo(6);
        assertThat(c.between(3, 9).peak()).isEqualTo(4);
    }

    /** Phrases of LZ78: 0|01|010 and a rest that is no new word. */
    @Test
    void phrasesOfAKnownString() {
        assertThat(Diversity.phrases(new int[] {0, 0, 1, 0, 1, 0, 0})).isEqualTo(3);
        assertThat(Diversity.phrases(new int[16])).isEqualTo(5); // 1 + 2 + 3 + 4 + 5 = 15 zeros, one left over
    }

    /** The dictionary learns slowly: 8000 bits of four sine waves still have more than half of the phrases of noise. */
    @Test
    void noiseIsAsDiverseAsItsShuffleAndAnOscillationIsNot() {
        Draws draws = Address.of(3).draws();
        double[][] noise = new double[2000][4];
        double[][] wave = new double[2000][4];
        for (int t = 0; t < noise.length; t++) {
            for (int i = 0; i < 4; i++) {
                noise[t][i] = draws.gaussian();
                wave[t][i] = StrictMath.sin(t * 0.1 + i);
            }
        }
        assertThat(Diversity.lempelZiv(noise, Address.of(1))).isCloseTo(1, within(0.02));
        assertThat(Diversity.lempelZiv(wave, Address.of(1))).isLessThan(0.7);
    }

    @Test
    void effectSizes() {
        double[] a = {1, 2, 3};
        double[] b = {2, 3, 4};
        int[] all = {0, 1, 2};
        assertThat(Estimates.d(b, a).of(all)).isCloseTo(1, within(1e-12));
        assertThat(Estimates.median(new double[] {5, Double.NaN, 1}, all)).isEqualTo(3);
        assertThat(Estimates.share(a, 2).of(all)).isCloseTo(2 / 3.0, within(1e-12));
    }
}
