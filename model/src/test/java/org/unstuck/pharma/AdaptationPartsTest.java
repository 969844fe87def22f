package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;

/** Each part of adaptation follows its own exponential; together they never exceed k_a. */
class AdaptationPartsTest {

    private static Tolerance shares(double sensitivity, double number) {
        Tolerance none = Parameters.with(Tolerance.standard(), "sensitivityShare", 0);
        none = Parameters.with(Parameters.with(none, "adaptation", 0.4), "uncouplingDays", 10);
        none = Parameters.with(Parameters.with(none, "recouplingDays", 1.5), "numberDays", 21);
        none = Parameters.with(Parameters.with(none, "buildUpDays", 30), "fadeDays", 12);
        return Parameters.with(Parameters.with(none, "numberShare", number), "sensitivityShare", sensitivity);
    }

    @Test
    void everyPartFollowsItsOwnTimeConstants() {
        Adaptation x = new Adaptation(shares(0.3, 0.2), 1, 1);
        x.advance(0.5, 0, 10 * 24);
        // k_a = 0.4: goals 0.4 x 0.3 x 0.5, 0.4 x 0.2 x 0.5, 0.4 x 0.5 x 0.5; tau 10, 21 and 30 d.
        assertThat(x.sensitivityLoss()).isCloseTo(0.06 * (1 - Math.exp(-1)), within(1e-12));
        assertThat(x.numberLoss()).isCloseTo(0.04 * (1 - Math.exp(-10 / 21.0)), within(1e-12));
        assertThat(x.counter()).isCloseTo(0.1 * (1 - Math.exp(-10 / 30.0)), within(1e-12));
        double u = x.sensitivityLoss();
        double n = x.numberLoss();
        double a = x.counter();
        x.advance(0, 0, 3 * 24);
        // tau 1.5, 21 and 12 d: sensitivity is back within days (96 h in rats), the others are not.
        assertThat(x.sensitivityLoss()).isCloseTo(u * Math.exp(-2), within(1e-12));
        assertThat(x.numberLoss()).isCloseTo(n * Math.exp(-3 / 21.0), within(1e-12));
        assertThat(x.counter()).isCloseTo(a * Math.exp(-0.25), within(1e-12));
    }

    @Test
    void afterNinetySixHoursLessThanATenthOfTheLossOfSensitivityIsLeft() {
        Adaptation x = new Adaptation(Tolerance.standard(), 1, 1);
        x.advance(0.5, 0, 28 * 24);
        double u = x.sensitivityLoss();
        x.advance(0, 0, 96);
        assertThat(x.sensitivityLoss() / u).isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0", "0.5, 0.5", "0, 0.5", "1, 0", "0.4, 0.3"})
    void whateverTheSharesNoMoreIsLostThanTheSizeOfAdaptation(double sensitivity, double number) {
        for (double effect : new double[] {0.1, 0.42, 1}) {
            Adaptation x = new Adaptation(shares(sensitivity, number), 1, 1);
            x.advance(effect, 0, 1e6);
            double left = effect * x.coupled() - x.counter();
            assertThat(left).isBetween(effect * (1 - 0.4) - 1e-12, effect);
        }
    }

    @Test
    void withoutTheCounterDriveNothingIsLeftOnceTheDrugIsGone() {
        Tolerance without = shares(0.3, 0.2).withoutCounterDrive();
        Adaptation x = new Adaptation(without, 1, 1);
        Adaptation whole = new Adaptation(shares(0.3, 0.2), 1, 1);
        x.advance(0.5, 0.3, 500);
        whole.advance(0.5, 0.3, 500);
        assertThat(x.counter()).isZero();
        assertThat(x.sensitivityLoss()).isCloseTo(whole.sensitivityLoss(), within(1e-15));
        assertThat(x.numberLoss()).isCloseTo(whole.numberLoss(), within(1e-15));
        assertThat(x.sedation()).isEqualTo(whole.sedation());
    }

    @Test
    void withoutReceptorLossTheCounterDriveIsTheSame() {
        Adaptation x = new Adaptation(shares(0.3, 0.2).withoutReceptorLoss(), 1, 1);
        Adaptation whole = new Adaptation(shares(0.3, 0.2), 1, 1);
        x.advance(0.5, 0.3, 500);
        whole.advance(0.5, 0.3, 500);
        assertThat(x.coupled()).isEqualTo(1);
        assertThat(x.counter()).isCloseTo(whole.counter(), within(1e-15));
    }

    @Test
    void bothWaysOutLeaveNothing() {
        assertThat(Tolerance.standard()
                        .withoutReceptorLoss()
                        .withoutCounterDrive()
                        .adaptation())
                .isZero();
        assertThat(Tolerance.standard()
                        .withoutCounterDrive()
                        .withoutReceptorLoss()
                        .adaptation())
                .isZero();
    }

    @Test
    void theExcitatoryShareMovesTheCounterDriveAndAddsNothing() {
        Adaptation x = new Adaptation(Parameters.with(Tolerance.standard(), "excitatoryShare", 0.4), 1, 1);
        x.advance(0.5, 0, 500);
        assertThat(x.inhibitoryCounter()).isCloseTo(0.6 * x.counter(), within(1e-15));
        assertThat(x.excitation()).isCloseTo(0.4 * 0.3 * x.counter(), within(1e-15));
    }

    @Test
    void sharesAboveOneAreRefused() {
        assertThatThrownBy(() -> shares(0.6, 0.6))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("together they must be at most 1");
    }

    /** Half the effect for 10 days, then what is left: (1 - 0.06 (1 - 1/e)) (1 - 0.04 (1 - exp(-10/21))). */
    @Test
    void whatIsLeftIsTheProductOfBothLosses() {
        Adaptation x = new Adaptation(shares(0.3, 0.2), 1, 1);
        assertThat(x.coupled()).isEqualTo(1);
        x.advance(0.5, 0, 10 * 24);
        double left = (1 - 0.06 * (1 - Math.exp(-1))) * (1 - 0.04 * (1 - Math.exp(-10 / 21.0)));
        assertThat(x.coupled()).isCloseTo(left, within(1e-14));
        // The same state under other equations: nothing moves until time passes, and then it goes elsewhere.
        Adaptation y = x.under(Tolerance.none());
        assertThat(y.coupled()).isEqualTo(x.coupled());
        assertThat(y.counter()).isEqualTo(x.counter());
        y.advance(0.5, 0, 1e6);
        assertThat(y.coupled()).isCloseTo(1, within(1e-14));
        assertThat(y.counter()).isCloseTo(0, within(1e-14));
    }

    /** Twice the counter-drive, half the loss of receptors: goals 2 x 0.1, 0.06 / 2, 0.04 / 2. */
    @Test
    void personsAdaptMoreOrLess() {
        Adaptation x = new Adaptation(shares(0.3, 0.2), 2, 0.5);
        x.advance(0.5, 0.8, 1e6);
        assertThat(x.counter()).isCloseTo(0.2, within(1e-14));
        assertThat(x.sensitivityLoss()).isCloseTo(0.03, within(1e-14));
        assertThat(x.numberLoss()).isCloseTo(0.02, within(1e-14));
        // k_s = 0.75 of the sedation of 0.8.
        assertThat(x.sedation()).isCloseTo(0.6, within(1e-14));
        Adaptation moved = x.under(Tolerance.standard());
        assertThat(moved.sedation()).isEqualTo(x.sedation());
        assertThat(moved.sensitivityLoss()).isEqualTo(x.sensitivityLoss());
        assertThat(moved.numberLoss()).isEqualTo(x.numberLoss());
    }
}
