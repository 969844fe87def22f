package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unstuck.describe.Parameters;

class SerotoninTest {

    @Test
    void theEffectIsASumOfTwoExponentials() {
        Serotonin.State x = Serotonin.standard().start(1);
        for (int i = 0; i < 90; i++) {
            x.advance(0.8, 2);
        }
        double days = 7.5;
        double closed = 0.8 * (0.1 * (1 - Math.exp(-days / 2)) + 0.9 * (1 - Math.exp(-days / 18)));
        assertThat(x.effect()).isCloseTo(closed, within(1e-12));
        assertThat(x.inputGain()).isCloseTo(-0.22 * closed, within(1e-12));
    }

    /** Taylor 2006: about a third of the effect of week 6 in week 1 (band of the phenomena suite: 0.2 to 0.45). */
    @Test
    void aboutAThirdOfTheEffectOfWeekSixIsThereAfterWeekOne() {
        Serotonin.State x = Serotonin.standard().start(1);
        x.advance(0.8, 7 * 24);
        double week1 = x.effect();
        x.advance(0.8, 5 * 7 * 24);
        assertThat(week1 / x.effect()).isBetween(0.3, 0.45);
    }

    @Test
    void theResponseOfAPersonScalesTheGainAndNeverTurnsItsSign() {
        Serotonin.State none = Serotonin.standard().start(0);
        Serotonin.State much = Serotonin.standard().start(100);
        none.advance(1, 1000);
        much.advance(1, 1000);
        assertThat(none.inputGain()).isZero();
        assertThat(much.inputGain()).isEqualTo(-1);
    }

    @Test
    void habituationOfDissociationFollowsItsClosedForm() {
        Dissociation rule = Dissociation.standard();
        double perHour = 0.28 * 0.6 + 1 / (60 * 24.0);
        double closed = 0.28 * 0.6 / perHour * (1 - Math.exp(-perHour * 3));
        double h = 0;
        for (int i = 0; i < 30; i++) {
            h = rule.habituated(h, 0.6, 0.1);
        }
        assertThat(h).isCloseTo(closed, within(1e-12));
        assertThat(rule.habituated(h, 0, 60 * 24)).isCloseTo(h * Math.exp(-1), within(1e-12));
        assertThat(Parameters.with(rule, "habituation", 0).habituated(0, 1, 10)).isZero();
    }
}
