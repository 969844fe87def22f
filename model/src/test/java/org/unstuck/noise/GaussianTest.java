package org.unstuck.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianTest {

    /**
     * The distribution function of 10^6 numbers against the normal one: Kolmogorov-Smirnov distance below the 1e-6 quantile
     * 2.7 / sqrt(n) (asymptotic: 2 exp(-2 * 2.7^2) = 9e-7), and the tails beyond 3, 4 and 4.5 within 4.5 standard errors.
     */
    @Test
    void theDistributionIsNormalUpToTheTails() {
        int n = 1_000_000;
        long key = Address.of(8).with("distribution").key();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Gaussian.at(key, i);
        }
        java.util.Arrays.sort(x);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double distance = 0;
        for (int i = 0; i < n; i += 10) {
            distance = Math.max(distance, Math.abs(normal.cumulativeProbability(x[i]) - (i + 0.5) / n));
        }
        assertThat(distance).isLessThan(2.7 / Math.sqrt(n));
        for (double edge : new double[] {1, 2, 3, 3.6541528853610088, 4, 4.5}) {
            long beyond =
                    java.util.Arrays.stream(x).filter(z -> Math.abs(z) > edge).count();
            double expected = 2 * n * normal.cumulativeProbability(-edge);
            assertThat((double) beyond).as("beyond %s", edge).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
        }
    }

    @Test
    void firstNumbersArePublished() {
        // Part of the numeric semantics: a change is an entry under "Numbers changed".
        long key = Address.of(1).with("patient", 0).with("region").with("AMY").key();
        assertThat(java.util.stream.LongStream.range(0, 5)
                        .mapToDouble(i -> Gaussian.at(key, i))
                        .toArray())
                .containsExactly(
                        -0.05827218833667907,
                        0.3978639670743478,
                        -0.12687752907478256,
                        -0.07027452472405632,
                        0.09708167245834404);
    }

    @Test
    void manyStreamsAtOnceGiveTheNumbersOfEach() {
        int size = 1000;
        GaussianStreams streams = new GaussianStreams(size);
        long[] keys = new long[size];
        for (int k = 0; k < size; k++) {
            streams.address(k, Address.of(3).with(k));
            keys[k] = Address.of(3).with(k).key();
        }
        double[] all = new double[size];
        double[] plain = new double[size];
        // 200,000 numbers, of which 3000 are not accepted at once and 50 lie in the tail.
        for (long step = 0; step < 200; step++) {
            streams.fill(step, 0.6, all);
            Gaussian.fill(keys, step, 0.6, plain);
            assertThat(all).containsExactly(plain);
            assertThat(all[7]).isEqualTo(0.6 * Gaussian.at(keys[7], step));
        }
    }

    @Test
    void sequentialAndAddressedDrawsAreOneStream() {
        long key = Address.of(1).with("patient", 0).with("region", 0).key();
        double[] first = {Gaussian.at(key, 0), Gaussian.at(key, 1), Gaussian.at(key, 2)};
        Draws draws = Address.of(1).with("patient", 0).with("region", 0).draws();
        for (double z : first) {
            assertThat(draws.gaussian())
                    .as("sequential and addressed draws are the same stream")
                    .isEqualTo(z);
        }
    }

    /** Mean, variance, skew, kurtosis and lag-1 correlation of 10^6 numbers, each within 4.5 standard errors: false alarm 7e-6 each. */
    @Test
    void momentsAreStandardNormal() {
        int n = 1_000_000;
        long key = Address.of(7).with("moments").key();
        double s1 = 0, s2 = 0, s3 = 0, s4 = 0, lag = 0, before = 0;
        for (int i = 0; i < n; i++) {
            double z = Gaussian.at(key, i);
            s1 += z;
            s2 += z * z;
            s3 += z * z * z;
            s4 += z * z * z * z;
            lag += z * before;
            before = z;
        }
        double z = 4.5 / Math.sqrt(n);
        assertThat(s1 / n).isCloseTo(0, within(z));
        assertThat(s2 / n).isCloseTo(1, within(z * Math.sqrt(2)));
        assertThat(s3 / n).isCloseTo(0, within(z * Math.sqrt(15)));
        assertThat(s4 / n).isCloseTo(3, within(z * Math.sqrt(96)));
        assertThat(lag / n).isCloseTo(0, within(z));
    }

    /** Streams of neighbouring addresses are uncorrelated: 4.5 standard errors, false alarm 7e-6. */
    @Test
    void neighbouringStreamsAreUncorrelated() {
        int n = 200_000;
        long a = Address.of(1).with("region", 0).key();
        long b = Address.of(1).with("region", 1).key();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Gaussian.at(a, i) * Gaussian.at(b, i);
        }
        assertThat(sum / n).isCloseTo(0, within(4.5 / Math.sqrt(n)));
    }

    @Test
    void namesMatterAndSoDoesTheirOrder() {
        Address root = Address.of(1);
        assertThat(root.with("a").with("b").key())
                .isNotEqualTo(root.with("b").with("a").key());
        assertThat(root.with("ab").key()).isNotEqualTo(root.with("a").with("b").key());
        assertThat(root.with(1).key()).isNotEqualTo(root.with(2).key());
    }

    /** Each of 7 cells of 70,000 draws within 4.5 standard deviations of 10,000: false alarm 5e-5 in all. */
    @Test
    void wholeNumbersAreUniform() {
        Draws draws = Address.of(3).with("cells").draws();
        int[] cells = new int[7];
        for (int i = 0; i < 70_000; i++) {
            cells[draws.below(7)]++;
        }
        double sd = Math.sqrt(70_000 / 7.0 * (6 / 7.0));
        for (int cell : cells) {
            assertThat((double) cell).isCloseTo(10_000, within(4.5 * sd));
        }
    }
}
