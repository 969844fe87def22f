package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {

    @Test
    void isTheLogisticFunctionOverTheWholeRange() {
        int n = 400_001;
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = -36 + 72.0 * k / (n - 1);
        }
        double[] f = x.clone();
        Logistic.apply(f, n);
        for (int k = 0; k < n; k++) {
            double expected = 1 / (1 + StrictMath.exp(-x[k]));
            assertThat(Math.abs(f[k] - expected)).isLessThanOrEqualTo(1e-13 * expected);
        }
    }

    @Test
    void saturatesAndKeepsNaN() {
        double[] x = {-1e9, Double.NEGATIVE_INFINITY, 1e9, Double.POSITIVE_INFINITY, Double.NaN, 0};
        Logistic.apply(x, x.length);
        assertThat(x[0]).isBetween(0.0, 3e-16);
        assertThat(x[1]).isEqualTo(x[0]);
        assertThat(x[2]).isCloseTo(1, within(1e-15));
        assertThat(x[3]).isEqualTo(x[2]);
        assertThat(x[4]).isNaN();
        assertThat(x[5]).isEqualTo(0.5);
    }

    @Test
    void onlyTheFirstEntriesAreReplaced() {
        double[] x = {0, 0, 3};
        Logistic.apply(x, 2);
        assertThat(x).containsExactly(0.5, 0.5, 3);
    }
}
