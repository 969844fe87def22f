package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Reading a curve. */
class CurveTest {

    private static final double DAY = 24;

    @Test
    void aMeanOverADayLeavesAStraightLineAlone() {
        Curve line = new Curve(new double[] {0, 6, 12, 24, 48, 96}, new double[] {0, 3, 6, 12, 24, 48});

        Curve mean = line.meanOver(DAY);

        assertThat(mean.hours()).isEqualTo(line.hours());
        // Inside, the mean of a line over a span is its value in the middle; at the ends the span is cut off, and its
        // middle moves.
        assertThat(mean.values()).containsExactly(new double[] {3, 4.5, 6, 12, 24, 45}, within(1e-12));
    }

    @Test
    void aMeanOverADayTakesHalfOfTheEnds() {
        // One moment stands out, moments 12 h apart: over the day around it 1/2 (0 + 1) 12 h twice of 24 h; a quarter
        // beside it.
        Curve peak = new Curve(new double[] {0, 12, 24, 36, 48}, new double[] {0, 0, 1, 0, 0});

        assertThat(peak.meanOver(DAY).values()).containsExactly(new double[] {0, 0.25, 0.5, 0.25, 0}, within(1e-12));
    }

    @Test
    void aSingleMomentIsItsOwnMean() {
        assertThat(new Curve(new double[] {5}, new double[] {2}).meanOver(DAY).values())
                .containsExactly(2);
    }

    @Test
    void readsPeakHalfAndCrossings() {
        Curve curve = new Curve(new double[] {0, 10, 20, 30}, new double[] {0, 4, 3, 1});

        assertThat(curve.peak()).isEqualTo(4);
        assertThat(curve.peakHour()).isEqualTo(10);
        assertThat(curve.firstAt(1)).isEqualTo(2.5);
        assertThat(curve.firstAt(0)).isZero();
        assertThat(curve.firstAt(5)).isNaN();
        assertThat(curve.halfGoneAt()).isEqualTo(25);
        assertThat(curve.at(-1)).isZero();
        assertThat(curve.at(15)).isEqualTo(3.5);
        assertThat(curve.at(31)).isEqualTo(1);
        assertThat(curve.between(10, 20).values()).containsExactly(4, 3);
        assertThat(curve.between(15, 30).halfGoneAt()).isEqualTo(27.5);
    }
}
