package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Hidden Markov model and LEiDA against planted states. */
class HiddenStatesTest {

    private static final double LEAVE = 0.05;

    private static final double[][] MEAN = {{0, 0, 0}, {2, 0, 1}, {0, 2, -1}};

    private final Draws draws = Address.of(71).draws();
    private final int[] truth = Planted.chain(3, 3000, LEAVE, draws);
    private final double[][] values = observed();

    private double[][] observed() {
        double[][] x = new double[truth.length][3];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < 3; i++) {
                x[t][i] = MEAN[truth[t]][i] + 0.5 * draws.gaussian();
            }
        }
        return x;
    }

    /** 3000 samples, about 150 switches: leaving rates have a standard error of about 0.007 (tolerance 4 of them). */
    @Test
    void plantedStatesTransitionsAndMeansAreRecovered() {
        HiddenMarkov model = HiddenMarkov.fit(values, 3, 5, Address.of(72));
        StateSequence read = model.read(values, 1000);
        assertThat(LabelAgreement.of(read.labels(), truth).adjustedRand()).isGreaterThan(0.97);
        for (int k = 0; k < 3; k++) {
            assertThat(model.transition()[k][k]).isCloseTo(1 - LEAVE, within(0.03));
            assertThat(model.expectedDwell(k).orElseThrow()).isBetween(12.5, 50.0);
            double[] mean = model.mean()[k];
            double nearest = Arrays.stream(MEAN)
                    .mapToDouble(m -> Math.abs(m[0] - mean[0]) + Math.abs(m[1] - mean[1]) + Math.abs(m[2] - mean[2]))
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThan(0.15);
            assertThat(model.covariance()[k][0][0]).isCloseTo(0.25, within(0.05));
        }
        assertThat(Arrays.stream(model.stationary()).sum()).isCloseTo(1, within(1e-12));
        // Entropy rate of the chain: H(0.05) + 0.05 x 1 bit = 0.3364 bits.
        assertThat(model.entropyRate()).isCloseTo(0.3364, within(0.1));
        assertThat(model.logLikelihoodOf(values)).isCloseTo(model.logLikelihood(), within(1e-9 * values.length));
    }

    @Test
    void informationCriterionPrefersThePlantedNumberOfStates() {
        double[] bic = new double[5];
        for (int k = 1; k <= 4; k++) {
            bic[k] = HiddenMarkov.fit(values, k, 3, Address.of(73)).bic(values.length);
        }
        assertThat(bic[3]).isLessThan(bic[2]).isLessThan(bic[4]).isLessThan(bic[1]);
    }

    /** One state is one Gaussian, whose likelihood is known in closed form. */
    @Test
    void oneStateIsTheNormalLikelihood() {
        double[][] x = Planted.noise(500, 1, Address.of(74));
        HiddenMarkov model = HiddenMarkov.fit(x, 1, 1, Address.of(1));
        double m2 = Moments.of(Series.byRegion(x, 1)[0]).variance();
        double v = m2 * (1 + HiddenMarkov.FLOOR);
        double expected = -250 * (StrictMath.log(2 * Math.PI * v)) - 250 * m2 / v;
        assertThat(model.logLikelihood()).isCloseTo(expected, within(1e-9 * 500));
        assertThat(model.entropyRate()).isZero();
        assertThat(model.expectedDwell(0).isDefined()).isFalse();
    }

    /** Probabilities over all 2^6 paths, enumerated, for given parameters. */
    @Test
    void likelihoodAndPathEqualEnumeration() {
        HiddenMarkov model = new HiddenMarkov(
                new double[] {0.7, 0.3},
                new double[][] {{0.8, 0.2}, {0.4, 0.6}},
                new double[][] {{0}, {1.5}},
                new double[][][] {{{1}}, {{0.5}}},
                0,
                0);
        double[][] x = {{0.1}, {1.9}, {1.2}, {-0.4}, {0.8}, {2.2}};
        double all = 0;
        double best = 0;
        int[] bestPath = null;
        for (int code = 0; code < 64; code++) {
            int[] z = new int[6];
            double p = 1;
            for (int t = 0; t < 6; t++) {
                z[t] = code >> t & 1;
                p *= t == 0 ? model.initial()[z[0]] : model.transition()[z[t - 1]][z[t]];
                double v = model.covariance()[z[t]][0][0];
                double d = x[t][0] - model.mean()[z[t]][0];
                p *= StrictMath.exp(-d * d / (2 * v)) / Math.sqrt(2 * Math.PI * v);
            }
            all += p;
            if (p > best) {
                best = p;
                bestPath = z;
            }
        }
        assertThat(model.logLikelihoodOf(x)).isCloseTo(StrictMath.log(all), within(1e-12));
        assertThat(model.read(x, 1).labels()).isEqualTo(bestPath);
        // Stationary: pi_0 0.2 = pi_1 0.4.
        assertThat(model.stationary()[0]).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void sameAddressSameModelAndRegionsInAnotherOrderTheSameStates() {
        HiddenMarkov one = HiddenMarkov.fit(values, 3, 3, Address.of(75));
        assertThat(HiddenMarkov.fit(values, 3, 3, Address.of(75)).logLikelihood())
                .isEqualTo(one.logLikelihood());
        double[][] turned =
                Arrays.stream(values).map(v -> new double[] {v[2], v[0], v[1]}).toArray(double[][]::new);
        StateSequence other = HiddenMarkov.fit(turned, 3, 3, Address.of(75)).read(turned, 1);
        assertThat(LabelAgreement.of(other.labels(), one.read(values, 1).labels())
                        .adjustedRand())
                .isGreaterThan(0.999);
    }

    @Test
    void refusesMoreParametersThanSamplesAndConstantData() {
        assertThat(HiddenMarkov.parameters(2, 3)).isEqualTo(1 + 2 + 6 + 12);
        assertThatThrownBy(() -> HiddenMarkov.fit(Planted.noise(21, 3, Address.of(1)), 2, 1, Address.of(1)))
                .hasMessageContaining("21 parameters");
        assertThatThrownBy(() -> HiddenMarkov.fit(new double[50][2], 1, 1, Address.of(1)))
                .hasMessageContaining("constant");
    }

    /** Two modes of phase: all regions together, or the last three of eight against the others. */
    @Test
    void leadingEigenvectorsFindThePlantedPhasePatterns() {
        Draws noise = Address.of(76).draws();
        int[] mode = Planted.chain(2, 2000, 0.01, noise);
        double[][] x = new double[2000][8];
        for (int t = 0; t < 2000; t++) {
            double phase = 2 * Math.PI * t / 20;
            for (int i = 0; i < 8; i++) {
                double sign = mode[t] == 1 && i >= 5 ? -1 : 1;
                x[t][i] = sign * StrictMath.cos(phase) + 0.2 * noise.gaussian();
            }
        }
        LeadingEigenvectors leida = LeadingEigenvectors.fit(List.<double[][]>of(x), 2, Address.of(77));
        StateSequence read = leida.read(x, 100);
        assertThat(LabelAgreement.of(read.labels(), mode).adjustedRand()).isGreaterThan(0.85);
        assertThat(read.occupancy()[2]).isZero();
        for (double[] v : LeadingEigenvectors.vectors(x)) {
            assertThat(Arrays.stream(v).map(e -> e * e).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(v).sum()).isLessThanOrEqualTo(0);
        }
    }

    /** v is an eigenvector of cos(phi_i - phi_j): the matrix is built and multiplied. */
    @Test
    void leadingEigenvectorSolvesTheEigenproblem() {
        double[][] x = Planted.noise(64, 5, Address.of(78));
        double[][][] p = Phasors.of(Series.byRegion(x, 1));
        double[][] vectors = LeadingEigenvectors.vectors(x);
        for (int t = 0; t < 64; t++) {
            double[] product = new double[5];
            double lambda = 0;
            double trace = 0;
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    product[i] += (p[0][i][t] * p[0][j][t] + p[1][i][t] * p[1][j][t]) * vectors[t][j];
                }
                lambda += product[i] * vectors[t][i];
                trace += 1;
            }
            assertThat(lambda).isGreaterThanOrEqualTo(trace / 2 - 1e-12); // rank 2: the larger of two that add up to N
            for (int i = 0; i < 5; i++) {
                assertThat(product[i]).isCloseTo(lambda * vectors[t][i], within(1e-12));
            }
        }
    }
}
