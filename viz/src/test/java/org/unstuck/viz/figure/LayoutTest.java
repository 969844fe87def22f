package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The small algorithms that keep words apart and records drawable. */
class LayoutTest {

    @Test
    void labelsThatDoNotOverlapStay() {
        assertThat(Spread.apart(new double[] {50, 10}, new double[] {20, 20}, 0, 100))
                .containsExactly(50, 10);
    }

    @Test
    void twoLabelsAtOnePlaceMoveEquallyFar() {
        assertThat(Spread.apart(new double[] {50, 50}, new double[] {20, 20}, 0, 100))
                .containsExactly(40, 60);
    }

    @Test
    void labelsStayInTheRoom() {
        assertThat(Spread.apart(new double[] {98, 99, 100}, new double[] {20, 20, 20}, 0, 100))
                .containsExactly(50, 70, 90);
        assertThat(Spread.apart(new double[] {0, 0}, new double[] {60, 60}, 0, 100))
                .as("too many stick out evenly")
                .containsExactly(20, 80);
    }

    @RepeatedTest(20)
    void labelsNeverOverlapAndMoveAsLittleAsPossible(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int n = 2 + random.nextInt(6);
        double[] wanted = new double[n];
        double[] heights = new double[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = 300 * random.nextDouble();
            heights[i] = 15 + 20 * random.nextDouble();
        }
        double[] centres = Spread.apart(wanted, heights, 0, 300);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(centres[i] - centres[j]))
                        .isGreaterThanOrEqualTo((heights[i] + heights[j]) / 2 - 1e-9);
                assertThat((centres[i] - centres[j]) * (wanted[i] - wanted[j])).isGreaterThanOrEqualTo(0);
            }
            assertThat(centres[i]).isBetween(heights[i] / 2 - 1e-9, 300 - heights[i] / 2 + 1e-9);
        }
        double cost = cost(wanted, centres);
        for (int k = 0; k < 200; k++) {
            double[] other = centres.clone();
            other[random.nextInt(n)] += random.nextGaussian();
            if (allowed(wanted, heights, other)) {
                assertThat(cost(wanted, other)).isGreaterThanOrEqualTo(cost - 1e-9);
            }
        }
    }

    private static double cost(double[] wanted, double[] centres) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += (wanted[i] - centres[i]) * (wanted[i] - centres[i]);
        }
        return sum;
    }

    private static boolean allowed(double[] wanted, double[] heights, double[] centres) {
        for (int i = 0; i < centres.length; i++) {
            if (centres[i] < heights[i] / 2 || centres[i] > 300 - heights[i] / 2) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                double distance = (centres[i] - centres[j]) * Math.signum(wanted[i] - wanted[j]);
                if (distance < (heights[i] + heights[j]) / 2) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void aLabelGoesWhereNothingIs() {
        Placer placer = new Placer(new Rectangle2D.Double(0, 0, 200, 200));
        placer.block(new Rectangle2D.Double(105, 0, 95, 200));
        Rectangle2D place = placer.free(100, 100, 5, 40, 10);
        assertThat(place.getMaxX()).isLessThanOrEqualTo(105);
        assertThat(placer.overlap(place)).as("taken now").isPositive();
        placer.block(new Rectangle2D.Double(0, 0, 200, 200));
        assertThat(placer.free(100, 100, 5, 40, 10)).as("no room left").isNull();
    }

    @Test
    void anEnvelopeKeepsPeaksOfARecordThatSwings() {
        int n = 10_000;
        double[] days = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            days[i] = i * 84.0 / n;
            values[i] = 20 + 5 * Math.sin(2 * Math.PI * 3 * days[i]);
        }
        values[5_003] = 200;
        Envelope envelope = Envelope.of(days, values, 0, 84);
        double highest = 0;
        double lowest = 1e9;
        for (int k = 0; k < envelope.size(); k++) {
            highest = Math.max(highest, envelope.high(k));
            lowest = Math.min(lowest, envelope.low(k));
            if (k < envelope.size() - 1) {
                assertThat(envelope.high(k) - envelope.low(k))
                        .as("bin %s holds a swing", k)
                        .isGreaterThan(9);
            }
        }
        assertThat(highest).isEqualTo(200);
        assertThat(lowest).isCloseTo(15, within(0.01));
        assertThat(envelope.size()).isLessThan(200);
    }

    @Test
    void anEnvelopeKeepsTheSamplesOfASmoothShortRecord() {
        double[] days = {0, 1, 2, 3};
        double[] values = {1, 3, 2, 5};
        Envelope envelope = Envelope.of(days, values, 0, 3);
        assertThat(envelope.size()).isEqualTo(4);
        for (int k = 0; k < 4; k++) {
            assertThat(envelope.day(k)).isEqualTo(days[k]);
            assertThat(envelope.low(k)).isEqualTo(values[k]).isEqualTo(envelope.high(k));
        }
    }

    @Test
    void numbersAsWords() {
        assertThat(Words.number(0.41249)).isEqualTo("0.412");
        assertThat(Words.number(84)).isEqualTo("84");
        assertThat(Words.number(1234.5)).isEqualTo("1230");
        assertThat(Words.number(-0.5)).isEqualTo("-0.5");
        assertThat(Words.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(DayAxis.words(0.25)).isEqualTo("6 h");
        assertThat(DayAxis.words(28)).isEqualTo("day 28");
    }
}
