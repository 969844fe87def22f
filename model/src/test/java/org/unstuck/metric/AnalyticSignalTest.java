package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticSignalTest {

    /** scipy 1.17.1, scipy.signal.hilbert(x).imag */
    @Test
    void equalsScipy() {
        double[] five = {1, 2, -1, 0.5, 3};
        assertThat(AnalyticSignal.of(five).im())
                .containsExactly(
                        new double[] {
                            0.39757394903344245,
                            0.8678021508674209,
                            1.2139220723547204,
                            -2.6074553353412746,
                            0.1281571630856913
                        },
                        within(1e-14));
        double[] six = {1, 2, -1, 0.5, 3, -2};
        assertThat(AnalyticSignal.of(six).im())
                .containsExactly(
                        new double[] {
                            -2.309401076758503,
                            1.1547005383792515,
                            0.8660254037844386,
                            -2.309401076758503,
                            1.443375672974064,
                            1.1547005383792512
                        },
                        within(1e-14));
    }

    /** The same for lengths with a large prime factor: 53 and 2 x 37. */
    @Test
    void equalsScipyOnPrimeLengths() {
        double[] h53 = AnalyticSignal.of(sawtooth(53)).im();
        assertThat(new double[] {h53[0], h53[1], h53[26], h53[51], h53[52]})
                .containsExactly(
                        new double[] {
                            -2.1655992243849953,
                            -3.200844300203014,
                            0.47307634970624096,
                            3.0388274105060025,
                            -1.171428393254645
                        },
                        within(1e-12));
        double[] h74 = AnalyticSignal.of(sawtooth(74)).im();
        assertThat(new double[] {h74[0], h74[1], h74[36], h74[37], h74[73]})
                .containsExactly(
                        new double[] {
                            0.897529146172855,
                            -0.8802461213039247,
                            -4.808531849428707,
                            -7.801770637272814,
                            7.18448758381107
                        },
                        within(1e-12));
    }

    private static double[] sawtooth(int n) {
        double[] x = new double[n];
        for (int t = 0; t < n; t++) {
            x[t] = t * t % 17 - t % 5 * 1.5;
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 101, 606})
    void cosineOfWholePeriodsBecomesSine(int n) {
        double[] x = new double[n];
        for (int t = 0; t < n; t++) {
            x[t] = StrictMath.cos(2 * Math.PI * 7 * t / n + 0.4);
        }
        AnalyticSignal z = AnalyticSignal.of(x);
        for (int t = 0; t < n; t++) {
            assertThat(z.re()[t]).isCloseTo(x[t], within(1e-13));
            assertThat(z.im()[t]).isCloseTo(StrictMath.sin(2 * Math.PI * 7 * t / n + 0.4), within(1e-12));
        }
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> AnalyticSignal.of(new double[0])).hasMessageContaining("0 samples");
    }
}
