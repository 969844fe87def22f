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

    /** Ties: the first peak; a level is reached when it is met; beyond the ends the ends. */
    @Test
    void curvesAtTheirEnds() {
        Curve c = new Curve(new double[] {1, 2, 4}, new double[] {4, 4, 2});
        assertThat(c.peakHour()).isEqualTo(1);
        assertThat(c.firstAt(4)).isEqualTo(1);
        assertThat(c.firstAt(3)).isEqualTo(1);
        assertThat(c.halfGoneAt()).isEqualTo(4);
        assertThat(c.at(0)).isEqualTo(4);
        assertThat(c.at(1)).isEqualTo(4);
        assertThat(c.at(2)).isEqualTo(4);
        assertThat(c.at(3)).isEqualTo(3);
        assertThat(c.at(9)).isEqualTo(2);
        assertThat(c.between(1, 2).hours()).containsExactly(1, 2);
        assertThat(c.between(1.5, 4).values()).containsExactly(4, 2);
        Curve rising = new Curve(new double[] {0, 2, 4}, new double[] {0, 1, 5});
        assertThat(rising.firstAt(3)).isEqualTo(3);
        assertThat(rising.halfGoneAt()).isNaN();
        Curve falls = new Curve(new double[] {0, 10, 14}, new double[] {8, 6, 2});
        assertThat(falls.halfGoneAt()).isEqualTo(12);
    }

    /** Undefined values are left out; a patient that is drawn twice counts twice. */
    @Test
    void estimatesOfChosenPatients() {
        double[] x = {1, 4, Double.NaN, 7};
        int[] all = {0, 1, 2, 3};
        assertThat(Estimates.mean(x).of(all)).isEqualTo(4);
        assertThat(Estimates.mean(x).of(new int[] {0, 0, 3})).isEqualTo(3);
        assertThat(Estimates.sd(x).of(all)).isEqualTo(3); // 9 + 0 + 9 over 2
        assertThat(Estimates.median(x).of(all)).isEqualTo(4);
        assertThat(Estimates.median(x).of(new int[] {0, 1, 3, 3})).isEqualTo(5.5);
        assertThat(Estimates.median(x).of(new int[] {2})).isNaN();
        assertThat(Estimates.share(x, 4).of(all)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(Estimates.ratio(Estimates.mean(x), Estimates.median(x)).of(new int[] {0, 3, 3}))
                .isCloseTo(5 / 7.0, within(1e-12));
        assertThat(Estimates.difference(Estimates.mean(x), Estimates.median(x)).of(new int[] {0, 0, 3}))
                .isEqualTo(2);
        // Means 4 and 10, standard deviations 3 and 2: 6 / sqrt 6.5.
        double[] y = {8, 10, 0, 12};
        int[] three = {0, 1, 3};
        assertThat(Estimates.d(y, x).of(three)).isCloseTo(6 / Math.sqrt(6.5), within(1e-12));
        assertThat(Estimates.map(x, v -> 2 * v)).containsExactly(2, 8, Double.NaN, 14);
    }

    private static Snapshot snapshot(double[][] z) {
        return new Snapshot(new double[3], z, new int[0], 0, 0, java.util.List.of());
    }

    @Test
    void snapshots() {
        assertThat(Snapshot.alternations(new int[] {-1, 0, 2, 1, 1, -1, 1, 0, 2, 0}, 0, 1))
                .isEqualTo(2);
        assertThat(Snapshot.alternations(new int[] {2, 2, -1}, 0, 1)).isZero();
        assertThat(Snapshot.alternations(new int[] {1, 0}, 0, 1)).isEqualTo(1);
        Snapshot s = snapshot(new double[][] {{9, 0.2, 0.4}, {0.2, 9, 0.9}, {0.4, 0.9, 9}});
        assertThat(s.z(new int[] {0}, new int[] {1, 2})).isCloseTo(0.3, within(1e-12));
        assertThat(s.z(new int[] {0, 1, 2}, new int[] {0, 1, 2})).isCloseTo(0.5, within(1e-12));
        assertThat(s.z(new int[] {0}, new int[] {0})).isNaN();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> s.to(org.unstuck.protocol.Challenge.TASK))
                .hasMessageContaining("the scan had no challenge");
    }

    /** A dominant network by the thresholds 0.35 and 0.25 with a lead of 0.05, two seconds a sample. */
    @Test
    void dominantNetworks() {
        double[][] activity = {{0.1, 0.1}, {0.5, 0.1}, {0.3, 0.3}, {0.2, 0.5}, {0.1, 0.1}};
        assertThat(Snapshot.states(activity, 40)).containsExactly(-1, 0, 0, 1, -1);
    }

    @Test
    void regionsByNameAndByNetwork() {
        var network = org.unstuck.scenario.BuiltIn.NETWORKS.named("twelve-regions");
        assertThat(Regions.of(network, "AI", "mPFC")).containsExactly(0, 4);
        assertThat(Regions.in(network, "DMN")).containsExactly(0, 1, 2);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Regions.of(network, "V1"))
                .isInstanceOf(Missing.class)
                .hasMessage("a network with one of V1");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Regions.in(network, "VIS"))
                .isInstanceOf(Missing.class)
                .hasMessage("a functional network called VIS");
    }
}
