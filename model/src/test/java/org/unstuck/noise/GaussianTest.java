package org.unstuck.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianTest {

    @Test
    void quantileIsThatOfTheNormalDistribution() {
        // Wichura 1988 prints these two check values.
        assertThat(Gaussian.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
        assertThat(Gaussian.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(Gaussian.quantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-13));
        NormalDistribution oracle = new NormalDistribution(null, 0, 1, 1e-12);
        for (double p = 1e-6; p < 1; p += 1e-3) {
            assertThat(oracle.cumulativeProbability(Gaussian.quantile(p))).isCloseTo(p, within(1e-12));
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
