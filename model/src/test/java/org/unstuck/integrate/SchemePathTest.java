package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;

/**
 * Each scheme on given Brownian paths (reference case PATHS_a): the end value of a scheme is then one definite number,
 * and the mean error over 256 paths another, both computed with numpy. All paths run side by side as lanes.
 *
 * <p>The problems with multiplicative noise, and Heun's rows of ADD_TIME, where the noise amplitude changes within a step, are in
 * {@link MultiplicativeNoiseTest}: these schemes take neither.
 */
class SchemePathTest {

    private static final int PATHS = 256;
    private static final int FINEST = 512;
    private static final double T = 1;
    private static final double[] STEPS = {1.0 / 16, 1.0 / 32, 1.0 / 64, 1.0 / 128, 1.0 / 256, 1.0 / 512};
    private static final double[][] DW = ReferenceData.doubles("sde/PATHS_a_dW.f64le", PATHS, FINEST);
    private static final double[][] DZ = ReferenceData.doubles("sde/PATHS_a_dZ.f64le", PATHS, FINEST);
    private static final Case PATHS_A = Case.named("sde", "pathwise", "PATHS_a");
    private static final List<String[]> ROWS = PATHS_A.rows("expected");

    static Stream<Arguments> additive() {
        return Stream.of(
                        "OU, euler_maruyama",
                        "OU, heun",
                        "OU, sra1",
                        "DW, euler_maruyama",
                        "DW, heun",
                        "DW, sra1",
                        "ADD_TIME, euler_maruyama")
                .map(s -> Arguments.of((Object[]) s.split(", ")));
    }

    @ParameterizedTest
    @MethodSource("additive")
    void endValuesAreThoseOfTheScheme(String problem, String scheme) {
        for (double h : STEPS) {
            double[] end = run(problem, scheme(scheme), h, true);
            List<String[]> rows = ROWS.stream()
                    .filter(r -> r[0].equals(problem) && r[1].equals(scheme) && Double.parseDouble(r[2]) == h)
                    .toList();
            assertThat(rows).hasSize(8);
            for (String[] row : rows) {
                double expected = Double.parseDouble(row[4]);
                assertThat(end[Integer.parseInt(row[3])])
                        .as("h = %s, path %s", h, row[3])
                        .isCloseTo(expected, within(1e-12 + 1e-11 * Math.abs(expected)));
            }
        }
    }

    /** The exact end value of ADD_TIME is a formula of W(T), so the mean error over all paths can be formed. */
    @ParameterizedTest
    @CsvSource({"0.0625", "0.03125", "0.015625", "0.0078125", "0.00390625", "0.001953125"})
    void theMeanErrorOverAllPathsIsThatOfTheReference(double h) {
        double[] end = run("ADD_TIME", new EulerMaruyama(), h, true);
        double[] exact = new double[PATHS];
        for (int p = 0; p < PATHS; p++) {
            exact[p] = (0.8 + 1.2 * (T + 0.5 * Arrays.stream(DW[p]).sum())) / Math.sqrt(1 + T);
        }
        double expected = meanError("ADD_TIME", "euler_maruyama", h);
        assertThat(distance(end, exact)).isCloseTo(expected, within(1e-9 * expected));
    }

    /** Against the exact end values of all paths ({@code sde/exact_ou.py} draws them again with numpy). */
    @ParameterizedTest
    @CsvSource({"euler_maruyama", "heun", "sra1"})
    void theMeanErrorOfOrnsteinUhlenbeckIsThatOfTheReference(String scheme) {
        double[] exact = ReferenceData.rows("sde/PATHS_a_OU_exact.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .toArray();
        for (double h : STEPS) {
            double expected = meanError("OU", scheme, h);
            assertThat(distance(run("OU", scheme(scheme), h, true), exact))
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /**
     * Strong orders on the double well, against SRA1 at the finest step (its error, of order 1.5, is 22 times smaller
     * than that of SRA1 at the finest step used here). The slope over h = 2^-4 .. 2^-6.
     */
    @ParameterizedTest
    @CsvSource({
        "euler_maruyama, true, 1.0",
        "heun, true, 1.0",
        "rk4, true, 1.0",
        "sra1, false, 1.0",
        "sra1, true, 1.5",
    })
    void strongOrderOnTheDoubleWell(String scheme, boolean withIntegral, double order) {
        double[] nearlyExact = run("DW", new Sra1(), STEPS[5], true);
        double coarse = distance(run("DW", scheme(scheme), STEPS[0], withIntegral), nearlyExact);
        double fine = distance(run("DW", scheme(scheme), STEPS[2], withIntegral), nearlyExact);
        double slope = Math.log(coarse / fine) / Math.log(STEPS[0] / STEPS[2]);
        assertThat(slope).isCloseTo(order, within(0.15));
    }

    private static Scheme scheme(String name) {
        return switch (name) {
            case "euler_maruyama" -> new EulerMaruyama();
            case "heun" -> new Heun();
            case "sra1" -> new Sra1();
            case "rk4" -> new ClassicalRungeKutta();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double meanError(String problem, String scheme, double h) {
        JsonNode errors = PATHS_A.json().get("slopes").get(problem).get(scheme).get("mean_abs_error");
        return errors.get(Double.toString(h)).asDouble();
    }

    private static double distance(double[] x, double[] z) {
        double sum = 0;
        for (int p = 0; p < PATHS; p++) {
            sum += Math.abs(x[p] - z[p]);
        }
        return sum / PATHS;
    }

    private static double[] run(String problem, Scheme scheme, double h, boolean withIntegral) {
        int block = (int) Math.round(h * FINEST / T);
        double[][] x = new double[1][PATHS];
        Arrays.fill(x[0], problem.equals("OU") ? 0.5 : problem.equals("ADD_TIME") ? 0.8 : -0.8);
        double[][] dN = new double[1][PATHS];
        double[][] dZ = new double[1][PATHS];
        Scheme.Stepper stepper = scheme.start(1, PATHS);
        for (int s = 0; s < FINEST / block; s++) {
            double t = s * h;
            for (int p = 0; p < PATHS; p++) {
                double w = 0;
                double z = 0;
                for (int q = s * block; q < (s + 1) * block; q++) {
                    z += DZ[p][q] + T / FINEST * w;
                    w += DW[p][q];
                }
                dN[0][p] = sigma(problem, t) * w;
                dZ[0][p] = sigma(problem, t) * z;
            }
            stepper.step((at, y, f) -> drift(problem, at, y[0], f[0]), t, h, x, dN, withIntegral ? dZ : null);
        }
        return x[0];
    }

    // The problems of the reference: OU dX = -2 X dt + 0.9 dW; ADD_TIME (Kloeden and Platen 1992, 4.4.4); double well.
    private static double sigma(String problem, double t) {
        return switch (problem) {
            case "OU" -> 0.9;
            case "ADD_TIME" -> 0.5 * 1.2 / Math.sqrt(1 + t);
            default -> 0.6;
        };
    }

    private static void drift(String problem, double t, double[] x, double[] f) {
        for (int k = 0; k < x.length; k++) {
            f[k] = switch (problem) {
                case "OU" -> -2 * x[k];
                case "ADD_TIME" -> 1.2 / Math.sqrt(1 + t) - x[k] / (2 * (1 + t));
                default -> x[k] - x[k] * x[k] * x[k] + 0.1;
            };
        }
    }
}
