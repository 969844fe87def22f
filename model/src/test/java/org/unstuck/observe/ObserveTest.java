package org.unstuck.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;

class ObserveTest {

    private static final double DT = 0.01;

    private static double[] pulse(Balloon balloon, double seconds, double dt, int steps) {
        BalloonRun run = balloon.start(1);
        double[] percent = new double[steps + 1];
        double[] z = new double[1];
        for (int k = 0; k <= steps; k++) {
            percent[k] = run.percent(0);
            z[0] = (k + 0.5) * dt < seconds ? 1 : 0;
            run.step(z, dt);
        }
        return percent;
    }

    /** The table of evidence: unit pulse of 1 s, Friston 2003: peak 2.52 % at 3.38 s from the onset, undershoot -0.56 % at 9.6 s. */
    @Test
    void aPulseOfOneSecondPeaksWhereItShould() {
        double[] percent = pulse(Balloon.friston2003(), 1, DT, 2500);
        int peak = 0;
        int under = 0;
        for (int k = 0; k < percent.length; k++) {
            peak = percent[k] > percent[peak] ? k : peak;
            under = percent[k] < percent[under] ? k : under;
        }
        assertThat(percent[peak]).isCloseTo(2.52, within(0.005));
        assertThat(peak * DT).isCloseTo(3.38, within(0.01));
        assertThat(percent[under]).isCloseTo(-0.56, within(0.005));
        assertThat(under * DT).isCloseTo(9.6, within(0.05));
    }

    @Test
    void noActivityIsNoSignal() {
        for (Balloon balloon : new Balloon[] {Balloon.friston2003(), Balloon.stephan2007()}) {
            BalloonRun run = balloon.start(3);
            for (int k = 0; k < 3000; k++) {
                run.step(new double[3], DT);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(run.percent(i)).isZero();
                assertThat(run.flow(i)).isOne();
            }
        }
    }

    /** Order 4: half the step, a sixteenth of the error. */
    @Test
    void isOfOrderFour() {
        double exact = pulse(Balloon.friston2003(), 1, 0.00625, 640)[640];
        double coarse = Math.abs(pulse(Balloon.friston2003(), 1, 0.2, 20)[20] - exact);
        double fine = Math.abs(pulse(Balloon.friston2003(), 1, 0.1, 40)[40] - exact);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(3.5, 4.6);
    }

    /** A second of activity is a second of signal, whatever the step. */
    @Test
    void timeIsNotStretched() {
        BalloonRun run = Balloon.friston2003().start(1);
        for (int k = 0; k < 1000; k++) {
            run.step(new double[1], 0.002);
        }
        assertThat(run.seconds()).isCloseTo(2, within(1e-12));
    }

    @Test
    void regionsDoNotMix() {
        BalloonRun both = Balloon.stephan2007().start(2);
        BalloonRun one = Balloon.stephan2007().start(1);
        for (int k = 0; k < 500; k++) {
            both.step(new double[] {0, 0.3}, DT);
            one.step(new double[] {0.3}, DT);
        }
        assertThat(both.percent(0)).isZero();
        assertThat(both.percent(1)).isEqualTo(one.percent(0)).isGreaterThan(0.5);
    }

    /** An array of a step would be 24 bytes and more; 20,000 steps of it half a megabyte. */
    @Test
    void aStepAllocatesNothing() {
        BalloonRun run = Balloon.friston2003().start(12);
        TimeAverage average = new TimeAverage(12);
        double[] z = new double[12];
        java.util.Arrays.fill(z, 0.2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int again = 0; again < 3; again++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int k = 0; k < 20_000; k++) {
                average.add(z);
                run.step(average.take(), DT);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertThat(least).isLessThan(100_000);
        assertThat(run.percent(0)).isBetween(1.0, 3.0);
    }

    @Test
    void aMeanIsTheMeanSinceTheLastOne() {
        TimeAverage average = new TimeAverage(2);
        average.add(new double[] {1, 5});
        average.add(new double[] {3, 5});
        assertThat(average.count()).isEqualTo(2);
        assertThat(average.take()).containsExactly(2, 5);
        average.add(new double[] {7, -1});
        assertThat(average.take()).containsExactly(7, -1);
        assertThat(average.take()).containsExactly(0, 0);
    }

    @Test
    void theFieldIsAWeightedSum() {
        double[] E = {0.5, 0.1};
        double[] I = {0.25, 0.3};
        assertThat(FieldSum.uniform(2).of(E, I)).isCloseTo((0.25 - 0.2) / 2, within(1e-15));
        assertThat(FieldSum.of(new double[] {1, -3}).of(E, I)).isCloseTo((0.25 + 0.6) / 4, within(1e-15));
        assertThatThrownBy(() -> FieldSum.of(new double[2])).isInstanceOf(Invalid.class);
    }

    @Test
    void impossibleBloodIsRefused() {
        BalloonRun run = Balloon.friston2003().start(1);
        assertThatThrownBy(() -> {
                    for (int k = 0; k < 1000; k++) {
                        run.step(new double[] {-2}, DT);
                    }
                })
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("must be greater than 0");
        assertThatThrownBy(() -> new Hemodynamics(1, 0.65, 0.41, 0.98, 0.32, 1, 0.02))
                .hasMessageContaining("e0");
        assertThatThrownBy(() -> HemodynamicKernel.volterra(1, 0.3, 0.4)).isInstanceOf(Invalid.class);
    }
}
