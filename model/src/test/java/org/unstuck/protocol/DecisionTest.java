package org.unstuck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;

/** Rules about a made-up course of the symptom, with the moments that follow by counting. */
class DecisionTest {

    private static AsNeeded asNeeded(int perDay, String apart) {
        return new AsNeeded(
                "alprazolam",
                Dose.parse("0.25 mg"),
                "oral",
                Threshold.parse("0.5 gap"),
                perDay,
                Time.parse(apart),
                Time.parse("1 h"),
                Time.parse("0 h"),
                Time.parse("4 wk"));
    }

    private static List<Double> taken(Decision decision, double step, double until, DoubleUnaryOperator index) {
        List<Double> taken = new ArrayList<>();
        for (double t = 0; t < until; t += step) {
            Decision.Verdict verdict = decision.decide(new Decision.Known(t, index.applyAsDouble(t), 0));
            if (verdict != null && verdict.taken()) {
                taken.add(t);
            }
        }
        return taken;
    }

    @Test
    void alwaysIllTakesAsOftenAsAllowed() {
        assertThat(taken(asNeeded(3, "4 h").start(), 1, 48, t -> 1)).containsExactly(0.0, 4.0, 8.0, 24.0, 28.0, 32.0);
        assertThat(taken(asNeeded(24, "6 h").start(), 1, 24, t -> 1)).containsExactly(0.0, 6.0, 12.0, 18.0);
    }

    @Test
    void atTheThresholdAndBelowNothingIsTaken() {
        assertThat(taken(asNeeded(3, "4 h").start(), 1, 48, t -> 0.5)).isEmpty();
        assertThat(taken(asNeeded(3, "4 h").start(), 1, 48, t -> Double.NaN)).isEmpty();
        assertThat(taken(asNeeded(3, "4 h").start(), 1, 48, t -> t == 17 ? 0.6 : 0))
                .containsExactly(17.0);
    }

    @Test
    void aRuleSaysWhyNot() {
        Decision decision = asNeeded(1, "4 h").start();
        assertThat(decision.decide(new Decision.Known(0, 0.75, 0)).reason()).isEqualTo("symptom 0.75 above 0.5 gap");
        assertThat(decision.decide(new Decision.Known(2, 0.75, 0)).reason())
                .endsWith("but less than 4 h after the last");
        assertThat(decision.decide(new Decision.Known(10, 0.75, 0)).reason()).endsWith("but already 1 in 24 h");
        assertThat(decision.decide(new Decision.Known(12, 0.25, 0))).isNull();
    }

    /** Patients do not share what a rule remembers. */
    @Test
    void everyStartIsANewOne() {
        AsNeeded event = asNeeded(1, "4 h");
        assertThat(taken(event.start(), 1, 24, t -> 1)).isEqualTo(taken(event.start(), 1, 24, t -> 1));
    }

    @Test
    void whenItHasBeenBadForThreeDays() {
        WhenAbove event = new WhenAbove(
                "ketamine",
                Dose.parse("0.5 mg/kg"),
                Time.parse("40 min"),
                null,
                Threshold.parse("0.6 gap"),
                Time.parse("3 d"),
                3,
                Time.parse("1 wk"),
                Time.parse("1 d"),
                Time.parse("0 h"),
                Time.parse("10 wk"));
        // Bad from day 2 on; good for one day on day 12, so that the three days are counted anew.
        assertThat(taken(event.start(), 24, 40 * 24, t -> t < 48 || t == 12 * 24 ? 0.2 : 0.9))
                .containsExactly(5 * 24.0, 16 * 24.0, 23 * 24.0);
        assertThat(event.way()).isEqualTo("iv");
        assertThat(event.ends().hours()).isEqualTo(10 * 168 + 40 / 60.0);
    }

    /** Three in 24 h, the first at 0 h: at 23.9 h there are three, at 24 h that of 0 h is no longer one of them. */
    @Test
    void aDayIsTwentyFourHours() {
        Decision decision = asNeeded(3, "0 h").start();
        for (double t : new double[] {0, 8, 16}) {
            assertThat(decision.decide(new Decision.Known(t, 1, 0)).taken()).isTrue();
        }
        assertThat(decision.decide(new Decision.Known(23.9, 1, 0)).reason()).endsWith("but already 3 in 24 h");
        assertThat(decision.decide(new Decision.Known(24, 1, 0)).taken()).isTrue();
        assertThat(decision.decide(new Decision.Known(31.9, 1, 0)).taken()).isFalse();
        assertThat(decision.decide(new Decision.Known(32, 1, 0)).taken()).isTrue();
    }

    /** A pause longer than a day is kept: 36 h between doses. */
    @Test
    void pausesMayBeLongerThanADay() {
        assertThat(taken(asNeeded(3, "36 h").start(), 1, 100, t -> 1)).containsExactly(0.0, 36.0, 72.0);
    }
}
