package org.unstuck.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unstuck.ReferenceData;
import org.unstuck.noise.Address;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.LatinHypercube;
import org.unstuck.sweep.Level;

/** Every case of the reference folder of this area: closed forms, exact estimator values, the properties of designs. */
class SensitivityReferenceTest {

    private static final String FOLDER = "sensitivity/";

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/sensitivity/manifest.json")) {
            for (JsonNode one : new ObjectMapper().readTree(in).get("cases")) {
                tests.add(DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one)));
            }
        }
        assertThat(tests).hasSize(10);
        return tests;
    }

    private static void check(JsonNode one) {
        switch (one.get("kind").asText()) {
            case "analytic_sobol" -> analytic(one);
            case "estimator_values" -> estimators(one);
            case "morris" -> morris(one);
            case "regression_indices" -> regression(one);
            case "low_discrepancy" -> lowDiscrepancy(one);
            case "latin_hypercube_property" -> latinHypercube(one);
            default -> throw new AssertionError("unknown kind " + one.get("kind"));
        }
    }

    /** Inputs in the unit cube. */
    static ToDoubleFunction<double[]> function(JsonNode one) {
        if (one.get("a").isArray()) {
            double[] a = new double[one.get("a").size()];
            Arrays.setAll(a, k -> one.get("a").get(k).asDouble());
            return TestFunctions.g(a);
        }
        return TestFunctions.ishigami(one.get("a").asDouble(), one.get("b").asDouble());
    }

    private static void analytic(JsonNode one) {
        List<String[]> expected =
                ReferenceData.rows(FOLDER + one.get("expected").asText());
        int d = expected.size();
        ToDoubleFunction<double[]> f = function(one);
        // Low-discrepancy: within 0.01.
        SobolDesign even = SobolDesign.of(8192, d, Address.of(1));
        SobolIndices indices = SobolIndices.of(even, run(even.points(), f), Address.of(1));
        double sum = 0;
        for (int k = 0; k < d; k++) {
            assertThat(indices.first().get(k).value())
                    .as("S of x%d", k + 1)
                    .isCloseTo(Double.parseDouble(expected.get(k)[1]), within(0.01));
            assertThat(indices.total().get(k).value())
                    .as("ST of x%d", k + 1)
                    .isCloseTo(Double.parseDouble(expected.get(k)[2]), within(0.01));
            sum += indices.first().get(k).value();
        }
        assertThat(sum).isLessThan(1.01);
        // Random: within 4 bootstrap standard errors (of 2 d values; false alarm about 6e-5 each).
        SobolDesign random = SobolDesign.of(UnitPoints.random(1024, 2 * d, Address.of(1)));
        SobolIndices rough = SobolIndices.of(random, run(random.points(), f), Address.of(1));
        for (int k = 0; k < d; k++) {
            near(rough.first().get(k), Double.parseDouble(expected.get(k)[1]));
            near(rough.total().get(k), Double.parseDouble(expected.get(k)[2]));
        }
    }

    private static void near(Estimate estimate, double truth) {
        double standardError = (estimate.high() - estimate.low()) / 3.92;
        assertThat(estimate.value()).isCloseTo(truth, within(4 * standardError + 1e-9));
    }

    static double[] run(double[][] points, ToDoubleFunction<double[]> f) {
        return Arrays.stream(points).mapToDouble(f).toArray();
    }

    private static void estimators(JsonNode one) {
        List<String[]> design = ReferenceData.rows(FOLDER + one.get("design").asText());
        List<String[]> expected =
                ReferenceData.rows(FOLDER + one.get("expected").asText());
        int d = expected.size();
        double[] yA = column(design, 2 * d);
        double[] yB = column(design, 2 * d + 1);
        close(
                SobolEstimators.variance(yA, yB),
                one.get("variance_ddof0_of_A_and_B").asDouble(),
                1e-10,
                1e-12);
        for (int k = 0; k < d; k++) {
            double[] yAB = column(design, 2 * d + 2 + k);
            String[] e = expected.get(k);
            close(SobolEstimators.firstSaltelli(yA, yB, yAB), Double.parseDouble(e[1]), 1e-10, 1e-12);
            close(SobolEstimators.firstJansen(yA, yB, yAB), Double.parseDouble(e[2]), 1e-10, 1e-12);
            close(SobolEstimators.totalJansen(yA, yB, yAB), Double.parseDouble(e[3]), 1e-10, 1e-12);
            close(SobolEstimators.totalSobol(yA, yB, yAB), Double.parseDouble(e[4]), 1e-10, 1e-12);
        }
    }

    private static void morris(JsonNode one) {
        List<String[]> rows =
                ReferenceData.rows(FOLDER + one.get("trajectories").asText());
        List<String[]> expected =
                ReferenceData.rows(FOLDER + one.get("expected").asText());
        int d = expected.size();
        Map<String, List<double[]>> trajectories = new LinkedHashMap<>();
        for (String[] row : rows) {
            double[] x = new double[d];
            Arrays.setAll(x, k -> Double.parseDouble(row[1 + k]));
            trajectories.computeIfAbsent(row[0], t -> new ArrayList<>()).add(x);
        }
        MorrisDesign design = new MorrisDesign(
                trajectories.values().stream()
                        .map(t -> t.toArray(double[][]::new))
                        .toList(),
                d);
        ElementaryEffects effects = ElementaryEffects.of(design, column(rows, d + 1), Address.of(1));
        for (int k = 0; k < d; k++) {
            close(effects.mu()[k], Double.parseDouble(expected.get(k)[1]), 1e-9, 1e-9);
            close(effects.muStar().get(k).value(), Double.parseDouble(expected.get(k)[2]), 1e-9, 1e-9);
            close(effects.sigma()[k], Double.parseDouble(expected.get(k)[3]), 1e-9, 1e-9);
        }
        screens(effects);
        // Our own trajectories must screen the same.
        ToDoubleFunction<double[]> f = TestFunctions.morris(one);
        MorrisDesign own = MorrisDesign.random(10, d, one.get("levels").asInt(), Address.of(1));
        screens(ElementaryEffects.of(own, run(own.points(), f), Address.of(1)));
        MorrisDesign spread = MorrisDesign.spread(10, 40, d, one.get("levels").asInt(), Address.of(1));
        screens(ElementaryEffects.of(spread, run(spread.points(), f), Address.of(1)));
    }

    private static void screens(ElementaryEffects effects) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int k = 0; k < 20; k++) {
            double size = effects.muStar().get(k).value();
            if (k < 10) {
                least = Math.min(least, size);
            } else {
                most = Math.max(most, size);
            }
        }
        assertThat(least).as("mu* of x1..x10").isGreaterThan(most);
    }

    private static void regression(JsonNode one) {
        List<String[]> rows = ReferenceData.rows(FOLDER + one.get("data").asText());
        List<String[]> expected =
                ReferenceData.rows(FOLDER + one.get("expected").asText());
        int d = expected.size();
        double[][] points = new double[rows.size()][d];
        for (int j = 0; j < points.length; j++) {
            for (int k = 0; k < d; k++) {
                points[j][k] = Double.parseDouble(rows.get(j)[k]);
            }
        }
        RegressionIndices indices = RegressionIndices.of(points, column(rows, d));
        for (int k = 0; k < d; k++) {
            close(indices.standardised()[k], Double.parseDouble(expected.get(k)[1]), 1e-8, 1e-10);
            close(indices.partial()[k], Double.parseDouble(expected.get(k)[2]), 1e-8, 1e-10);
            close(indices.partialRank()[k], Double.parseDouble(expected.get(k)[3]), 1e-8, 1e-10);
        }
    }

    private static void lowDiscrepancy(JsonNode one) {
        int n = one.get("n").asInt();
        int d = one.get("D").asInt();
        same(
                UnitPoints.sobol(n, d),
                ReferenceData.rows(FOLDER + one.get("expected").asText()));
        same(
                UnitPoints.halton(n, d),
                ReferenceData.rows(FOLDER + one.get("halton").asText()));
    }

    private static void same(double[][] points, List<String[]> expected) {
        assertThat(points).hasDimensions(expected.size(), expected.get(0).length);
        for (int j = 0; j < points.length; j++) {
            for (int k = 0; k < points[j].length; k++) {
                assertThat(points[j][k]).isCloseTo(Double.parseDouble(expected.get(j)[k]), within(1e-15));
            }
        }
    }

    private static void latinHypercube(JsonNode one) {
        int n = one.get("n").asInt();
        int d = one.get("D").asInt();
        double[][] points = latinHypercube(n, d, 1);
        for (int k = 0; k < d; k++) {
            boolean[] taken = new boolean[n];
            for (double[] point : points) {
                assertThat(point[k]).isGreaterThanOrEqualTo(0).isLessThan(1);
                int stratum = (int) (point[k] * n);
                assertThat(taken[stratum])
                        .as("stratum %d of input %d", stratum, k)
                        .isFalse();
                taken[stratum] = true;
            }
        }
        assertThat(latinHypercube(n, d, 1)).isDeepEqualTo(points);
        assertThat(Arrays.deepEquals(latinHypercube(n, d, 2), points)).isFalse();
    }

    private static double[][] latinHypercube(int n, int d, long seed) {
        Axis any = Axis.of("any", "seed", Level.of(0));
        LatinHypercube design = new LatinHypercube(n, seed);
        double[][] points = new double[n][];
        Arrays.setAll(points, j -> design.at(j, Collections.nCopies(d, any)));
        return points;
    }

    private static double[] column(List<String[]> rows, int c) {
        return rows.stream().mapToDouble(r -> Double.parseDouble(r[c])).toArray();
    }

    private static void close(double actual, double expected, double rtol, double atol) {
        assertThat(actual).isCloseTo(expected, within(atol + rtol * Math.abs(expected)));
    }
}
