package org.unstuck.phenomena;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The usual statistics of chosen patients. {@code values[patient]}; an undefined value is NaN and is left out. */
final class Estimates {

    private Estimates() {}

    static Check.Estimate median(double[] values) {
        return patients -> median(values, patients);
    }

    static Check.Estimate mean(double[] values) {
        return patients -> mean(values, patients);
    }

    static Check.Estimate sd(double[] values) {
        return patients -> sd(values, patients);
    }

    /** Share of patients at or above a limit. */
    static Check.Estimate share(double[] values, double atLeast) {
        return patients -> mean(map(values, x -> x >= atLeast ? 1 : 0), patients);
    }

    static Check.Estimate ratio(Check.Estimate above, Check.Estimate below) {
        return patients -> above.of(patients) / below.of(patients);
    }

    static Check.Estimate difference(Check.Estimate a, Check.Estimate b) {
        return patients -> a.of(patients) - b.of(patients);
    }

    /** Cohen's d of {@code after} against {@code before}: difference of means over the pooled standard deviation of patients. */
    static Check.Estimate d(double[] after, double[] before) {
        return patients -> {
            double a = sd(after, patients);
            double b = sd(before, patients);
            return (mean(after, patients) - mean(before, patients)) / Math.sqrt((a * a + b * b) / 2);
        };
    }

    static double[] map(double[] values, DoubleUnaryOperator f) {
        return Arrays.stream(values)
                .map(x -> Double.isNaN(x) ? x : f.applyAsDouble(x))
                .toArray();
    }

    static double median(double[] values, int[] patients) {
        double[] sorted = Arrays.stream(patients)
                .mapToDouble(p -> values[p])
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    static double mean(double[] values, int[] patients) {
        double sum = 0;
        int n = 0;
        for (int p : patients) {
            if (!Double.isNaN(values[p])) {
                sum += values[p];
                n++;
            }
        }
        return sum / n;
    }

    static double sd(double[] values, int[] patients) {
        double mean = mean(values, patients);
        double sum = 0;
        int n = 0;
        for (int p : patients) {
            if (!Double.isNaN(values[p])) {
                sum += (values[p] - mean) * (values[p] - mean);
                n++;
            }
        }
        return Math.sqrt(sum / (n - 1));
    }
}
