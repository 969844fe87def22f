package org.unstuck.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Invalid;

/** Points and slopes by hand, with steps that are exact in binary. */
class ElasticitiesTest {

    private static double[] v(double... x) {
        return x;
    }

    /** h is a quarter of the ranges 8 and 4: 2 and 1. At the upper end of the second only the step down is left. */
    @Test
    void pointsAreOneStepDownAndUp() {
        double[][] points = Elasticities.points(v(4, 7), v(0, 3), v(8, 7), 0.25);
        assertThat(points).isDeepEqualTo(new double[][] {{4, 7}, {2, 7}, {6, 7}, {4, 6}, {4, 7}});
    }

    /** y = 3 a - b at (4, 7): y = 5, slopes 3 and -1, elasticities 3 x 4 / 5 and -7 / 5. */
    @Test
    void slopesOfAPlane() {
        double[][] points = Elasticities.points(v(4, 7), v(0, 3), v(8, 7), 0.25);
        double[] y = new double[points.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 3 * points[i][0] - points[i][1];
        }
        Elasticities e = Elasticities.of(points, y);
        assertThat(e.slope()).containsExactly(3, -1);
        assertThat(e.elasticity()).containsExactly(2.4, -1.4);
    }

    @Test
    void noElasticityWithoutAnOutputOrAnInput() {
        double[][] points = {{2}, {1}, {3}};
        assertThat(Elasticities.of(points, v(0, 1, 3)).elasticity()[0])
                .as("y is 0")
                .isNaN();
        assertThat(Elasticities.of(points, v(0, 1, 3)).slope()[0]).isEqualTo(1);
        assertThat(Elasticities.of(points, v(4, Double.NaN, 3)).slope()[0]).isNaN();
        assertThat(Elasticities.of(new double[][] {{0}, {-1}, {1}}, v(4, 1, 3)).elasticity()[0])
                .as("x is 0")
                .isNaN();
    }

    /** A step of half the range is the largest; the point may stand at either end, and the range must be one. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 2, 0.5, true",
        "0, 0, 2, 0.1, true",
        "2, 0, 2, 0.1, true",
        "1, 0, 2, 0.500001, false",
        "1, 0, 2, 0, false",
        "1, 0, 2, -0.1, false",
        "1, 0, 2, NaN, false",
        "-0.001, 0, 2, 0.1, false",
        "2.001, 0, 2, 0.1, false",
        "1, 1, 1, 0.1, false",
        "1, 2, 0, 0.1, false",
        "NaN, 0, 2, 0.1, false"
    })
    void whatIsPossible(double at, double low, double high, double share, boolean possible) {
        if (possible) {
            assertThat(Elasticities.points(v(at), v(low), v(high), share)).hasDimensions(3, 1);
        } else {
            assertThatThrownBy(() -> Elasticities.points(v(at), v(low), v(high), share))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void everyRunHasAnOutput() {
        assertThatThrownBy(() -> Elasticities.of(new double[][] {{2}, {1}, {3}}, v(1, 2)))
                .hasMessage("there are 2 outputs of 3 runs.");
    }
}
