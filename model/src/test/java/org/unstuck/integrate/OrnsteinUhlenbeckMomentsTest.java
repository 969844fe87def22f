package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Gaussian;

/**
 * Mean and variance of the discrete schemes for dX = -theta (X - mu) dt + sigma dW, which the reference knows
 * exactly.
 */
class OrnsteinUhlenbeckMomentsTest {

    private static final int PATHS = 20_000;
    private static final double LARGEST_Z = 4.5;
    private static final long SEED = 1;

    static Stream<Case> cases() {
        return Case.all("sde", "ou_scalar");
    }

    /**
     * One step of a scheme for x = X - mu, with increments made from two independent standard normal numbers per
     * path.
     */
    private record Mover(
            Scheme.Stepper stepper, ExactOrnsteinUhlenbeck exact, double theta, double sigma, boolean noiseAfter) {

        static Mover of(String scheme, Case problem, double h, int paths) {
            double theta = problem.number("theta");
            double sigma = problem.number("sigma");
            ExactOrnsteinUhlenbeck exact = ExactOrnsteinUhlenbeck.of(1 / theta, sigma / Math.sqrt(2 * theta), h);
            Scheme of = switch (scheme) {
                case "euler_maruyama" -> new EulerMaruyama();
                case "heun_additive" -> new Heun();
                case "sra1" -> new Sra1();
                case "rk4_noise_per_step" -> new ClassicalRungeKutta();
                case "exact_update" -> null;
                default -> throw new IllegalArgumentException(scheme);
            };
            return new Mover(of == null ? null : of.start(1, paths), exact, theta, sigma, scheme.startsWith("rk4"));
        }

        void step(double t, double h, double[][] x, double[] xi, double[] other) {
            if (stepper == null) {
                exact.step(x[0], xi);
                return;
            }
            double sd = sigma * Math.sqrt(h);
            double[][] dN = {xi.clone()};
            double[][] dZ = {new double[xi.length]};
            for (int p = 0; p < xi.length; p++) {
                dN[0][p] *= sd;
            }
            NoiseIntegral.of(h, sd, dN[0], other, dZ[0]);
            Drift f = (at, y, dydt) -> {
                for (int p = 0; p < y[0].length; p++) {
                    dydt[0][p] = -theta * y[0][p];
                }
            };
            // The reference adds the noise after a deterministic RK4 step; ClassicalRungeKutta itself is looked at
            // below.
            stepper.step(f, t, h, x, noiseAfter ? new double[1][] : dN, dZ);
            if (noiseAfter) {
                Update.add(x[0], dN[0]);
            }
        }
    }

    /**
     * The schemes are linear here: their response to 1 in x, in xi and in the other number is everything about
     * them.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void factorAndNoisePerStep(Case problem) {
        int seen = 0;
        for (String[] row : problem.rows("expected")) {
            double h = Double.parseDouble(row[1]);
            double[][] x = {{1, 0, 0}};
            Mover.of(row[0], problem, h, 3).step(0, h, x, new double[] {0, 1, 0}, new double[] {0, 0, 1});
            double factor = Double.parseDouble(row[6]);
            double variance = Double.parseDouble(row[7]);
            assertThat(x[0][0]).as("%s, h = %s", row[0], h).isCloseTo(factor, within(1e-13));
            assertThat(x[0][1] * x[0][1] + x[0][2] * x[0][2])
                    .as("%s, h = %s", row[0], h)
                    .isCloseTo(variance, within(1e-13 * variance + 1e-16));
            seen++;
        }
        assertThat(seen).isGreaterThanOrEqualTo(20);
    }

    /**
     * 20,000 paths per scheme and step, |z| of mean and variance at most 4.5. The seed is fixed; over seeds one number
     * in 147,000 is outside by chance, hence one of the two runs of at most 25 rows with probability below 7e-4.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void simulatedMeanAndVariance(Case problem) {
        long[] keys = keys("increment");
        long[] otherKeys = keys("integral");
        double[] xi = new double[PATHS];
        double[] other = new double[PATHS];
        long drawn = 0;
        for (String[] row : problem.rows("expected")) {
            double h = Double.parseDouble(row[1]);
            int steps = Integer.parseInt(row[2]);
            Mover mover = Mover.of(row[0], problem, h, PATHS);
            double[][] x = new double[1][PATHS];
            Arrays.fill(x[0], problem.number("x0") - problem.number("mu"));
            for (int s = 0; s < steps; s++) {
                Gaussian.fill(keys, drawn, 1, xi);
                Gaussian.fill(otherKeys, drawn++, 1, other);
                mover.step(s * h, h, x, xi, other);
            }
            double mean = Arrays.stream(x[0]).average().orElseThrow();
            double variance =
                    Arrays.stream(x[0]).map(v -> (v - mean) * (v - mean)).sum() / (PATHS - 1);
            double expectedMean = Double.parseDouble(row[3]) - problem.number("mu");
            double expectedVariance = Double.parseDouble(row[4]);
            assertThat((mean - expectedMean) / Math.sqrt(expectedVariance / PATHS))
                    .as("z of the mean: %s, h = %s", row[0], h)
                    .isBetween(-LARGEST_Z, LARGEST_Z);
            assertThat((variance / expectedVariance - 1) / Math.sqrt(2.0 / (PATHS - 1)))
                    .as("z of the variance: %s, h = %s", row[0], h)
                    .isBetween(-LARGEST_Z, LARGEST_Z);
        }
    }

    /** The exact step over any time has the mean, variance and correlation of the equation itself. */
    @ParameterizedTest
    @MethodSource("cases")
    void theExactStepIsTheEquation(Case problem) {
        double theta = problem.number("theta");
        double mu = problem.number("mu");
        double sd = problem.number("sigma") / Math.sqrt(2 * theta);
        int seen = 0;
        for (String[] row : problem.rows("continuous")) {
            double t = Double.parseDouble(row[0]);
            if (t == 0) {
                continue;
            }
            ExactOrnsteinUhlenbeck step = ExactOrnsteinUhlenbeck.of(1 / theta, sd, t);
            assertThat(mu + (problem.number("x0") - mu) * step.decay())
                    .isCloseTo(Double.parseDouble(row[1]), within(1e-14));
            assertThat(step.gain() * step.gain()).isCloseTo(Double.parseDouble(row[2]), within(1e-14));
            assertThat(sd * sd * step.decay()).isCloseTo(Double.parseDouble(row[3]), within(1e-14));
            seen++;
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    /** A constant force dN/h in all stages: the gain of dN is (r - 1)/(-z) with r = 1 - z + z^2/2 - z^3/6 + z^4/24. */
    @Test
    void classicalRungeKuttaTakesNoiseAsAConstantForce() {
        double z = 0.75;
        double[][] x = {{0}};
        new ClassicalRungeKutta()
                .start(1, 1)
                .step((t, y, f) -> f[0][0] = -1.5 * y[0][0], 0, z / 1.5, x, new double[][] {{1}});
        assertThat(x[0][0]).isCloseTo(1 - z / 2 + z * z / 6 - z * z * z / 24, within(1e-15));
    }

    @Test
    void theNoiseIntegralHasTheMomentsOfTheory() {
        double dt = 2;
        double sd = 0.7;
        double[] dZ = new double[2];
        NoiseIntegral.of(dt, sd, new double[] {sd, 0}, new double[] {0, 1}, dZ);
        assertThat(dZ[0] * dZ[0] + dZ[1] * dZ[1]).isCloseTo(sd * sd * dt * dt / 3, within(1e-15));
        assertThat(dZ[0] * sd).isCloseTo(sd * sd * dt / 2, within(1e-15));
    }

    @Test
    void exactStepRefusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> ExactOrnsteinUhlenbeck.of(0, 1, 1)).hasMessageContaining("tau is 0.0 ms");
        assertThatThrownBy(() -> ExactOrnsteinUhlenbeck.of(1, -1, 1)).hasMessageContaining("sigma is -1.0");
        assertThatThrownBy(() -> ExactOrnsteinUhlenbeck.of(1, 1, Double.NaN)).hasMessageContaining("step is NaN ms");
    }

    private static long[] keys(String name) {
        long[] keys = new long[PATHS];
        for (int p = 0; p < PATHS; p++) {
            keys[p] = Address.of(SEED).with(name, p).key();
        }
        return keys;
    }
}
