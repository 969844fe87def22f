package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stationary covariance of a scheme for dX = A X dt + B dW. A scheme is linear here, x' = R x + G xi: R and G are
 * read off its responses to unit vectors, and S = R S R^T + G G^T is summed by doubling. No random numbers.
 */
class MultivariateOrnsteinUhlenbeckTest {

    /** rho(R)^(2^40) is 0 for every stable step. */
    private static final int DOUBLINGS = 40;

    private static final double RELATIVE = 1e-10;

    private static final Map<String, Scheme> SCHEMES =
            Map.of("euler_maruyama", new EulerMaruyama(), "heun", new Heun());

    static Stream<Case> cases() {
        return Case.all("sde", "ou_multivariate");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stationaryCovariance(Case problem) {
        RealMatrix a = matrix(problem.json().get("A").asText());
        RealMatrix b = matrix(problem.json().get("B").asText());
        JsonNode expected = problem.json().get("scheme_exact");
        assertThat(expected.size()).isEqualTo(2);
        expected.fields()
                .forEachRemaining(step -> step.getValue()
                        .fields()
                        .forEachRemaining(s -> assertClose(
                                covariance(SCHEMES.get(s.getKey()), a, b, Double.parseDouble(step.getKey())),
                                matrix(s.getValue().asText()),
                                RELATIVE)));
    }

    /** SRA1 and RK4 have no table of their own: their covariance goes to that of the equation with order 2. */
    @ParameterizedTest
    @MethodSource("cases")
    void higherSchemesConvergeWithOrderTwo(Case problem) {
        RealMatrix a = matrix(problem.json().get("A").asText());
        RealMatrix b = matrix(problem.json().get("B").asText());
        RealMatrix exact = matrix(problem.json().get("expected").asText());
        for (Scheme scheme : new Scheme[] {new Sra1(), new ClassicalRungeKutta(), new Heun()}) {
            double coarse = covariance(scheme, a, b, 0.005).subtract(exact).getFrobeniusNorm();
            double fine = covariance(scheme, a, b, 0.0025).subtract(exact).getFrobeniusNorm();
            assertThat(Math.log(coarse / fine) / Math.log(2)).as(scheme.name()).isCloseTo(2, within(0.1));
        }
    }

    /**
     * Covariance of x(t + s) and x(t), and correlation at s = 0: SRA1 at h = 1/200 and 1/400, extrapolated with its order 2, to 1e-6
     * (the tables hold exp(A s) S).
     */
    @ParameterizedTest
    @MethodSource("cases")
    void laggedCovariance(Case problem) {
        RealMatrix a = matrix(problem.json().get("A").asText());
        RealMatrix b = matrix(problem.json().get("B").asText());
        problem.json().get("lagged").fields().forEachRemaining(lag -> {
            double s = Double.parseDouble(lag.getKey());
            RealMatrix coarse = lagged(a, b, 1.0 / 200, s);
            RealMatrix fine = lagged(a, b, 1.0 / 400, s);
            RealMatrix extrapolated = fine.scalarMultiply(4).subtract(coarse).scalarMultiply(1.0 / 3);
            assertClose(extrapolated, matrix(lag.getValue().asText()), 1e-6);
        });
        RealMatrix none = lagged(a, b, 1.0 / 400, 0);
        RealMatrix expected = matrix(problem.json().get("correlation").asText());
        for (int i = 0; i < expected.getRowDimension(); i++) {
            for (int j = 0; j < expected.getColumnDimension(); j++) {
                double correlation = none.getEntry(i, j) / Math.sqrt(none.getEntry(i, i) * none.getEntry(j, j));
                assertThat(correlation).isCloseTo(expected.getEntry(i, j), within(2e-5));
            }
        }
    }

    private static RealMatrix lagged(RealMatrix a, RealMatrix b, double h, double s) {
        Linear linear = Linear.of(new Sra1(), a, b, h);
        return linear.r().power((int) Math.round(s / h)).multiply(linear.covariance());
    }

    private static RealMatrix covariance(Scheme scheme, RealMatrix a, RealMatrix b, double h) {
        return Linear.of(scheme, a, b, h).covariance();
    }

    /** A scheme on a linear problem: x' = R x + G xi. */
    private record Linear(RealMatrix r, RealMatrix g) {

        RealMatrix covariance() {
            RealMatrix power = r;
            RealMatrix s = g.multiply(g.transpose());
            for (int k = 0; k < DOUBLINGS; k++) {
                s = s.add(power.multiply(s).multiply(power.transpose()));
                power = power.multiply(power);
            }
            return s;
        }

        static Linear of(Scheme scheme, RealMatrix a, RealMatrix b, double h) {
            int n = a.getRowDimension();
            int m = b.getColumnDimension();
            // Lanes: n unit vectors, m unit increments, m unit remainders of the integral.
            int lanes = n + 2 * m;
            double[][] x = new double[n][lanes];
            double[][] dN = new double[n][lanes];
            double[][] dZ = new double[n][lanes];
            double[] remainder = new double[lanes];
            for (int i = 0; i < n; i++) {
                x[i][i] = 1;
                Arrays.fill(remainder, 0);
                for (int j = 0; j < m; j++) {
                    dN[i][n + j] = b.getEntry(i, j) * Math.sqrt(h);
                    remainder[n + m + j] = b.getEntry(i, j);
                }
                NoiseIntegral.of(h, Math.sqrt(h), dN[i], remainder, dZ[i]);
            }
            scheme.start(n, lanes).step((t, y, f) -> multiply(a, y, f), 0, h, x, dN, dZ);
            RealMatrix response = new Array2DRowRealMatrix(x);
            RealMatrix r = response.getSubMatrix(0, n - 1, 0, n - 1);
            RealMatrix g = response.getSubMatrix(0, n - 1, n, lanes - 1);
            return new Linear(r, g);
        }
    }

    private static void multiply(RealMatrix a, double[][] y, double[][] f) {
        for (int i = 0; i < f.length; i++) {
            Arrays.fill(f[i], 0);
            for (int j = 0; j < y.length; j++) {
                Update.advance(f[i], a.getEntry(i, j), y[j]);
            }
        }
    }

    private static void assertClose(RealMatrix actual, RealMatrix expected, double relative) {
        assertThat(actual.subtract(expected).getFrobeniusNorm()).isLessThan(relative * expected.getFrobeniusNorm());
    }

    private static RealMatrix matrix(String file) {
        try (var in = new BufferedReader(new InputStreamReader(
                MultivariateOrnsteinUhlenbeckTest.class.getResourceAsStream("/reference/sde/" + file),
                StandardCharsets.UTF_8))) {
            return new Array2DRowRealMatrix(in.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
