package org.unstuck.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.unstuck.ReferenceData;

/**
 * The demands of reference case GAUSS: 100 seeds of 100,000 numbers each. The seeds are fixed; the false-alarm rates are those
 * over seeds.
 */
class GaussianReferenceTest {

    private static final int SEEDS = 100;
    private static final int N = 100_000;
    private static final double Z = 4.5;

    private static double[] draw(int seed) {
        long key = Address.of(seed).with("trial", 0).with("region", 0).key();
        double[] x = new double[N];
        Arrays.setAll(x, i -> Gaussian.at(key, i));
        return x;
    }

    /** Mean, variance, skew and kurtosis within 4.5 standard errors: 400 numbers of 7e-6 each, 3e-3 in all. */
    @Test
    void momentsOfEverySeed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] x = draw(seed);
            double mean = Arrays.stream(x).average().orElseThrow();
            double m2 = moment(x, mean, 2);
            assertThat(mean).as("seed %d", seed).isCloseTo(0, within(Z / Math.sqrt(N)));
            assertThat(m2).as("seed %d", seed).isCloseTo(1, within(Z * Math.sqrt(2.0 / N)));
            assertThat(moment(x, mean, 3) / Math.pow(m2, 1.5))
                    .as("seed %d", seed)
                    .isCloseTo(0, within(Z * Math.sqrt(6.0 / N)));
            assertThat(moment(x, mean, 4) / (m2 * m2))
                    .as("seed %d", seed)
                    .isCloseTo(3, within(Z * Math.sqrt(24.0 / N)));
        }
    }

    private static double moment(double[] x, double mean, int order) {
        double sum = 0;
        for (double each : x) {
            double d = each - mean;
            sum += order == 2 ? d * d : order == 3 ? d * d * d : d * d * d * d;
        }
        return sum / x.length;
    }

    /**
     * Shares below the quantiles of the table, over all 10^7 numbers, within 4.5 standard errors (of at least one count): 16 numbers,
     * 1e-4 in all.
     */
    @Test
    void quantiles() {
        double[][] seeds = new double[SEEDS][];
        Arrays.setAll(seeds, GaussianReferenceTest::draw);
        double n = (double) SEEDS * N;
        int rows = 0;
        for (String[] row : ReferenceData.rows("sde/GAUSS.csv")) {
            double p = Double.parseDouble(row[0]);
            double z = Double.parseDouble(row[1]);
            double below = 0;
            for (double[] x : seeds) {
                below += Arrays.stream(x).filter(each -> each < z).count();
            }
            assertThat(below).as("below %s", z).isCloseTo(n * p, within(Z * Math.sqrt(Math.max(1, n * p * (1 - p)))));
            rows++;
        }
        assertThat(rows).isEqualTo(16);
    }

    /**
     * The Anderson-Darling statistics of the first 20,000 numbers of each seed have uniform p-values: Kolmogorov-Smirnov distance of
     * 100 of them below 2.23 / sqrt(100), its quantile at 1e-4.
     */
    @Test
    void andersonDarlingOverSeeds() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] p = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] x = Arrays.copyOf(draw(seed), 20_000);
            Arrays.sort(x);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double below = normal.cumulativeProbability(x[i]);
                double above = normal.cumulativeProbability(-x[x.length - 1 - i]);
                sum += (2 * i + 1) * (Math.log(below) + Math.log(above));
            }
            p[seed] = 1 - limitingDistribution(-x.length - sum / x.length);
        }
        Arrays.sort(p);
        double distance = 0;
        for (int i = 0; i < SEEDS; i++) {
            distance = Math.max(distance, Math.max(p[i] - (double) i / SEEDS, (i + 1.0) / SEEDS - p[i]));
        }
        assertThat(distance).isLessThan(2.23 / Math.sqrt(SEEDS));
    }

    /** The limiting distribution function of A^2, error below 2e-6 (Marsaglia and Marsaglia 2004, J Stat Softw 9(2), adinf). */
    private static double limitingDistribution(double z) {
        if (z < 2) {
            return Math.exp(-1.2337141 / z)
                    / Math.sqrt(z)
                    * (2.00012 + (0.247105 - (0.0649821 - (0.0347962 - (0.011672 - 0.00168691 * z) * z) * z) * z) * z);
        }
        return Math.exp(-Math.exp(1.0776
                - (2.30695 - (0.43424 - (0.082433 - (0.008056 - 0.0003146 * z) * z) * z) * z) * z));
    }

    /** 190 pairs of streams (seed, trial, node) of 100,000 numbers: |correlation| at most 4.5 / sqrt(n), 1.3e-3 in all. */
    @Test
    void streamsAreUncorrelated() {
        double[][] streams = new double[20][N];
        for (int s = 0; s < 20; s++) {
            long key = Address.of(s % 5)
                    .with("trial", s / 10)
                    .with("node", s / 5 % 2)
                    .key();
            Arrays.setAll(streams[s], i -> Gaussian.at(key, i));
        }
        for (int a = 0; a < 20; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int i = 0; i < N; i++) {
                    sum += streams[a][i] * streams[b][i];
                }
                assertThat(sum / N).as("%d and %d", a, b).isCloseTo(0, within(Z / Math.sqrt(N)));
            }
        }
    }

    /**
     * The far tails of 2^30 numbers: 68,011 beyond 4, 615.6 beyond 5, 2.12 beyond 6 expected; the first two within 4.5 standard errors,
     * the last at most 12 (6e-7); and one at least beyond 5.8 (7.1 expected: none with probability 8e-4).
     */
    @Test
    void farTails() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        long key = Address.of(9).with("tails").key();
        double n = 1 << 30;
        double largest = 0;
        int[] beyond = new int[7];
        for (long from = 0; from < n; from += 1 << 16) {
            largest = Math.max(largest, tails(key, from, beyond));
        }
        for (int z = 4; z <= 5; z++) {
            double expected = 2 * n * normal.cumulativeProbability(-z);
            assertThat((double) beyond[z]).as("beyond %d", z).isCloseTo(expected, within(Z * Math.sqrt(expected)));
        }
        assertThat(beyond[6]).isLessThanOrEqualTo(12);
        assertThat(largest).isBetween(5.8, 8.0);
    }

    /** Counts 65,536 numbers beyond 4, 5 and 6; returns the largest that is beyond 4, or 0. */
    private static double tails(long key, long from, int[] beyond) {
        double largest = 0;
        for (int i = 0; i < 1 << 16; i++) {
            double x = Math.abs(Gaussian.at(key, from + i));
            if (x > 4) {
                largest = Math.max(largest, x);
                beyond[4]++;
                beyond[5] += x > 5 ? 1 : 0;
                beyond[6] += x > 6 ? 1 : 0;
            }
        }
        return largest;
    }
}
