package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Parameters;

class AdaptationTest {

    @Test
    void counterDriveRisesAndFallsWithItsOwnConstants() {
        Tolerance t = Tolerance.standard();
        t = Parameters.with(Parameters.with(t, "adaptation", 0.4), "sensitivityShare", 0.25);
        t = Parameters.with(Parameters.with(t, "buildUpDays", 30), "fadeDays", 12);
        Adaptation a = new Adaptation(t, 1, 1);
        a.advance(0.5, 0.5, 30 * 24);
        // k_a E (1 - exp(-30/30)) and k_s E (1 - exp(-30/4)).
        double risen = 0.3 * 0.5 * (1 - Math.exp(-1));
        assertThat(a.counter()).isCloseTo(risen, within(1e-12));
        assertThat(a.sedation()).isCloseTo(0.75 * 0.5 * (1 - Math.exp(-7.5)), within(1e-12));
        a.advance(0, 0, 12 * 24);
        assertThat(a.counter()).isCloseTo(risen * Math.exp(-1), within(1e-12));
    }

    @Test
    void stepsCanBeSplit() {
        Adaptation one = new Adaptation(Tolerance.standard(), 1.3, 0.8);
        Adaptation many = new Adaptation(Tolerance.standard(), 1.3, 0.8);
        one.advance(0.4, 0.2, 100);
        for (int i = 0; i < 1000; i++) {
            many.advance(0.4, 0.2, 0.1);
        }
        assertThat(many.counter()).isCloseTo(one.counter(), within(1e-12));
        assertThat(many.sedation()).isCloseTo(one.sedation(), within(1e-12));
    }

    @Test
    void withoutToleranceNothingAdapts() {
        Adaptation a = new Adaptation(Tolerance.none(), 1, 1);
        a.advance(1, 1, 1000);
        assertThat(a.counter()).isZero();
        assertThat(a.sedation()).isZero();
    }

    @Test
    void cascadeWithoutDecayReachesOneAfterAStandardSurge() {
        GlutamateCascade slow = GlutamateCascade.standard();
        slow = Parameters.with(Parameters.with(slow, "windowDays", 1e6), "poolDays", 1e6);
        slow = Parameters.with(slow, "poolMaximum", 1e9);
        GlutamateCascade.State s = slow.start();
        // The trigger is stepped by exponential Euler: first order in the step of 0.01 h.
        double block = 0.4;
        double hours = slow.standardArea() / block;
        for (int i = 0; i < 1000; i++) {
            s.advance(block, 0, 0, 1, hours / 1000);
        }
        for (int i = 0; i < 20_000; i++) {
            s.advance(0, 0, 0, 1, 0.01);
        }
        assertThat(s.gate()).isCloseTo(1, within(5e-3));
        assertThat(s.pool()).isCloseTo(1, within(5e-3));
    }

    @Test
    void equalBlockOfBothCellTypesGivesLessSurgeThanBlockOfInterneurons() {
        GlutamateCascade.State biased = GlutamateCascade.standard().start();
        GlutamateCascade.State equal = GlutamateCascade.standard().start();
        biased.advance(0.4, 0.1, 0, 1, 1);
        equal.advance(0.4, 0.4, 0, 1, 1);
        assertThat(biased.trigger()).isGreaterThan(equal.trigger());
        GlutamateCascade.State reversed = GlutamateCascade.standard().start();
        reversed.advance(0.1, 0.4, 0, 1, 1);
        assertThat(reversed.trigger()).isZero();
    }

    @Test
    void aBenzodiazepineBluntsTheSurgeByBeta() {
        GlutamateCascade.State alone = GlutamateCascade.standard().start();
        GlutamateCascade.State with = GlutamateCascade.standard().start();
        alone.advance(0.4, 0.1, 0, 1, 1);
        with.advance(0.4, 0.1, 0.4, 1, 1);
        assertThat(with.trigger() / alone.trigger())
                .isCloseTo(1 - GlutamateCascade.standard().blunting() * 0.4, within(1e-12));
    }
}
