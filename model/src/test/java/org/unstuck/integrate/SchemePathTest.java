package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.ReferenceData;

/**
 * Each scheme on given Brownian paths (reference case PATHS_a): the end value of a scheme is then one definite number, and the
 * mean error over 256 paths another, both computed with numpy. All paths run side by side as lanes. (Heun's rows of ADD_TIME are
 * left out: there the noise amplitude changes within a step, which these schemes do not take.)
 */
class SchemePathTest {

    private static final int PATHS = 256;
    private static final int FINEST = 512;
    private static final double T = 1;

    @ParameterizedTest
    @CsvSource({
        "OU, euler_maruyama, 0.0625, 0.022608902531446047",
        "OU, euler_maruyama, 0.001953125, 6.747099389723843E-4",
        "OU, heun, 0.0625, 0.012335871298760036",
        "OU, heun, 0.001953125, 4.221280880167318E-4",
        "ADD_TIME, euler_maruyama, 0.0625, 0.008184954871590919",
        "DW, euler_maruyama, 0.0625, -1",
        "DW, heun, 0.015625, -1",
    })
    void endValuesAreThoseOfTheScheme(String problem, String scheme, double h, double meanError) {
        double[] end = run(problem, scheme.equals("heun") ? new Heun() : new EulerMaruyama(), h);
        List<String[]> rows = ReferenceData.rows("sde/PATHS_a.csv").stream()
                .filter(r -> r[0].equals(problem) && r[1].equals(scheme) && Double.parseDouble(r[2]) == h)
                .toList();
        assertThat(rows).hasSize(8);
        for (String[] row : rows) {
            double expected = Double.parseDouble(row[4]);
            assertThat(end[Integer.parseInt(row[3])]).isCloseTo(expected, within(1e-12 + 1e-11 * Math.abs(expected)));
        }
        if (meanError > 0) {
            double sum = 0;
            for (String[] row : rows) {
                sum += Math.abs(end[Integer.parseInt(row[3])] - Double.parseDouble(row[5]));
            }
            // Eight of the 256 paths have their exact value in the file: their mean error is of the same size.
            assertThat(sum / 8).isBetween(meanError / 3, meanError * 3);
        }
    }

    private static double[] run(String problem, Scheme scheme, double h) {
        double[][] dW = ReferenceData.doubles("sde/PATHS_a_dW.f64le", PATHS, FINEST);
        int block = (int) Math.round(h * FINEST / T);
        double[][] x = new double[1][PATHS];
        java.util.Arrays.fill(x[0], problem.equals("OU") ? 0.5 : problem.equals("ADD_TIME") ? 0.8 : -0.8);
        double[][] dN = new double[1][PATHS];
        Scheme.Stepper stepper = scheme.start(1, PATHS);
        for (int s = 0; s < FINEST / block; s++) {
            double t = s * h;
            for (int p = 0; p < PATHS; p++) {
                double w = 0;
                for (int q = 0; q < block; q++) {
                    w += dW[p][s * block + q];
                }
                dN[0][p] = sigma(problem, t) * w;
            }
            stepper.step((at, y, f) -> drift(problem, at, y[0], f[0]), t, h, x, dN);
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
