package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Samples arrive where they belong, across blocks and from one series to the next. */
class SeriesRecorderTest {

    @Test
    void everySampleOfEveryLane() {
        int regions = 3;
        int lanes = 5;
        SeriesRecorder recorder = new SeriesRecorder(regions, lanes);
        double[][][] first = new double[lanes][37][regions];
        double[][][] second = new double[lanes][16][regions];
        fill(recorder, first, 37, 0);
        fill(recorder, second, 16, 1000);
        for (int k = 0; k < lanes; k++) {
            for (int i = 0; i < regions; i++) {
                for (int s = 0; s < 37; s++) {
                    assertThat(first[k][s][i]).isEqualTo(s * 100 + i * lanes + k);
                }
                for (int s = 0; s < 16; s++) {
                    assertThat(second[k][s][i]).isEqualTo(1000 + s * 100 + i * lanes + k);
                }
            }
        }
    }

    private static void fill(SeriesRecorder recorder, double[][][] to, int samples, double offset) {
        for (int s = 0; s < samples; s++) {
            double[] E = new double[to.length * to[0][0].length];
            for (int k = 0; k < E.length; k++) {
                E[k] = offset + s * 100 + k;
            }
            recorder.add(E, to, s);
        }
        recorder.finish();
    }
}
