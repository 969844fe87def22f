package org.unstuck.viz.selftest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.unstuck.noise.Address;
import org.unstuck.sensitivity.ElementaryEffects;
import org.unstuck.sensitivity.MorrisDesign;
import org.unstuck.sensitivity.RegressionIndices;
import org.unstuck.sensitivity.SobolDesign;
import org.unstuck.sensitivity.SobolEstimators;
import org.unstuck.sensitivity.SobolIndices;
import org.unstuck.sensitivity.UnitPoints;

/** Sensitivity indices against closed forms, and estimators against the same arithmetic elsewhere. */
final class SensitivityChecks {

    private static final String AREA = "Sensitivity";
    private static final String NUMPY = "the definition in NumPy";
    /** Base samples; the error of the sequence is then well below the tolerance. */
    private static final int SAMPLES = 8192;

    private static final double WITHIN = 0.01;
    private static final double[] G = {0, 0.5, 3, 9, 99, 99};
    private static final double ISHIGAMI_A = 7;
    private static final double ISHIGAMI_B = 0.1;

    private SensitivityChecks() {}

    static List<Check> all() {
        return List.of(
                new Check(
                        AREA,
                        "shares of variance of two functions",
                        "closed forms (Ishigami and Homma 1990; Saltelli and Sobol' 1995)",
                        SensitivityChecks::closedForms),
                new Check(AREA, "four estimators on a given design", NUMPY, SensitivityChecks::estimators),
                new Check(AREA, "elementary effects on given trajectories", NUMPY, SensitivityChecks::effects),
                new Check(AREA, "regression and rank indices of given data", NUMPY, SensitivityChecks::regression),
                new Check(
                        AREA,
                        "Sobol' and Halton sequences",
                        "direction numbers of Joe and Kuo 2008; radical inverses",
                        SensitivityChecks::sequences));
    }

    private static void closedForms(Score score) {
        closedForm("ISHI_7_01", SensitivityChecks::ishigami, score);
        closedForm("G_6", SensitivityChecks::g, score);
    }

    private static void closedForm(String name, ToDoubleFunction<double[]> f, Score score) {
        List<String[]> rows = Reference.rows(name);
        SobolDesign design = SobolDesign.of(SAMPLES, rows.size(), Address.of(1));
        double[] output = Arrays.stream(design.points()).mapToDouble(f).toArray();
        SobolIndices indices = SobolIndices.of(design, output, Address.of(1));
        for (int k = 0; k < rows.size(); k++) {
            String[] row = rows.get(k);
            String where = name + " " + row[0];
            score.add(indices.first().get(k).value(), Double.parseDouble(row[1]), 0, WITHIN, where + " first order");
            score.add(indices.total().get(k).value(), Double.parseDouble(row[2]), 0, WITHIN, where + " total");
        }
    }

    /** sin x1 + a sin^2 x2 + b x3^4 sin x1 on [-pi, pi]. */
    private static double ishigami(double[] u) {
        double[] x = Arrays.stream(u).map(each -> (2 * each - 1) * Math.PI).toArray();
        double s1 = StrictMath.sin(x[0]);
        double s2 = StrictMath.sin(x[1]);
        return s1 + ISHIGAMI_A * s2 * s2 + ISHIGAMI_B * x[2] * x[2] * x[2] * x[2] * s1;
    }

    /** Product of (|4 x - 2| + a) / (1 + a). */
    private static double g(double[] u) {
        double product = 1;
        for (int k = 0; k < G.length; k++) {
            product *= (Math.abs(4 * u[k] - 2) + G[k]) / (1 + G[k]);
        }
        return product;
    }

    private static void estimators(Score score) {
        List<String[]> expected = Reference.rows("DES_ishi");
        double[][] design = Reference.table("DES_ishi_design");
        int d = expected.size();
        double[] yA = column(design, 2 * d);
        double[] yB = column(design, 2 * d + 1);
        for (int k = 0; k < d; k++) {
            double[] yAB = column(design, 2 * d + 2 + k);
            double[] actual = {
                SobolEstimators.firstSaltelli(yA, yB, yAB),
                SobolEstimators.firstJansen(yA, yB, yAB),
                SobolEstimators.totalJansen(yA, yB, yAB),
                SobolEstimators.totalSobol(yA, yB, yAB)
            };
            compare(actual, expected.get(k), 1e-10, 1e-12, score);
        }
    }

    private static void effects(Score score) {
        List<String[]> expected = Reference.rows("MORRIS_a");
        int d = expected.size();
        double[][] rows = Reference.table("MORRIS_a_trajectories");
        Map<Double, List<double[]>> trajectories = new LinkedHashMap<>();
        for (double[] row : rows) {
            trajectories.computeIfAbsent(row[0], t -> new ArrayList<>()).add(Arrays.copyOfRange(row, 1, d + 1));
        }
        MorrisDesign design = new MorrisDesign(
                trajectories.values().stream()
                        .map(t -> t.toArray(double[][]::new))
                        .toList(),
                d);
        ElementaryEffects effects = ElementaryEffects.of(design, column(rows, d + 1), Address.of(1));
        for (int k = 0; k < d; k++) {
            double[] actual = {effects.mu()[k], effects.muStar().get(k).value(), effects.sigma()[k]};
            compare(actual, expected.get(k), 1e-9, 1e-9, score);
        }
    }

    private static void regression(Score score) {
        List<String[]> expected = Reference.rows("LIN_a");
        int d = expected.size();
        double[][] data = Reference.table("LIN_a_data");
        double[][] points =
                Arrays.stream(data).map(row -> Arrays.copyOf(row, d)).toArray(double[][]::new);
        RegressionIndices indices = RegressionIndices.of(points, column(data, d));
        for (int k = 0; k < d; k++) {
            double[] actual = {indices.standardised()[k], indices.partial()[k], indices.partialRank()[k]};
            compare(actual, expected.get(k), 1e-8, 1e-10, score);
        }
    }

    private static void sequences(Score score) {
        double[][] sobol = Reference.table("QMC_a_sobol");
        double[][] halton = Reference.table("QMC_a_halton");
        same(UnitPoints.sobol(sobol.length, sobol[0].length), sobol, "Sobol'", score);
        same(UnitPoints.halton(halton.length, halton[0].length), halton, "Halton", score);
    }

    private static void same(double[][] actual, double[][] expected, String name, Score score) {
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < expected[i].length; k++) {
                score.add(actual[i][k], expected[i][k], 0, 1e-15, name + " [" + i + "][" + k + "]");
            }
        }
    }

    /** {@code row}: a name, then the expected numbers. */
    private static void compare(double[] actual, String[] row, double rtol, double atol, Score score) {
        for (int j = 0; j < actual.length; j++) {
            score.add(actual[j], Double.parseDouble(row[1 + j]), rtol, atol, row[0] + ", number " + (j + 1));
        }
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
