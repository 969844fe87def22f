package org.unstuck.sensitivity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToDoubleFunction;

/** Functions with known indices; inputs in the unit cube. */
final class TestFunctions {

    private TestFunctions() {}

    /** sin x1 + a sin^2 x2 + b x3^4 sin x1, x on [-pi, pi] (Ishigami and Homma 1990). */
    static ToDoubleFunction<double[]> ishigami(double a, double b) {
        return u -> {
            double x1 = (2 * u[0] - 1) * Math.PI;
            double x2 = (2 * u[1] - 1) * Math.PI;
            double x3 = (2 * u[2] - 1) * Math.PI;
            double s1 = StrictMath.sin(x1);
            double s2 = StrictMath.sin(x2);
            return s1 + a * s2 * s2 + b * x3 * x3 * x3 * x3 * s1;
        };
    }

    /** Product of (|4 x - 2| + a) / (1 + a) (Sobol' 1993; Saltelli and Sobol' 1995). */
    static ToDoubleFunction<double[]> g(double... a) {
        return u -> {
            double product = 1;
            for (int k = 0; k < a.length; k++) {
                product *= (Math.abs(4 * u[k] - 2) + a[k]) / (1 + a[k]);
            }
            return product;
        };
    }

    /** The function of 20 inputs of Morris 1991, coefficients from the case. */
    static ToDoubleFunction<double[]> morris(JsonNode one) {
        double[][] pairs = new double[20][20];
        for (JsonNode b : one.get("B2_upper")) {
            pairs[b.get(0).asInt()][b.get(1).asInt()] = b.get(2).asDouble();
        }
        double third = one.get("B3").asDouble();
        double fourth = one.get("B4").asDouble();
        return u -> {
            double[] w = new double[20];
            double y = 0;
            for (int i = 0; i < 20; i++) {
                boolean bent = i == 2 || i == 4 || i == 6;
                w[i] = bent ? 2 * (1.1 * u[i] / (u[i] + 0.1) - 0.5) : 2 * (u[i] - 0.5);
                y += one.get("B1").get(i).asDouble() * w[i];
            }
            for (int i = 0; i < 20; i++) {
                for (int j = i + 1; j < 20; j++) {
                    y += pairs[i][j] * w[i] * w[j];
                    for (int l = j + 1; l < 5; l++) {
                        y += third * w[i] * w[j] * w[l];
                    }
                }
            }
            return y + fourth * w[0] * w[1] * w[2] * w[3];
        };
    }
}
