package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

class IntervalTest {

    /** Of 300 samples of 40 normal numbers about 94 % of the intervals hold the true mean; 87 % is 5 standard errors below. */
    @Test
    void coversTheTrueMeanAsOftenAsItSays() {
        int covered = 0;
        for (int k = 0; k < 300; k++) {
            Draws draws = Address.of(1).with(k).draws();
            double[] values = new double[40];
            for (int i = 0; i < 40; i++) {
                values[i] = 3 + draws.gaussian();
            }
            Interval interval = Interval.of(values, Address.of(2).with(k));
            covered += interval.low().orElseThrow() <= 3 && 3 <= interval.high().orElseThrow() ? 1 : 0;
        }
        assertThat(covered / 300.0).isBetween(0.87, 0.99);
    }

    /** Half width of the interval is close to 1.96 sd / sqrt n (its own scatter is about 3 %). */
    @Test
    void widthIsThatOfTheNormalInterval() {
        Draws draws = Address.of(3).draws();
        double[] values = new double[400];
        for (int i = 0; i < 400; i++) {
            values[i] = draws.gaussian();
        }
        Interval interval = Interval.of(values, Address.of(4));
        double half = (interval.high().orElseThrow() - interval.low().orElseThrow()) / 2;
        assertThat(half).isCloseTo(1.959964 * Sample.of(values).sd(0) / 20, within(0.01));
        assertThat(interval.patients()).isEqualTo(400);
    }

    @Test
    void followsShiftAndScaleOfTheData() {
        double[] values = {1, 4, 2, 8, 5, 7};
        double[] other = new double[6];
        for (int i = 0; i < 6; i++) {
            other[i] = 4 * values[i] + 1;
        }
        Interval a = Interval.of(values, Address.of(5));
        Interval b = Interval.of(other, Address.of(5));
        assertThat(b.low().orElseThrow()).isCloseTo(4 * a.low().orElseThrow() + 1, within(1e-12));
        assertThat(a.mean()).isEqualTo(Measurement.of(4.5));
        assertThat(Interval.of(values, 0.5, 2000, Address.of(5)).low().orElseThrow())
                .isGreaterThan(a.low().orElseThrow());
    }

    @Test
    void pairingRemovesWhatPatientsShare() {
        double[] before = {0, 100, 200, 300, 400, 500};
        double[] after = {1, 102, 201, 302, 401, 502};
        Interval interval = Interval.ofDifference(after, before, Address.of(6));
        assertThat(interval.mean()).isEqualTo(Measurement.of(1.5));
        assertThat(interval.low().orElseThrow()).isBetween(1.0, 1.5);
        assertThat(interval.high().orElseThrow()).isBetween(1.5, 2.0);
        assertThatThrownBy(() -> Interval.ofDifference(after, new double[2], Address.of(1)))
                .hasMessageContaining("patients");
    }

    @Test
    void missingPatientsAreCountedAndFewHaveNoInterval() {
        Measurement none = Measurement.undefined("no eligible trial");
        Interval interval = Interval.of(new Measurement[] {Measurement.of(1), none, Measurement.of(3)}, Address.of(7));
        assertThat(interval.mean()).isEqualTo(Measurement.of(2));
        assertThat(interval.missing()).isEqualTo(1);
        assertThat(interval.patients()).isEqualTo(2);
        assertThat(Interval.of(new double[] {5}, Address.of(1)).low())
                .isEqualTo(Measurement.undefined("one patient has no interval"));
        assertThat(Interval.of(new Measurement[] {none}, Address.of(1)).mean())
                .isEqualTo(Measurement.undefined("no patient has a value"));
        assertThatThrownBy(() -> Interval.of(new double[] {1, 2}, 95, 10, Address.of(1)))
                .hasMessageContaining("percent");
    }

    /** numpy 2: quantile([1, 3, 2, 5], [0.1, 0.975]) = [1.3, 4.85] */
    @Test
    void quantilesInterpolate() {
        Sample sample = Sample.of(new double[] {1, 3, 2, 5});
        assertThat(sample.quantile(0.1)).isCloseTo(1.3, within(1e-14));
        assertThat(sample.quantile(0.975)).isCloseTo(4.85, within(1e-14));
        assertThat(sample.median()).isEqualTo(2.5);
    }
}
