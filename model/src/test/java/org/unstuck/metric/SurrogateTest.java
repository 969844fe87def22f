package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class SurrogateTest {

    private static final double[][] VALUES = Reference.table("SER_block_series");

    private static double[][] cut(int samples) {
        return java.util.Arrays.copyOf(VALUES, samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 599, 512, 77})
    void phaseRandomisationKeepsSpectraMeansAndCovariances(int samples) {
        double[][] values = cut(samples);
        double[][] drawn = new PhaseRandomised().of(values).draw(Address.of(1));
        double[][] x = Series.byRegion(values, 1);
        double[][] y = Series.byRegion(drawn, 1);
        for (int i = 0; i < x.length; i++) {
            double[] powerX = power(x[i]);
            double[] powerY = power(y[i]);
            for (int k = 0; k < samples; k++) {
                assertThat(powerY[k]).isCloseTo(powerX[k], within(1e-9 * (1 + powerX[k])));
            }
            assertThat(mean(y[i])).isCloseTo(mean(x[i]), within(1e-12));
            for (int j = 0; j <= i; j++) {
                assertThat(covariance(y[i], y[j])).isCloseTo(covariance(x[i], x[j]), within(1e-9));
            }
        }
        assertThat(Math.abs(covariance(x[0], y[0])) / covariance(x[0], x[0])).isLessThan(0.5);
    }

    private static double[] power(double[] x) {
        double[] re = x.clone();
        double[] im = new double[x.length];
        new Fourier(x.length).forward(re, im);
        for (int k = 0; k < re.length; k++) {
            re[k] = re[k] * re[k] + im[k] * im[k];
        }
        return re;
    }

    private static double mean(double[] x) {
        return java.util.Arrays.stream(x).average().orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += (x[t] - meanX) * (y[t] - meanY);
        }
        return sum / x.length;
    }

    @Test
    void drawsDependOnTheAddressAlone() {
        Surrogate.Source<double[][]> source = new PhaseRandomised().of(VALUES);
        double[][] one = source.draw(Address.of(1));
        double[][] two = source.draw(Address.of(2));
        assertThat(source.draw(Address.of(1))).isDeepEqualTo(one);
        assertThat(two[0][0]).isNotEqualTo(one[0][0]);
    }

    /** Covariance of 200 draws of 600 samples: standard error of each entry at most 1.7 / sqrt(120000) = 0.005; 55 entries, |z| < 5. */
    @Test
    void staticGaussianHasTheCovarianceOfTheData() {
        double[][] x = Series.byRegion(VALUES, 1);
        int n = x.length;
        double[][] sum = new double[n][n];
        Surrogate.Source<double[][]> source = new StaticGaussian().of(VALUES);
        for (int k = 0; k < 200; k++) {
            double[][] y = Series.byRegion(source.draw(Address.of(3).with(k)), 1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    sum[i][j] += covariance(y[i], y[j]) / 200;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double vi = covariance(x[i], x[i]);
                double vj = covariance(x[j], x[j]);
                double c = covariance(x[i], x[j]);
                double standardError = Math.sqrt((vi * vj + c * c) / (200 * 600.0));
                assertThat(sum[i][j]).isCloseTo(c, within(5 * standardError));
            }
        }
    }

    @Test
    void choleskyAlsoOfASingularCovariance() {
        double[][] c = {{4, 2, 4}, {2, 5, 2}, {4, 2, 4}};
        double[][] l = StaticGaussian.cholesky(c);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += l[i][k] * l[j][k];
                }
                assertThat(sum).isCloseTo(c[i][j], within(1e-14));
            }
        }
    }

    @Test
    void permutationKeepsTheLayers() {
        Layers layers = Reference.layers("PLANT_easy", 40, 12);
        Layers permuted = new PermutedLayers().of(layers).draw(Address.of(5));
        assertThat(permuted.weights()).isNotEqualTo(layers.weights());
        assertThat(permuted.meanStrength()).isCloseTo(layers.meanStrength(), within(1e-12));
        for (double[][] layer : permuted.weights()) {
            long same = java.util.Arrays.stream(layers.weights())
                    .filter(other -> java.util.Arrays.deepEquals(other, layer))
                    .count();
            assertThat(same).isEqualTo(1);
        }
    }

    @Test
    void againstCountsAndStandardises() {
        // The null is 1..9 by construction: the k-th draw is k.
        Measure<Integer> measure = (data, address) -> Measurement.of(data);
        int[] next = {0};
        Surrogate.Custom<Integer> counting = data -> address -> ++next[0];
        Against eight = Against.of(measure, counting, 8, 9, Address.of(1));
        assertThat(eight.p()).isEqualTo(Measurement.of(3.0 / 10)); // 8 and 9
        assertThat(eight.pBelow()).isEqualTo(Measurement.of(9.0 / 10)); // 1..8
        assertThat(eight.nullMean()).isEqualTo(Measurement.of(5));
        assertThat(eight.excess()).isEqualTo(Measurement.of(3));
        Reference.assertClose(eight.nullSd(), Math.sqrt(7.5), 1e-14, 0, "sd");
        Reference.assertClose(eight.z(), 3 / Math.sqrt(7.5), 1e-14, 0, "z");
        assertThat(eight.nullQuantile(0.25)).isEqualTo(Measurement.of(3));
        assertThat(eight.nullQuantile(1)).isEqualTo(Measurement.of(9));
    }

    @Test
    void againstSaysWhatIsUndefined() {
        Surrogate.Custom<Integer> same = data -> address -> 7;
        Against equal = Against.of((data, address) -> Measurement.of(data), same, 7, 5, Address.of(1));
        assertThat(equal.z()).isEqualTo(Measurement.undefined("the measure is the same on all surrogates"));
        assertThat(equal.p()).isEqualTo(Measurement.of(1));
        Against nothing = Against.of((data, address) -> Measurement.undefined("no"), same, 7, 5, Address.of(1));
        assertThat(nothing.p().isDefined()).isFalse();
        assertThat(nothing.undefinedNulls()).isEqualTo(5);
        assertThat(nothing.nullQuantile(0.5).isDefined()).isFalse();
    }

    /**
     * Under the null the p value is uniform: of 100 stationary series about 10 have p &lt;= 0.1 (binomial; more than 24 or fewer
     * than 1 has probability below 5e-5).
     */
    @Test
    void pValueHoldsItsLevelOnStationarySeries() {
        int small = 0;
        for (int k = 0; k < 100; k++) {
            double[][] values = stationary(Address.of(9).with(k).draws());
            Against against = Against.of(
                    (v, a) -> fcVariance(v),
                    new PhaseRandomised(),
                    values,
                    19,
                    Address.of(10).with(k));
            small += against.p().orElseThrow() <= 0.1 ? 1 : 0;
        }
        assertThat(small).isBetween(1, 24);
    }

    /** A connectivity that switches is found: variance over windows far above the stationary null. */
    @Test
    void switchingConnectivityExceedsTheNull() {
        double[][] values = stationary(Address.of(11).draws());
        for (int t = 100; t < 200; t++) {
            values[t][1] = values[t][0] + 0.1 * values[t][1];
        }
        Against against = Against.of((v, a) -> fcVariance(v), new PhaseRandomised(), values, 99, Address.of(12));
        assertThat(against.p()).isEqualTo(Measurement.of(0.01));
        assertThat(against.z().orElseThrow()).isGreaterThan(4);
    }

    private static double[][] stationary(Draws draws) {
        double[][] values = new double[200][2];
        for (int t = 1; t < 200; t++) {
            values[t][0] = 0.5 * values[t - 1][0] + draws.gaussian();
            values[t][1] = 0.5 * values[t - 1][1] + draws.gaussian();
        }
        return values;
    }

    /** Variance over windows of 20 samples of the correlation of regions 0 and 1. */
    private static Measurement fcVariance(double[][] values) {
        Layers layers = new SlidingWindows(20, 20, SlidingWindows.Negative.SIGNED).layers(values);
        double[] r = new double[layers.count()];
        for (int s = 0; s < r.length; s++) {
            r[s] = layers.weights()[s][0][1];
        }
        double sd = Sample.of(r).sd(0);
        return Measurement.of(sd * sd);
    }
}
