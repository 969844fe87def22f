package org.unstuck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Time;

/** Doses of a taper against numbers worked out by hand. */
class TaperTest {

    private static final Dose FULL = Dose.parse("0.5 mg");

    private static Taper taper(Taper.Form form, String over, String step, String lowest, String half) {
        return new Taper(
                form,
                over == null ? null : Time.parse(over),
                Time.parse(step),
                lowest == null ? null : Dose.parse(lowest),
                half == null ? null : Dose.parse(half));
    }

    private static double[] doses(Taper taper) {
        double[] doses = new double[taper.steps()];
        for (int k = 0; k < doses.length; k++) {
            doses[k] = taper.dose(FULL, k).amount();
        }
        return doses;
    }

    @Test
    void fourWeeksLinear() {
        assertThat(doses(taper(Taper.Form.LINEAR, "4 wk", "1 wk", null, null)))
                .containsExactly(new double[] {0.4, 0.3, 0.2, 0.1}, within(1e-15));
    }

    /** E = D / (D + D50) = 1/2 at the full dose; a third of it each time: E = 1/3, 1/6, so D = D50 / 2, D50 / 5. */
    @Test
    void twoStepsOfEqualEffect() {
        assertThat(doses(taper(Taper.Form.EQUAL_EFFECT, "2 wk", "1 wk", null, null)))
                .containsExactly(new double[] {0.25, 0.1}, within(1e-15));
    }

    /** D50 a quarter of the dose: E = 0.8, then 0.8 x 2/3 = 8/15 and 4/15, so D = D50 x 8/7 and D50 x 4/11. */
    @Test
    void theDoseOfHalfTheEffectCanBeGiven() {
        assertThat(doses(taper(Taper.Form.EQUAL_EFFECT, "2 wk", "1 wk", null, "0.125 mg")))
                .containsExactly(new double[] {0.125 * 8 / 7, 0.125 * 4 / 11}, within(1e-15));
    }

    @Test
    void dropsOfEffectAreEqualAndDropsOfDoseBecomeSmaller() {
        double[] doses = doses(taper(Taper.Form.EQUAL_EFFECT, "10 wk", "1 wk", null, null));
        assertThat(doses).hasSize(10);
        double before = 0.5;
        for (double dose : doses) {
            double drop = before / (before + 0.5) - dose / (dose + 0.5);
            assertThat(drop).isCloseTo(0.5 / 11, within(1e-15));
            before = dose;
        }
        assertThat(0.5 - doses[0]).isGreaterThan(5 * (doses[8] - doses[9]) / 2);
        assertThat(doses[8] - doses[9]).isLessThan(doses[0] - doses[1]);
    }

    @Test
    void noDoseIsBelowTheSmallestTablet() {
        assertThat(doses(taper(Taper.Form.LINEAR, "4 wk", "1 wk", "0.25 mg", null)))
                .containsExactly(new double[] {0.4, 0.3, 0.25, 0.25}, within(1e-15));
    }

    @Test
    void aCourseGoesOnInItsRhythmAndEndsWithTheTaper() {
        Event.Course course = new Event.Course(
                "alprazolam",
                FULL,
                "oral",
                Time.parse("12 h"),
                Time.parse("6 h"),
                Time.parse("2 d"),
                Dose.parse("1 mg"),
                taper(Taper.Form.LINEAR, "2 d", "1 d", null, null),
                new Skip(List.of(Time.parse("2 d")), 0),
                null);
        List<Arm.Intake> taken = new Arm("a", List.of(course)).intakes();
        assertThat(taken.stream().map(Arm.Intake::atHours)).containsExactly(6.0, 18.0, 30.0, 42.0, 78.0, 90.0);
        assertThat(taken.stream().map(i -> i.dose().amount()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(1.0, 0.5, 0.5, 0.5, 0.5 / 3, 0.5 / 3);
        assertThat(taken.get(0).note()).isEqualTo("loading dose");
        assertThat(taken.get(5).note()).isEqualTo("taper, step 2 of 2");
        assertThat(new Arm("a", List.of(course)).skipped().stream().map(Arm.Intake::atHours))
                .containsExactly(54.0, 66.0);
        assertThat(course.ends()).isEqualTo(Time.parse("4 d"));
    }

    @Test
    void aStopEndsATaperToo() {
        Event.Course course = new Event.Course(
                "alprazolam",
                FULL,
                "oral",
                Time.parse("1 d"),
                Time.parse("0 h"),
                Time.parse("3 d"),
                null,
                taper(Taper.Form.LINEAR, "1 wk", "1 d", null, null),
                null,
                null);
        Arm arm = new Arm("a", List.of(course, new Event.Stop("alprazolam", Time.parse("5 d"))));
        assertThat(arm.intakes()).hasSize(5);
    }
}
